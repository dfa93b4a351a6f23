"""The map of the liver on a page, by pointer and by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.widgets.places import answer, segment

pytestmark = pytest.mark.browser


def test_click_on_a_segment_changes_the_type(page):
    expect(answer(page)).to_have_text("Type II")
    segment(page, "VI").click()  # dominant -> none
    expect(answer(page)).to_have_text("Type I")


def test_click_steps_through_none_small_dominant(page):
    states = []
    for _ in range(4):
        states.append(segment(page, "V").get_attribute("data-state"))
        segment(page, "V").click()
    assert states == ["none", "small", "dominant", "none"]


def test_keys_change_the_type(page):
    segment(page, "VI").focus()
    page.keyboard.press("0")
    expect(answer(page)).to_have_text("Type I")
    page.keyboard.press("2")
    expect(answer(page)).to_have_text("Type II")


def test_enter_and_space_step(page):
    segment(page, "V").focus()
    page.keyboard.press("Enter")
    expect(segment(page, "V")).to_have_attribute("data-state", "small")
    page.keyboard.press("Space")
    expect(segment(page, "V")).to_have_attribute("data-state", "dominant")


def test_label_of_a_segment_says_its_state(page):
    expect(segment(page, "VI")).to_have_attribute(
        "aria-label", "Segment VI, right posterior, lower: dominant metastasis"
    )
    segment(page, "VI").click()
    expect(segment(page, "VI")).to_have_attribute("aria-label", "Segment VI, right posterior, lower: no metastasis")


def test_every_segment_is_reached_by_tab(page):
    segment(page, "VII").focus()
    reached = []
    for _ in range(8):
        reached.append(page.evaluate("document.activeElement.dataset.segment"))
        page.keyboard.press("Tab")
    assert reached == ["VII", "VIII", "VI", "V", "IV", "II", "III", "I"]


def test_stated_diffuse_is_its_own_control(page):
    page.get_by_role("button", name="type III").click()
    expect(answer(page)).to_have_text("Type III")
    page.locator("#map").get_by_label("no", exact=True).check()
    expect(answer(page)).to_have_text("None of the three")


def test_diffuse_not_known_is_undetermined(page):
    page.get_by_role("button", name="one that fits none").click()
    page.locator("#map").get_by_label("not known").check()
    expect(answer(page)).to_have_text("Not enough is known")


@pytest.mark.parametrize(
    ("preset", "title"),
    [
        ("type I", "Type I"),
        ("type II", "Type II"),
        ("type III", "Type III"),
        ("one that fits none", "None of the three"),
        ("one that fits two", "Type I"),
        ("clear", "Mark a segment"),
    ],
)
def test_preset_shows_what_it_promises(page, preset, title):
    page.get_by_role("button", name=preset, exact=True).click()
    expect(answer(page)).to_have_text(title)


def test_pattern_that_fits_two_carries_the_caution(page):
    page.get_by_role("button", name="one that fits two").click()
    expect(page.locator("#map .nl-caution b")).to_contain_text(["Two definitions fit"])


def test_map_says_the_share_of_patients(page):
    expect(page.locator("#map .nl-rule")).to_contain_text("10–15\xa0% of patients")


def test_compact_map_answers_in_one_line(page):
    expect(page.locator("#hero .said b")).to_have_text("Type II")
    segment(page, "VI", "#hero").click()
    expect(page.locator("#hero .said b")).to_have_text("Type I")
    expect(answer(page)).to_have_text("Type II")  # the other map is untouched


def test_two_maps_share_no_id(page):
    assert (
        page.evaluate(
            "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, n, all) => all.indexOf(id) !== n)"
        )
        == []
    )


def test_flip_of_the_map_is_applied(page):
    flip = page.locator("#map .nl-flips button", has_text="Type I")
    words = flip.first.locator("span").first.inner_text()
    flip.first.click()
    expect(answer(page)).to_have_text("Type I")
    name = re.match(r"Segment (\w+):", words)[1]
    expect(segment(page, name)).to_have_attribute("data-state", "none")
