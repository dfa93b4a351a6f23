"""The page grades as Python does, on the shared vectors of every kind; amounts and spaced review likewise."""

import json
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page

from netlearn.decision.export import export
from netlearn.editions import edition_ids
from netlearn.items import grade, review
from netlearn.items.bank import chosen, exercises
from netlearn.items.kinds import kinds
from netlearn.items.variant import Grade, Variant
from netlearn.units import SPELT
from netlearn.widgets import assets
from netlearn.widgets.page_data import data_of
from netlearn.widgets.quiz_data import quiz_data, unit_sizes
from tests.items.vectors import vectors
from tests.widgets.quiz_page import quiz_scripts

pytestmark = pytest.mark.browser

STRIDE = 401  # of the prescriptions, one in so many


@pytest.fixture(scope="module")
def asked_tables() -> list[dict[str, Any]]:
    """The tables that items are graded by, as the page has them."""
    asked = [each.table for each in kinds().values() if each.table]
    own = [data for each in kinds().values() if each.data for data in data_of(each.data)]
    return [*(export(table, edition) for table in asked for edition in edition_ids()), *own]


@pytest.fixture
def quiz(page: Page, asked_tables: list[dict[str, Any]]) -> Page:
    """A page that can grade."""
    page.add_script_tag(content=assets.room_script() + assets.room_exercise_script())
    page.add_script_tag(content=quiz_scripts())
    page.evaluate("(tables) => NetLearn.add(...tables)", asked_tables)
    page.evaluate("(units) => Object.assign(NetLearn.units, units)", unit_sizes({u.dimension for u in SPELT.values()}))
    return page


def on_page(page: Page, ask: str, cases: list[Any]) -> list[Any]:
    """What the page says to every case, in one call."""
    script = f"(text) => JSON.stringify(JSON.parse(text).map({ask}))"
    answers: list[Any] = json.loads(page.evaluate(script, json.dumps(cases, default=lambda each: each.to_json())))
    return answers


@pytest.mark.parametrize("kind", kinds())
def test_grades_of_a_kind(quiz, kind):
    asked = [(variant, answer, graded) for variant, answer, graded in vectors() if variant.kind == kind]
    theirs = on_page(quiz, "([v, a]) => NetLearn.grade(v, a)", [each[:2] for each in asked])
    assert {graded.result for _, _, graded in asked} >= {"right", "wrong", "format-error", "dont-know", "unanswered"}
    for (variant, answer, ours), page in zip(asked, theirs, strict=True):
        assert page == ours.to_json(), (variant.item, variant.seed, answer)


def prescriptions(edition: str) -> list[tuple[Variant, dict[str, str]]]:
    """Every so-manyth prescription that the menus allow, for the drug that was asked and for another."""
    offered = {asked["name"]: asked["values"] for asked in export("dose-check", edition)["inputs"]}
    drugs, contexts = offered["drug"], offered.pop("context")
    every = list(product(drugs[:2], contexts, product(*offered.values())))[::STRIDE]
    return [
        (dose_variant(edition, drug, context), dict(zip(offered, said, strict=True))) for drug, context, said in every
    ]


def dose_variant(edition: str, drug: str, context: str) -> Variant:
    parts = {"table": "dose-check", "drug": drug, "context": context}
    return Variant("dose", accepted="a prescription", edition=edition, parts=parts)


@pytest.mark.parametrize("edition", edition_ids())
def test_prescriptions_from_the_menus(quiz, edition):
    cases = prescriptions(edition)
    theirs = on_page(quiz, "([v, a]) => NetLearn.grade(v, a)", [list(case) for case in cases])
    for (variant, answer), page in zip(cases, theirs, strict=True):
        assert page == grade(variant, answer).to_json(), (variant, answer)


def amount_variant(dimension: str, unit: str, low: str = "0.5", high: str = "2") -> Variant:
    said = {"feedback": "", "evidence": []}
    parts = {"dimension": dimension, "unit": unit, "bands": [], "low": low, "high": high, "right": said, "wrong": said}
    return Variant("quantity", accepted="an amount", parts=parts)


def compare_amounts(page: Page, cases: list[tuple[Variant, str]]) -> list[str]:
    """The results that both give; fails where they differ."""
    theirs = on_page(page, "([v, a]) => NetLearn.grade(v, a).result", [list(case) for case in cases])
    ours = [grade(variant, text).result for variant, text in cases]
    assert dict(zip([t for _, t in cases], theirs, strict=True)) == dict(zip([t for _, t in cases], ours, strict=True))
    return theirs


def test_every_spelling_of_every_unit_is_read_as_python_reads_it(quiz):
    cases = [
        (amount_variant(unit.dimension, unit.name, amount, amount), f"{amount} {spelling}".strip())
        for spelling, unit in SPELT.items()
        for amount in ("1", "0.30")
    ]
    assert set(compare_amounts(quiz, cases)) == {"right"}


@pytest.mark.parametrize("dimension", ["length", "mass", "number"])
def test_spelling_of_another_dimension_is_a_format_error(quiz, dimension):
    unit = next(u.name for u in SPELT.values() if u.dimension == dimension)
    others = [spelling for spelling, u in SPELT.items() if u.dimension != dimension]
    cases = [(amount_variant(dimension, unit), f"1 {spelling}") for spelling in others]
    assert set(compare_amounts(quiz, cases)) == {"format-error"}


TEXTS = [
    "5 mm", "4.9 mm", "20 mm", "20.1 mm", "20." + "0" * 29 + "1 mm", "20." + "0" * 30 + "1 mm", "2000⁄100 mm", "1⁄3 cm",
    "1/3 cm", "2⁄0 cm", "2⁄01 cm", "1cm", " 1  cm ", "1\u00a0cm", "1\u2009cm", "1\x1ccm", "1\x85cm", "1\ufeffcm",
    "1\u200bcm", "1\u2028cm", "１ cm", "٣ cm", "1.cm", ".5 cm", "1. cm", "1,5 cm", "1e0 cm", "+1 cm", "-1 cm", "−1 cm",
    "1 CM", "1 cm.", "1 c m", "1 1 cm", "1 cm 2", "1 cm2", "", " ", "cm", "1", "0 cm", "000001 cm", "1 constructor",
    "1 __proto__", "1 hasOwnProperty", "9" * 57 + " cm", "1" + "0" * 190 + " cm", "1" + " " * 198 + "cm",
    "1 cm\U0001f600", "1" + " " * 196 + "c\U0001f600",
]  # fmt: skip


def test_amounts_are_accepted_exactly_where_python_accepts_them(quiz):
    assert set(compare_amounts(quiz, [(amount_variant("length", "cm"), text) for text in TEXTS])) == {
        "right", "wrong", "format-error", "unanswered",
    }  # fmt: skip


def test_spaced_review_gives_pythons_schedules(quiz):
    schedules = [
        review.Schedule(n, days, ease) for n, days, ease in product((0, 1, 2, 5), (0, 1, 6, 15), (130, 250, 277))
    ]
    cases = [({"repetitions": s.repetitions, "days": s.days, "ease": s.ease}, q) for s in schedules for q in range(6)]
    theirs = on_page(quiz, "([s, q]) => NetLearn.quizReview.reviewed(s, q)", [list(case) for case in cases])
    ours = [review.reviewed(review.Schedule(**s), q) for s, q in cases]
    assert [(s["repetitions"], s["days"], s["ease"]) for s in theirs] == [(s.repetitions, s.days, s.ease) for s in ours]


def test_quality_and_urgency_are_pythons(quiz):
    results = ("right", "partly", "wrong", "dont-know", "format-error", "unanswered")
    cases = [
        ({"result": result, "dangerous": dangerous}, confidence)
        for result, dangerous, confidence in product(results, (False, True), ("sure", "unsure", None))
    ]
    ask = "([g, c]) => [NetLearn.quizReview.quality(g, c), NetLearn.quizReview.urgency(g, c)]"
    theirs = on_page(quiz, ask, [list(case) for case in cases])
    assert theirs == [[review.quality(Grade(**g), c), review.urgency(Grade(**g), c)] for g, c in cases]


def test_exported_units_are_the_closed_list():
    sizes = unit_sizes(unit.dimension for unit in SPELT.values())
    assert {spelling for units in sizes.values() for spelling in units} == set(SPELT)
    assert Fraction(sizes["mass per time"]["mg/h"]) == SPELT["mg/h"].size


CHAPTERS = [folder.parent.name for folder in sorted(exercises().glob("*/items"))]


def said_of(variant: Variant, answer: Any) -> list[Any]:
    """The right answer, and every option alone where there are options."""
    ids = [option["id"] for option in variant.get("options", ())]
    return [answer, *([[id] for id in ids] if variant.kind == "multiple" else ids)]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_option_of_a_chapters_quiz(quiz, chapter):
    data = quiz_data(chapter, chosen(chapter, ()))
    quiz.evaluate("(units) => Object.assign(NetLearn.units, units)", data["units"])
    shown = [
        pair
        for entry in data["items"]
        for pair in zip(map(Variant.from_json, entry["variants"]), entry["answers"], strict=True)
    ]
    cases = [(variant, said) for variant, answer in shown for said in said_of(variant, answer)]
    theirs = on_page(quiz, "([v, a]) => NetLearn.grade(v, a)", [list(case) for case in cases])
    for (variant, said), page in zip(cases, theirs, strict=True):
        assert page == grade(variant, said).to_json(), (variant.item, variant.seed, said)
