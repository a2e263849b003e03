#!/usr/bin/env python3
"""Makes up a crawl: a WARC file, gzip per record, of as many bytes as asked for.

    make_warc.py BYTES [--seed N] [--whole] > crawl.warc.gz

Pages of a made-up paper: navigation, an article of some 700 words, related links, comments, a footer, JSON-LD. Each record is compressed by
itself as crawlers do; --whole compresses the file as one. The words are drawn from a list, so pages compress about as well as real ones.
Same seed, same bytes.
"""
import argparse
import random
import sys
import uuid
import zlib

SYLLABLES = "ka lo mi ren tas vel dor an el ish or un bra cas fen gul hol jin lat mor nep ost pel quin ras sil tor ur vin wex yor zan".split()


def make_words(rng, count):
    return ["".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4))) for _ in range(count)]


class Paper:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.words = make_words(self.rng, 20000)
        self.weights = [1 / (i + 3) for i in range(len(self.words))]
        self.total = []
        total = 0.0
        for weight in self.weights:
            total += weight
            self.total.append(total)

    def pick(self, count):
        return self.rng.choices(self.words, cum_weights=self.total, k=count)

    def sentence(self):
        words = self.pick(self.rng.randint(8, 26))
        return " ".join(words).capitalize() + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.rng.randint(2, 5)))

    def page(self, number):
        day = f"2025-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"
        title = " ".join(self.pick(7)).capitalize()
        author = " ".join(word.capitalize() for word in self.pick(2))
        body = "\n".join(f'<p class="p{i % 3}">{self.paragraph()}</p>' for i in range(14))
        menu = "".join(f'<li class="menu-item"><a href="/section/{w}">{w.capitalize()}</a></li>' for w in self.pick(40))
        related = "".join(f'<div class="teaser"><a href="/{i}/{w}"><h3>{" ".join(self.pick(8))}</h3></a></div>' for i, w in enumerate(self.pick(12)))
        script = "".join(f"var {w}{i}={self.rng.random()};" for i, w in enumerate(self.pick(400)))
        return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Made-up Paper</title>
<link rel="canonical" href="https://paper.example/{day.replace('-', '/')}/{number}">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{title}","datePublished":"{day}","author":{{"@type":"Person","name":"{author}"}}}}</script>
<script>{script}</script></head>
<body class="single"><nav><ul>{menu}</ul></nav><main><article><h1>{title}</h1><div class="byline">By {author}</div><time datetime="{day}">{day}</time>
{body}
</article><aside class="related">{related}</aside><section class="comments">{''.join(f'<div class="comment"><p>{self.sentence()}</p></div>' for _ in range(8))}</section></main>
<footer>All rights reserved</footer></body></html>
""".encode()


def record(kind, url, content, rng):
    name = uuid.UUID(int=rng.getrandbits(128), version=4)
    media = "application/warc-fields" if kind == "warcinfo" else f"application/http; msgtype={kind}"
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Date: 2025-12-31T00:00:00Z\r\n"
            + (f"WARC-Target-URI: {url}\r\n" if url else "") + f"Content-Type: {media}\r\nContent-Length: {len(content)}\r\n\r\n")
    return head.encode() + content + b"\r\n\r\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("bytes", type=float)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--whole", action="store_true")
    arguments.add_argument("--pages", type=int, default=500, help="different pages; after these, the same ones come under other addresses")
    given = arguments.parse_args()
    paper = Paper(given.seed)
    pages = [paper.page(i) for i in range(given.pages)]
    out = sys.stdout.buffer
    one = zlib.compressobj(6, zlib.DEFLATED, 31) if given.whole else None
    written = 0
    number = 0
    kept = {}

    def put(raw):
        nonlocal written
        if one:
            packed = one.compress(raw)
        else:
            packer = zlib.compressobj(6, zlib.DEFLATED, 31)
            packed = packer.compress(raw) + packer.flush()
        out.write(packed)
        written += len(packed)
        return packed

    put(record("warcinfo", "", b"software: make_warc.py\r\nformat: WARC File Format 1.1\r\n", paper.rng))
    while written < given.bytes:
        at = number % len(pages)
        if not one and at in kept:
            out.write(kept[at])  # the same bytes again: packing them anew would take hours
            written += len(kept[at])
        else:
            url = f"https://paper.example/{number}"
            request = record("request", url, b"GET / HTTP/1.1\r\nHost: paper.example\r\n\r\n", paper.rng)
            head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(pages[at])}\r\n\r\n".encode()
            response = record("response", url, head + pages[at], paper.rng)
            first, second = put(request), put(response)
            if not one:
                kept[at] = first + second
        number += 1
    if one:
        out.write(one.flush())


if __name__ == "__main__":
    main()
