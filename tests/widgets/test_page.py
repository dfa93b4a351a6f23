"""The widgets on a page, by pointer, by keyboard and without either."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def segment(page: Page, name: str, inside: str = "#map"):
    return page.locator(f'{inside} [data-segment="{name}"]')


def answer(page: Page, inside: str = "#map"):
    return page.locator(f"{inside} .said strong")


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
    expect(answer(page)).to_have_text("Still needed: stated diffuse, multifocal")


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


# ----- the explorer -----


def box(page: Page, inside: str = "#grade"):
    return page.locator(f"{inside} .nl-number input").first


def test_typed_number_is_used_exactly(page):
    box(page).fill("20")
    expect(answer(page, "#grade")).to_have_text("Still needed: mitoses per 10 HPF")
    box(page).fill("20.1")
    expect(answer(page, "#grade")).to_have_text("Grade 3")


def test_slider_and_number_say_the_same(page):
    slider = page.locator("#grade input[type=range]").first
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(box(page)).to_have_value("20")
    box(page).fill("33")
    expect(slider).to_have_value("33")
    expect(slider).to_have_attribute("aria-valuetext", "33\xa0%")


def test_boundaries_of_the_rules_are_ticks(page):
    assert page.locator("#grade .ticks").first.locator(".is-rule").all_inner_texts() == ["20"]


def test_every_input_starts_not_known_and_can_be_made_so(page):
    expect(page.locator("#grade .nl-slider").nth(1).get_by_role("checkbox")).to_be_checked()
    for choice in page.locator("#grade fieldset", has_text="not known").all():
        expect(choice.get_by_label("not known")).to_be_checked()
    page.locator("#grade .nl-slider").first.get_by_role("checkbox").check()
    expect(box(page)).to_have_value("")
    expect(answer(page, "#grade")).to_have_text("Still needed: Ki-67 index and mitoses per 10 HPF")


def test_empty_box_is_not_known(page):
    box(page).fill("")
    expect(page.locator("#grade .nl-slider").first.get_by_role("checkbox")).to_be_checked()


def test_unknown_is_not_made_known_without_a_number(page):
    unknown = page.locator("#grade .nl-slider").nth(1).get_by_role("checkbox")
    unknown.click()
    expect(unknown).to_be_checked()
    expect(page.locator("#grade .nl-number input").nth(1)).to_be_focused()


@pytest.mark.parametrize("text", ["20,1", "101", "3 kg", "-1"])
def test_number_that_is_not_accepted_is_said(page, text):
    box(page).fill(text)
    expect(answer(page, "#grade")).to_have_text("Not accepted")
    expect(page.locator("#grade .nl-error").first).to_contain_text("from 0 to 100\xa0%")
    expect(box(page)).to_have_attribute("aria-invalid", "true")
    expect(box(page)).to_have_value(text)


def test_flip_is_applied(page):
    page.locator("#grade .nl-flips button", has_text="Ki-67 index").first.click()
    expect(box(page)).to_have_value("20")


def test_focus_stays_among_the_flips(page):
    box(page).fill("20")
    flip = page.locator("#grade .nl-flips button").first
    flip.focus()
    page.keyboard.press("Enter")
    expect(answer(page, "#grade")).to_have_text("Grade 3")
    assert page.evaluate("document.activeElement.closest('#grade .nl-decision') !== null")


def test_edition_switch_asks_the_other_edition(page):
    page.locator("#grade").get_by_label("2026").check()
    page.locator("#grade").get_by_label("well", exact=True).check()
    expect(answer(page, "#grade")).to_have_text("NET G3")
    expect(page.locator("#grade")).to_contain_text("Mitoses per 2\xa0mm²".replace("\xa0", " "))


def test_answers_are_announced_politely(page):
    for answered in page.locator(".said").all():
        expect(answered).to_have_attribute("aria-live", "polite")


def test_cautions_have_shape_and_word(page):
    caution = page.locator('#grade .nl-caution[data-risk="A"]').first
    expect(caution.locator(".i-risk-a")).to_be_visible()
    expect(caution).to_contain_text("could harm")


def test_chip_opens_a_card_in_the_flow_and_escape_closes_it(page):
    chip = page.locator("#grade .nl-chip").first
    chip.click()
    expect(page.locator("#grade .nl-fact")).to_be_visible()
    expect(chip).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#grade .nl-fact")).to_be_hidden()
    expect(chip).to_be_focused()


def test_what_was_published_since_is_a_source_too(page):
    page.locator("#later .nl-number input").first.fill("25")
    page.locator("#later").get_by_role("button", name="Three grades of well").click()
    expect(page.locator("#later .nl-fact")).to_contain_text("Since the review")


def fold(page: Page, cautions: int, facts: int) -> None:
    """Show a card with so many cautions, the first of risk A, and so many facts."""
    page.evaluate(
        """([cautions, facts]) => {
          const table = {edition: '2026', title: 't', inputs: [], rules: {}, verdicts: {v: {label: 'V'}}, facts: {}};
          const risks = Array.from({length: cautions}, (_, n) => 'ABCCCC'[n]);
          const card = NetLearn.decisionCard({level: 3, apply() {}, flipText: String});
          card.element.id = 'long';
          document.querySelector('#absent').append(card.element);
          card.show(table, {
            status: 'decided', verdict: 'v', possible: [], missing: [], findings: [], rules: [], error: null,
            because: 'b', evidence: Array.from({length: facts}, (_, n) => 'fact ' + n), updates: [],
            cautions: risks.map((risk, n) => ({id: 'c' + n, risk, title: 'T' + n, text: ''}))}, []);
        }""",
        [cautions, facts],
    )


def test_long_list_of_cautions_folds_but_for_the_grave(page):
    fold(page, cautions=5, facts=0)
    expect(page.locator("#long .nl-caution b:visible")).to_have_text(["T0", "T1"])
    page.locator("#long summary", has_text="3 more cautions").click()
    expect(page.locator("#long .nl-caution b:visible")).to_have_count(5)


def test_three_cautions_are_all_in_sight(page):
    fold(page, cautions=3, facts=0)
    expect(page.locator("#long .nl-caution b:visible")).to_have_count(3)


def test_long_list_of_facts_opens_on_demand(page):
    fold(page, cautions=0, facts=7)
    expect(page.locator("#long .nl-chip:visible")).to_have_count(5)
    page.locator("#long").get_by_role("button", name="3 more").click()
    expect(page.locator("#long .nl-chip:visible")).to_have_count(7)
    expect(page.locator("#long .nl-chip").nth(4)).to_be_focused()


# ----- cards on links -----


def test_card_opens_on_focus_and_closes_on_escape(page):
    page.locator("#fact").focus()
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    expect(card).to_contain_text("60–70\xa0%")
    expect(card).to_contain_text("as printed in the review")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("#fact")).to_be_focused()


def test_card_opens_on_hover_and_can_be_entered(page):
    page.locator("#fact").hover()
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    card.hover()
    expect(card).to_be_visible()
    page.mouse.move(0, 0)
    expect(card).to_be_hidden()


def test_card_describes_its_link(page):
    page.locator("#fact").focus()
    assert page.locator("#fact").get_attribute("aria-describedby") == page.get_by_role("tooltip").get_attribute("id")


def test_link_with_a_card_still_leads_to_its_page(page):
    page.locator("#fact").click()
    expect(page).to_have_url(re.compile(r"book/evidence\.html#ev-2-20$"))


def test_link_to_an_erratum_has_its_card_too(page):
    page.locator("#erratum").focus()
    expect(page.get_by_role("tooltip")).to_contain_text("The shares are consistent.")


def test_other_links_have_no_card(page):
    page.locator("#other").focus()
    expect(page.get_by_role("tooltip")).to_have_count(0)


# ----- every screen -----


def test_theme_switch_changes_the_colours(page):
    ground = "getComputedStyle(document.querySelector('#map .nl-widget')).backgroundColor"
    light = page.evaluate(ground)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert light == "rgb(255, 255, 255)" and page.evaluate(ground) == "rgb(32, 27, 24)"


def test_nothing_is_wider_than_a_phone(open_page):
    page = open_page(width=390)
    wide = page.evaluate(
        """[...document.querySelectorAll('main *')]
        .filter(e => !e.closest('.nl-sr, svg') && e.getBoundingClientRect().right > 390.5)
        .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_targets_are_large_enough(open_page):
    page = open_page(width=390)
    small = page.evaluate(
        """['button', 'label:has(input)', 'input[type=text]', 'input[type=range]', '.seg']
        .flatMap(kind => [...document.querySelectorAll('main ' + kind)])
        .filter(e => e.checkVisibility()).map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
    )
    assert small == []


def test_every_control_has_a_name(page):
    tree = page.locator("main").aria_snapshot()
    nameless = re.findall(r"- (?:button|textbox|slider|checkbox|radio|switch)(?::|$| \[)", tree, re.MULTILINE)
    assert nameless == []


def test_default_content_stays_where_there_is_no_data(page):
    expect(page.locator("#absent")).to_have_text("Default of a table that is not there.")


def test_default_content_stays_without_script(open_page):
    page = open_page(java_script_enabled=False)
    expect(page.locator("#map")).to_have_text("Default of the map.")
    expect(page.locator("#grade")).to_contain_text("Default of the explorer.")
    expect(page.locator("#figure details")).to_have_attribute("open", "")


def test_focus_ring_is_seen(page):
    box(page).focus()
    assert page.evaluate("getComputedStyle(document.querySelector('#grade .nl-number')).outlineStyle") == "solid"
    segment(page, "VI").focus()
    page.keyboard.press("2")  # a key, so that the browser shows the focus
    ring = "getComputedStyle(document.querySelector('#map [data-segment=VI] .ring')).stroke"
    assert page.evaluate(ring) == "rgb(11, 87, 194)"
