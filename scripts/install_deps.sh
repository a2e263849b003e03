#!/usr/bin/env bash
# Installs what the build, the tests and the demo need on Debian 12: system packages by apt, and lexbor (the HTML parser), which
# Debian 12 does not carry, built from the sources inside a pinned source distribution on PyPI. Does nothing where all is there.
#
#   scripts/install_deps.sh            for `make demo` and `make test`
#   scripts/install_deps.sh --tidy     clang-format and clang-tidy besides
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
  g++ cmake ninja-build pkg-config git
  libfmt-dev libcli11-dev nlohmann-json3-dev libsqlite3-dev libicu-dev libuchardet-dev libutf8proc-dev
  libxxhash-dev libabsl-dev libre2-dev libcld2-dev libpugixml-dev libtomlplusplus-dev zlib1g-dev libzstd-dev libbrotli-dev
  libgtest-dev python3 python3-pip python3-jsonschema sqlite3
)
[ "${1:-}" = "--tidy" ] && packages+=(clang-format-14 clang-tidy-14)

missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "These packages are missing, and there is no sudo to install them: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "installing ${#missing[@]} packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

selectolax=1.0.2   # its source distribution holds lexbor's sources, Apache-2.0
digest=f0508ad927aa426425d4aa7a2bb2f8b21c01412534465bd227e241d4d0a6a418
prefix=$PWD/build/deps
if [ ! -f "$prefix/lexbor-$selectolax.done" ]; then
  echo "building the HTML parser (lexbor)"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary selectolax --dest "$work" "selectolax==$selectolax"
  echo "$digest  $work/selectolax-$selectolax.tar.gz" | sha256sum --check --quiet
  tar -xzf "$work/selectolax-$selectolax.tar.gz" -C "$work"
  cmake -S "$work/selectolax-$selectolax/lexbor" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" \
    -DCMAKE_INSTALL_LIBDIR=lib -DLEXBOR_BUILD_SHARED=OFF -DLEXBOR_BUILD_STATIC=ON -Wno-dev >"$work/log" 2>&1 &&
    cmake --build "$work/build" --target install >>"$work/log" 2>&1 || { tail -n 40 "$work/log" >&2; exit 1; }
  touch "$prefix/lexbor-$selectolax.done"
fi
