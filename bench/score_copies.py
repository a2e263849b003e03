#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the lines of `synoptic copies` against a made-up stream: bench/score_copies.py STREAM.jsonl COPIES.jsonl

A pair is right where both documents go back to one original. Prints how many were found of each relation, how many pairs join accounts of
their own (of one story, or of none in common), what each relation was called, and how often a known direction was right.
"""
import collections
import json
import sys

DERIVED = ("copy", "abridged", "extended", "rewrite")


def main():
    truth = {}
    for line in open(sys.argv[1], encoding="utf-8"):
        row = json.loads(line)
        truth[row["id"]] = (row["relation"], row["copy_of"], row["story"], row["date"])

    def original(document):
        while truth[document][0] in DERIVED:
            document = truth[document][1]
        return document

    found, pairs = {}, collections.Counter()
    for line in open(sys.argv[2], encoding="utf-8"):
        row = json.loads(line)
        if row["relation"] not in DERIVED:
            continue
        a, b = row["a"], row["b"]
        kind = "right" if original(a) == original(b) else "accounts of one story" if truth[a][2] == truth[b][2] else "unrelated"
        pairs[kind] += 1
        found[frozenset((a, b))] = row
    there, seen, called, direction = collections.Counter(), collections.Counter(), collections.Counter(), collections.Counter()
    for document, (relation, source, _, date) in truth.items():
        if relation not in DERIVED:
            continue
        there[relation] += 1
        if row := found.get(frozenset((document, source))):
            seen[relation] += 1
            called["%s as %s" % (relation, row["relation"])] += 1
            if date != truth[source][3]:
                direction["unknown" if row["direction"] == "unknown" else "right" if row["b"] == document else "wrong"] += 1
    print("pairs:", dict(sorted(pairs.items())))
    print("found:", {relation: "%d of %d, %.3f" % (seen[relation], there[relation], seen[relation] / there[relation]) for relation in DERIVED if there[relation]})
    print("called:", dict(sorted(called.items())))
    print("direction, of different days:", dict(sorted(direction.items())))


if __name__ == "__main__":
    main()
