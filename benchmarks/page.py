"""What a chapter loads before any figure is drawn, and how soon its first widget answers after the first paint.

Needs the built course and Chromium (`make book browser`). The same controls, made by Jupyter's widget manager on a bare
page, are measured in the same run where the npm package `@jupyter-widgets/html-manager` lies in a folder that is named:
`python benchmarks/page.py FOLDER`. The course does not use it, so it is not among its packages.
"""

import gzip
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import ipywidgets
from ipywidgets.embed import embed_minimal_html
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
LIMITS = {"raw": 600_000, "gzip": 170_000, "fonts": 120_000, "interactive": 80}
RUNS = 5
SETTLED = 1000  # ms after the last request, in which a slow page still makes its widgets
FONT = ".woff2"
LATER = "plotly"
# When the first widget has its controls, in milliseconds: noted by the page itself.
WATCH = """new MutationObserver((_, watch) => {
  const made = document.querySelector(':is(net-explorer, net-liver, net-ablation) .nl-widget, .ANSWER');
  if (!made) return;
  watch.disconnect();
  globalThis.made = performance.now();
}).observe(document, { attributes: true, childList: true, subtree: true });"""
WAITED = """() => {
  const paint = performance.getEntriesByName('first-paint')[0];
  return paint && globalThis.made !== undefined ? [globalThis.made - paint.startTime, globalThis.made] : null;
}"""
CHAPTER = "01-introduction"  # whose first widget the bare page makes again
BARE = "node_modules/@jupyter-widgets/html-manager/dist/embed.js"


def main() -> None:
    """Print a line for each chapter."""
    chromium = (ROOT / ".venv" / "chromium-path").read_text(encoding="utf-8").strip()
    print("limits:", ", ".join(f"{name} {limit:,}" for name, limit in LIMITS.items()))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for path in sorted((SITE / "chapters").glob("*.html")):
            files = set(loaded(browser, path))
            raw, packed, fonts = sizes(files)
            print(f"{path.stem}: {raw:,} bytes, {packed:,} gzip, fonts {fonts:,}; first widget {soon(browser, path)}")
            for file in sorted(files, key=lambda file: -file.stat().st_size)[:8]:
                print(f"    {file.stat().st_size:>9,} {file.name}")

        if len(sys.argv) > 1:
            compared(browser, Path(sys.argv[1]) / BARE)


def soon(browser: Browser, path: Path) -> str:
    """In words, when the first widget of a page has its controls."""
    waits = [wait for _ in range(RUNS) if (wait := waited(browser, path)) is not None]
    if not waits:
        return "none"
    painted, started = (statistics.median(times) for times in zip(*waits, strict=True))
    return f"{painted:.0f} ms after first paint, {started:.0f} ms after the page was asked for"


def compared(browser: Browser, script: Path) -> None:
    """Print how soon the controls of one chapter are there, on its page and made by Jupyter's widget manager."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.html"
        embed_minimal_html(bare, views=[controls()], embed_url=script.resolve().as_uri(), requirejs=False, cors=False)
        print(f"{CHAPTER}: {soon(browser, SITE / 'chapters' / f'{CHAPTER}.html')}")
        print(f"the same controls by html-manager ({script.stat().st_size:,} bytes): {soon(browser, bare)}")


def controls() -> ipywidgets.VBox:
    """What the grading of two editions asks for, and room for an answer, which has the class that is waited for."""
    numbers = [ipywidgets.FloatSlider(description=name) for name in ("Ki-67 index", "Mitoses")]
    unknown = [ipywidgets.Checkbox(description="not known") for _ in numbers]
    chosen = [
        ipywidgets.ToggleButtons(options=["well", "moderate", "poor", "not known"], description="Differentiation"),
        ipywidgets.ToggleButtons(options=["neither", "small cell", "large cell", "not known"], description="Cell type"),
    ]
    answer = ipywidgets.HTML("<b>NET G2</b>")
    answer.add_class("ANSWER")
    return ipywidgets.VBox([*numbers, *unknown, *chosen, answer])


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


def waited(browser: Browser, path: Path) -> tuple[float, float] | None:
    """Milliseconds from the first paint and from the start to the first widget with its controls; None without one."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(WATCH)
    opened(page, path)
    page.wait_for_timeout(SETTLED)
    wait: list[float] | None = page.evaluate(WAITED)
    page.close()
    return (max(wait[0], 0.0), wait[1]) if wait else None


if __name__ == "__main__":
    main()
