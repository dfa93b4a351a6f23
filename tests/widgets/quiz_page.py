"""A page with one question of each kind, and how a reader answers them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from netlearn.clinic.crisis.load import kinds as actions
from netlearn.items.bank import chosen
from netlearn.items.item import Json
from netlearn.items.variant import Variant
from netlearn.widgets import assets
from netlearn.widgets.quiz import quiz_html
from netlearn.widgets.quiz_data import page_pool, quiz_data, tables
from tests.items.bank import ROOT

KEYS = {kind.id: kind.key for kind in actions().values()}
KEY = "netlearn.answers.netlearn"
SLUGS = {
    "choice": "share-type-three",
    "multiple": "ways-to-destroy",
    "quantity": "zone-to-ablate",
    "dose": "octreotide-for-the-syndrome",
    "order": "steps-of-a-session",
    "board": "groups-of-a-board",
    "place": "make-a-type",
    "resect": "enough-of-the-tumour",
    "classify": "fit-for-radiofrequency",
    "find-error": "a-wrong-unit",
    "crisis": "pressure-falls",
}
PAGE = """<!doctype html><html lang="en" data-theme="{theme}"><head><meta charset="utf-8"><title>Quiz</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/netlearn.css"><script defer src="_static/netlearn.js"></script>
<script defer src="_static/liver.js"></script><script defer src="_static/crisis.js"></script>
<script defer src="_static/quiz.js"></script>
<script defer src="_static/data.js"></script>
<script defer src="_static/demo.js"></script>
<style>body {{ margin: 0; padding: 16px; background: var(--nl-paper) }}</style></head><body><main><h1>Chapter</h1>
<h2>Check yourself</h2>{quiz}</main></body></html>"""


def quiz_scripts() -> str:
    """The scripts of every kind of question but the crisis room's."""
    return assets.answers_script() + assets.quiz_script() + assets.liver_exercise_script()


def data_of(*slugs: str) -> Json:
    return quiz_data("demo", chosen("demo", slugs, ROOT))


def write_site(root: Path) -> None:
    """Pages with all kinds, light and dark; with two quizzes; with one question alone."""
    every = data_of(*SLUGS.values())
    two = quiz_html(data_of("share-type-three")) + quiz_html(data_of("zone-to-ablate"))
    files = {
        "all.html": PAGE.format(theme="light", quiz=quiz_html(every)),
        "dark.html": PAGE.format(theme="dark", quiz=quiz_html(every)),
        "two.html": PAGE.format(theme="light", quiz=two),
        "_static/netlearn.js": assets.page_script(),
        "_static/liver.js": assets.liver_script(),
        "_static/crisis.js": assets.room_script() + assets.room_exercise_script(),
        "_static/quiz.js": quiz_scripts(),
        "_static/netlearn.css": assets.stylesheet(),
        "_static/data.js": assets.data_script(*tables(every)),
        "_static/demo.js": assets.data_script(page_pool("demo", ROOT)),
        "book/evidence.html": '<!doctype html><title>Evidence</title><link rel="icon" href="data:,">',
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def question(page: Page, slug: str) -> Locator:
    """The question of an item on the page with all kinds."""
    return page.locator(".nl-q-item").nth(list(SLUGS.values()).index(slug))


def variant_of(slug: str, number: int = 0) -> tuple[Variant, Any]:
    """A variant of an item, and a right answer to it."""
    (entry,) = data_of(slug)["items"]
    return Variant.from_json(entry["variants"][number]), entry["answers"][number]


def fill(asked: Locator, variant: Variant, answer: Any) -> None:
    """Give an answer by the form of its kind, with the keyboard where it has a form of its own."""
    kind = variant.kind
    if kind == "quantity":
        asked.get_by_label("Your answer").fill(answer)
    elif kind == "dose":
        for name, value in answer.items():
            asked.get_by_label(name.capitalize(), exact=True).select_option(value)
    elif kind == "board":
        texts = {row["id"]: row["text"] for row in variant["rows"]}
        for id, group in answer.items():
            asked.get_by_label(texts[id], exact=True).select_option(group)
    elif kind == "order":
        for text, times in moves(variant, answer):
            for _ in range(times):
                asked.get_by_role("button", name=f"Move up: {text}").press("Enter")
    elif kind == "crisis":
        for line in answer:
            asked.locator(".nl-tray button[aria-keyshortcuts]:visible").first.focus()
            asked.page.keyboard.press(KEYS[line])
    elif kind == "place":
        for segment, state in answer.items():
            asked.locator(f"[data-segment={segment}]").press({"small": "1", "dominant": "2"}[state])
    else:
        for box in boxes(asked, answer):
            box.check()


def boxes(asked: Locator, answer: Any) -> Iterator[Locator]:
    ids = answer.values() if isinstance(answer, dict) else [answer] if isinstance(answer, str) else answer
    for id in ids:
        yield asked.locator(f"input[value='{id}']")


def moves(variant: Variant, wanted: list[str]) -> Iterator[tuple[str, int]]:
    """How many times each step must go up, one after the other from the first."""
    now, texts = [step["id"] for step in variant["steps"]], {s["id"]: s["text"] for s in variant["steps"]}
    for to, id in enumerate(wanted):
        yield texts[id], now.index(id) - to
        now.insert(to, now.pop(now.index(id)))


def check(asked: Locator, sure: str = "") -> None:
    if sure:
        asked.get_by_label(sure, exact=True).check()
    asked.get_by_role("button", name="Check", exact=True).click()


def said(asked: Locator) -> Locator:
    """The line that says the result."""
    return asked.locator(".nl-q-said strong")
