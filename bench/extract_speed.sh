#!/usr/bin/env bash
# Pages a second on one core, metadata included, beside trafilatura on the same pages in the same run. Needs python3 with trafilatura.
#
#   bench/extract_speed.sh PAGES [SYNOPTIC [PYTHON]]      PAGES: a folder of *.html.gz
set -euo pipefail
pages=$1 synoptic=${2:-build/release/synoptic} python=${3:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for page in "$pages"/*.html.gz; do gzip -dc "$page" >"$work/$(basename "$page" .gz)"; done
count=$(ls "$work" | wc -l)

# time on the processor, so that other work on the machine does not count
ours=$( (TIMEFORMAT='%U %S'; time taskset -c 0 "$synoptic" extract "$work" >/dev/null 2>&1 || true) 2>&1 | awk '{print $1 + $2}')
theirs=$(taskset -c 0 "$python" - "$work" <<'PY'
import logging, os, sys, time
from trafilatura import bare_extraction
logging.disable(logging.CRITICAL)
pages = [open(os.path.join(sys.argv[1], n), "rb").read() for n in sorted(os.listdir(sys.argv[1]))]
bare_extraction(pages[0], with_metadata=True)
start = time.process_time()
for page in pages:
    bare_extraction(page, with_metadata=True)
print(time.process_time() - start)
PY
)
awk -v n="$count" -v a="$ours" -v b="$theirs" 'BEGIN { printf "synoptic %.0f pages/s, trafilatura %.1f pages/s: %.1f x\n", n / a, n / b, b / a }'
