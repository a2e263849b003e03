"""A million open tags around one word."""
with open("deep.html", "w") as file:
    file.write("<html><body>" + "<div>" * 1_000_000 + "word")
