#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Learns data/stories_trees.tsv as it was learned: bench/learn_stories.sh BENCH [-o TABLE | --held-out [--also SET...]]
# From BENCH/stories/ecbplus-dev.jsonl, whose annotation may be built upon (CC BY 3.0), as it is and with dates lent to it, and from made-up
# streams whose accounts mostly differ as real ones do. The sets without a licence (gva-dev, basil) are for measuring only: name them after --also. PYTHON needs lightgbm, numpy and scipy.
set -eu
ecb=$1/stories/ecbplus-dev.jsonl
shift
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --build --preset release --target stories_probe > /dev/null

make() {
    name=$1
    shift
    python3 "$here/make_stream.py" "$@" > "$work/$name.jsonl"
}
make press 4000 --seed 11 --own .5 --late .5
make small-press 4000 --seed 12 --per-day 200 --own .5 --late .5
make one-vocabulary 4000 --seed 13 --per-day 3 --kinds robbery --twins .3 --known .9 --own .5 --late .5 --derived .1
make years 3000 --seed 14 --per-day 3 --kinds crash fire --known .9 --own .6 --late .5 --derived .1
make capital 2000 --seed 15 --per-day 20 --kinds vote summit --known 1.2 --own .5 --late .5 --derived .1
make twins 3000 --seed 16 --per-day 10 --twins .6 --further .8 --own .5 --late .5 --derived .1
make agreeing-press 4000 --seed 11
make agreeing-small-press 4000 --seed 12 --per-day 200
python3 "$here/lend_dates.py" "$ecb" > "$work/ecb-dated.jsonl"

"${PYTHON:-python3}" "$here/../scripts/train_stories.py" --probe build/release/bench/stories_probe \
    "$ecb" "$work/ecb-dated.jsonl" "$work/press.jsonl" "$work/small-press.jsonl" "$work/one-vocabulary.jsonl" "$work/years.jsonl" "$work/capital.jsonl" \
    "$work/twins.jsonl" "$work/agreeing-press.jsonl*0.5" "$work/agreeing-small-press.jsonl*0.5" "$@"
