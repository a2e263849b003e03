#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copies: bench/copies.sh BENCH [SYNOPTIC [PYTHON [DOCUMENTS ...]]]
#
# Quality on made-up articles and on BENCH/stories/clough-pairs.jsonl, then speed and memory on one core for streams of DOCUMENTS made-up
# articles (10^5 and 10^6 unless told), beside datasketch where PYTHON has it. Speed is by processor time, the reading of the lines counted.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
bench=$1 synoptic=${2:-build/release/synoptic} python=${3:-python3}
shift $(($# < 3 ? $# : 3))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "== 5,000 made-up articles of 25 days"
"$root/bench/make_stream.py" 5000 --per-day 200 >"$work/stream.jsonl"
"$synoptic" copies "$work/stream.jsonl" >"$work/copies.jsonl"
"$root/bench/score_copies.py" "$work/stream.jsonl" "$work/copies.jsonl"

echo "== clough-pairs"
"$root/bench/reuse.py" "$bench/stories/clough-pairs.jsonl" "$synoptic"

for documents in "${@:-100000 1000000}"; do
    for count in $documents; do
        echo "== $count made-up articles, one core"
        "$root/bench/make_stream.py" "$count" --plain >"$work/stream.jsonl"
        python3 - "$synoptic" "$work/stream.jsonl" "$count" <<'PYTHON'
import os, resource, subprocess, sys
synoptic, path, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
lines = 0
with subprocess.Popen([synoptic, "copies", "--threads", "1", path], stdout=subprocess.PIPE) as run:
    for _ in run.stdout:
        lines += 1
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print("synoptic: %d pairs, %.0f documents/s, %.0f MB resident" % (lines, count / (usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024))
PYTHON
        if "$python" -c "import datasketch" 2>/dev/null; then
            head -n 20000 "$work/stream.jsonl" >"$work/part.jsonl"
            "$python" "$root/bench/datasketch_speed.py" "$work/part.jsonl" one
            "$python" "$root/bench/datasketch_speed.py" "$work/part.jsonl" batch
        fi
    done
done
