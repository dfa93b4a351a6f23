"""How soon a board and the selector show their rows after an answer, and what their tables weigh.

Whole patients are told thing by thing, as a reader would; each change is drawn by the widget itself, rows and all.
The next question is worked out when the rows stand, and is measured for itself.
The limits: 60 kB of tables (gzip, the cards of the sources apart), 30 ms from answer to rows on the board and 16 ms in
the selector, each for 95 of 100 answers. A time is the work of the page's thread, whatever else the machine does.

Run: .venv/bin/python benchmarks/board.py [patients]
"""

import gzip
import json
import random
import sys
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from netlearn.clinic.drawing import patients
from netlearn.editions import edition_ids
from netlearn.widgets import assets
from netlearn.widgets.page_data import data_scripts

ROOT = Path(__file__).parents[1]
LIMITS = {"board": 30, "selector": 16}  # ms
TABLES = 60_000  # bytes
TOLD = 12  # things told of each patient, one after the other
BEGIN = """(name) => { globalThis.host = document.createElement('div'); document.body.append(host);
  globalThis.widget = NetLearn.tumourBoard(host, { board: name, edition: '2026', values: {} }); }"""
EMPTY = "([name, values]) => { document.body.offsetHeight; }"
# The rows alone: what is asked next is worked out later, by a timer.
DRAW = """([name, values]) => { const later = setTimeout; globalThis.setTimeout = () => 0;
  widget.set(values, '2026'); globalThis.setTimeout = later; document.body.offsetHeight; }"""
ASK = "([name, values]) => { NetLearn.board.nextQuestions(values, '2026', name); }"


def told(patient: dict[str, Any], rng: random.Random) -> list[dict[str, Any]]:
    """What is known of a patient after each of the things told."""
    names = rng.sample(list(patient), TOLD)
    return [{name: patient[name] for name in names[: n + 1]} for n in range(TOLD)]


def page_of(page: Page, name: str) -> None:
    """An empty page with what a board needs."""
    page.set_content("<main></main>")
    page.add_style_tag(content=assets.stylesheet())
    for script in (
        assets.page_script(),
        data_scripts(name)[f"{name}.js"],
        assets.liver_script(),
        assets.board_script(),
    ):
        page.add_script_tag(content=script)


def work(session: CDPSession, page: Page, script: str, given: list[Any]) -> float:
    """Milliseconds that the processor spends on a script in the page: other work on the machine is none of it."""

    def spent() -> float:
        found = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
        return float(found["ThreadTime"])

    began = spent()
    page.evaluate(script, given)
    return 1000 * (spent() - began)


def main(number: int) -> None:
    """Print weights and times."""
    chromium = (ROOT / ".venv" / "chromium-path").read_text(encoding="utf-8").strip()
    rng = random.Random("board")
    drawn = (json.loads(json.dumps(each, default=float)) for each in patients(edition_ids()[-1], number))
    steps = [values for patient in drawn for values in told(patient, rng)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, limit in LIMITS.items():
            weight = len(gzip.compress(data_scripts(name)[f"{name}.js"].encode(), 9))
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page_of(page, name)
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable")
            page.evaluate(BEGIN, name)
            print(f"{name}: tables {weight:,} bytes gzip (limit {TABLES:,}), answers at most {limit} ms")
            idle = median(work(session, page, EMPTY, [name, values]) for values in steps)
            for what, script in (("rows", DRAW), ("next question", ASK)):
                times = [work(session, page, script, [name, values]) - idle for values in steps]
                late = quantiles(times, n=20)[-1]
                print(f"  {what}: median {median(times):.1f} ms, 95 of 100 within {late:.1f} ms, {len(times)} answers")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
