#!/usr/bin/env python3
"""Learns the weights by which lines of a page are judged article or furniture: data/clean_html_trees.tsv, data/clean_text_trees.tsv.

    synoptic extract --clues PAGES > CLUES.jsonl
    train_clean.py html -o data/clean_html_trees.tsv GOLD.json=CLUES.jsonl...
    train_clean.py text -o data/clean_text_trees.tsv GOLD.json=CLUES.jsonl...
    train_clean.py crop GOLD.json TEXTS OUT       texts with less furniture around the article, to learn `text` from as well

GOLD: {key: {"articleBody": text}} or {key: {"with": [snippets], "without": [snippets]}}, "file" where the page's file is not KEY.html.
Gradient-boosted trees (LightGBM); needs lightgbm and numpy. The same input gives the same table. --half 0|1 leaves out half of the keys, to
measure on; GOLD.json=CLUES.jsonl*2 counts its pages twice.
"""
import argparse
import hashlib
import json
import os
import random
import re

WORD = re.compile(r"\w+")
# what a line is asked of the lines around it
AROUND = {
    "html": ([-2, -1, 1, 2], "length sentence linked stays reason named kind tag capitals rule shout made-alike reader digits slanted colon"),
    "text": ([-3, -2, -1, 1, 2, 3], "length sentence stays reason kind capitals rule shout reader digits colon words lower quoted short-words repeats"),
}
OF_MARKUP = set("linked in-root named tag depth below-root made-alike alike-count alike-length siblings parent-linked outer-linked parent-text "
                "odd teaser content soft strong slanted".split())
OF_TEXT = set("known-words common-words said sentences from-core to-core-end core-lines core-share run-before run-after wide-before "
              "wide-after short-before short-after again-before again-after".split())
LEFT_OUT = {"html": OF_TEXT, "text": OF_MARKUP}
THRESHOLD = {"html": 0.42, "text": 0.05}
TREES = {"html": 130, "text": 150}
WORD_POWER = {"html": 0.7, "text": 0.15}  # how much more a long line counts


def words_of(text):
    return [w.lower() for w in WORD.findall(text or "")]


def squeeze(text):
    return re.sub(r"\s+", " ", text or "").strip()


def stem(path):
    name = os.path.basename(path)
    for end in (".gz", ".html", ".htm", ".txt"):
        name = name.removesuffix(end)
    return name


def half(key):
    return int(hashlib.md5(key.encode()).hexdigest(), 16) % 2


def drop_echoes(words, labels):
    """Of a line that stands twice, the one with more of the article around it is the article's."""
    weight = [len(w) if label == 1 else 0 for w, label in zip(words, labels)]
    total = [0]
    for w in weight:
        total.append(total[-1] + w)
    around = lambda i: total[min(len(weight), i + 13)] - total[max(0, i - 12)] - weight[i]
    seen = {}
    for i, label in enumerate(labels):
        if label == 1:
            other = seen.setdefault(" ".join(words[i]), i)
            if other != i:
                worse, better = sorted((i, other), key=around) if around(i) != around(other) else (i, other)
                labels[worse] = 0
                seen[" ".join(words[i])] = better


def labels_by_body(lines, body):
    """1 where half of a line's four-word runs are in the article; lines of less words where the article runs around them."""
    gold = words_of(body)
    runs = {tuple(gold[i:i + 4]) for i in range(len(gold) - 3)}
    gold_lines = {" ".join(words_of(line)) for line in body.split("\n")}
    joined = " " + " ".join(gold) + " "
    words = [words_of(line) for line in lines]
    labels, of_short = [], {}
    for i, w in enumerate(words):
        if len(w) >= 4:
            labels.append(int(sum(tuple(w[k:k + 4]) in runs for k in range(len(w) - 3)) >= 0.5 * (len(w) - 3)))
            continue
        labels.append(0 if w else -1)
        text = " ".join(w)
        if w and text in gold_lines:
            of_short[i] = "line"
        elif len(w) > 1 and f" {text} " in joined:
            of_short[i] = "words"
    drop_echoes(words, labels)
    long_ones = [i for i, label in enumerate(labels) if label == 1 and len(words[i]) >= 8]
    ones = {i for i, label in enumerate(labels) if label == 1}
    for i, how in of_short.items():
        near = any(k in ones for k in range(i - 3, i + 4))
        inside = bool(long_ones) and long_ones[0] < i < long_ones[-1]
        labels[i] = int(near and (how == "line" or inside))
    return labels


def labels_by_snippets(lines, wanted, unwanted):
    wanted, unwanted = [squeeze(s) for s in wanted], [squeeze(s) for s in unwanted]
    labels = []
    for line in map(squeeze, lines):
        is_wanted = any(s in line or (len(line) >= 40 and line in s) for s in wanted)
        is_unwanted = any(s in line or (len(line) >= 15 and line in s) for s in unwanted)
        labels.append(-1 if is_wanted == is_unwanted else int(is_wanted))
    return labels


def labels_of(lines, gold):
    if "with" in gold and "articleBody" not in gold:
        return labels_by_snippets(lines, gold["with"], gold["without"])
    return labels_by_body(lines, gold["articleBody"] or "")


def load_gold(path):
    with open(path, encoding="utf-8") as f:
        gold = json.load(f)
    return {stem(v["file"]) if v.get("file") else key: (key, v) for key, v in gold.items()}


class Page:
    """The clues of a page's lines, what they are (-1: not asked), and how much each counts."""

    def __init__(self, own, label, weight):
        self.own, self.label, self.weight = own, label, weight


def read_pages(args):
    import numpy

    pages, names = [], []
    for source in args.sources:
        source, _, times = source.partition("*")
        gold_path, clues_path = source.split("=", 1)
        gold = load_gold(gold_path)
        with open(clues_path, encoding="utf-8") as f:
            names = json.loads(f.readline())["names"]
            for page in map(json.loads, f):
                if not page["lines"] or stem(page["path"]) not in gold:
                    continue
                key, entry = gold[stem(page["path"])]
                if args.half is not None and half(key) == args.half:
                    continue
                own = numpy.array(page["clues"], dtype=numpy.float32)
                label = numpy.array(labels_of(page["lines"], entry))
                weight = (numpy.array([len(words_of(line)) for line in page["lines"]]) + 3.0) ** WORD_POWER[args.kind]
                weight = numpy.minimum(weight / max(weight[label >= 0].sum(), 1) * 100, 20) * float(times or 1)
                label[own[:, names.index("reason")] == 1] = -1  # what repeats the title is never judged
                pages.append(Page(own, label, weight))
    return pages, names


def wide(own, columns, shifts, around):
    """The clues of each line and of the lines around it."""
    import numpy

    parts = [own[:, columns]]
    for s in shifts:
        moved = numpy.zeros((len(own), len(around)), dtype=numpy.float32)
        if abs(s) < len(own):
            moved[max(0, -s):len(own) - max(0, s)] = own[max(0, s):len(own) - max(0, -s), around]
        parts.append(moved)
    return numpy.concatenate(parts, axis=1)


def learn(args):
    import lightgbm
    import numpy

    pages, all_names = read_pages(args)
    shifts, asked = AROUND[args.kind]
    columns = [i for i, name in enumerate(all_names) if name not in LEFT_OUT[args.kind]]
    around = [all_names.index(name) for name in asked.split()]
    names = [all_names[i] for i in columns] + [f"{all_names[i]}@{s}" for s in shifts for i in around]
    rows = [wide(page.own, columns, shifts, around)[page.label >= 0] for page in pages]
    labels = [page.label[page.label >= 0] for page in pages]
    weights = [page.weight[page.label >= 0] for page in pages]
    data = lightgbm.Dataset(numpy.concatenate(rows), numpy.concatenate(labels), weight=numpy.concatenate(weights))
    model = lightgbm.train(
        dict(objective="binary", learning_rate=0.1, num_leaves=20, min_data_in_leaf=60, feature_fraction=0.4, bagging_fraction=0.7, bagging_freq=1,
             lambda_l2=5, max_bin=127, seed=1, deterministic=True, force_row_wise=True, num_threads=2, verbose=-1), data, TREES[args.kind])
    write_trees(args.output, model, names, THRESHOLD[args.kind],
                f"By how much the clues of a line (src/clean/clues.hpp) speak for article: boosted trees, written by\n"
                f"scripts/train_clean.py {args.kind}. Learned on pages of article-extraction-benchmark (MIT), of trafilatura's evaluation\n"
                f"(Apache-2.0) and of the web-content-extraction-benchmark (CC BY 4.0); the numbers alone are kept.")


def write_trees(path, model, names, threshold, head):
    import math

    def cells(node):
        if "leaf_value" in node:
            return ["=", f"{node['leaf_value']:.4f}"]
        bound = float(node["threshold"])
        return [names[node["split_feature"]], f"{bound if abs(bound) > 1e-30 else math.copysign(1e-30, bound):.6g}", *cells(node["left_child"]), *cells(node["right_child"])]

    head += "\nA tree is read from its root: clue and bound, then the branch for less or as much, then the one for more; = is a leaf."
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(f"# {line}\n" for line in head.split("\n"))
        out.write(f"threshold\t{math.log(threshold / (1 - threshold)):.4f}\nbias\t0\n")
        for tree in model.dump_model()["tree_info"]:
            out.write("\t".join(["tree", *cells(tree["tree_structure"])]) + "\n")


def crop(args):
    gold_path, texts, out = args.sources
    gold = load_gold(gold_path)
    os.makedirs(out, exist_ok=True)
    for name in sorted(os.listdir(texts)):
        key, entry = gold.get(stem(name), (None, {}))
        if not entry.get("articleBody"):
            continue
        with open(os.path.join(texts, name), encoding="utf-8") as f:
            lines = [line for line in f.read().split("\n") if line.strip()]
        labels = labels_of(lines, entry)
        ones = [i for i, label in enumerate(labels) if label == 1]
        if len(ones) < 2:
            continue
        chance = random.Random(int(hashlib.md5(key.encode()).hexdigest(), 16) + args.seed)
        first, last = ones[0], ones[-1]
        if args.seed % 2 == 0:
            lines = lines[max(0, first - int(chance.expovariate(1 / 6))):last + 1 + int(chance.expovariate(1 / 10))]
        else:
            dropped = chance.random()
            kept = [i for i, label in enumerate(labels) if label == 1 or (first - 4 <= i <= last + 6 and chance.random() > dropped)]
            lines = [lines[i] for i in (ones if chance.random() < 0.15 else kept)]
        with open(os.path.join(out, name), "w", encoding="utf-8") as f:
            f.write(("\n\n" if chance.random() < 0.5 else "\n").join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=["html", "text", "crop"])
    parser.add_argument("sources", nargs="+")
    parser.add_argument("-o", "--output")
    parser.add_argument("--half", type=int, choices=[0, 1])
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    if args.kind == "crop":
        crop(args)
    else:
        learn(args)


if __name__ == "__main__":
    main()
