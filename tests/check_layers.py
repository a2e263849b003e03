#!/usr/bin/env python3
"""Each folder of src/ may include only itself and the folders named for it here: one direction of data. All of it shares one namespace,
so no two headers may define a type of the same name: the linker would take one for the other.

    check_layers.py SRC
"""
import pathlib
import re
import sys

CORE = {"core"}
MAY_USE = {
    "core": set(),
    "read": CORE,
    "clean": CORE,
    "language": CORE,
    "coding": CORE,
    "lineage": CORE,
    "stories": CORE | {"lineage"},
    "situation": CORE,
    "store": CORE,
    "present": CORE | {"store"},
}
EVERYTHING = set(MAY_USE) | {"pipeline.hpp", "commands"}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1])
    problems = []
    defined = {}
    files = sorted(p for p in root.rglob("*") if p.suffix in (".cpp", ".hpp"))
    for file in files:
        folder = file.relative_to(root).parts[0]
        allowed = MAY_USE.get(folder, EVERYTHING) | {folder}
        text = file.read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            include = re.match(r'#include "([^"/]+)', line)
            if include and include[1] not in allowed:
                problems.append(f"{file}:{number}: {folder} may not use {include[1]}")
        if file.suffix == ".hpp":
            for kind in re.finditer(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: :[^;\n]*)?(?: \{|$)", text, re.MULTILINE):
                if kind[1] in defined:
                    problems.append(f"{file}: {kind[1]} is defined in {defined[kind[1]]} too")
                defined[kind[1]] = file
        if file.suffix == ".hpp" and "#pragma once" not in text:
            problems.append(f"{file}: no #pragma once")
        if not text.startswith("// SPDX-License-Identifier: Apache-2.0\n"):
            problems.append(f"{file}: the first line is not the licence's SPDX line")
        lines = text.count("\n")
        if lines > 500:
            problems.append(f"{file}: {lines} lines, more than 500: one subject a file")
    print("\n".join(problems) or f"{len(files)} files keep to their layers")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
