#!/usr/bin/env bash
# Scores whole runs against the answer keys of story sets: read, export, score.
#
#   bench/story.sh BENCH [PROGRAM [--why]]
#
# BENCH is the folder with story/score_story.py and story/*/gold.json; the project's own sets are scored as well.
set -euo pipefail
bench=$1 program=${2:-build/release/synoptic} why=${3:-}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

score() {  # NAME DOCS GOLD
    "$program" read "$2"/* -o "$work/$1.db" --quiet
    "$program" export "$work/$1.db" --format json >"$work/$1.jsonl"
    echo "== $1"
    python3 "$bench/story/score_story.py" "$3" "$work/$1.jsonl" $why
}

for gold in "$bench"/story/*/gold.json; do
    set=$(dirname "$gold")
    score "$(basename "$set")" "$set/docs" "$gold"
done
for name in port exchange; do
    score $name "$root/tests/story/$name/docs" "$root/tests/story/$name/gold.json"
done
score examples "$root/examples/pages" "$root/examples/key/flood.json"
