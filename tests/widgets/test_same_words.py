"""A card says the same without a script, as Python writes it, and on the page, as the scripts draw it.

All its text is compared, but for the buttons that try a change: without a script there is nothing to press.
"""

import json
import random
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest
from lxml.html import fromstring
from playwright.sync_api import Page

from netlearn.clinic.lesions import to_page, told
from netlearn.decision import decide, load, names
from netlearn.decision.diagram import compiled
from netlearn.decision.export import export
from netlearn.decision.proof import region
from netlearn.editions import edition_ids
from netlearn.errors import InputError
from netlearn.widgets import Explorer, LiverMap, static_html
from tests.widgets.test_same_as_python import _as_json

pytestmark = pytest.mark.browser

TABLES = [(name, id) for id in edition_ids() for name in names(id) if not load(name, id).derivation]
SAMPLED = 30
# The texts of the card of each case, with every fold open.
DRAWN = """(text) => {
  const [table, cases, withTable] = JSON.parse(text);
  const textsOf = (element) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode.data);
    return texts;
  };
  return JSON.stringify(cases.map((values) => {
    const card = NetLearn.decisionCard({ level: 3, apply() {}, flipText: () => '', withTable });
    card.show(table, NetLearn.decide(table, values), []);
    for (const folded of card.element.querySelectorAll('.nl-more > summary, .is-more')) folded.remove();
    return textsOf(card.element);
  }));
}"""
SHOWN = """(element) => {
  const card = document.querySelector(element + ' .nl-decision').cloneNode(true);
  for (const part of card.querySelectorAll('.nl-more > summary, .is-more, :has(> .nl-flips)')) part.remove();
  const walk = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) texts.push(walk.currentNode.data);
  return texts;
}"""


def said(texts: Iterable[str]) -> str:
    """Texts in their order, as one."""
    return re.sub(r"\s+", " ", " ".join(texts)).strip()


def on_page(page: Page, table: str, edition: str, cases: list[dict[str, Any]], with_table: bool = False) -> list[str]:
    asked = json.dumps([export(table, edition), cases, with_table])
    return [said(texts) for texts in json.loads(page.evaluate(DRAWN, asked))]


def without_script(table: str, edition: str, case: dict[str, Any], with_table: bool = False) -> str:
    result = decide(table, edition, **case).to_json()
    return said(fromstring(static_html.card(load(table, edition), result, with_table=with_table)).itertext())


@cache
def sample(table: str, edition: str) -> tuple[dict[str, Any], ...]:
    """Cases of regions drawn by a fixed seed, each whole and with some of it unknown, that the table accepts."""
    draw, asked, diagram = random.Random(f"{table} {edition}"), load(table, edition), compiled(table, edition)
    paths = [path for path, _ in diagram.paths()]
    whole = [dict(region(asked, diagram, path, ()).witness) for path in draw.sample(paths, min(SAMPLED, len(paths)))]
    part = [{name: None if draw.random() < 0.3 else value for name, value in case.items()} for case in whole]
    return tuple(case for case in ({}, *whole, *part) if _is_accepted(table, edition, case))


def _is_accepted(table: str, edition: str, case: dict[str, Any]) -> bool:
    try:
        decide(table, edition, **case)
    except InputError:
        return False
    return True


@pytest.mark.parametrize(("table", "edition"), TABLES)
def test_a_card_has_the_same_words_with_and_without_a_script(page: Page, table: str, edition: str) -> None:
    cases = sample(table, edition)
    drawn = on_page(page, table, edition, [_as_json(case) for case in cases])

    for words, case in zip(drawn, cases, strict=True):
        assert words == without_script(table, edition, case), case


def test_the_sample_has_every_status() -> None:
    found = {(id, decide(name, id, **case).status) for name, id in TABLES for case in sample(name, id)}

    everywhere = {(id, status) for id in edition_ids() for status in ("decided", "not-stated", "undetermined")}
    assert everywhere <= found


def test_two_cards_side_by_side_name_their_table_alike(page: Page) -> None:
    case = {"largest_diameter_cm": 2.0}
    (drawn,) = on_page(page, "rfa", "2026", [case], with_table=True)

    assert drawn == without_script("rfa", "2026", case, with_table=True)
    assert f"{load('rfa', '2026').title}. By the rules of 2026" in drawn


ACROSS, ONE_LOBE = {"VI": "dominant", "II": "small"}, {"VI": "dominant", "V": "small"}
LIVERS = [(ACROSS, False), (ACROSS, True), (ONE_LOBE, True), (ONE_LOBE, None), ({"VII": "small", "II": "small"}, False)]


def test_the_maps_have_every_status() -> None:
    found = {LiverMap(**segments, diffuse_multifocal=stated).result["status"] for segments, stated in LIVERS}

    assert "conflict" in found and "decided" in found


@pytest.mark.parametrize(("segments", "stated"), [*LIVERS, ({}, False)])
def test_a_map_has_the_same_words_with_and_without_a_script(
    page: Page, segments: dict[str, str], stated: bool | None
) -> None:
    values = json.dumps(to_page(told(segments, stated)))
    page.evaluate("(values) => { const map = document.createElement('net-liver'); map.id = 'asked';"
                  " map.setAttribute('values', values); document.body.append(map); }", values)  # fmt: skip
    card = fromstring(LiverMap(**segments, diffuse_multifocal=stated)._html()).find_class("nl-static")[0]

    assert said(page.evaluate(SHOWN, "#asked")) == said(card.itertext())


PAIRS = [
    ("grade", {"ki67_percent": 60, "differentiation": "poor", "morphology": "small-cell"}),  # finer
    ("rfa", {"resectable": False, "largest_diameter_cm": 4, "lesion_count": 9, "lobes_involved": "both"}),  # differs
    ("grade", {"ki67_percent": 101 - 1}),
    ("grade", {}),  # open
    ("pai", {"largest_diameter_cm": 2, "adjacent_to": "none", "combined_with": "rfa"}),  # the same
]
COMPARED = """([table, exported, values]) => {
  for (const each of exported) NetLearn.add(each);
  const element = document.createElement('net-explorer');
  for (const [name, value] of Object.entries({ table, compare: '', values })) element.setAttribute(name, value);
  document.body.append(element);
  return element.querySelector('.nl-same, .nl-changed').textContent;
}"""


@pytest.mark.parametrize(("table", "case"), PAIRS)
def test_a_comparison_says_the_same_with_and_without_a_script(page: Page, table: str, case: dict[str, Any]) -> None:
    both = Explorer(table, compare=True, **case)
    exported = [export(table, edition) for edition in edition_ids()]
    drawn = page.evaluate(COMPARED, [table, exported, json.dumps(both.value)])

    assert said([drawn]) == said([fromstring(both._html()).find_class("nl-same")[0].text_content()])
