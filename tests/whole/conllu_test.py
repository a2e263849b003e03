"""`analyze --format conllu` prints valid CoNLL-U, of raw text and of given tokens; the checker itself finds what is wrong."""
import json
import pathlib
import tempfile
import unicodedata
import unittest

from common import PAGES, synoptic
from conllu import check

TEXTS = [
    "The mayor can't say why. \u201cWe don't know,\u201d she told the Harbour Post's reporter on 4 May 2024, \u2018yet\u2019.",
    "Dr. A. B. Quill (54), of St. Orla's Hospital, earns $3.5m a year \u2013 or so U.S. officials say...\n\nSHE DIDN'T! Gonna leave?",
    "A tab\there, a no-break\u00a0space, two  spaces, a soft hy\u00adphen, emoji \U0001f469\u200d\U0001f692 and e\u0301clair.\r\nNext line; http://a.example/b?c=d|e#f",
    "\u2022 First\n\u2022 Second\n\n1. Third _ = | # 1-2\t3.1\n\n# text = not a comment\n\n_",
    "x" * 5000 + " " + "ha" * 300 + "!" * 200 + " '' `` 'tis 'em we'll've shouldn't've O'Neil's dogs'",
    "\u65e5\u672c\u8a9e and \u041a\u0438\u0457\u0432 and \u0627\u0644\u0633\u0644\u0627\u0645 in one line.",
]

GOOD = """# sent_id = a-1
# text = Don't sail, Orla.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\t_\tMood=Imp|VerbForm=Fin\t3\taux\t_\t_
2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
3\tsail\tsail\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
4\t,\t,\tPUNCT\t_\t_\t5\tpunct\t_\t_
5\tOrla\tOrla\tPROPN\t_\t_\t3\tvocative\t_\tNER=B-PER|SpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

"""


class CheckerTest(unittest.TestCase):
    def test_passes_a_good_sentence(self):
        self.assertEqual(check(GOOD), [])

    def test_finds_each_mistake(self):
        for old, new, told in (
            ("\tsail\tsail", "\tsail", "columns"),
            ("1-2\tDon't", "2-3\tDon't", "range"),
            ("4\t,", "5\t,", "out of order"),
            ("\tVERB\t", "\tVB\t", "part of speech"),
            ("vocative", "vocativ", "relation"),
            ("0\troot", "5\tdep", "root"),
            ("0\troot", "0\tdep", "root has head 0"),
            ("3\tpunct", "9\tpunct", "outside"),
            ("3\tvocative", "4\tvocative", "cycle"),
            ("B-PER", "I-PER", "follows O"),
            ("Mood=Imp|VerbForm=Fin", "VerbForm=Fin|Mood=Imp", "sorted"),
            ("sail, Orla", "sail , Orla", "not what the words say"),
            ("# sent_id = a-1\n", "", "sent_id"),
            ("3\tpunct\t_\t_\n\n", "3\tpunct\t_\t_\n", "no empty line"),
        ):
            with self.subTest(told=told):
                self.assertIn(told, " ".join(check(GOOD.replace(old, new))))

    def test_wants_different_sentence_numbers(self):
        self.assertIn("stands twice", " ".join(check(GOOD + GOOD)))


class AnalyzeTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        work = pathlib.Path(cls.folder.name)
        cls.lines = work / "odd.jsonl"
        cls.lines.write_text("".join(json.dumps({"id": f"odd-{n}", "text": text}) + "\n" for n, text in enumerate(TEXTS)), encoding="utf-8")
        cls.raw = synoptic("analyze", "--format", "conllu", cls.lines)
        cls.work = work

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_of_raw_text(self):
        self.assertEqual(check(self.raw), [])
        self.assertGreater(self.raw.count("# sent_id"), len(TEXTS))

    def test_of_pages(self):
        pages = synoptic("analyze", "--format", "conllu", PAGES)
        self.assertEqual(check(pages), [])
        self.assertIn("NER=B-PER", pages)
        self.assertIn("NER=I-PER", pages)

    def test_of_tokens_alone(self):
        self.assertEqual(check(synoptic("analyze", "--format", "conllu", "--tokens-only", self.lines), parsed=False), [])

    def test_of_given_sentences(self):
        given = self.work / "given.conllu"
        given.write_text(self.raw, encoding="utf-8")
        again = synoptic("analyze", "--format", "conllu", "--tokens", "conllu", given)
        self.assertEqual(check(again), [])
        forms = [[line.split("\t")[1] for line in text.splitlines() if line[:1].isdigit()] for text in (unicodedata.normalize("NFC", self.raw), again)]
        self.assertEqual(*forms)

    def test_of_given_words(self):
        words = self.work / "given.bio"
        words.write_text("".join("\n" if line == "" else line.split("\t")[1] + "\tO\n" for line in self.raw.splitlines()
                                 if line == "" or line[:1].isdigit() and "-" not in line.split("\t")[0]), encoding="utf-8")
        again = synoptic("analyze", "--format", "conllu", "--tokens", "bio", words)
        self.assertEqual(check(again), [])
        self.assertNotIn("SpaceAfter=No", again)


if __name__ == "__main__":
    unittest.main()
