#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the weights by which articles are joined to stories: data/stories_trees.tsv.

    train_stories.py --probe build/release/bench/stories_probe -o data/stories_trees.tsv SET.jsonl...
    train_stories.py --probe ... --held-out --also MEASURED.jsonl... SET.jsonl...

SET: JSON lines {id, title, text, date, source, story}, of which pairs within a file are learned from; each set counts alike, SET.jsonl*0.5
half as much. Trees for pairs (LightGBM, monotone: likeness never speaks against, distance never for) are learned on whole sets and on
random parts of them, as what is rare depends on how much has been read. The regression for groups is learned on the joins that average
linkage proposes with trees learned on the other half of the stories. Needs lightgbm, numpy and scipy; the same input gives the
same table (bench/learn_stories.sh names the sets). --held-out writes no table: it learns from one half of the stories of each set, scores the other as a stream, both ways; and
scores the sets of --also, from which nothing is learned.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile
import zlib

import lightgbm
import numpy
import scipy.optimize

PAIR = """title lead body names numbers phrases title-in-lead body-names no-names key-names key-names-of-one key-words key-words-of-one lead-names
lead-names-of-one lead-numbers lead-numbers-of-one dated gap dates other-dates same-day event-gap crowd""".split()  # as in pair_score.hpp
GROUP = "likelihood smaller larger own-names own-words own-names-of-many own-words-of-many spread".split()  # as in group_score.hpp
GROUP_SIGNS = {"likelihood": 1, "smaller": -1, "larger": 1, "own-names": -1, "own-words": -1, "own-names-of-many": -1, "own-words-of-many": -1, "spread": -1}
AGAINST = {"gap", "other-dates", "event-gap", "crowd"}
EITHER = {"no-names", "dated"}
TREES = dict(objective="binary", max_depth=2, num_leaves=4, learning_rate=0.1, min_data_in_leaf=30, lambda_l2=1, feature_fraction=0.5, verbose=-1,
             num_threads=1, deterministic=True, force_row_wise=True, seed=1)
PARTS = 3  # random parts of a set, besides the whole
THRESHOLD = 0.36


def half_of(story, inner=False):
    """Stories of one number ("topic-7-a", "topic-7-b") are made to be confused and stay together. `inner`: another half, to part a half by."""
    number = re.search(r"-(\d+)-", story)
    if inner:
        return zlib.crc32((number[1] if number else story).encode()) // 2 % 2
    return int(number[1]) % 2 if number else zlib.crc32(story.encode()) % 2


class Learner:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.files = 0

    def probe(self, *arguments):
        return subprocess.run([self.options.probe, *arguments], check=True, stdout=subprocess.PIPE).stdout

    def subset(self, path, keep):
        self.files += 1
        made = os.path.join(self.folder, "%d.jsonl" % self.files)
        with open(path, encoding="utf-8") as lines, open(made, "w", encoding="utf-8") as out:
            out.writelines(line for line in lines if keep(json.loads(line)["story"]))
        return made

    def table(self, lines):
        self.files += 1
        made = os.path.join(self.folder, "%d.tsv" % self.files)
        with open(made, "w", encoding="utf-8") as out:
            out.write("".join(lines))
        return made

    def trees(self, sets):
        """Lines of the table for pairs. `sets`: (file, weight)."""
        evidence, truth, weights = [], [], []
        for path, weight in sets:
            files = [path] + [self.subset(path, lambda story, part=part: zlib.crc32(b"%d" % part + story.encode()) % (2 << part) == 0)
                              for part in range(PARTS)]
            for file in files:
                rows = numpy.frombuffer(self.probe("pairs", file), dtype=numpy.float32).reshape(-1, 3 + len(PAIR))
                evidence.append(rows[:, 3:])
                truth.append(rows[:, 0])
                weights.append(numpy.full(len(rows), 20000 * weight / max(1, len(rows))))
        signs = [-1 if name in AGAINST else 0 if name in EITHER else 1 for name in PAIR]
        data = lightgbm.Dataset(numpy.concatenate(evidence), numpy.concatenate(truth), weight=numpy.concatenate(weights))
        model = lightgbm.train(dict(TREES, monotone_constraints=signs), data, self.options.rounds)
        lines = ["threshold\t%g\n" % self.options.threshold, "bias\t0\n"]
        for tree in model.dump_model()["tree_info"]:
            node = tree["tree_structure"]
            if "leaf_value" not in node:
                lines.append("\t".join(["tree", PAIR[node["split_feature"]], "%.5f" % node["threshold"], *leaves(node["left_child"]),
                                        *leaves(node["right_child"])]) + "\n")
        return lines

    def joins(self, sets, trees):
        """Evidence and truth of joins of groups in files that the trees have not seen."""
        table = self.table(trees)
        made = []
        for path, weight in sets:
            rows = [numpy.frombuffer(self.probe("joins", path, "--table", table, *flag), dtype=numpy.float32).reshape(-1, 1 + len(GROUP))
                    for flag in ([], ["--freely"])]
            made.append((numpy.concatenate(rows), weight))
        return made

    def learn(self, sets):
        trees = self.trees(sets)
        joins = []
        for test in (0, 1):
            halves = [[(self.subset(path, lambda story: (half_of(story, True) == test) == tested), weight) for path, weight in sets]
                      for tested in (False, True)]
            joins += self.joins(halves[1], self.trees(halves[0]))
        rows = numpy.concatenate([r for r, _ in joins])
        weights = numpy.concatenate([numpy.full(len(r), 1000 * weight**2 / max(1, len(r))) for r, weight in joins])
        for size in ("smaller", "larger"):  # a join counts by the pairs it makes, to the power of 0.7
            weights *= 2 ** (3.5 * rows[:, 1 + GROUP.index(size)])
        found = regression(rows[:, 1:].astype(float), rows[:, 0] >= 0.5, weights)
        return trees + ["group\t%s\t%.3f\n" % pair for pair in zip(GROUP, found)] + ["group\tbias\t%.3f\n" % (found[-1] + self.options.lean)]

    def score(self, path, table, *more):
        told = {}
        for line in self.probe("group", path, "--window", "1000", "--table", table, *more).splitlines():
            row = json.loads(line)
            told[row["id"]] = row["story"]
        truth = {}
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            truth[row["id"]] = row["story"]
        pairs = lambda counts: sum(n * (n - 1) // 2 for n in counts.values())
        gold, found = collections.Counter(truth.values()), collections.Counter(told[i] for i in truth)
        both = collections.Counter((truth[i], told[i]) for i in truth)
        precision, recall = pairs(both) / max(1, pairs(found)), pairs(both) / max(1, pairs(gold))
        b_precision = sum(n * n / found[key[1]] for key, n in both.items()) / len(truth)
        b_recall = sum(n * n / gold[key[0]] for key, n in both.items()) / len(truth)
        return "pairs P %.3f R %.3f F1 %.3f, BCubed F1 %.3f" % (precision, recall, 2 * precision * recall / max(1e-9, precision + recall),
                                                                2 * b_precision * b_recall / (b_precision + b_recall))


def regression(rows, truth, weights):
    """Logistic regression whose weights keep the signs of GROUP_SIGNS; the bias comes last."""
    rows = numpy.column_stack([rows, numpy.ones(len(rows))])
    turned = rows * numpy.where(truth, -1.0, 1.0)[:, None]

    def loss(found):
        odds = turned @ found
        slope = turned.T @ (weights / (1 + numpy.exp(-odds))) + numpy.append(found[:-1], 0)
        return weights @ numpy.logaddexp(0, odds) + found[:-1] @ found[:-1] / 2, slope

    bounds = [{1: (0, None), -1: (None, 0), 0: (None, None), None: (0, 0)}[GROUP_SIGNS[name]] for name in GROUP] + [(None, None)]
    return scipy.optimize.minimize(loss, numpy.zeros(len(bounds)), jac=True, bounds=bounds, method="L-BFGS-B").x


def leaves(node):
    if "leaf_value" in node:
        return ["-", "0", "%.4f" % node["leaf_value"], "%.4f" % node["leaf_value"]]
    return [PAIR[node["split_feature"]], "%.5f" % node["threshold"], "%.4f" % node["left_child"]["leaf_value"],
            "%.4f" % node["right_child"]["leaf_value"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--probe", required=True, help="the program stories_probe")
    parser.add_argument("-o", dest="out", help="the table to write; comments at its head are kept")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--also", nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=200, help="trees")
    parser.add_argument("--threshold", type=float, default=THRESHOLD, help="mean probability from which on a document joins a story")
    parser.add_argument("--lean", type=float, default=0, help="added to the log-odds of groups: for recall, or below 0 for precision")
    options = parser.parse_args()
    sets = [(name.partition("*")[0], float(name.partition("*")[2] or 1)) for name in options.sets]
    with tempfile.TemporaryDirectory() as folder:
        learner = Learner(options, folder)
        if not options.held_out:
            if not options.out:
                parser.error("-o or --held-out")
            lines = learner.learn(sets)
            with open(options.out, encoding="utf-8") as old:
                head = [line for line in old if line.startswith("#")]
            with open(options.out, "w", encoding="utf-8") as out:
                out.writelines(head + lines)
            return
        for test in (0, 1):
            halves = [[(learner.subset(path, lambda story: (half_of(story) == test) == tested), weight) for path, weight in sets]
                      for tested in (False, True)]
            table = learner.table(learner.learn(halves[0]))
            measured = [(name, path) for (name, _), (path, _) in zip(sets, halves[1])]
            measured += [(name, learner.subset(name, lambda story: half_of(story) == test)) for name in options.also]
            for name, path in measured:
                print(test, os.path.basename(name), learner.score(path, table), flush=True)


if __name__ == "__main__":
    sys.exit(main())
