"""What a chapter loads before any figure is drawn, and how soon its first widget answers after the first paint.

Needs the built course and Chromium (`make book browser`). The comparison with the same controls made by the widget
manager of Jupyter on a bare page needs its package, which is not among those of the course: it is not measured here.
"""

import gzip
import statistics
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
LIMITS = {"raw": 600_000, "gzip": 170_000, "fonts": 120_000, "interactive": 80}
RUNS = 5
FONT = ".woff2"
LATER = "plotly"
# When the first widget has its controls: noted by the page itself, as milliseconds after the first paint.
WATCH = """new MutationObserver((_, watch) => {
  const made = document.querySelector('net-explorer .nl-widget, net-liver .nl-widget, net-ablation .nl-widget');
  if (!made) return;
  watch.disconnect();
  globalThis.made = performance.now();
}).observe(document, { childList: true, subtree: true });"""
WAITED = """() => {
  const paint = performance.getEntriesByName('first-paint')[0];
  return paint && globalThis.made !== undefined ? globalThis.made - paint.startTime : null;
}"""


def main() -> None:
    """Print a line for each chapter."""
    chromium = (ROOT / ".venv" / "chromium-path").read_text(encoding="utf-8").strip()
    print("limits:", ", ".join(f"{name} {limit:,}" for name, limit in LIMITS.items()))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for path in sorted((SITE / "chapters").glob("*.html")):
            files = set(loaded(browser, path))
            raw, packed, fonts = sizes(files)
            waits = [wait for _ in range(RUNS) if (wait := waited(browser, path)) is not None]
            soon = f"{statistics.median(waits):.0f} ms" if waits else "no widget"
            print(
                f"{path.stem}: {raw:,} bytes, {packed:,} gzip, fonts {fonts:,}; first widget {soon} after first paint"
            )
            for file in sorted(files, key=lambda file: -file.stat().st_size)[:8]:
                print(f"    {file.stat().st_size:>9,} {file.name}")


def loaded(browser: Browser, path: Path) -> Iterator[Path]:
    """Yield the files that a page asks for until it is quiet, at the top; what a figure needs is left out."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, path)
    page.close()
    for address in asked:
        if address.startswith("file:") and LATER not in address:
            yield Path(unquote(urlsplit(address).path))


def opened(page: Page, path: Path) -> None:
    """Open a page and let it come to rest."""
    page.goto(path.as_uri())
    page.wait_for_load_state("networkidle")


def sizes(files: set[Path]) -> tuple[int, int, int]:
    """Bytes as they lie and as a server sends them, both without fonts; and the fonts."""
    texts = [file.read_bytes() for file in files if file.suffix != FONT]
    fonts = sum(file.stat().st_size for file in files if file.suffix == FONT)
    return sum(map(len, texts)), sum(len(gzip.compress(text, 9)) for text in texts), fonts


def waited(browser: Browser, path: Path) -> float | None:
    """Milliseconds from the first paint to the first widget with its controls; None where there is none."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(WATCH)
    opened(page, path)
    wait: float | None = page.evaluate(WAITED)
    page.close()
    return None if wait is None else max(wait, 0.0)


if __name__ == "__main__":
    main()
