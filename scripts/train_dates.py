#!/usr/bin/env python3
"""Learns the weights by which one of the days that a page names is taken for its day of publication: data/clean_day_trees.tsv.

    synoptic extract --clues PAGES > CLUES.jsonl
    train_dates.py -o data/clean_day_trees.tsv GOLD.json=CLUES.jsonl...
    train_dates.py --check GOLD.json=CLUES.jsonl...       both halves of the pages, each judged by what the other taught

GOLD: {key: {"date": day}}, "file" where the page's file is not KEY.html. Gradient-boosted trees (LightGBM); needs lightgbm and numpy.
The same input gives the same table. Pages whose key names a day that stands nowhere on them teach that its days are none.
"""
import argparse
import json
import math
import re

from train_clean import half, load_gold, stem, write_trees

TREES, LEAVES, LEAST = 60, 8, 12
# what can only speak for a day, and what only against it
FOR = "data-published data-else meta-published meta-vague address description dateline attribute marked shown shown-published place lead".split()
AGAINST = "prose clock ambiguous apart others-shown".split()
BOUND = 0.25  # of the chance that the day is right; below it the page has no date


def pages_of(sources):
    """Of each set: its pages with a dated key, as (key, day, {day: clues})."""
    names, sets = [], []
    for source in sources:
        gold_path, clues_path = source.split("=", 1)
        gold = load_gold(gold_path)
        pages = []
        with open(clues_path, encoding="utf-8") as f:
            names = json.loads(f.readline())["day_names"]
            for page in map(json.loads, f):
                key, entry = gold.get(stem(page["path"]), (None, {}))
                day = re.search(r"\d{4}-\d{2}-\d{2}", entry.get("date") or "")
                if day:
                    pages.append((key, day[0], page["days"]))
        sets.append(pages)
    return names, sets


def learn(pages, names):
    import lightgbm
    import numpy

    rows, labels, weights = [], [], []
    for _, day, days in pages:
        for other, clues in days.items():
            rows.append(clues)
            labels.append(int(other == day))
            weights.append(1.0 / math.sqrt(len(days)))
    data = lightgbm.Dataset(numpy.array(rows, dtype=numpy.float32), numpy.array(labels), weight=numpy.array(weights))
    return lightgbm.train(
        dict(objective="binary", learning_rate=0.1, num_leaves=LEAVES, min_data_in_leaf=LEAST, feature_fraction=0.5, bagging_fraction=0.8,
             bagging_freq=1, monotone_constraints=[(name in FOR) - (name in AGAINST) for name in names], lambda_l2=3, max_bin=63, seed=1, deterministic=True, force_row_wise=True, num_threads=2, verbose=-1), data, TREES)


def judge(model, pages, names, bound):
    """How many days are right, given, and in the key. Where a page states a day for machines, one is given however unlikely."""
    stated = [names.index("data-published"), names.index("meta-published")]
    right = given = 0
    for _, day, days in pages:
        if not days:
            continue
        chance, best = max((c, d) for d, c in zip(days, model.predict(list(days.values()))))
        is_given = chance > bound or any(clues[i] > 1 for clues in days.values() for i in stated)
        given += is_given
        right += is_given and best == day
    return right, given, len(pages)


def tell(name, right, given, all_pages):
    print(f"{name}: P {right / max(given, 1):.3f} R {right / all_pages:.3f} F {2 * right / (given + all_pages):.3f} ({right}/{given}/{all_pages})")


def check(sets, names):
    for number, pages in enumerate(sets):
        can = sum(day in days for _, day, days in pages)
        print(f"set {number}: {len(pages)} pages, the key's day is named on {can}")
    for bound in (BOUND, 0.5):
        sums = [[0, 0, 0] for _ in sets]
        for part in (0, 1):
            model = learn([page for pages in sets for page in pages if half(page[0]) == part], names)
            for total, pages in zip(sums, sets):
                for i, n in enumerate(judge(model, [page for page in pages if half(page[0]) != part], names, bound)):
                    total[i] += n
        for number, total in enumerate(sums):
            tell(f"held out, bound {bound}, set {number}", *total)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("-o", "--output")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    names, sets = pages_of(args.sources)
    if args.check:
        check(sets, names)
        return
    write_trees(args.output, learn([page for pages in sets for page in pages], names), names, BOUND,
                "By how much the clues of a day (src/clean/day_clues.hpp) speak for its being that of publication: boosted trees,\n"
                "written by scripts/train_dates.py. Learned on pages of trafilatura's evaluation (Apache-2.0) and of the\n"
                "web-content-extraction-benchmark (CC BY 4.0); the numbers alone are kept.")


if __name__ == "__main__":
    main()
