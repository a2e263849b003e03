#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Near-copies with the Python package datasketch, for comparing speed: bench/datasketch_speed.py STREAM.jsonl one|batch

The use its manual shows: 128 permutations, four-word shingles, an index with banded lookup at 0.5; no verification. one: update() a shingle;
batch: update_batch() a document, its fastest way. Prints documents a second of processor time.
"""
import json
import re
import sys
import time

from datasketch import MinHash, MinHashLSH


def main():
    path, way = sys.argv[1:3]
    index = MinHashLSH(threshold=0.5, num_perm=128)
    start = time.process_time()
    documents = candidates = 0
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        words = re.findall(r"\w+", row["text"].lower())
        shingles = {" ".join(words[i:i + 4]).encode() for i in range(len(words) - 3)}
        sketch = MinHash(num_perm=128)
        if way == "batch":
            sketch.update_batch(list(shingles))
        else:
            for shingle in shingles:
                sketch.update(shingle)
        candidates += len(index.query(sketch))
        index.insert(row["id"], sketch)
        documents += 1
    print("datasketch, %s: %d documents, %d candidate pairs, %.0f documents/s" % (way, documents, candidates, documents / (time.process_time() - start)))


if __name__ == "__main__":
    main()
