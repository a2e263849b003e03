#!/usr/bin/env bash
# Scores our reading of HTML against the tree construction cases of html5lib-tests, which are not part of the project.
#
#   bench/html5lib.sh BENCH [BUILD [--why]]      BENCH holds extract/html5lib; BUILD: a configured build folder
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=${2:-build/release} why=${3:-}
cmake --build "$build" --target dom_text >/dev/null
python3 "$here/html5lib.py" "$build/dom_text" "$1/extract/html5lib/tree-construction" $why
