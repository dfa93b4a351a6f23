"""The comparison on a page: both answers, the line between them, its presets, and the same words as Python."""

import json

import pytest
from playwright.sync_api import expect

from netlearn.decision.export import export
from netlearn.widgets import Explorer
from netlearn.widgets.comparison import both_editions, own_words, reading
from tests.widgets.test_live_page import JOIN
from tests.widgets.test_same_as_python import decided, grade_cases, in_page

pytestmark = pytest.mark.browser

ADD = """([values, presets]) => {
  const element = document.createElement('net-explorer');
  element.id = 'both';
  element.setAttribute('compare', '');
  element.setAttribute('table', 'grade');
  element.setAttribute('values', JSON.stringify(values));
  element.setAttribute('presets', JSON.stringify(presets));
  document.querySelector('main').append(element);
}"""
CASE = {"ki67_percent": 60, "mitoses_per_2mm2": 30, "differentiation": "well", "morphology": "none"}
PRESETS = [["exactly 20", {"ki67_percent": 20, "mitoses_per_2mm2": 20}]]
READ = "([before, after]) => NetLearn.reading(table['2026'], before, after)"


@pytest.fixture
def compared(page):
    page.evaluate(ADD, [CASE, PRESETS])
    return page.locator("#both")


def verdicts(compared):
    return [compared.locator(".said strong").nth(n) for n in (0, 1)]


def test_both_editions_answer_side_by_side(compared):
    expect(verdicts(compared)[0]).to_have_text("Grade 3")
    expect(verdicts(compared)[1]).to_have_text("NET G3")
    left, right = (compared.locator(".nl-pair > section").nth(n).bounding_box() for n in (0, 1))
    assert left["y"] == right["y"] and left["x"] + left["width"] <= right["x"]


def test_line_between_says_that_the_newer_edition_is_finer(compared):
    expect(compared.locator(".nl-changed")).to_contain_text("They agree, and 2026 says more.")
    expect(compared.locator(".nl-changed")).to_contain_text("2026 divides “Grade 3” into NET G3 and NEC. Here: NET G3.")


def test_what_differs_is_struck_through_and_underlined(compared):
    compared.get_by_label("moderate", exact=True).check()
    expect(compared.locator(".nl-changed")).to_contain_text("They read this case differently.")
    expect(compared.locator("del")).to_have_text("Grade 3")
    expect(compared.locator("ins")).to_have_text("The rules of 2026 do not say")


def test_one_count_serves_both_editions(compared):
    count = compared.get_by_role("textbox", name="Mitoses per 10 HPF")
    expect(compared.locator(".nl-hint", has_text="2026: mitoses per 2 mm².")).to_be_visible()
    compared.get_by_role("textbox", name="Ki-67 index").fill("20")
    count.fill("20")
    expect(verdicts(compared)[0]).to_have_text("Not grade 3")
    expect(verdicts(compared)[1]).to_have_text("NET G2")
    count.fill("21")
    expect(verdicts(compared)[0]).to_have_text("Grade 3")
    expect(verdicts(compared)[1]).to_have_text("NET G3")


def test_boundaries_of_both_editions_are_ticks(compared):
    ticks = compared.locator(".ticks").first.locator(".is-rule")
    expect(ticks).to_have_count(2)  # waits until they are drawn
    assert sorted(map(int, ticks.all_inner_texts())) == [3, 20]


def test_flip_of_the_older_answer_changes_the_case_of_both(compared):
    compared.get_by_role("button", name="exactly 20").click()
    compared.get_by_label("well", exact=True).check()
    compared.get_by_label("neither", exact=True).check()
    older = compared.locator(".nl-pair > section").first
    older.locator(".nl-flips button", has_text="Mitoses per 10 HPF").click()
    expect(verdicts(compared)[0]).to_have_text("Grade 3")
    expect(verdicts(compared)[1]).to_have_text("NET G3")


def test_preset_replaces_the_whole_case(compared):
    compared.get_by_role("button", name="exactly 20").click()
    expect(verdicts(compared)[0]).to_have_text("Not grade 3")
    expect(compared.get_by_role("group", name="Differentiation").get_by_label("not known")).to_be_checked()
    compared.get_by_role("button", name="clear all").click()
    expect(compared.locator(".nl-same")).to_have_text("Neither edition can answer yet.")


def test_value_that_is_not_accepted_is_said_of_both(compared):
    compared.get_by_role("textbox", name="Ki-67 index").fill("20,1")
    expect(verdicts(compared)[0]).to_have_text("Not accepted")
    expect(compared.locator(".nl-same")).to_have_text("Neither edition accepts this case.")


def test_comparison_fits_a_phone(open_page):
    page = open_page(width=390)
    page.evaluate(ADD, [CASE, PRESETS])
    expect(page.locator("#both .said strong").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_every_case_is_compared_as_in_python(page):
    """Each region of the newer table, with what the older one makes of it."""
    older, newer = both_editions("grade")
    cases = grade_cases(export("grade", "2026"))
    pairs = [
        [decided(table="grade", edition=t.edition, **own_words(t, {k: v for k, v in case.items() if v is not None}))
         for t in (older, newer)]
        for case in cases
    ]  # fmt: skip
    complete = [[{"error": None, **d} for d in pair] for pair in pairs]
    tables = {"2026": export("grade", "2026")}
    theirs = in_page(page, READ, tables, complete)
    ours = [dict(zip(("kind", "parts"), reading(newer, *pair), strict=True)) for pair in complete]
    assert [{**each, "parts": list(each["parts"])} for each in ours] == theirs
    assert {each["kind"] for each in theirs} == {"open", "differs", "finer"}


def test_kernel_and_page_share_the_case(page):
    widget = Explorer("grade", compare=True, presets={"exactly 20": PRESETS[0][1]}, **CASE)
    names = ("_kind", "_data", "_presets", "value", "edition")
    page.evaluate(JOIN, [widget._esm, {name: json.loads(json.dumps(getattr(widget, name))) for name in names}])
    page.locator("#live").get_by_role("button", name="exactly 20").click()
    widget.set_state(page.evaluate("sent.at(-1)"))
    assert widget.value == PRESETS[0][1]
    assert widget.result["review-2012"]["verdict"] == "not-G3"
    page.evaluate("fromPython({value: {ki67_percent: 21}})")
    expect(page.locator("#live .said strong").first).to_have_text("Grade 3")
