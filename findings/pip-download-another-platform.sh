#!/usr/bin/env bash
# pip 26.3: "pip download --platform win_amd64" on Linux leaves out what is needed on Windows only, and says nothing.
#
# One guesses: --platform says which computer the wheels are for, so what a package needs there comes along.
# What happens: --platform chooses among wheels; conditions such as platform_system == "Windows" are still judged by
# the machine that pip runs on. click 8.2.1 needs colorama on Windows: on Linux its folder for Windows has no
# colorama, exit status 0, and the folder does not install on Windows. The other way round holds too: ipython 9.18.1
# does not need pexpect on Windows, and the folder has it. Known to pip's makers (pypa/pip issue 11664, open).
#
# Seen with pip 26.3 and Python 3.11 on Linux: "click-8.2.1-py3-none-any.whl" alone, and
#   Requires-Dist: colorama; platform_system == 'Windows'
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
[ "$(uname -s)" = Linux ] || { echo "this is to be run on Linux" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check pip==26.3 || exit 2
"$python" -m pip --version | cut -d' ' -f1-2

for_windows() {
    "$python" -m pip download --quiet --only-binary :all: --platform win_amd64 --python-version 3.11 \
        --dest "$folder/$1" "$2"
}
for_windows click click==8.2.1 || exit 2
for_windows ipython ipython==9.18.1 || exit 2
ls "$folder/click"
"$python" - "$folder"/click/click-*.whl <<'PYTHON'
import sys, zipfile
wheel = zipfile.ZipFile(sys.argv[1])
(name,) = [one for one in wheel.namelist() if one.endswith(".dist-info/METADATA")]
print(*[line for line in wheel.read(name).decode().splitlines() if "colorama" in line], sep="\n")
PYTHON

if ls "$folder/click" | grep -qi colorama; then
    echo "CHANGED: colorama came along" >&2
    exit 1
fi
if ! ls "$folder/ipython" | grep -qi pexpect; then
    echo "CHANGED: pexpect stayed away" >&2
    exit 1
fi
echo "as described: no colorama for Windows, and pexpect that Windows does not need"
