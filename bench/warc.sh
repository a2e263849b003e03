#!/usr/bin/env bash
# How fast a crawl is read to articles, and in how much memory: makes up a WARC file, extracts it, deletes it.
#
#   bench/warc.sh [PROGRAM [GIGABYTES]]      5 GB where nothing else is said; needs that much room in $TMPDIR (/tmp)
set -euo pipefail
program=${1:-build/release/synoptic} gigabytes=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/make_warc.py" "${gigabytes}e9" >"$work/crawl.warc.gz"
python3 - "$program" "$work/crawl.warc.gz" <<'PY'
import os, resource, subprocess, sys, time

program, crawl = sys.argv[1:]
start = time.monotonic()
run = subprocess.Popen([program, "extract", crawl], stdout=subprocess.PIPE)
articles = 0
while block := run.stdout.read(1 << 20):
    articles += block.count(b"\n")
code = run.wait()
seconds = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
megabytes = os.path.getsize(crawl) / 1e6
print(f"{megabytes:.0f} MB of gzip, {articles} articles, exit {code}")
print(f"{seconds:.0f} s, {megabytes / seconds:.1f} MB/s, {articles / seconds:.0f} pages/s; of processor time {used.ru_utime + used.ru_stime:.0f} s, "
      f"{megabytes / (used.ru_utime + used.ru_stime):.1f} MB/s")
print(f"peak resident {used.ru_maxrss / 1024:.0f} MB")
PY
