"""What a host repeats on its pages is cut from the article's text, with reason and place, whatever the order in which the pages come; what
articles on one story repeat stays."""
import json
import pathlib
import sqlite3
import tempfile
import unittest

from common import export_of, synoptic

HOUSE = ("The Orrin Herald was founded by two printers in 1911, and the Vessel Trust bought its press in 1987 after a strike that had closed "
         "the building on Lantern Street for a year.")
CALL = "Every morning at six our editors choose the five stories of the day and send them to your telephone, without cost and without noise."
BACKGROUND = "The ferry Anselma sank off Port Ruan on 3 May 2031 with 40 people aboard, of whom 31 drowned."
ARTICLES = [
    ("Pool stays shut", "2031-05-12", [
        "The council of Orrin voted on Monday to close the open-air pool until the summer, after an inspector had found cracks in its floor.",
        "Lifeguards had complained about broken tiles since June, said Maud Ferrier, who speaks for the council.",
        "Repairs will take five months and cost two hundred thousand crowns, which the council will borrow from the province."]),
    ("Apples on the bridge", "2031-05-13", [
        "A lorry loaded with apples overturned on the bridge road before dawn on Tuesday and blocked the way into the valley until noon.",
        "Its driver, Jorn Halm, climbed out through the window unhurt and helped neighbours to gather the fruit in buckets.",
        "Police fined the haulage firm because the load had not been tied down as the law demands."]),
    ("Teachers walk out", "2031-05-15", [
        "Teachers at the Hollin school walked out on Thursday over unpaid hours, and parents looked after their children in the gymnasium.",
        "The education office called the strike unlawful but promised talks, which the union's Petra Sold accepted in the evening.",
        "Classes are to begin again on Friday, two hours later than usual."]),
    ("Divers reach the wreck", "2031-05-12", [
        "Divers reached the wreck of the Anselma on Monday and found the ferry's car deck flooded and two of its doors torn off.",
        "The coast guard will try to lift the bow before the autumn storms, its commander Ilse Brand told reporters in Port Ruan.",
        BACKGROUND]),
    ("Captain speaks in court", "2031-05-14", [
        "The captain of the Anselma told a court in Port Ruan on Wednesday that the ferry's bow door had been shut when he sailed.",
        "Prosecutors accuse Aron Tell of manslaughter, a charge that he denies; his lawyer blames the company that ran the ship.",
        BACKGROUND]),
    ("Wreaths on the quay", "2031-05-17", [
        "Relatives of the drowned laid wreaths on the quay of Port Ruan on Saturday, two weeks after the loss of the Anselma.",
        "The ferry company sent nobody, and the mayor, Lene Dahl, left after ten minutes when the crowd began to shout at her.",
        BACKGROUND]),
]


def page(number, title, day, paragraphs):
    text = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (f"<!DOCTYPE html><html lang=\"en\"><head><title>{title} - The Orrin Herald</title>\n"
            f"<link rel=\"canonical\" href=\"https://www.orrinherald.example/news/{number}\">\n"
            f"<meta property=\"og:site_name\" content=\"The Orrin Herald\"><meta property=\"og:title\" content=\"{title}\">\n"
            f"<meta property=\"article:published_time\" content=\"{day}T08:00:00Z\"></head>\n"
            f"<body><article><h1>{title}</h1>\n{text}</article></body></html>\n")


class Host(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.folder.name)
        cls.files = []
        for number, (title, day, paragraphs) in enumerate(ARTICLES):
            cls.files.append(folder / f"{number}.html")
            cls.files[-1].write_text(page(number, title, day, paragraphs[:2] + [CALL] + paragraphs[2:] + [HOUSE]), encoding="utf-8")
        title, day, paragraphs = ARTICLES[0]
        cls.files.append(folder / "copy.html")
        cls.files[-1].write_text(page("0?print=1", title, day, paragraphs + [HOUSE]), encoding="utf-8")
        cls.want = export_of(cls.files, "--threads", "1")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def documents(self):
        return [document for line in self.want.splitlines() for document in json.loads(line)["documents"]]

    def test_a_page_by_itself_keeps_them(self):
        text = json.loads(synoptic("extract", self.files[0]))["text"]
        self.assertIn(HOUSE, text)
        self.assertIn(CALL, text)

    def test_text_of_the_house_is_cut_with_its_reason(self):
        documents = self.documents()
        self.assertEqual(len(documents), 7)
        for document in documents:
            self.assertNotIn("Lantern Street", document["text"])
            self.assertNotIn("without noise", document["text"])
            self.assertIn({"text": HOUSE, "reason": "repeated on host"}, document["cut"])
        self.assertNotIn("Vessel Trust", json.dumps([json.loads(line)["actors"] for line in self.want.splitlines()]))

    def test_articles_keep_every_paragraph(self):
        texts = {document["title"]: document["text"] for document in self.documents()}
        for title, _, paragraphs in ARTICLES:
            self.assertEqual(texts[title], "\n\n".join(paragraphs))

    def test_places_on_the_page_are_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            database = pathlib.Path(folder) / "host.db"
            synoptic("read", *self.files, "-o", database, "--quiet")
            connection = sqlite3.connect(database)
            rows = connection.execute("SELECT d.path, c.text, c.page_begin, c.page_end FROM cut c JOIN document d ON d.id = c.document "
                                      "WHERE c.reason = 'repeated on host'").fetchall()
            blocks = connection.execute("SELECT d.path, substr(d.text, b.start + 1, b.end - b.start), b.page_begin, b.page_end "
                                        "FROM block b JOIN document d ON d.id = b.document").fetchall()
            found = connection.execute("SELECT count(*) FROM texts WHERE texts MATCH 'lantern'").fetchone()[0]
            connection.close()
            self.assertEqual(len(rows), 13)
            for path, text, begin, end in rows + blocks:
                self.assertEqual(pathlib.Path(path).read_bytes()[begin:end].decode(), text)
            self.assertEqual(found, 0)

    def test_order_and_threads_do_not_matter(self):
        self.assertEqual(self.want, export_of(reversed(self.files), "--threads", "2"))

    def test_page_by_page_gives_the_same_as_all_at_once(self):
        with tempfile.TemporaryDirectory() as folder:
            database = pathlib.Path(folder) / "grown.db"
            for file in reversed(self.files):
                synoptic("read", file, "-o", database, "--quiet")
            self.assertEqual(self.want, synoptic("export", database))


if __name__ == "__main__":
    unittest.main()
