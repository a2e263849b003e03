#!/bin/sh
# Measures the language layer: bench/language.sh BENCH [PROGRAM]
# BENCH: the folder with language/score_*.py and its data; PROGRAM: build/release/synoptic where not given.
set -eu
language="$1/language"
program="${2:-$(dirname "$0")/../build/release/synoptic}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# CoNLL-U to one JSON line a document: sentences with their spaces, a blank line between paragraphs
raw() {
    python3 - "$1" <<'PYTHON'
import json
import sys

documents, number, glue = [], 0, ""
for line in open(sys.argv[1], encoding="utf-8"):
    line = line.rstrip("\n")
    if line.startswith("# newdoc"):
        documents.append("")
        glue = ""
    elif line.startswith("# newpar"):
        glue = "\n\n" if documents[-1] else ""
    elif line.startswith("# text = "):
        documents[-1] += glue + line[9:]
        glue = " "
for number, text in enumerate(documents):
    print(json.dumps({"id": f"document-{number:05}", "text": text}))
PYTHON
}

for set in en_ewt en_gum_open; do
    gold="$language/conllu/$set-test.conllu"
    echo "== $set test, gold tokens"
    "$program" analyze --tokens conllu --format conllu "$gold" >"$work/out"
    python3 "$language/score_conllu.py" "$gold" "$work/out"
    echo "== $set test, raw text"
    raw "$gold" >"$work/raw.jsonl"
    "$program" analyze --format conllu "$work/raw.jsonl" >"$work/out"
    python3 "$language/score_conllu.py" "$gold" "$work/out"
done
for set in uner_ewt-dev gum_open-test wikigold re3d-test; do
    echo "== names, $set"
    "$program" analyze --tokens bio --format conllu "$language/ner/$set.bio" >"$work/out"
    python3 "$language/score_names.py" "$language/ner/$set.bio" "$work/out"
done
for set in recognizers_en gum_dates-dev; do
    echo "== times, $set"
    "$program" analyze "$language/timex/$set.jsonl" >"$work/out"
    python3 "$language/score_times.py" "$language/timex/$set.jsonl" "$work/out"
done
echo "== quotations, polnear-dev"
"$program" analyze "$language/quotes/polnear-dev.jsonl" >"$work/out"
python3 "$language/score_quotes.py" "$language/quotes/polnear-dev.jsonl" "$work/out"

echo "== speed, one core"
raw "$language/conllu/en_gum_open-train.conllu" >"$work/raw.jsonl"
python3 - "$program" "$work/raw.jsonl" <<'PYTHON'
import resource
import subprocess
import sys


def seconds(*options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    out = subprocess.run([sys.argv[1], "analyze", "--format", "conllu", *options, sys.argv[2]], stdout=subprocess.PIPE, check=True).stdout
    words = sum(1 for line in out.splitlines() if line[:1].isdigit() and b"-" not in line.split(b"\t", 1)[0])
    return words, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


for name, options in (("whole layer", []), ("tokens alone", ["--tokens-only"])):
    words, time = seconds(*options)
    print(f"{name}: {words} words in {time:.2f} s of one core, start and output counted: {words / time:.0f} words/s")
PYTHON
