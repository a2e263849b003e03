#!/usr/bin/env python3
"""html5lib.py DOM_TEXT CASES [--why] : how far our reading of HTML agrees with the tree construction cases of html5lib-tests.

DOM_TEXT: the program made from bench/dom_text.cpp. CASES: the folder html5lib/tree-construction. A case agrees in text where the same text
comes in the same order, white space folded; in nesting where besides each text stands in the same elements, of those that an article's text
depends on. Left out: fragments, cases that need scripts to run. Text of scripts, styles and comments does not count.
"""
import glob
import json
import os
import re
import subprocess
import sys

RAW = {"script", "style"}
# elements that our builder tells apart and that decide what a text is
ASKED = set("a article aside blockquote body button caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header li main nav "
            "ol option p pre section select table td textarea th title tr ul iframe noscript svg math template".split())


def cases_in(path):
    with open(path, encoding="utf-8", newline="") as f:
        text = f.read()
    for block in re.split(r"(?:^|\n\n)#data\n", text)[1:]:
        parts = re.split(r"\n?#(errors|new-errors|document-fragment|script-on|script-off|document)\n", "\n" + block)
        fields = dict(zip(parts[1::2], parts[2::2]))
        if "document-fragment" not in fields and "script-on" not in fields and "document" in fields:
            yield parts[0][1:], fields["document"]


def expected(tree):
    """The text nodes of a #document: (elements around, text)."""
    nodes, stack, text = [], [], None
    for line in tree.split("\n"):
        if text is not None:
            if line.startswith("| "):
                nodes.append((text[0], text[1].removesuffix('"')))
                text = None
            else:
                text[1] += "\n" + line
                continue
        found = re.match(r"\| ( *)(.*)", line, re.S)
        if not found:
            continue
        depth, what = len(found[1]) // 2, found[2]
        del stack[depth:]
        if what.startswith('"'):
            text = [list(stack), what[1:]]
        else:
            name = re.fullmatch(r"<(?:\w+ )?([^ >]+)>", what)
            stack.append(name[1] if name else "")
    if text is not None:
        nodes.append((text[0], text[1].rstrip("\n").removesuffix('"')))
    return nodes


def fold(nodes, nested):
    """Runs of text in the same place, white space folded away; raw text left out."""
    out = []
    for around, text in nodes:
        if RAW & set(around) or not text.strip():
            continue
        place = tuple(a for a in around if a in ASKED and a != "body") if nested else ()
        words = re.sub(r"[\s\0\ufffd]+", "", text)
        if out and out[-1][0] == place:
            out[-1][1] += words
        else:
            out.append([place, words])
    return out


def main():
    why = "--why" in sys.argv
    program, folder = [a for a in sys.argv[1:] if a != "--why"]
    cases = [(os.path.basename(path), *case) for path in sorted(glob.glob(os.path.join(folder, "*.dat"))) for case in cases_in(path)]
    pages = [data.encode("utf-8", "surrogatepass") for _, data, _ in cases]
    out = subprocess.run([program], input=b"".join(b"%d\n%s" % (len(p), p) for p in pages), stdout=subprocess.PIPE, check=True).stdout.decode()
    found = [[json.loads(line) for line in part.split("\n") if line] for part in re.split(r"(?:(?<=\n)|^)\n", out)]
    in_text = in_nesting = 0
    for (name, data, tree), nodes in zip(cases, found):
        want, have = expected(tree), [(n["around"], n["text"]) for n in nodes]
        same_text, same_nesting = fold(want, False) == fold(have, False), fold(want, True) == fold(have, True)
        in_text += same_text
        in_nesting += same_nesting
        if why and not same_nesting:
            print("NESTING" if same_text else "TEXT", name, json.dumps(data, ensure_ascii=False)[:200])
            print("   want", fold(want, True), "\n   have", fold(have, True))
    print(f"{len(cases)} cases: text agrees in {in_text} ({in_text / len(cases):.3f}), nesting too in {in_nesting} ({in_nesting / len(cases):.3f})")


if __name__ == "__main__":
    main()
