"""What the whole-run tests share: running the program, reading its export."""
import json
import os
import pathlib
import subprocess
import tempfile

PROGRAM = os.environ.get("SYNOPTIC", "build/release/synoptic")
ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ROOT / "examples" / "pages"


def synoptic(*arguments, codes=(0,)):
    """Runs the program and returns its stdout; any other exit code than `codes` fails with its stderr."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in codes:
        raise AssertionError(f"synoptic {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr[-3000:]}")
    return done.stdout


def page_files(folder=PAGES):
    return sorted(p for p in pathlib.Path(folder).rglob("*") if p.is_file())


def export_of(inputs, *options):
    """The export, as text, of a fresh database made of the inputs."""
    with tempfile.TemporaryDirectory() as folder:
        database = pathlib.Path(folder) / "story.db"
        synoptic("read", *inputs, "-o", database, "--quiet", *options)
        return synoptic("export", database, "--format", "json")


def stories_of(inputs, *options):
    return [json.loads(line) for line in export_of(inputs, *options).splitlines()]
