"""How soon the search of the built book answers: from a key to the first result, and what it loads, compressed."""

import gzip
import statistics
import tomllib
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build/html"
QUESTIONS = tomllib.loads((ROOT / "tests/site/search_questions.toml").read_text(encoding="utf-8"))["question"]
# Each letter as a reader types it; the time ends when the answers are in the page.
TYPE = """(questions) => { const box = document.querySelector('#pst-search-dialog input');
  return questions.flatMap((text) => [...text].map((_, n) => { box.value = text.slice(0, n + 1);
    const start = performance.now(); box.dispatchEvent(new Event('input')); document.body.offsetHeight;
    return performance.now() - start; })); }"""


def main() -> None:
    """Print the milliseconds and the bytes."""
    with sync_playwright() as playwright:
        path = (ROOT / ".venv/chromium-path").read_text(encoding="utf-8").strip()
        page = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]).new_page()
        page.goto((SITE / "chapters/02-significance.html").as_uri())
        page.get_by_role("button", name="Search").click()
        page.wait_for_selector("#pst-search-dialog .nl-answers", state="attached")
        times = sorted(page.evaluate(TYPE, [question["asks"] for question in QUESTIONS]))
    loaded = [SITE / "_static/search.js", SITE / "_static/data/search.js"]
    size = sum(len(gzip.compress(each.read_bytes())) for each in loaded)
    print(f"key to answers: median {statistics.median(times):.1f} ms, slowest {times[-1]:.1f} ms of {len(times)} keys")
    print(f"loaded on first use: {size / 1000:.1f} kB compressed")


if __name__ == "__main__":
    main()
