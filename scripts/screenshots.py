"""Draw the pictures of the README from the built book: the front page and the four widgets.

Run it after `make book` when one of them has changed, and look at what it drew.
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
SITE, IMAGES = ROOT / "_build/html", ROOT / "book/images"
#: What each picture shows: its name, the page, and the element (none: the top of the page).
PICTURES = (
    ("front", "book/index", ""),
    ("liver-map", "chapters/02-significance", "net-liver"),
    ("ablation", "chapters/03.3-ablation", "net-ablation"),
    ("crisis-room", "book/crisis-room", "net-crisis"),
    ("selector", "book/selector", "net-selector"),
)
SIZE = {"width": 1280, "height": 900}


def main() -> None:
    """Draw them all, in the light theme."""
    path = Path(sys.prefix, "chromium-path").read_text(encoding="utf-8").strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        for name, where, element in PICTURES:
            page.goto((SITE / f"{where}.html").as_uri())
            draw(page, element, IMAGES / f"{name}.png")
        browser.close()


def draw(page: Page, element: str, path: Path) -> None:
    """Draw one element from its top, at most one screen of it, or the top of the page."""
    page.wait_for_timeout(1_500)  # the fonts, and what is drawn when it comes near
    if not element:
        page.screenshot(path=path)
        return
    shown = page.locator(element).first
    # Below the bar that stays on top.
    shown.evaluate("shown => window.scrollTo(0, shown.getBoundingClientRect().top + window.scrollY - 70)")
    page.wait_for_timeout(1_000)
    box = shown.bounding_box()
    assert box, f"{element} is not drawn"
    height = min(box["height"], SIZE["height"] - box["y"])
    page.screenshot(path=path, clip={"x": box["x"], "y": box["y"], "width": box["width"], "height": height})


if __name__ == "__main__":
    main()
