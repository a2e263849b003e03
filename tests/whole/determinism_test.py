"""Same input, same bytes: whatever the number of threads, the order of the files, and whether they came at once."""
import pathlib
import tempfile
import unittest

from common import export_of, page_files, synoptic


class Determinism(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = page_files()
        cls.want = export_of(cls.files, "--threads", "1")

    def test_export_is_not_empty(self):
        self.assertGreaterEqual(len(self.want.splitlines()), 2)

    def test_threads_do_not_matter(self):
        self.assertEqual(self.want, export_of(self.files, "--threads", "2"))

    def test_order_of_files_does_not_matter(self):
        self.assertEqual(self.want, export_of(reversed(self.files), "--threads", "2"))

    def test_reading_in_two_runs_gives_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            database = pathlib.Path(folder) / "story.db"
            half = len(self.files) // 2
            synoptic("read", *self.files[half:], "-o", database, "--quiet")
            synoptic("read", *self.files[:half], "-o", database, "--quiet")
            self.assertEqual(self.want, synoptic("export", database))

    def test_dossier_is_the_same_twice(self):
        with tempfile.TemporaryDirectory() as folder:
            pages = []
            for files in (self.files, list(reversed(self.files))):
                database = pathlib.Path(folder) / f"{len(pages)}.db"
                synoptic("read", *files, "-o", database, "--quiet")
                pages.append(synoptic("dossier", database, "-o", "-"))
            self.assertEqual(pages[0], pages[1])


if __name__ == "__main__":
    unittest.main()
