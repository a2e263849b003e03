#!/usr/bin/env python3
"""page_text.py GROUND_TRUTH.json HTML_FOLDER OUT_FOLDER : the full text of each page, its tags taken away, a file and a line for each block.

What a careless scraper would hand over: all that is visible, menus and footers with it. Stdlib only; pages are *.html.gz named by the key
or by the ground truth's `file` field.
"""
import gzip
import html.parser
import json
import os
import re
import sys

BLOCKS = set("address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption figure footer form "
             "h1 h2 h3 h4 h5 h6 header hr label legend li main menu nav ol option p pre section select summary table tbody td tfoot th thead "
             "title tr ul".split())
UNSEEN = set("script style noscript template svg iframe object head textarea select".split())


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.line, self.unseen = [], [], None

    def flush(self):
        line = re.sub(r"\s+", " ", "".join(self.line)).strip()
        if line:
            self.lines.append(line)
        self.line = []

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.flush()
        if self.unseen == "head" and tag == "body":
            self.unseen = None
        if tag in UNSEEN and self.unseen is None:
            self.unseen = tag

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.flush()
        if tag == self.unseen:
            self.unseen = None

    def handle_data(self, data):
        if self.unseen is None:
            self.line.append(data)


def main():
    gold_path, folder, out = sys.argv[1:4]
    with open(gold_path, encoding="utf-8") as f:
        gold = json.load(f)
    os.makedirs(out, exist_ok=True)
    for key, page in gold.items():
        name = page.get("file") if isinstance(page, dict) else None
        path = os.path.join(folder, os.path.basename(name or key + ".html").removesuffix(".gz") + ".gz")
        if not os.path.exists(path):
            continue
        data = gzip.open(path).read()
        try:
            source = data.decode("utf-8")
        except UnicodeDecodeError:
            source = data.decode("latin-1")
        reader = Text()
        reader.feed(source)
        reader.close()
        reader.flush()
        with open(os.path.join(out, os.path.basename(path).removesuffix(".html.gz") + ".txt"), "w", encoding="utf-8") as f:
            f.write("\n".join(reader.lines) + "\n")


if __name__ == "__main__":
    main()
