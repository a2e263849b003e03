#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Quality of copies and stories: bench/stories.sh BENCH [SYNOPTIC]
# BENCH holds stories/ with {ecbplus-dev,gva-dev,basil,clough-pairs}.jsonl and score_clusters.py. Prints one line a set.
set -eu
folder=$1/stories
synoptic=${2:-build/release/synoptic}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for set in ecbplus-dev gva-dev basil; do
    "$synoptic" group "$folder/$set.jsonl" > "$work/$set.jsonl" || [ $? -eq 3 ]  # 3: a line without text was skipped
    printf '%s ' "$set"
    python3 "$folder/score_clusters.py" "$folder/$set.jsonl" "$work/$set.jsonl"
done

# Each pair is read alone, the source dated a day before the text.
python3 - "$folder/clough-pairs.jsonl" "$synoptic" "$work" <<'PYTHON'
import collections, json, subprocess, sys
pairs, synoptic, work = sys.argv[1:]
seen = collections.Counter()
for line in open(pairs, encoding="utf-8"):
    pair = json.loads(line)
    path = work + "/pair.jsonl"
    with open(path, "w", encoding="utf-8") as out:
        for name, key, date in (("source", "source_text", "2000-01-01"), ("text", "text", "2000-01-02")):
            out.write(json.dumps({"id": name, "text": pair[key], "date": date}) + "\n")
    found = subprocess.run([synoptic, "copies", path], capture_output=True, text=True, check=True).stdout
    relation = json.loads(found)["relation"] if found else "independent"
    seen[pair["label"], relation] += 1
reused = sum(n for (label, relation), n in seen.items() if relation != "independent")
right = sum(n for (label, relation), n in seen.items() if relation != "independent" and label != "none")
derived = sum(n for (label, relation), n in seen.items() if label != "none")
print("clough-pairs reuse F1 %.3f" % (2 * right / (reused + derived)), dict(("%s as %s" % key, n) for key, n in sorted(seen.items())))
PYTHON
