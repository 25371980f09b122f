#!/usr/bin/env bash
# pytest-cov 7.1.0 with pytest-xdist 3.8.0 and coverage 7.17.3: a pause of the measure pauses nothing in a worker.
#
# One guesses: to run a slow test without the tracer, one stops coverage before it and starts it after it, by
# pytest-cov's own pause() or by stop() of the Coverage that is at work; the test then takes as long as without.
# What happens: without workers it does. In each worker of pytest-xdist pytest-cov starts two measures, one below the
# other. To stop the upper one sets the lower one going: the test is traced to its end, at twice to four times its
# time. The report shows nothing of it, and no warning is given.
# What helps: stop whatever Coverage.current() returns until it returns None, and start them again in the other order.
#
# Seen with Python 3.11 on Linux:
#   no worker: traced False after pause, False after all are stopped
#   one worker: traced True after pause, False after all are stopped
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check \
    pytest==9.2.0 pytest-cov==7.1.0 pytest-xdist==3.8.0 coverage==7.17.3 || exit 2
mkdir "$folder/project"
cat > "$folder/project/test_pause.py" <<'PYTHON'
import sys
from pathlib import Path

from coverage import Coverage


def traced():
    return sys.gettrace() is not None


def test_pause(request):
    assert traced()
    controller = request.config.pluginmanager.getplugin("_cov").cov_controller
    controller.pause()
    after_pause = traced()
    stopped = []
    while one := Coverage.current():
        one.stop()
        stopped.append(one)
    after_all = traced()
    for one in reversed(stopped):
        one.start()
    controller.resume()
    Path("seen").write_text(f"traced {after_pause} after pause, {after_all} after all are stopped\n")
PYTHON
cd "$folder/project"
for workers in 0 1; do
    "$python" -m pytest -q -n "$workers" --cov=. --cov-report= test_pause.py > "$folder/told" 2>&1 || {
        cat "$folder/told" >&2
        exit 2
    }
    if [ "$workers" = 0 ]; then name="no worker"; else name="one worker"; fi
    echo "$name: $(cat seen)"
done > "$folder/seen"
cat "$folder/seen"
cat > "$folder/described" <<'TEXT'
no worker: traced False after pause, False after all are stopped
one worker: traced True after pause, False after all are stopped
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: a pause in a worker does something else than described" >&2
    exit 1
fi
echo "as described: a measure that is paused in a worker goes on"
