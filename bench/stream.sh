#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Stories as a stream: bench/stream.sh BENCH [SYNOPTIC]
# BENCH holds stories/ with {ecbplus-dev,gva-dev,basil}.jsonl and score_clusters.py. For each set, in order of date: everything in one window (batch),
# one by one, and one by one with each day shuffled. Then made-up streams of a small and of a large press: quality; and, keys ready, documents a second
# of processor time and memory (stories_probe). LARGE (default 100000) is the length of the longest.
set -eu
folder=$1/stories
synoptic=${2:-build/release/synoptic}
large=${LARGE:-100000}
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# in_time FILE SEED: its lines in order of date, undated ones last; within a day by place, or shuffled by SEED if that is not 0
in_time() {
    python3 - "$1" "$2" <<'PYTHON'
import json, random, sys
lines = [line for line in open(sys.argv[1], encoding="utf-8") if json.loads(line)["text"].strip()]
if sys.argv[2] != "0":
    random.Random(int(sys.argv[2])).shuffle(lines)
lines.sort(key=lambda line: json.loads(line).get("date") or "9999")
sys.stdout.writelines(lines)
PYTHON
}

# score NAME FILE WINDOW
score() {
    "$synoptic" group --threads 1 --window "$3" "$2" > "$work/told.jsonl"
    printf '%s ' "$1"
    python3 "$folder/score_clusters.py" "$2" "$work/told.jsonl"
}

for set in ecbplus-dev gva-dev basil; do
    in_time "$folder/$set.jsonl" 0 > "$work/set.jsonl"
    score "$set batch" "$work/set.jsonl" 1000000
    score "$set one-by-one" "$work/set.jsonl" 1
    for seed in 1 2; do
        in_time "$folder/$set.jsonl" "$seed" > "$work/set.jsonl"
        score "$set shuffled-$seed" "$work/set.jsonl" 1
    done
done

for per_day in 200 33333; do
    python3 "$here/make_stream.py" $((large / 5)) --per-day "$per_day" > "$work/stream.jsonl"
    score "made-up, $per_day a day" "$work/stream.jsonl" 1000
done

cmake --build --preset release --target stories_probe > /dev/null
python3 "$here/make_stream.py" "$large" --plain | build/release/bench/stories_probe keys > "$work/keys"
build/release/bench/stories_probe speed --every $((large / 10)) < "$work/keys"
