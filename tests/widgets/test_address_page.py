"""The case in the page's address: kept, read again, linked to, refused."""

import pytest
from playwright.sync_api import expect

from netlearn.decision.load import editions_of, load, names
from netlearn.editions import edition_ids
from netlearn.widgets.address import UNKNOWN, read
from tests.widgets.places import answer, box, segment

pytestmark = pytest.mark.browser

WHOLE = "#case=1&grade.edition=2026&grade.ki67_percent=25&grade.differentiation=well"


def at(page, address):
    """Open the page at an address, as from a link."""
    page.goto("about:blank")
    page.goto(address)
    return page


def kept(page):
    """What the address says, once what the reader did is written."""
    page.wait_for_function("location.hash.startsWith('#case=')")
    return read(page.evaluate("location.hash")).parts


def test_no_value_of_any_table_is_the_word_for_unknown():
    tables = {table for edition in edition_ids() for table in names(edition)}
    asked = [i for table in tables for edition in editions_of(table) for i in load(table, edition).inputs]
    assert [i.name for i in asked if UNKNOWN in i.values or i.name == "edition"] == []


@pytest.mark.parametrize(
    ("hash", "found"),
    [
        ("#case=1&grade.ki67_percent=20.1", {"whole": True, "parts": {"grade": {"ki67_percent": "20.1"}}}),
        ("#set=1&a-2.x=NET%20G2&b.y=", {"whole": False, "parts": {"a-2": {"x": "NET G2"}, "b": {"y": ""}}}),
        ("#case=1", {"whole": True, "parts": {}}),
        ("", None),
        ("#ev-2-20", None),
        ("#case-report", None),
    ],
)
def test_an_address_is_read(page, hash, found):
    assert page.evaluate("(hash) => NetLearn.address.read(hash)", hash) == found


@pytest.mark.parametrize("hash", ["#case=2&grade.ki67_percent=20", "#case=1&grade", "#case=1&grade.x=%E0%A4%A"])
def test_an_address_of_another_form_is_refused_with_a_sentence(page, hash):
    assert page.evaluate("(hash) => NetLearn.address.read(hash)", hash)["refused"].endswith(".")


def test_what_is_written_is_read_again(page):
    parts = {"grade": {"grade": "NET G2", "odd": "a&b=c.d%, 1"}, "liver-2": {"VI": "dominant"}}
    assert page.evaluate("(p) => NetLearn.address.read(NetLearn.address.write(p))", parts)["parts"] == parts


def test_an_untouched_page_keeps_its_address(page):
    assert page.evaluate("location.hash") == ""


def test_what_the_reader_sets_stands_in_the_address_and_is_there_after_a_reload(page):
    box(page).fill("20.5")
    page.locator("#later").get_by_label("poor").check()
    segment(page, "V").click()
    assert kept(page) == {
        "grade": {"edition": "review-2012", "ki67_percent": "20.5"},
        "grade-2": {"edition": "2026", "differentiation": "poor"},
        "liver": {"edition": "review-2012", "VI": "dominant", "II": "small", "III": "small", "V": "small"},
    }

    page.reload()
    expect(box(page)).to_have_value("20.5")
    expect(page.locator("#later").get_by_label("poor")).to_be_checked()
    expect(segment(page, "V")).to_have_attribute("data-state", "small")


def test_unknown_after_a_reload_is_unknown_still(page):
    box(page).fill("")
    assert kept(page) == {"grade": {"edition": "review-2012"}}
    page.reload()
    expect(answer(page, "#grade")).to_have_text("Not enough is known")


def test_unknown_diffuse_is_told_from_not_diffuse(page):
    page.locator("#map").get_by_label("not known").check()
    assert kept(page)["liver"]["diffuse_multifocal"] == "unknown"
    page.reload()
    expect(page.locator("#map").get_by_label("not known")).to_be_checked()


def test_a_refused_value_is_not_written(page):
    box(page).fill("101")
    assert kept(page) == {"grade": {"edition": "review-2012"}}


def test_a_linked_case_is_shown_and_brought_into_view(page, watch):
    at(page, watch.address + WHOLE)
    expect(answer(page, "#grade")).to_have_text("NET G3")
    expect(answer(page, "#grade")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.id") == "grade"
    expect(answer(page, "#later")).to_have_text("Not enough is known")  # a widget of its own


def test_a_link_in_the_text_changes_the_case_that_is_there(page):
    box(page).fill("30")
    page.evaluate("document.querySelector('#other').href = '#set=1&grade.ki67_percent=20&grade.mitoses_per_10hpf=3'")
    page.locator("#other").click()
    expect(box(page)).to_have_value("20")
    expect(answer(page, "#grade")).to_have_text("Not grade 3")
    assert kept(page)["grade"] == {"edition": "review-2012", "ki67_percent": "20", "mitoses_per_10hpf": "3"}

    box(page).fill("30")
    kept(page)
    page.locator("#other").click()  # once more
    expect(box(page)).to_have_value("20")


@pytest.mark.parametrize(
    ("hash", "said"),
    [
        ("#case=2&grade.ki67_percent=5", "another form"),
        ("#case=1&grade.edition=2030", "“2030”"),
        ("#case=1&grade.ki67=5", "“ki67”"),
        ("#case=1&grade.ki67_percent=101", "“101” for Ki-67 index"),
        ("#case=1&grade.ki67_percent=20,1", "“20,1”"),
        ("#case=1&grade.differentiation=middling", "“middling” for differentiation"),
        ("#case=1&rfa.nonsense=5", "“rfa”, which is not on this page"),
    ],
)
def test_a_case_that_does_not_fit_is_refused_with_a_sentence(page, watch, hash, said):
    at(page, watch.address + hash)
    expect(page.locator("#grade .nl-notice")).to_contain_text(said)
    expect(box(page)).to_have_value("20.1")  # the page's own case


def test_a_link_to_another_widget_of_the_page_is_no_stranger(page, watch):
    at(page, watch.address + "#case=1&grade-2.ki67_percent=25")
    expect(page.locator(".nl-notice:visible")).to_have_count(0)


def test_the_copied_link_is_the_case(page, watch):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box(page).fill("33")
    page.locator("#grade").get_by_role("button", name="Copy link").click()
    expect(page.locator("#grade .nl-told")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == (
        watch.address + "#case=1&grade.edition=review-2012&grade.ki67_percent=33"
    )


def test_a_link_that_cannot_be_copied_is_shown_to_be_copied_by_hand(page):
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator("#grade").get_by_role("button", name="Copy link").click()
    expect(page.locator("#grade .nl-address")).to_have_value(
        page.evaluate("location.href.split('#')[0]") + "#case=1&grade.edition=review-2012&grade.ki67_percent=20.1"
    )


def test_a_browser_that_keeps_no_address_keeps_the_widget(page):
    page.evaluate("() => { history.replaceState = () => { throw new DOMException('no', 'SecurityError') } }")
    box(page).fill("5")
    expect(answer(page, "#grade")).to_have_text("Not enough is known")
