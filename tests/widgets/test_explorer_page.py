"""A table asked on a page, and the card of its answer."""

import pytest
from playwright.sync_api import Page, expect

from tests.widgets.places import answer, box

pytestmark = pytest.mark.browser


def test_typed_number_is_used_exactly(page):
    box(page).fill("20")
    expect(answer(page, "#grade")).to_have_text("Not enough is known")
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
    expect(answer(page, "#grade")).to_have_text("Not enough is known")


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
    expect(page.locator("#grade .nl-error").first).to_contain_text("must be between 0 and 100\xa0%")
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


def test_edition_switch_carries_what_it_can_and_says_so(page):
    page.locator("#grade .nl-number input").nth(1).fill("3")
    page.locator("#grade").get_by_label("2026").check()
    expect(page.locator("#grade .nl-number input").nth(1)).to_have_value("3")
    expect(page.locator("#grade .nl-notice")).to_contain_text("the number is kept")

    box(page).fill("30")
    expect(page.locator("#grade .nl-notice")).to_be_hidden()
    page.locator("#grade").get_by_label("2012").check()
    expect(page.locator("#grade .nl-number input").nth(1)).to_have_value("3")


def test_a_clinical_contradiction_is_shown_as_one(page):
    page.locator("#later").get_by_label("small cell").check()
    expect(answer(page, "#later")).to_have_text("These exclude each other")
    expect(page.locator("#later .because")).to_contain_text("exclude each other: ask the pathologist.")
    expect(page.locator("#later .nl-decision")).to_have_attribute("data-verdict", "conflict")


def test_answers_that_are_no_verdict_have_a_key(page):
    expect(page.locator("#grade .nl-key")).to_contain_text("More must be known")
    assert page.locator("#grade .nl-key .nl-icon").count() == 3


def test_amount_with_a_unit_is_read_as_one(page):
    box(page).fill("30 per cent")
    expect(answer(page, "#grade")).to_have_text("Grade 3")
    expect(page.locator("#grade input[type=range]").first).to_have_value("30")


def test_answers_are_announced_politely(page):
    for answered in page.locator(".said").all():
        expect(answered).to_have_attribute("aria-live", "polite")


def test_cautions_have_shape_and_word(page):
    caution = page.locator('#grade .nl-caution[data-risk="A"]').first
    expect(caution.locator(".i-risk-a")).to_be_visible()
    expect(caution).to_contain_text("could harm")


def unfold(page: Page, explorer: str) -> None:
    """Open what the answer rests on."""
    page.locator(f"{explorer} summary", has_text="Rule and sources").click()


def test_chip_opens_a_card_in_the_flow_and_escape_closes_it(page):
    unfold(page, "#grade")
    chip = page.locator("#grade .nl-chip").first
    chip.click()
    expect(page.locator("#grade .nl-fact")).to_be_visible()
    expect(chip).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#grade .nl-fact")).to_be_hidden()
    expect(chip).to_be_focused()


CARDS = "**/data/grade-cards.js"


def test_what_the_sources_say_is_asked_for_when_the_first_one_is_looked_at(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.reload()
    unfold(page, "#grade")
    unfold(page, "#later")
    expect(page.locator("#grade .nl-chip").first).to_be_visible()
    assert "grade.js" in asked and "grade-cards.js" not in asked

    with page.expect_request(CARDS):
        page.locator("#grade .nl-chip").first.focus()
    page.locator("#grade .nl-chip").first.click()
    page.locator("#later .nl-chip").first.click()

    expect(page.locator("#later .nl-fact dd").first).to_be_visible()
    assert asked.count("grade-cards.js") == 1


def test_pointing_at_a_source_asks_for_what_it_says(page):
    unfold(page, "#grade")
    with page.expect_request(CARDS):
        page.locator("#grade .nl-chip").first.hover()


def test_a_source_whose_card_is_lost_says_so(page):
    page.evaluate("() => { NetLearn.cards = () => Promise.resolve() }")
    unfold(page, "#grade")
    page.locator("#grade .nl-chip").first.click()
    expect(page.locator("#grade .nl-fact")).to_have_text("What this source says could not be loaded.")


def test_what_was_published_since_is_a_source_too(page):
    page.locator("#later .nl-number input").first.fill("25")
    unfold(page, "#later")
    page.locator("#later").get_by_role("button", name="Three grades of well").click()
    expect(page.locator("#later .nl-fact")).to_contain_text("Since the review")


def fold(page: Page, cautions: int, facts: int) -> None:
    """Show a card with so many cautions, the first of risk A, and so many facts."""
    page.evaluate(
        """([cautions, facts]) => {
          const words = {title: 't', verdicts: {v: {label: 'V'}}, facts: {}, chips: {}};
          const table = {table: 'grade', edition: '2026', inputs: [], rules: {}, ...words};
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


def test_what_does_not_come_first_stands_in_a_fold(page):
    fold = page.locator("#folded .nl-rest")

    expect(page.locator("#folded .nl-number input").first).to_be_visible()
    expect(fold).not_to_have_attribute("open", "")
    expect(fold.locator("summary")).to_have_text("The rest of the patient (3)")
    expect(answer(page, "#folded")).to_have_text("NET G1")


def test_the_fold_opens_when_something_in_it_is_missed(page):
    fold = page.locator("#folded .nl-rest")
    fold.locator("summary").click()
    fold.locator("fieldset").first.get_by_label("not known").check()
    fold.locator("summary").click()
    expect(fold).not_to_have_attribute("open", "")
    page.locator("#folded .nl-number input").first.fill("30")

    expect(fold).to_have_attribute("open", "")
