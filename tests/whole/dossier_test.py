"""The dossier is one page that asks for nothing outside itself, and whose links lead somewhere."""
import html.parser
import pathlib
import tempfile
import unittest

from common import page_files, synoptic

VOID = {"meta", "br", "hr", "img", "input", "link", "wbr", "col"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.anchors, self.outside, self.scripts, self.open, self.problems, self.csp = [], [], [], [], [], [], None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "script" or any(name.startswith("on") for name in values):
            self.scripts.append((tag, values))
        if values.get("http-equiv") == "Content-Security-Policy":
            self.csp = values["content"]
        if values.get("href", "").startswith("#"):
            self.anchors.append(values["href"][1:])
        if "src" in values or tag == "link":
            self.outside.append((tag, values))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> at line {self.getpos()[0]}")


class Dossier(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            database = pathlib.Path(folder) / "story.db"
            synoptic("read", *page_files(), "-o", database, "--quiet")
            cls.text = synoptic("dossier", database, "-o", "-")
        cls.page = Page()
        cls.page.feed(cls.text)

    def test_asks_for_nothing_outside(self):
        self.assertIn("default-src 'none'", self.page.csp)
        self.assertEqual(self.page.outside, [])
        self.assertEqual(self.page.scripts, [])

    def test_is_well_formed(self):
        self.assertEqual(self.page.problems, [])
        self.assertEqual(self.page.open, [])
        self.assertEqual(len(self.page.ids), len(set(self.page.ids)))

    def test_links_lead_somewhere(self):
        self.assertGreater(len(self.page.anchors), 50)
        self.assertEqual(sorted(set(self.page.anchors) - set(self.page.ids)), [])


if __name__ == "__main__":
    unittest.main()
