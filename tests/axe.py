"""What axe-core finds wrong on a page, for every test that asks it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"
COLOUR: dict[str, Any] = {"runOnly": ["color-contrast", "link-in-text-block"]}  # the rules that a theme can break
A_PART: dict[str, Any] = {"rules": {"page-has-heading-one": {"enabled": False}}}  # the whole page would have one
VIOLATIONS = """(rules) => axe.run(document, {resultTypes: ['violations'], preload: false, ...rules}).then((found) =>
  found.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.target.join(' ') + ': ' + n.failureSummary)))"""


def violations(page: Page, rules: dict[str, Any] | None = None) -> list[str]:
    """Each violation with the place of it; ``rules`` are axe's own options, all rules unless told."""
    page.add_script_tag(path=AXE)
    found: list[str] = page.evaluate(VIOLATIONS, rules or {})
    return found
