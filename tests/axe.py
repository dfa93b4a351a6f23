"""What axe-core finds wrong on a page, for every test that asks it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"
BY_COLOUR = ("color-contrast", "link-in-text-block")
COLOUR: dict[str, Any] = {"runOnly": BY_COLOUR}  # the rules that a theme can break
NOT_COLOUR: dict[str, Any] = {"rules": {name: {"enabled": False} for name in BY_COLOUR}}
A_PART: dict[str, Any] = {"rules": {"page-has-heading-one": {"enabled": False}}}  # the whole page would have one
VIOLATIONS = """(rules) => axe.run(document, {resultTypes: ['violations'], preload: false, ...rules}).then((found) =>
  found.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.target.join(' ') + ': ' + n.failureSummary)))"""


def violations(page: Page, rules: dict[str, Any] | None = None) -> list[str]:
    """Each violation with the place of it; ``rules`` are axe's own options, all rules unless told."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    found: list[str] = page.evaluate(VIOLATIONS, rules or {})
    return found


# What decides a colour: an element's tag, its attributes (of some, only that it has them), whether it is the last,
# whether it is an even row, and the same of all that it is in.
DROP_REPEATS = """() => {
  const says = new Set(['id', 'href', 'title', 'name', 'for', 'value', 'colspan', 'popovertarget', 'data-ev',
    'data-label', 'aria-label', 'aria-labelledby', 'aria-controls', 'aria-describedby', 'cx', 'cy', 'd', 'clip-path']);
  const seen = new Set();
  const look = (e) => [e.tagName, e === e.parentNode.lastElementChild,
    ...[...e.attributes].map((a) => (says.has(a.name) ? a.name : a.name + '=' + a.value))].join(' ');
  const repeats = (e, above, n) => {
    const kind = above + '/' + (e.tagName === 'TR' ? n % 2 : '') + look(e), known = seen.has(kind);
    seen.add(kind);
    const again = [...e.children].filter((child, n) => repeats(child, kind, n));
    if (known && again.length === e.childElementCount) return true;
    again.forEach((child) => child.remove());
    return false;
  };
  repeats(document.body, '', 0);
}"""


def drop_repeats(page: Page) -> None:
    """Leave one of all elements that have the same colours: to the colour rules, a list of 400 facts is one fact."""
    page.evaluate(DROP_REPEATS)


def drop_drawings(page: Page) -> None:
    """Take figures' drawings away: of words in front of shapes the colour rules say that they cannot tell."""
    page.evaluate("document.querySelectorAll('.main-svg').forEach((drawing) => drawing.remove())")
