namespace synoptic { }
