#!/usr/bin/env python3
"""score_lines.py LABELS.jsonl EXTRACT.jsonl [--why] : which lines of plain text were cut, against labels.

LABELS: {"id", "lines", "labels"} with 1 = article, 0 = furniture, -1 = not scored. EXTRACT: the lines of `synoptic extract` on ID.txt.
A line counts as kept where the cleaned text has it, as a line or within one. P, R: of the furniture that was cut; lost: of the article's.
"""
import json
import os
import re
import sys


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def main():
    why = "--why" in sys.argv
    labels_path, extract_path = [a for a in sys.argv[1:] if a != "--why"]
    cleaned = {}
    with open(extract_path, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            cleaned[os.path.basename(document["path"]).removesuffix(".txt")] = document["text"]
    counts = {(label, kept): 0 for label in (0, 1) for kept in (False, True)}
    with open(labels_path, encoding="utf-8") as pages:
        for page in map(json.loads, pages):
            text = cleaned.get(page["id"], "")
            own = {squeeze(line) for line in text.split("\n")}
            joined = squeeze(text)
            for line, label in zip(page["lines"], page["labels"]):
                line = squeeze(line)
                bare = squeeze(re.sub(r"^([-*\u2022\u00b7\u2013]|\d{1,2}[.)])\s+|^#+\s*|^\|\s*|\s*\|$", "", line))
                kept = line in own or bare in own or (len(line) >= 30 and line in joined)
                if label in (0, 1):
                    counts[label, kept] += 1
                    if why and kept != bool(label):
                        print(f"{page['id'][:12]} {'LOST' if label else 'KEPT'} {line[:160]}")
    cut_furniture, cut_article = counts[0, False], counts[1, False]
    furniture, article = cut_furniture + counts[0, True], cut_article + counts[1, True]
    p = cut_furniture / max(cut_furniture + cut_article, 1)
    r = cut_furniture / max(furniture, 1)
    print(f"furniture P {p:.3f} R {r:.3f}; article lines lost {cut_article}/{article} = {cut_article / max(article, 1):.3f}")


if __name__ == "__main__":
    main()
