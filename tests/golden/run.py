#!/usr/bin/env python3
"""Golden tests: run a command in a fresh copy of its folder and compare what it prints, byte for byte.

    run.py PROGRAM CASES [--update]

CASES holds one folder per case:
  cmd      the shell lines to run; $SYNOPTIC is the program
  stdout   what it must print (no file: nothing)
  stderr   the same for stderr; a line "..." stands for any lines
  exit     the exit code (no file: 0)
  *        anything else is input, copied beside
A case whose folder holds `make.py` has that run first, in the copy, to make inputs that are too large or too odd to keep.
--update writes what was seen as what is expected: look at the difference before you commit it.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

EXPECTED = ("stdout", "stderr", "exit")


def matches(want, got):
    """Equal, where a line '...' in `want` stands for any number of lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == "...\n" else re.escape(line) for line in want.splitlines(keepends=True))
    return re.fullmatch(pattern, got) is not None


def run_case(program, case):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder) / "case"
        shutil.copytree(case, work, ignore=shutil.ignore_patterns(*EXPECTED, "cmd"))
        os.chmod(folder, 0o755)
        if (work / "make.py").exists():
            subprocess.run([sys.executable, "make.py"], cwd=work, check=True)
        env = dict(os.environ, SYNOPTIC=program, LC_ALL="C.UTF-8", ROOT=str(pathlib.Path(__file__).resolve().parents[2]))
        done = subprocess.run(["bash", "-c", (case / "cmd").read_text()], cwd=work, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        subprocess.run(["chmod", "-R", "u+rwX", str(work)], check=False)
        return {"stdout": done.stdout, "stderr": done.stderr, "exit": f"{done.returncode}\n"}


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(arguments) != 2:
        sys.exit(__doc__)
    program, cases = os.path.abspath(arguments[0]), pathlib.Path(arguments[1])
    failed = 0
    folders = sorted(p.parent for p in cases.rglob("cmd"))
    if not folders:
        sys.exit(f"no cases in {cases}")
    for case in folders:
        got = run_case(program, case)
        wrong = []
        for name in EXPECTED:
            file = case / name
            want = file.read_text() if file.exists() else ("0\n" if name == "exit" else "")
            if matches(want, got[name]):
                continue
            if "--update" in sys.argv:
                file.write_text(got[name])
            else:
                wrong.append(f"  {name} expected:\n{want}\n  {name} seen:\n{got[name]}")
        failed += bool(wrong)
        print(f"{'FAILED' if wrong else 'ok':6s} {case.relative_to(cases)}")
        print("\n".join(wrong), end="\n" if wrong else "")
    print(f"{len(folders) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
