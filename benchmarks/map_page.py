"""Report the map page of a large city in a real browser, beside stock pyvis: ``python -m benchmarks.map_page``.

What waits for a browser is told by the clock: those goals hold on a quiet machine, are read by
people, and make no run fail. A key is told by the processor time of the page's thread as well.
``--beside FILE`` measures a page that another build made of the same city by turns with ours:
its heap is the bar.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from pyvis.network import Network

from benchmarks.city import write_city
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.records import validate_json
from ladder.rendering.ladder_map import render_map
from ladder.service_time import read_month
from tests.conftest import find_browser

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WATCH = """window.tasks = [];
new PerformanceObserver((list) => { for (const one of list.getEntries()) tasks.push(one.duration); })
  .observe({ type: "longtask", buffered: true });
new MutationObserver((changes, observer) => {
  if (!document.documentElement?.dataset.ready) return;
  window.ready = performance.now();
  observer.disconnect();
}).observe(document, { subtree: true, attributes: true, childList: true });"""
CHOOSE = """async (code) => {
  const box = document.getElementById("find");
  const before = document.querySelector("#canvas canvas");
  const began = performance.now();
  box.focus();
  box.value = code;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  while (document.querySelector("#canvas canvas") === before) await new Promise((done) => setTimeout(done, 1));
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""
TYPE = """async (months) => {
  const field = document.getElementById("my-since-year");
  const rows = document.querySelector("#my-groups .cards:not(:empty)");
  const before = rows.firstChild;
  field.value = `${months} months`;
  const began = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  while (rows.firstChild === before) await new Promise((done) => setTimeout(done, 0));
  return performance.now() - began;
}"""
SETTLE = """() => new Promise((done) => {
  network.once("stabilizationIterationsDone", () => done(performance.now()));
})"""
MOST_BYTES = 631_283
"""0.55 times the page of 700 classes before it was made smaller (commit d1a9615: 1,147,788 bytes)."""

MOST_TIMES = 5
"""How many times the processor that a page of 700 classes takes until it has settled one of ``LARGE`` may take."""

LARGE = 3000
"""Classes of the largest city that is looked at."""

VIEWS = 5
"""How many classes are chosen on each page, one after another."""
BETWEEN_KEYS = 200
"""Milliseconds from one key to the next: a quick typist's."""
LONGEST = 180_000
"""Milliseconds that stock pyvis may take to settle."""


def main() -> None:
    """Print a table of what was measured beside the goals."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.map_page", description=__doc__)
    words.add_argument("--classes", type=int, default=700)
    words.add_argument("--runs", type=int, default=5)
    words.add_argument("--without-stock", action="store_true", help="leave out stock pyvis, which takes a minute")
    words.add_argument("--beside", type=Path, action="append", default=[], help="a page of another build")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        catalog, file = written(asked.classes, Path(folder))
        row("bytes", f"{file.stat().st_size:,}", f"at most {MOST_BYTES:,} of 700 classes")
        for line in our_page(browser, file, catalog, asked.runs):
            row(*line)
        for other, heap in heaps(browser, [file, *asked.beside], asked.runs).items():
            goal = "at most that of the page beside it" if other == file else ""
            row(f"heap once settled, {other.name}", f"{heap / 1e6:.1f} MB", goal)
        _, large = written(LARGE, Path(folder))
        small, all_of_it = (settling(browser, one, asked.runs) for one in (file, large))
        row(f"{asked.classes:,} classes: processor until settled", f"{small:.0f} ms")
        row(f"{LARGE:,} classes: processor until settled", f"{all_of_it:.0f} ms")
        row("that of the larger over the smaller", f"{all_of_it / small:.1f}", f"at most {MOST_TIMES} of 700")
        for line in large_page(browser, large):
            row(*line)
        if not asked.without_stock:
            row("stock pyvis settles in", f"{stock_page(browser, catalog, Path(folder)) / 1000:.1f} s")
        browser.close()


def written(count: int, folder: Path) -> tuple[Catalog, Path]:
    """Return a city of so many classes, and the file that its page is written to."""
    catalog = Catalog(validate_json(CatalogRecord, write_city(count)))
    file = folder / f"map-{count}.html"
    began = process_time()
    page = render_map(catalog, as_of=read_month("2026-11"))
    row(f"{count:,} classes made in", f"{process_time() - began:.2f} s")
    file.write_text(page, "utf-8", newline="")
    return catalog, file


def row(measure: str, figure: str, goal: str = "") -> None:
    """Print one line of the table."""
    sys.stdout.write(f"{measure:<48}{figure:>14}  {goal}".rstrip() + "\n")
    sys.stdout.flush()


def our_page(browser: Browser, file: Path, catalog: Catalog, runs: int) -> Iterator[tuple[str, str, str]]:
    """Yield how soon the page is ready, draws a view, and answers a key under My path."""
    ready, longest, views, answers = [], [], [], []
    drawn = [catalog.classes[step.target_class].code for step in catalog.steps]
    for _ in range(runs):
        page = opened(browser, file)
        ready.append(page.evaluate("ready"))
        longest.append(page.evaluate("Math.max(0, ...tasks)"))
        views += [page.evaluate(CHOOSE, code) for code in drawn[100 :: len(drawn) // VIEWS]]
        answers += [clock for clock, _ in keys(page)]
        page.close()
    yield "ready, median", f"{median(ready):.0f} ms", "at most 500"
    yield "longest task until ready and settled, median", f"{median(longest):.0f} ms", "at most 100"
    yield "a chosen view drawn, median of later ones", f"{median(views):.0f} ms", ""
    yield "a chosen view drawn, slowest", f"{max(views):.0f} ms", "at most 300"
    yield "My path answers a key, median", f"{median(answers):.0f} ms", "at most 50"
    yield "My path answers a key, slowest", f"{max(answers):.0f} ms", ""


def keys(page: Page) -> list[tuple[float, float]]:
    """Return the milliseconds that keys under My path take, by the clock and of the processor, each after a rest."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.locator('a[href="#my-path"]:visible').first.click()
    page.locator("#my-class").press_sequentially("a")
    page.locator("#my-class").press("Enter")
    page.locator("#my-groups .reach-card").first.wait_for()
    found = []
    for months in range(10, 30, 2):
        page.wait_for_timeout(BETWEEN_KEYS)
        before = busy(session)
        clock = page.evaluate(TYPE, str(months))
        found.append((clock, busy(session) - before))
    return found


def busy(session: CDPSession) -> float:
    """Return the milliseconds of the processor that the page's thread has worked."""
    told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(told["TaskDuration"]) * 1000


def large_page(browser: Browser, file: Path) -> Iterator[tuple[str, str, str]]:
    """Yield how the page of the largest city answers."""
    page = opened(browser, file)
    longest = page.evaluate("Math.max(0, ...tasks)")
    clock, processor = (median(found) for found in zip(*keys(page), strict=True))
    page.close()
    yield f"{LARGE:,} classes: longest task until settled", f"{longest:.0f} ms", "at most 200"
    yield f"{LARGE:,} classes: a key, median", f"{clock:.0f} ms", ""
    yield f"{LARGE:,} classes: a key, processor, median", f"{processor:.0f} ms", "at most 50"


def settling(browser: Browser, file: Path, runs: int) -> float:
    """Return the median milliseconds of the processor that the page's thread works until the page has settled."""
    found = []
    for _ in range(runs):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(file.as_uri())
        page.locator("html[data-settled]").wait_for(state="attached")
        found.append(busy(session))
        page.close()
    return median(found)


def heaps(browser: Browser, files: Sequence[Path], runs: int) -> dict[Path, float]:
    """Return the median bytes that the scripts of each page hold once it has settled, the pages by turns."""
    found: dict[Path, list[float]] = {file: [] for file in files}
    for _ in range(runs):
        for file in files:
            page = opened(browser, file)
            session = page.context.new_cdp_session(page)
            session.send("HeapProfiler.collectGarbage")
            found[file].append(session.send("Runtime.getHeapUsage")["usedSize"])
            page.close()
    return {file: median(taken) for file, taken in found.items()}


def opened(browser: Browser, file: Path) -> Page:
    """Return the page, at work and quiet."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(WATCH)
    page.goto(file.as_uri())
    page.locator("html[data-settled]").wait_for(state="attached")
    page.wait_for_timeout(1000)
    return page


def stock_page(browser: Browser, catalog: Catalog, folder: Path) -> float:
    """Return the milliseconds in which pyvis's own page of the same graph settles."""
    network = Network(directed=True, cdn_resources="in_line")
    for class_id, spec in catalog.classes.items():
        network.add_node(class_id, label=spec.title)
    for step in catalog.steps:
        network.add_edge(step.feeder_class, step.target_class)
    file = folder / "stock.html"
    file.write_text(network.generate_html(), "utf-8")
    page = browser.new_context(offline=True).new_page()
    page.set_default_timeout(LONGEST)
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_function("typeof network !== 'undefined'")
    taken: float = page.evaluate(SETTLE)
    return taken


if __name__ == "__main__":
    main()
