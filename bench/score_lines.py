#!/usr/bin/env python3
"""score_lines.py LABELS.jsonl EXTRACT.jsonl [--why] : which lines of plain text were cut, against labels.

LABELS: {"id", "lines", "labels"} with 1 = article, 0 = furniture, -1 = not scored. EXTRACT: the lines of `synoptic extract` on ID.txt.
A line counts as kept where the cleaned text has it, as a line or within one. P, R: of the furniture that was cut; lost: of the article's.

The labels go by words: a menu's "New York" counts as article where the article says "New York". So does `text lost`: of the lines of the
article that were cut it leaves out those whose words the cleaned text has all the same, by the rule that gave them their label: a line of
less than four words by its words, a longer one by 80 % of its runs of four.
"""
import json
import os
import re
import sys


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def words_of(text):
    return [word.lower() for word in re.findall(r"\w+", text)]


class Words:
    """Says whether a text has the words of a line."""

    def __init__(self, text):
        words = words_of(text)
        self.runs = {tuple(words[i:i + 4]) for i in range(len(words) - 3)}
        self.lines = {" ".join(words_of(line)) for line in text.split("\n")}
        self.joined = f" {' '.join(words)} "

    def have(self, line):
        words = words_of(line)
        if len(words) < 4:
            line = " ".join(words)
            return line in self.lines or (len(words) > 1 and f" {line} " in self.joined)
        return sum(tuple(words[i:i + 4]) in self.runs for i in range(len(words) - 3)) >= 0.8 * (len(words) - 3)


def main():
    why = "--why" in sys.argv
    labels_path, extract_path = [a for a in sys.argv[1:] if a != "--why"]
    cleaned = {}
    with open(extract_path, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            cleaned[os.path.basename(document["path"]).removesuffix(".txt")] = document["text"]
    counts = {(label, kept): 0 for label in (0, 1) for kept in (False, True)}
    text_lost = 0
    with open(labels_path, encoding="utf-8") as pages:
        for page in map(json.loads, pages):
            text = cleaned.get(page["id"], "")
            own = {squeeze(line) for line in text.split("\n")}
            joined = squeeze(text)
            words = Words(text)
            for line, label in zip(page["lines"], page["labels"]):
                line = squeeze(line)
                bare = squeeze(re.sub(r"^([-*\u2022\u00b7\u2013]|\d{1,2}[.)])\s+|^#+\s*|^\|\s*|\s*\|$", "", line))
                kept = line in own or bare in own or (len(line) >= 30 and line in joined)
                if label in (0, 1):
                    counts[label, kept] += 1
                    echoed = label == 1 and not kept and words.have(line)
                    text_lost += label == 1 and not kept and not echoed
                    if why and kept != bool(label):
                        print(f"{page['id'][:12]} {'ECHO' if echoed else 'LOST' if label else 'KEPT'} {line[:160]}")
    cut_furniture, cut_article = counts[0, False], counts[1, False]
    furniture, article = cut_furniture + counts[0, True], cut_article + counts[1, True]
    p = cut_furniture / max(cut_furniture + cut_article, 1)
    r = cut_furniture / max(furniture, 1)
    print(f"furniture P {p:.3f} R {r:.3f}; article lines lost {cut_article}/{article} = {cut_article / max(article, 1):.3f}, "
          f"text lost {text_lost} = {text_lost / max(article, 1):.3f}")


if __name__ == "__main__":
    main()
