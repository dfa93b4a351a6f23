"""The tumour board and the selector on a page: by keyboard on a phone, in the words that stand there without script."""

import json
import re
import tomllib

import pytest
from playwright.sync_api import Page, expect

from netlearn.clinic.cases import case
from netlearn.widgets.board_patients import drawable
from tests.axe import A_PART, COLOUR, violations
from tests.widgets import board_page
from tests.widgets.board_page import ROWS, shown, static_rows, unfold, watched
from tests.widgets.test_live_page import join

pytestmark = pytest.mark.browser

__all__ = ["shown", "watched"]  # the pages

PRINTED = """([text, name]) => { dispatchEvent(new Event('afterprint'));
  NetLearn.boardTools(name, () => ({ values: JSON.parse(text), edition: '2026' }), () => {})[0].click(); }"""


def test_the_page_draws_the_rows_that_stand_there_without_script(shown: tuple[str, Page]) -> None:
    name, page = shown

    assert page.evaluate(ROWS) == static_rows(name)


def test_a_question_is_answered_by_keyboard_and_says_what_it_settled(shown: tuple[str, Page]) -> None:
    _, page = shown
    asked = page.locator(".nl-board-next h3").inner_text()
    page.locator(".nl-board-next form input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(page.locator(".nl-effect")).to_contain_text("ettled")
    expect(page.locator(".nl-board-next h3")).not_to_have_text(asked)
    expect(page.locator(".nl-board-next h3")).to_be_focused()
    expect(page.locator(".nl-board-steps > li").last).to_contain_text(asked)


def test_an_answer_is_taken_back_and_the_question_comes_again(shown: tuple[str, Page]) -> None:
    _, page = shown
    before, asked = page.evaluate(ROWS), page.locator(".nl-board-next h3").inner_text()
    page.locator(".nl-board-next form input").first.check(force=True)
    page.locator(".nl-board-next button[type=submit]").click()
    expect(page.locator(".nl-board-next h3")).not_to_have_text(asked)
    page.get_by_role("button", name="Undo").click()

    expect(page.locator(".nl-board-next h3")).to_have_text(asked)
    assert page.evaluate(ROWS) == before


def test_what_is_told_is_in_the_address_and_comes_back(shown: tuple[str, Page]) -> None:
    name, page = shown
    page.locator(".nl-board-next form input").first.check(force=True)
    page.locator(".nl-board-next button[type=submit]").click()
    page.wait_for_function("location.hash.length > 40")
    rows = page.evaluate(ROWS)
    assert f"{name}.edition=2026" in page.evaluate("location.hash")
    page.reload()
    page.wait_for_selector(".nl-board-next form")

    assert page.evaluate(ROWS) == rows


def test_a_row_opens_to_its_decision_in_both_editions(shown: tuple[str, Page]) -> None:
    _, page = shown
    unfold(page)
    row = page.locator(".nl-board-row", has=page.locator(".df[data-change=group]")).first
    row.locator(".nl-board-row-name").focus()
    page.keyboard.press("Enter")

    assert row.locator(".nl-drawer .nl-decision").count() >= 2
    expect(row.locator(".nl-board-row-name")).to_have_attribute("aria-expanded", "true")


def test_a_segment_of_the_liver_map_changes_the_patient(shown: tuple[str, Page]) -> None:
    name, page = shown
    if name == "selector":  # no table of it asks the liver
        assert page.locator(".nl-board-liver").count() == 0
        return
    page.get_by_role("button", name="Start anew").click()
    page.get_by_text("The liver, segment by segment").click()
    segment = page.locator(".nl-board-liver .seg[data-segment=VI]")
    segment.focus()
    page.keyboard.press("2")

    expect(segment).to_have_attribute("data-state", "dominant")
    expect(page.locator(".nl-told-of")).to_contain_text("Segment VI: dominant")
    expect(page.locator(".nl-board-type")).to_contain_text("Type I.")
    page.wait_for_function("location.hash.includes('VI=dominant')")
    page.keyboard.press("0")
    expect(page.locator(".nl-told-of")).to_contain_text("Nothing is told yet")


def test_a_marked_segment_takes_the_place_of_a_type_that_was_told(shown: tuple[str, Page]) -> None:
    name, page = shown
    if name == "selector":
        return
    page.goto(page.url.split("#")[0] + f"#case=1&{name}.edition=2026&{name}.liver_type=III")
    page.get_by_text("The liver, segment by segment").click()
    expect(page.locator(".nl-board-type")).to_contain_text("Told as a type.")
    page.locator(".nl-board-liver .seg[data-segment=II]").click()

    expect(page.locator(".nl-told-of")).to_contain_text("Segment II: small")
    expect(page.locator(".nl-told-of")).not_to_contain_text("III")
    expect(page.locator(".nl-board-notes")).not_to_contain_text("set aside")


def test_the_selector_asks_the_aim_first_and_leaves_out_what_is_for_the_other(shown: tuple[str, Page]) -> None:
    name, page = shown
    asks = page.locator(".nl-board-next h3")
    if name != "selector":
        expect(asks).not_to_have_text("What is the aim?")
        return
    expect(asks).to_have_text("What is the aim?")
    page.get_by_role("radio", name="growth").check(force=True)
    page.locator(".nl-board-next button[type=submit]").click()

    expect(asks).not_to_have_text("What is the aim?")
    named = " ".join(row[0] for row in page.evaluate(ROWS))
    assert "against growth" in named and "Interferon, for survival" in named
    assert "for symptoms" not in named
    page.get_by_role("button", name="Undo").click()
    expect(asks).to_have_text("What is the aim?")
    page.get_by_role("radio", name="both").check(force=True)
    page.locator(".nl-board-next button[type=submit]").click()
    expect(asks).not_to_have_text("What is the aim?")
    assert "for symptoms" in " ".join(row[0] for row in page.evaluate(ROWS))
    expect(page.locator(".nl-told-of")).to_contain_text("Purpose: both")
    page.wait_for_url("**selector.goal=both**")
    page.reload()
    expect(page.locator(".nl-told-of")).to_contain_text("Purpose: both")
    expect(asks).not_to_have_text("What is the aim?")


def test_what_was_given_before_is_put_in_order_and_kept_in_link_and_letter(shown: tuple[str, Page]) -> None:
    name, page = shown
    if name == "operation":
        expect(page.locator(".nl-board-prior")).to_have_count(0)
        return
    page.get_by_role("button", name="Start anew").click()
    page.locator(".nl-board-prior summary").click()
    for given in ("everolimus", "somatostatin analogue"):
        page.get_by_label("Add a treatment").select_option(label=given)
    page.locator(".nl-board-prior li").last.get_by_role("button", name="earlier").focus()
    page.keyboard.press("Enter")

    items = page.locator(".nl-board-prior li > span")
    expect(items).to_have_text(["somatostatin analogue", "everolimus"])
    expect(page.locator(".nl-told-of")).to_contain_text("Has had a somatostatin analogue: yes")
    expect(page.locator(".nl-board-row .gv").filter(has_text="Already given: everolimus")).to_have_count(1)
    page.wait_for_function(f"decodeURIComponent(location.hash).includes('{name}.prior=analogue,everolimus')")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Text for a referral").click()
    text = saved.value.path().read_text(encoding="utf-8")
    assert "- Given before, the first first: somatostatin analogue; everolimus" in text
    page.reload()
    expect(items).to_have_text(["somatostatin analogue", "everolimus"])
    page.locator(".nl-board-prior li").first.get_by_role("button", name="take off").click()
    expect(page.locator(".nl-told-of")).not_to_contain_text("Has had a somatostatin analogue: yes")


def test_only_the_rows_that_differ_are_shown_when_asked_and_the_link_says_so(shown: tuple[str, Page]) -> None:
    name, page = shown
    page.get_by_label("Only the rows that differ").check()

    assert page.locator(".nl-board-row").count() > 0
    assert page.locator(".nl-board-row .df[data-change=same]").count() == 0
    page.wait_for_function(f"location.hash.includes('{name}.rows=differ')")
    page.reload()
    expect(page.get_by_label("Only the rows that differ")).to_be_checked()
    assert page.locator(".nl-board-row .df[data-change=same]").count() == 0


def test_a_link_that_names_no_treatment_of_the_list_is_refused_in_a_sentence(shown: tuple[str, Page]) -> None:
    name, page = shown
    page.goto(page.url.split("#")[0] + f"#case=1&{name}.edition=2026&{name}.prior=leeches")
    expect(page.locator(".nl-notice")).to_contain_text("“leeches” is no treatment of this list.")


def test_on_a_phone_a_folded_group_names_its_rows_and_counts_what_could_harm(shown: tuple[str, Page]) -> None:
    _, page = shown
    groups = page.locator(".nl-board-group")
    opened = groups.locator("header button").evaluate_all("(all) => all.map((each) => each.ariaExpanded)")
    assert opened == ["true", *["false"] * (groups.count() - 1)]
    assert page.evaluate("document.documentElement.scrollHeight") < 4200
    last = groups.last
    grave = last.locator("ul .ca[data-risk=A]").count()
    said = last.locator(".nl-board-short").inner_text()

    assert all(name in said for name in last.locator("ul .nm").evaluate_all("(all) => all.map((n) => n.textContent)"))
    assert (f"Could harm: {grave}." in said) == (grave > 0)
    last.locator("header button").focus()
    page.keyboard.press("Enter")
    expect(last.locator(".nl-board-row").first).to_be_visible()
    expect(last.locator(".nl-board-short")).to_be_hidden()


def test_only_what_changed_is_drawn_again(shown: tuple[str, Page]) -> None:
    _, page = shown
    page.evaluate("window.before = new Set(document.querySelectorAll('.nl-board-row'))")
    page.locator(".nl-board-next form input").first.check(force=True)
    page.locator(".nl-board-next button[type=submit]").click()
    expect(page.locator(".nl-effect")).to_contain_text("ettled")

    assert page.evaluate("[...document.querySelectorAll('.nl-board-row')].filter((row) => before.has(row)).length") >= 3


def test_a_patient_of_the_book_starts_it(shown: tuple[str, Page]) -> None:
    _, page = shown
    page.get_by_label("Start from an invented patient").select_option(label="Tomas, found by chance")

    expect(page.locator(".nl-notice")).to_contain_text("Tomas, found by chance")


def test_nothing_scrolls_sideways_and_the_counts_stay_in_view(shown: tuple[str, Page]) -> None:
    _, page = shown
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.evaluate("scrollTo(0, 2000)")

    assert page.locator(".nl-strip").bounding_box()["y"] < 10  # type: ignore[index]


def test_axe_finds_nothing_with_a_row_and_every_field_open(shown: tuple[str, Page]) -> None:
    _, page = shown
    assert violations(page, A_PART) == []
    unfold(page)
    page.locator(".nl-board-row-name").first.click()
    page.locator("details").evaluate_all("(nodes) => nodes.forEach((node) => (node.open = true))")
    page.wait_for_selector(".nl-every fieldset")

    assert violations(page, A_PART) == []
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert violations(page, COLOUR) == []


def test_a_sheet_of_paper_says_every_row(shown: tuple[str, Page]) -> None:
    name, page = shown
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print on one page").click()

    assert page.locator(".nl-board-paper li").count() == len(static_rows(name))


def test_the_sheet_of_each_of_five_patients_is_one_page(shown: tuple[str, Page]) -> None:
    """Of Letter, which is the shorter, with the margins of a browser; the letters are no smaller than 6 points."""
    name, page = shown
    page.evaluate("window.print = () => {}")
    for slug in ("vera@5", "tomas@5", "vera@3.1", "terminal-ileum-type-2", "after-the-valve"):
        values = json.dumps(drawable(case(slug).known, "2026"), default=float)
        page.evaluate(PRINTED, [values, name])
        paper = page.pdf(format="Letter", margin=dict.fromkeys(("top", "bottom", "left", "right"), "10mm"))

        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1, slug


def test_the_patient_in_hand_is_saved_as_an_item_for_a_class(shown: tuple[str, Page]) -> None:
    _, page = shown
    with page.expect_download() as saved:
        page.get_by_role("button", name="Hand this to a class").click()
    name = saved.value.suggested_filename

    assert tomllib.loads(saved.value.path().read_text(encoding="utf-8"))["slug"] + ".toml" == name
    expect(page.locator(".nl-notice")).to_contain_text(f"{name} is saved. To ask a class, put it into")


def test_the_notebook_and_the_page_share_one_case(shown: tuple[str, Page]) -> None:
    name, page = shown
    widget = type(board_page.widget_of(name))({"primary_site": "midgut"})
    join(page, widget)
    page.locator("#live .nl-board-next form input").first.check(force=True)
    page.locator("#live .nl-board-next button[type=submit]").click()
    sent = page.evaluate("sent.at(-1)")
    widget.set_state(sent)

    assert widget.result["error"] == "" and len(widget.value) > 1
    page.evaluate("fromPython({value: {}})")
    expect(page.locator("#live .nl-told-of")).to_contain_text("Nothing is told yet")


def test_a_board_that_is_changed_a_hundred_times_still_answers(shown: tuple[str, Page]) -> None:
    """What it remembers of boards is bounded: the present one is not what it forgets."""
    name, page = shown
    page.evaluate(
        """(name) => { const told = NetLearn.boardSteps(name);
        const edition = NetLearn.editionNames(NetLearn.tables[name])[0];
        told.begin({ ki67_percent: 5 }, 'first');
        for (let n = 0; n < 100; n += 1) {
          told.effect(0, edition);
          told.set({ ki67_percent: n / 2 });
          told.remember([], edition);
        } }""",
        name,
    )
