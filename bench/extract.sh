#!/usr/bin/env bash
# Scores `synoptic extract` on page sets: folders with ground-truth.json and html/*.html.gz, the scorers beside them.
#
#   bench/extract.sh BENCH [SYNOPTIC [SET...]]      BENCH holds extract/SET and the scorers; without SET: aeb tra wcxb
set -euo pipefail
sets=$1/extract
synoptic=${2:-build/release/synoptic}
shift $(($# > 2 ? 2 : $#))
[ $# -gt 0 ] || set -- aeb tra wcxb
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for set in "$@"; do
  gold=$sets/$set/ground-truth.json
  start=$(date +%s.%N)
  "$synoptic" extract "$sets/$set/html" >"$work/$set.jsonl" 2>"$work/$set.log" || [ $? -eq 3 ]
  python3 - "$set" "$(ls "$sets/$set/html" | wc -l)" "$start" <<'PY'
import sys, time
name, pages, start = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
print(f"{name}: {pages} pages, {pages / (time.time() - start):.0f} a second")
PY
  python3 "$sets/collect.py" "$gold" "$work/$set.jsonl" >"$work/$set.json"
  case $set in
    aeb) python3 "$sets/score.py" "$gold" "$work/$set.json" ;;
    wcxb) python3 "$sets/score_words.py" "$gold" "$work/$set.json"; python3 "$sets/score_snip.py" "$gold" "$work/$set.json" ;;
    *) python3 "$sets/score_snip.py" "$gold" "$work/$set.json" ;;
  esac
  [ "$set" = aeb ] || python3 "$sets/score_meta.py" "$gold" "$work/$set.json"
done
