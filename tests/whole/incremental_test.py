"""Reading into a database again and again gives what reading all at once gives, and makes again only what something new touches."""
import pathlib
import sqlite3
import tempfile
import unittest

from common import export_of, page_files, synoptic


class Incremental(unittest.TestCase):
    def test_page_by_page_gives_the_same_as_all_at_once(self):
        files = page_files()
        with tempfile.TemporaryDirectory() as folder:
            database = pathlib.Path(folder) / "grown.db"
            for file in files:
                synoptic("read", file, "-o", database, "--quiet")
            self.assertEqual(export_of(files), synoptic("export", database))

    def test_what_nothing_new_touches_is_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            database = pathlib.Path(folder) / "kept.db"
            late = pathlib.Path(folder) / "late.txt"
            late.write_text(
                "2025-04-02\n\nThe choir of Lower Anning has sold its harmonium to a dentist, who means to keep fish in it.\n\n"
                "\"It leaked as an instrument, so it will leak as an aquarium,\" said the choir's treasurer, Ottoline Grebe.\n\n"
                "The choir will sing without it from Easter on.\n", encoding="utf-8")
            synoptic("read", *page_files(), "-o", database, "--quiet")
            with sqlite3.connect(database) as connection:
                stories = connection.execute("SELECT count(*) FROM story").fetchone()[0]
                connection.execute("UPDATE actor SET name = 'kept ' || name")
            connection.close()
            synoptic("read", late, "-o", database, "--quiet")
            connection = sqlite3.connect(database)
            self.assertEqual(connection.execute("SELECT count(*) FROM story").fetchone()[0], stories + 1)
            fresh = connection.execute("SELECT DISTINCT story FROM actor WHERE name NOT LIKE 'kept %'").fetchall()
            connection.close()
            self.assertLessEqual(len(fresh), 1)


if __name__ == "__main__":
    unittest.main()
