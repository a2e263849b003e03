#!/bin/sh
# Event coding against the benchmark's three sets: sh bench/events.sh BENCH_FOLDER [SYNOPTIC]
# BENCH_FOLDER holds events/*.jsonl and the scorers; prints their figures and the speed of the whole command.
set -eu
bench=${1:?usage: sh bench/events.sh BENCH_FOLDER [SYNOPTIC]}/events
synoptic=${2:-build/release/synoptic}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
echo "plv-dev: PLOVER type, spans"
time "$synoptic" code "$bench/plv-dev.jsonl" > "$out/plv"
python3 "$bench/score_plv.py" "$bench/plv-dev.jsonl" "$out/plv"
echo "cameo-quad-dev: five classes"
"$synoptic" code "$bench/cameo-quad-dev.jsonl" > "$out/quad"
python3 "$bench/score_plv.py" "$bench/cameo-quad-dev.jsonl" "$out/quad" --quadset
echo "petrarch-unit: dyads of countries"
"$synoptic" code "$bench/petrarch-unit.jsonl" --actors "$bench/actors.tsv" > "$out/unit"
python3 "$bench/score_events.py" "$bench/petrarch-unit.jsonl" "$out/unit" --country
