#!/usr/bin/env python3
"""Check the answer keys of the sample corpus: check.py PAGES KEY.json ...

PAGES is the folder with the pages, each KEY an answer key over some of them. For every key it proves that
  - each "contains", "keep" and quotation is found exactly once in the visible text of its file
    (tags stripped, entities decoded, white space folded; head, script and style are not visible),
  - each "drop" is found in the visible text of its file, and in no paragraph that a "keep" stands in,
  - each actor, speaker, source and target is listed under "actors", and no surface form belongs to two of them,
  - the labels are consistent (dates, kinds, one original for each account, claims that rest on two accounts, no side empty).
Prints one line a key and exits 1 where anything is wrong.
"""
import collections
import html.parser
import json
import os
import re
import sys

BLOCKS = {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "td", "th", "tr", "table", "br", "hr", "article", "section",
          "aside", "header", "footer", "nav", "main", "figure", "figcaption", "blockquote", "caption", "address", "center"}
UNSEEN = {"head", "script", "style"}
VOID = {"br", "hr", "img", "input", "link", "meta"}
STATUS = {"happened", "planned", "called-for", "denied", "hypothetical"}
TYPES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
            "ASSAULT".split()) | {None}
CONFLICTS = {"number", "date", "who", "occurrence", "role", "precedence", "other"}
STANCES = {"supports", "opposes", "demands", "offers", "rejects"}
KINDS = {"person", "organization", "country", "place"}


class VisibleText(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.unseen = [], []

    def handle_starttag(self, tag, attrs):
        if tag in UNSEEN:
            self.unseen.append(tag)
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if self.unseen and tag == self.unseen[-1]:
            self.unseen.pop()
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.unseen:
            self.parts.append(data)


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def visible_blocks(path):
    """The page as a reader sees it: a list of blocks of text."""
    with open(path, "rb") as file:
        raw = file.read()
    declared = re.search(rb"charset=[\"']?([-\w]+)", raw[:2048]) if path.endswith(".html") else None
    text = raw.decode(declared.group(1).decode() if declared else "utf-8")
    if path.endswith(".html"):
        parser = VisibleText()
        parser.feed(text)
        parser.close()
        text = "".join(parser.parts)
    return [squeeze(line) for line in text.split("\n") if line.strip()]


def problems_of(pages, key):
    problems = []
    files = {d["file"]: d for d in key["documents"]}
    blocks = {f: visible_blocks(os.path.join(pages, f)) for f in files}
    text = {f: " ".join(b) for f, b in blocks.items()}
    actors = {a["name"] for a in key["actors"]}

    def once(file, wanted, what):
        count = text[file].count(wanted) if file in text else -1
        if count != 1:
            problems.append(f"{what}: {file}: found {count} times: {wanted!r}")

    def mentions(items, what):
        if not items:
            problems.append(f"{what}: nothing mentioned")
        for m in items:
            once(m["file"], m["contains"], what)

    def known(name, what):
        if name not in actors:
            problems.append(f"{what}: actor not listed: {name}")

    def among(value, allowed, what):
        if value not in allowed:
            problems.append(f"{what}: odd label {value!r}")

    def dated(value, what):
        if value is not None and not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value):
            problems.append(f"{what}: odd date {value!r}")

    if len(files) != len(key["documents"]):
        problems.append("documents: a file is listed twice")
    originals = collections.Counter(d["account"] for d in key["documents"] if d["relation"] == "original")
    for d in key["documents"]:
        among(d["relation"], {"original", "copy", "rewrite"}, d["file"])
        dated(d["published"], d["file"])
        if originals[d["account"]] != 1:
            problems.append(f"{d['file']}: account {d['account']} has {originals[d['account']]} originals")
        if len(d["keep"]) < 6 or len(d["drop"]) < 3:
            problems.append(f"{d['file']}: {len(d['keep'])} keep, {len(d['drop'])} drop")
        for s in d["keep"]:
            once(d["file"], s, "keep")
        for s in d["drop"]:
            homes = [b for b in blocks[d["file"]] if s in b]
            if s not in text[d["file"]]:
                problems.append(f"drop: {d['file']}: not found: {s!r}")
            if any(k in b for k in d["keep"] for b in homes):
                problems.append(f"drop: {d['file']}: inside the article: {s!r}")

    forms = collections.defaultdict(set)
    for a in key["actors"]:
        among(a["kind"], KINDS, a["name"])
        for form in [a["name"], *a["aliases"]]:
            forms[form].add(a["name"])
    for form, owners in forms.items():
        if len(owners) > 1:
            problems.append(f"actors: {form!r} names {sorted(owners)}")

    for q in key["quotes"]:
        once(q["file"], q["text"], "quote")
        known(q["speaker"], "quote")
    for q in key.get("not_quotes", []):
        once(q["file"], q["text"], "not_quotes")
    for e in key["events"]:
        mentions(e["mentions"], "event")
        among(e["status"], STATUS, "event")
        among(e["type"], TYPES, "event")
        dated(e["date"], "event")
        for name in e["source"] + e["target"]:
            known(name, "event")
    for c in key["corroborated"]:
        mentions(c["mentions"], c["claim"])
        if len({files[m["file"]]["account"] for m in c["mentions"]}) < 2:
            problems.append(f"corroborated: one account only: {c['claim']}")
    conflicts = key["conflicts"] + key.get("conflicts_optional", [])
    for c in conflicts:
        among(c["kind"], CONFLICTS, c["about"])
    for c in conflicts + key["not_conflicts"]:
        if len(c["sides"]) < 2:
            problems.append(f"fewer than two sides: {c.get('about') or c.get('why')}")
        for side in c["sides"]:
            mentions(side, c.get("about") or c.get("why"))
    for p in key["positions"]:
        among(p["stance"], STANCES, "position")
        known(p["actor"], "position")
        mentions(p["mentions"], f"position of {p['actor']}")
    return problems


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    bad = False
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            key = json.load(file)
        problems = problems_of(sys.argv[1], key)
        for problem in problems:
            print(f"{path}: {problem}")
        bad = bad or bool(problems)
        counts = ", ".join(f"{len(key[k])} {k.replace('_', ' ')}" for k in ("documents", "quotes", "actors", "events", "corroborated",
                                                                              "conflicts", "not_conflicts", "positions"))
        print(f"{path}: {'WRONG' if problems else 'ok'}: {counts}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
