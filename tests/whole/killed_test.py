"""A run that is killed leaves a database that opens and holds whole documents; the next run goes on to the same end."""
import pathlib
import random
import sqlite3
import subprocess
import tempfile
import time
import unittest

from common import PROGRAM, export_of, page_files, synoptic


class Killed(unittest.TestCase):
    def test_killed_runs_lose_nothing(self):
        files = page_files()
        started = time.monotonic()
        want = export_of(files)
        whole_run = time.monotonic() - started
        chance = random.Random(7)
        with tempfile.TemporaryDirectory() as folder:
            for attempt in range(6):
                database = pathlib.Path(folder) / f"{attempt}.db"
                run = subprocess.Popen([PROGRAM, "read", *map(str, files), "-o", str(database), "--quiet"])
                time.sleep(chance.uniform(0, whole_run))
                run.kill()
                run.wait()
                if database.exists() and database.stat().st_size > 0:
                    connection = sqlite3.connect(database)
                    self.assertEqual(connection.execute("PRAGMA integrity_check").fetchone()[0], "ok")
                    connection.close()
                synoptic("read", *files, "-o", database, "--quiet")
                self.assertEqual(want, synoptic("export", database))


if __name__ == "__main__":
    unittest.main()
