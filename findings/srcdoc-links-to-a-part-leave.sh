#!/usr/bin/env bash
# Chromium 156: a page in the srcdoc of a frame loses itself when somebody follows its own link to "#part".
#
# One guesses: "#part" is a part of the page that the link stands in, wherever that page is shown. It is as a file, from
# a server, and in a frame with a "data:" address.
# What happens: a page in srcdoc has no address to begin from, so that links are read from that of the page around the
# frame: the frame goes there, and shows the notebook, or nothing where it is shut in. location.replace("#part") does the
# same and history.replaceState is refused; to set location.hash stays. Reports that notebooks show in such a frame, as
# several libraries do by themselves, have tables of contents and skip links that take the report away.
# What helps: write such links as "about:srcdoc#part" in the frame alone.
#
# Seen with Chromium 156.0.8078.108 driven by playwright 1.65.2: the frame shows
#   link to #part: the page around it
#   location.replace("#part"): the page around it
#   history.replaceState to "#part": its own page, SecurityError
#   location.hash = "part": its own page
#   link to about:srcdoc#part: its own page
#   link to #part in a frame with a data: address: its own page
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
browser=${LADDER_BROWSER:-}
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
  [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
[ -n "$browser" ] || { echo "this needs Chromium" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" install --quiet playwright==1.65.2 || exit 2
"$folder/venv/bin/python" - "$folder" "$browser" <<'SCRIPT'
import functools
import sys
import threading
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

folder, browser = sys.argv[1:]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


PART = "#part"
CASES = {
    "link to #part": (PART, "document.links[0].click()"),
    'location.replace("#part")': (PART, "location.replace('#part')"),
    'history.replaceState to "#part"': (PART, "history.replaceState(null, '', '#part')"),
    'location.hash = "part"': (PART, "location.hash = 'part'"),
    "link to about:srcdoc#part": ("about:srcdoc" + PART, "document.links[0].click()"),
    "link to #part in a frame with a data: address": (PART, "document.links[0].click()"),
}
AROUND, OWN = "the page around it", "its own page"
EXPECTED = [AROUND, AROUND, f"{OWN}, SecurityError", OWN, OWN, OWN]
DO = "action => { try { eval(action); return ''; } catch (fault) { return ', ' + fault.name; } }"

server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
threading.Thread(target=server.serve_forever, daemon=True).start()
seen = []
with sync_playwright() as started:
    chromium = started.chromium.launch(executable_path=browser, args=["--no-sandbox"])
    print("Chromium", chromium.version)
    for name, (link, action) in CASES.items():
        report = f"<title>report</title><h1>report</h1><a href='{link}'>go</a><p id='part'>part</p>"
        place = f"src='data:text/html,{quote(report)}'" if "data:" in name else f'srcdoc="{escape(report)}"'
        Path(folder, "notebook.html").write_text(f"<!doctype html><h1>notebook</h1><iframe {place}></iframe>")
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/notebook.html")
        fault = page.frames[1].evaluate(DO, action)
        page.wait_for_timeout(500)
        heading = page.frames[1].evaluate("document.querySelector('h1').textContent")
        seen.append((OWN if heading == "report" else AROUND) + fault)
        print(f"{name}: {seen[-1]}")
        page.close()
    chromium.close()
sys.exit(seen != EXPECTED)
SCRIPT
