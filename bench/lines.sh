#!/usr/bin/env bash
# Scores how `synoptic extract` tells article lines from furniture in plain text: the pages of a set without their tags, and the project's
# own texts (bench/lines/*.txt: "+" before a line of the article, "-" before furniture).
#
#   bench/lines.sh BENCH [SYNOPTIC [SET [--why]]]      BENCH holds extract/SET, extract/linebench.py
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
sets=$1/extract synoptic=${2:-build/release/synoptic} set=${3:-aeb} why=${4:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

score() {  # NAME TEXTS LABELS
  "$synoptic" extract "$2" >"$work/$1.jsonl" 2>"$work/$1.log" || [ $? -eq 3 ]
  echo "== $1"
  python3 "$here/score_lines.py" "$3" "$work/$1.jsonl" $why
}

python3 "$here/page_text.py" "$sets/$set/ground-truth.json" "$sets/$set/html" "$work/pages"
python3 - "$work/pages" >"$work/full.json" <<'PY'
import json, os, sys
print(json.dumps({n.removesuffix(".txt"): {"articleBody": open(os.path.join(sys.argv[1], n), encoding="utf-8").read()} for n in sorted(os.listdir(sys.argv[1]))}))
PY
(cd "$sets" && python3 linebench.py "$set/ground-truth.json" "$work/full.json") >"$work/pages.labels"
score "$set" "$work/pages" "$work/pages.labels"

mkdir "$work/own"
python3 - "$here/lines" "$work/own" >"$work/own.labels" <<'PY'
import json, os, sys
source, out = sys.argv[1:]
for name in sorted(n for n in os.listdir(source) if n.endswith(".txt")):
    lines = open(os.path.join(source, name), encoding="utf-8").read().splitlines()
    with open(os.path.join(out, name), "w", encoding="utf-8") as f:
        f.write("\n".join(line[1:].strip() for line in lines) + "\n")
    rows = [(line[1:].strip(), int(line[0] == "+")) for line in lines if line[1:].strip()]
    print(json.dumps({"id": name.removesuffix(".txt"), "lines": [r[0] for r in rows], "labels": [r[1] for r in rows]}, ensure_ascii=False))
PY
score own "$work/own" "$work/own.labels"
