"""The self-check on a page: every kind by keyboard, what is said, what is kept in the browser, and for whom."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from netlearn.items import grade
from netlearn.items.item import Json
from netlearn.words import say
from tests.widgets.conftest import Watch
from tests.widgets.quiz_page import KEY, SLUGS, check, fill, question, said, variant_of, write_site

pytestmark = pytest.mark.browser

DAY = "2026-11-24T10:00:00"
NO_STORAGE = (
    """Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"""
)
every_kind = pytest.mark.parametrize("kind", SLUGS)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quiz")
    write_site(folder)
    return folder


class Reader:
    """Opens the pages; each reader has a browser of their own."""

    def __init__(self, browser: Browser, root: Path) -> None:
        self.browser, self.root, self.watch = browser, root, Watch("")

    def open(self, name: str = "all", script: str = "", day: str = DAY, **options: object) -> Page:
        page = self.watch.new_page(self.browser, **options)
        page.clock.set_fixed_time(day)
        if script:
            page.add_init_script(script)
        page.goto((self.root / f"{name}.html").as_uri())
        return page


@pytest.fixture
def reader(browser: Browser, root: Path) -> Iterator[Reader]:
    made = Reader(browser, root)
    before = set(browser.contexts)
    yield made
    for context in set(browser.contexts) - before:
        context.close()
    assert made.watch.complaints == []


def kept(page: Page) -> Json:
    found: Json = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    return found["items"]


def answer_right(page: Page, slug: str, sure: str = "") -> None:
    fill(question(page, slug), *variant_of(slug))
    check(question(page, slug), sure)


def answer_wrong(page: Page, slug: str, wrong: str, sure: str = "") -> None:
    fill(question(page, slug), variant_of(slug)[0], wrong)
    check(question(page, slug), sure)


def open_answers(page: Page) -> None:
    page.locator("summary", has_text="Your answers").click()


# What is asked and what is said.


@every_kind
def test_right_answer_of_a_kind_is_right(reader, kind):
    page = reader.open()
    answer_right(page, SLUGS[kind])
    expect(said(question(page, SLUGS[kind]))).to_have_text("Right")


@every_kind
def test_nothing_answered_is_said_and_not_counted(reader, kind):
    page = reader.open()
    check(question(page, SLUGS[kind]))
    expect(said(question(page, SLUGS[kind]))).to_have_text("Nothing is answered yet")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


@every_kind
def test_answer_of_a_kind_can_be_shown_and_is_a_right_one(reader, kind):
    page = reader.open()
    asked = question(page, SLUGS[kind])
    asked.get_by_role("button", name="Show the answer").click()
    expect(said(asked)).to_have_text("A right answer is shown above")
    check(asked)
    expect(said(asked)).to_have_text("Right")
    assert kept(page)[f"demo/{SLUGS[kind]}@1"]["first"]["result"] == "shown"


@pytest.mark.parametrize("kind", ["quantity", "dose", "order", "place", "find-error", "board"])
def test_not_knowing_can_be_said_where_it_is_no_option(reader, kind):
    page = reader.open()
    question(page, SLUGS[kind]).get_by_role("button", name="I don’t know").click()
    expect(said(question(page, SLUGS[kind]))).to_have_text("You do not know this yet")


def test_unit_left_out_costs_nothing_and_says_what_is_accepted(reader):
    page = reader.open()
    asked = question(page, "zone-to-ablate")
    answer_wrong(page, "zone-to-ablate", "4.1")
    expect(said(asked)).to_have_text("Not read, and not counted")
    expect(asked.locator(".nl-q-said")).to_contain_text("such as 12\u00a0cm")
    expect(asked.get_by_label("Your answer")).to_have_attribute("aria-invalid", "true")
    answer_right(page, "zone-to-ablate")
    assert kept(page)["demo/zone-to-ablate@1"]["first"]["result"] == "right"


def test_unfinished_prescription_costs_nothing_and_marks_the_open_menus(reader):
    page = reader.open()
    asked = question(page, "octreotide-for-the-syndrome")
    asked.get_by_label("Drug").select_option("octreotide")
    check(asked)
    expect(said(asked)).to_have_text("Not read, and not counted")
    assert asked.locator("select[aria-invalid=true]").count() == 4


def test_wrong_option_says_why_and_what_would_have_made_it_right(reader):
    page = reader.open()
    asked = question(page, "fit-for-radiofrequency")
    variant, right = variant_of("fit-for-radiofrequency")
    options = {each["id"]: grade(variant, each["id"]).feedback for each in variant["options"] if each["id"] != right}
    option, said_by_python = next((id, lines[0]) for id, lines in options.items() if lines)
    answer_wrong(page, "fit-for-radiofrequency", option)
    expect(asked.locator(".nl-q-said")).to_contain_text(said_by_python)
    expect(asked.locator(".is-wrong")).to_contain_text("not right")


def test_dangerous_answer_says_so(reader):
    page = reader.open()
    answer_wrong(page, "ways-to-destroy", "heat-alone")
    expect(question(page, "ways-to-destroy").locator(".nl-q-said")).to_contain_text("This could harm a patient.")


def test_evidence_is_a_link_with_a_hover_card(reader):
    page = reader.open()
    answer_right(page, "share-type-three")
    link = question(page, "share-type-three").locator("a.nl-ev")
    expect(link).to_have_attribute("href", (reader.root / "book/evidence.html#ev-2-20").as_uri().replace("%23", "#"))
    link.hover()
    expect(page.locator(".nl-hover")).to_contain_text("60–70\u00a0%")


def test_changing_the_answer_takes_back_what_was_said(reader):
    page = reader.open()
    asked = question(page, "share-type-three")
    answer_wrong(page, "share-type-three", "I")
    asked.locator("input[value=II]").check()
    expect(asked.locator(".nl-q-said")).to_have_count(0)
    expect(asked.locator(".is-wrong")).to_have_count(0)


def test_not_knowing_stands_alone_among_ticks(reader):
    asked = question(reader.open(), "ways-to-destroy")
    asked.locator("input[value=alcohol-alone]").check()
    asked.locator("input[value=dont-know]").check()
    assert asked.locator("input:checked[type=checkbox]").evaluate_all("(all) => all.map((box) => box.value)") == [
        "dont-know"
    ]
    asked.locator("input[value=alcohol-alone]").check()
    expect(asked.locator("input[value=dont-know]")).not_to_be_checked()


def test_hint_is_shown_on_asking_and_then_has_the_focus(reader):
    asked = question(reader.open(), "share-type-three")
    expect(asked.locator(".nl-q-hints li")).to_have_count(0)
    asked.get_by_role("button", name="Hint").press("Enter")
    expect(asked.locator(".nl-q-hints li")).to_be_focused()


def test_another_one_is_another_variant_and_has_the_focus(reader):
    page = reader.open()
    asked = question(page, "zone-to-ablate")
    first, second = (variant_of("zone-to-ablate", n)[0].stem for n in (0, 1))
    expect(asked.locator("legend").first).to_have_text(first)
    answer_right(page, "zone-to-ablate")
    asked.get_by_role("button", name="Another one").press("Enter")
    expect(asked.locator("legend").first).to_have_text(second)
    expect(asked.locator("legend").first).to_be_focused()


def test_moved_step_keeps_the_focus_on_its_button_and_its_place_is_said(reader):
    asked = question(reader.open(), "steps-of-a-session")
    text = variant_of("steps-of-a-session")[0]["steps"][0]["text"]
    down = asked.get_by_role("button", name=f"Move down: {text}")
    for place in (2, 3, 4):
        down.press("Enter")
        expect(down).to_be_focused()
        expect(asked.locator("[role=status].nl-sr")).to_have_text(f"{text}: now {place} of 4.")
    down.press("Enter")
    expect(asked.locator("[role=status].nl-sr")).to_have_text(f"{text} is at the end already.")


# The score, the debrief and the review.


def test_score_counts_the_first_answer_only_and_says_what_it_is_worth(reader):
    page = reader.open()
    formative = page.get_by_text(say("quiz", "formative"))
    expect(formative).to_be_hidden()
    answer_wrong(page, "share-type-three", "I")
    answer_right(page, "share-type-three")
    expect(page.locator(".nl-q-score")).to_have_text("Right first time: 0 of 1 answered. 10 of 11 still open.")
    answer_right(page, "ways-to-destroy")
    expect(page.locator(".nl-q-score")).to_have_text("Right first time: 1 of 2 answered. 9 of 11 still open.")
    expect(formative).to_be_visible()


def test_debrief_has_wrong_sure_and_dangerous_first(reader):
    page = reader.open()
    answer_right(page, "zone-to-ablate", "sure")
    answer_wrong(page, "share-type-three", "I", "sure")
    answer_wrong(page, "ways-to-destroy", "heat-alone", "sure")
    page.locator("summary", has_text="Debrief").click()
    assert page.locator(".nl-q-debrief b").all_text_contents() == [
        "Not right, sure, could harm a patient",
        "Not right, sure",
        "Right, sure",
    ]


def test_missed_question_is_due_the_next_day_and_not_before(reader):
    page = reader.open()
    answer_wrong(page, "share-type-three", "I")
    expect(question(page, "share-type-three")).to_contain_text("comes back on 25 November")
    expect(page.locator(".nl-q-due")).to_be_empty()
    page.clock.set_fixed_time("2026-11-25T00:01:00")
    page.reload()
    expect(page.locator(".nl-q-due button")).to_have_text("How common is type III?")
    page.locator(".nl-q-due button").click()
    expect(question(page, "share-type-three").locator("legend").first).to_be_focused()


def test_right_and_sure_question_never_comes_back(reader):
    page = reader.open()
    answer_right(page, "share-type-three", "sure")
    assert kept(page)["demo/share-type-three@1"]["due"] is None


def test_second_success_on_its_day_comes_back_after_six_days(reader):
    page = reader.open()
    answer_wrong(page, "zone-to-ablate", "9 cm")
    for number, day in ((1, "2026-11-25"), (2, "2026-11-26")):
        page.clock.set_fixed_time(f"{day}T10:00:00")
        page.reload()
        fill(question(page, "zone-to-ablate"), *variant_of("zone-to-ablate", number))
        check(question(page, "zone-to-ablate"))
    assert kept(page)["demo/zone-to-ablate@1"]["due"] == "2026-12-02"


def test_practice_before_the_day_does_not_move_the_review(reader):
    page = reader.open()
    answer_wrong(page, "zone-to-ablate", "9 cm")
    question(page, "zone-to-ablate").get_by_role("button", name="Another one").click()
    fill(question(page, "zone-to-ablate"), *variant_of("zone-to-ablate", 1))
    check(question(page, "zone-to-ablate"))
    found = kept(page)["demo/zone-to-ablate@1"]
    assert (found["due"], found["tries"], found["last"]["result"]) == ("2026-11-25", 2, "right")
    assert found["schedule"]["repetitions"] == 0


def test_trying_again_on_one_variant_is_free(reader):
    page = reader.open()
    answer_wrong(page, "zone-to-ablate", "9 cm")
    before = kept(page)
    answer_right(page, "zone-to-ablate")
    expect(said(question(page, "zone-to-ablate"))).to_have_text("Right")
    assert kept(page) == before


def test_two_quizzes_of_a_chapter_share_the_score_and_the_last_says_what_is_kept(reader):
    page = reader.open("two")
    asked = page.locator(".nl-q-item").first
    fill(asked, *variant_of("share-type-three"))
    check(asked)
    for score in page.locator(".nl-q-score").all():
        expect(score).to_have_text("Right first time: 1 of 1 answered. 1 of 2 still open.")
    assert [summary.is_visible() for summary in page.locator("summary", has_text="Your answers").all()] == [False, True]
