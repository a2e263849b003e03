#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lends days of publication to articles of known stories that have none, so that their likeness can be learned beside dates.

    bench/lend_dates.py SET.jsonl > dated.jsonl

SET: JSON lines {id, title, text, date, source, story}, of which dates may be null; printed in order of date. A story is reported on the day
it happens or soon after, and now and then up to a year later. The day is the first quarter of the dates that its articles have; without
any, a day up to four years from a story with the same name but for its last part ("topic-7-a", "topic-7-b"), else anywhere. It is moved back to
the weekday that the articles' first words name most. The same input gives the same bytes.
"""
import argparse
import collections
import datetime
import json
import random
import re
import sys

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
LEAD = 60  # words
LATE = 0.15  # share of the articles that come up to a year later
FIRST = datetime.date(2009, 1, 1).toordinal()


def day_of(articles, twin, draw):
    dated = sorted(datetime.date.fromisoformat(article["date"][:10]).toordinal() for article in articles if article["date"])
    if dated:
        day = dated[len(dated) // 4]
    elif twin:
        day = twin + int(1500 ** draw()) * (1 if draw() < 0.5 else -1)
    else:
        day = FIRST + int(1500 * draw())
    named = collections.Counter(word for article in articles for word in re.findall("[a-z]+", " ".join(article["text"].lower().split()[:LEAD])) if word in DAYS)
    if named:
        most = min(named, key=lambda word: (-named[word], DAYS.index(word)))
        day -= (datetime.date.fromordinal(day).weekday() - DAYS.index(most)) % 7
    return day


def delay(draw):
    if draw() < LATE:
        return int(400 ** draw())
    days = 0
    while draw() < 0.5:
        days += 1
    return days


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw = random.Random(options.seed).random
    with open(options.set, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    stories = {}
    for article in articles:
        stories.setdefault(article["story"], []).append(article)
    days, of_topic = {}, {}
    # Dated stories first: their days are known, those of their twins are lent.
    for story in sorted(stories, key=lambda story: (not any(article["date"] for article in stories[story]), story)):
        topic = story.rpartition("-")[0]
        days[story] = day_of(stories[story], of_topic.get(topic), draw)
        of_topic.setdefault(topic, days[story])
    for article in articles:
        if not article["date"]:
            article["date"] = datetime.date.fromordinal(days[article["story"]] + delay(draw)).isoformat()
    for article in sorted(articles, key=lambda article: article["date"]):
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
