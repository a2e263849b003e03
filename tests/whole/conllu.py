"""Checks CoNLL-U, version 2, of basic trees: every mistake in a text as "line N: what is wrong".

Checked are the form (ten columns, numbers, ranges, comments), the tree (one root, heads inside the sentence, no cycle), the inventories of
UD v2 (parts of speech, relations, names of features), and that `# text` is what the words say. Names in MISC are NER=B-X and NER=I-X.
Source of the inventories: universaldependencies.org, guidelines of version 2.
"""
import re

UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
RELATIONS = set(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat goeswith iobj list "
    "mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp".split())
RELATION = re.compile(r"[a-z]+(:[a-z]+(_[a-z]+)*)?")
FEATURE = re.compile(r"[A-Z][A-Za-z0-9]*(\[[a-z0-9]+\])?=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*")
NAME = re.compile(r"([BI])-([A-Z]+)")
WORD, RANGE = re.compile(r"[1-9]\d*"), re.compile(r"([1-9]\d*)-([1-9]\d*)")
COLUMNS = 10


def check(text, parsed=True):
    """All mistakes of a file; `parsed`: whether the columns of the syntax must be filled."""
    mistakes = []
    if text and not text.endswith("\n\n"):
        mistakes.append("the last sentence has no empty line behind it")
    seen, start, block = set(), 0, []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if line == "":
            if block:
                mistakes += _Sentence(start, block, parsed, seen).mistakes
            elif number < len(lines):
                mistakes.append(f"line {number}: an empty line too many")
            block = []
            continue
        if not block:
            start = number
        block.append(line)
    return mistakes


class _Sentence:
    def __init__(self, start, lines, parsed, seen):
        self.mistakes = []
        self.heads = {}
        comments = {}
        words, surface = [], []  # surface: (form, space after) of words outside of ranges and of ranges
        self.line, open_range, name = start, (0, 0), "O"
        for self.line, line in enumerate(lines, start):
            if line.startswith("#"):
                self.demand(not words and not surface, "a comment stands among the words")
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip()
                continue
            cells = line.split("\t")
            if not self.demand(len(cells) == COLUMNS, f"there are {len(cells)} columns, not {COLUMNS}"):
                return
            self.cells(cells)
            space = "SpaceAfter=No" not in cells[9].split("|")
            if several := RANGE.fullmatch(cells[0]):
                first, last = int(several[1]), int(several[2])
                self.demand(first == len(words) + 1 and last > first and first > open_range[1], f"the range {cells[0]} is out of order")
                self.demand(cells[2:9] == ["_"] * 7, "a range has no other columns than its form and MISC")
                open_range = (first, last)
                surface.append((cells[1], space))
                continue
            if not self.demand(WORD.fullmatch(cells[0]) and int(cells[0]) == len(words) + 1, f"the word number {cells[0]} is out of order"):
                return
            words.append(cells)
            if len(words) > open_range[1]:
                surface.append((cells[1], space))
            else:
                self.demand(space, "a word inside a range has no space of its own")
            name = self.name(cells[9], name)
            if parsed:
                self.syntax(cells)
            else:
                self.demand(cells[2:9] == ["_"] * 7, "a column is filled where nothing was parsed")
        if not self.demand(words, "a sentence without words"):
            return
        self.demand(open_range[1] <= len(words), "a range reaches over the end of the sentence")
        if self.demand(comments.get("sent_id"), "no sent_id"):
            self.demand(comments["sent_id"] not in seen, f"the sent_id {comments['sent_id']} stands twice")
            seen.add(comments["sent_id"])
        told = "".join(form + (" " if space else "") for form, space in surface).strip()
        self.demand(comments.get("text") == told, f"the text {comments.get('text')!r} is not what the words say: {told!r}")
        if parsed:
            self.tree(len(words))

    def demand(self, good, what):
        if not good:
            self.mistakes.append(f"line {self.line}: {what}")
        return bool(good)

    def cells(self, cells):
        for column, cell in enumerate(cells, 1):
            self.demand(cell != "", f"column {column} is empty")
            self.demand(cell == cell.strip() and "  " not in cell, f"column {column} has spaces at its ends or two together")
            self.demand(column in (2, 3, 10) or " " not in cell, f"column {column} has a space")
        self.demand(cells[8] == "_", "column 9 is not for basic trees")
        misc = [] if cells[9] == "_" else cells[9].split("|")
        keys = [each.partition("=")[0] for each in misc]
        self.demand(len(set(keys)) == len(keys) and all("=" in each for each in misc), "MISC is no list of different keys and values")

    def syntax(self, cells):
        self.demand(cells[2] != "_" or cells[1] == "_", "no lemma")
        self.demand(cells[3] in UPOS, f"no part of speech of UD: {cells[3]}")
        if cells[5] != "_":
            features = cells[5].split("|")
            self.demand(all(FEATURE.fullmatch(each) for each in features), f"no features: {cells[5]}")
            keys = [each.partition("=")[0] for each in features]
            self.demand(keys == sorted(set(keys), key=str.lower), "the features are not sorted, or one stands twice")
        relation = cells[7].partition(":")[0]
        self.demand(RELATION.fullmatch(cells[7]) and relation in RELATIONS, f"no relation of UD: {cells[7]}")
        if self.demand(cells[6] == "0" or WORD.fullmatch(cells[6]), f"the head {cells[6]} is no number"):
            self.heads[int(cells[0])] = int(cells[6])
            self.demand((cells[6] == "0") == (cells[7] == "root"), "only the root has head 0")

    def name(self, misc, before):
        tag = next((each[4:] for each in misc.split("|") if each.startswith("NER=")), "O")
        if tag != "O" and self.demand(NAME.fullmatch(tag), f"no tag of a name: {tag}") and tag[0] == "I":
            self.demand(before[2:] == tag[2:] and before != "O", f"{tag} follows {before}")
        return tag

    def tree(self, size):
        self.demand(sum(head == 0 for head in self.heads.values()) == 1, "there is not exactly one root")
        self.demand(all(head <= size and head != word for word, head in self.heads.items()), "a head outside of the sentence, or of itself")
        for word in self.heads:
            at, steps = word, 0
            while at in self.heads and self.heads[at] and steps <= size:
                at, steps = self.heads[at], steps + 1
            if not self.demand(steps <= size, f"word {word} stands in a cycle"):
                return
