#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How well the measures of `synoptic copies --measures` tell texts that reuse a source from texts that do not.

    bench/reuse.py PAIRS.jsonl SYNOPTIC

PAIRS: lines {text, source_text, label: cut | light | heavy | none}. Each pair is read alone, the source dated a day before the text. Prints how
the relations that the program gives fall upon the labels, and, cross-validated (ten folds, three times, seeds 1 to 3), the F1 of reuse against
none and the accuracy of the four labels, by a multinomial logistic regression on the measures.
"""
import collections
import json
import math
import random
import subprocess
import sys
import tempfile

LABELS = ["cut", "light", "heavy", "none"]
STEPS, RATE, SHRINK = 150, 0.5, 0.1  # few pairs: weights are held small


def compare(pair, synoptic):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for name, key, date in (("source", "source_text", "2000-01-01"), ("text", "text", "2000-01-02")):
            file.write(json.dumps({"id": name, "text": pair[key], "date": date}) + "\n")
        file.flush()
        out = subprocess.run([synoptic, "copies", "--measures", file.name], capture_output=True, text=True, check=True).stdout
    return json.loads(out) if out else None


def learn(rows, labels, classes):
    weights = [[0.0] * len(rows[0]) for _ in classes]
    for _ in range(STEPS):
        gradients = [[SHRINK * w for w in of_class[:-1]] + [0.0] for of_class in weights]
        for row, label in zip(rows, labels):
            for c, chance in enumerate(chances(weights, row)):
                error = (chance - (classes[c] == label)) / len(rows)
                for k, value in enumerate(row):
                    gradients[c][k] += error * value
        for c, gradient in enumerate(gradients):
            for k, value in enumerate(gradient):
                weights[c][k] -= RATE * value
    return weights


def chances(weights, row):
    scores = [sum(w * value for w, value in zip(of_class, row)) for of_class in weights]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]


def cross_validate(rows, labels, seed):
    """The label each row is given by a model that did not see it."""
    classes = sorted(set(labels))
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)
    order.sort(key=lambda i: labels[i])  # every tenth of each label to one fold
    given = [None] * len(rows)
    for fold in range(10):
        held = set(order[fold::10])
        there = [i for i in order if i not in held]
        means = [sum(rows[i][k] for i in there) / len(there) for k in range(len(rows[0]))]
        widths = [max(1e-6, math.sqrt(sum((rows[i][k] - means[k]) ** 2 for i in there) / len(there))) for k in range(len(rows[0]))]
        scaled = [[(value - mean) / width for value, mean, width in zip(row, means, widths)] + [1.0] for row in rows]
        weights = learn([scaled[i] for i in there], [labels[i] for i in there], classes)
        for i in held:
            found = chances(weights, scaled[i])
            given[i] = classes[found.index(max(found))]
    return given


def f1(truth, given):
    right = sum(t and g for t, g in zip(truth, given))
    return 2 * right / max(1, sum(truth) + sum(given))


def main():
    pairs, synoptic = sys.argv[1:3]
    labels, rows, relations = [], [], collections.Counter()
    names = None
    found = []
    for line in open(pairs, encoding="utf-8"):
        pair = json.loads(line)
        labels.append(pair["label"])
        found.append(compare(pair, synoptic))
        relations[pair["label"], found[-1]["relation"] if found[-1] else "not compared"] += 1
        names = names or (found[-1] and sorted(found[-1]["measures"]))
    for one in found:
        rows.append([one["measures"][name] if one else 0.0 for name in names])
    reused = [label != "none" for label in labels]
    by_program = [one is not None and one["relation"] not in ("independent", "quotation") for one in found]
    print("relations given:", dict(("%s as %s" % key, count) for key, count in sorted(relations.items())))
    print("reuse against none, as the program says: F1 %.3f" % f1(reused, by_program))
    f1s, right = [], []
    for seed in (1, 2, 3):
        f1s.append(f1(reused, [given == "reused" for given in cross_validate(rows, ["reused" if r else "none" for r in reused], seed)]))
        given = cross_validate(rows, labels, seed)
        right.append(sum(g == label for g, label in zip(given, labels)) / len(labels))
    print("cross-validated on the measures: reuse against none F1 %.3f; four labels, accuracy %.3f" % (sum(f1s) / 3, sum(right) / 3))


if __name__ == "__main__":
    main()
