"""The case library: every patient is there, filters find it, and its links open a widget as the story tells it."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from netlearn.clinic.cases import case, cases
from netlearn.clinic.library import plays_after
from netlearn.items import grade
from netlearn.items.play_steps import look_back, questions
from netlearn.items.plays import play, plays
from netlearn.site.cases_page import met_in, shown

pytestmark = pytest.mark.browser

PAGE = "book/cases"
ROOT = Path(__file__).parents[2]
PACKED = 5_000  # bytes of the script
SHEETS = 2  # of A4, for a debrief


@pytest.fixture(scope="module")
def everyone():
    return {each.patient.slug: each for each in shown(ROOT)}


@pytest.fixture
def library(open_page, copy):
    return open_page(copy, PAGE)


def found(page):
    return {row.get_attribute("id") for row in page.locator(".nl-cases > li:visible").all()}


def test_a_patient_is_met_where_a_chapter_tells_of_it_and_where_a_question_asks_about_it():
    met = met_in(ROOT)

    assert "3.3" in met["vera@3.3"]  # told
    assert "3.2" in met["too-early-for-a-list"]  # asked
    assert met["slips-of-one-week"] == frozenset()


def test_without_a_script_every_patient_stands_and_no_filter_is_shown(open_page, copy):
    page = open_page(copy, PAGE, java_script_enabled=False)

    assert len(found(page)) == len(cases())
    assert page.locator(".nl-wall-filter:visible").count() == 0


def test_filters_find_the_patients_that_fit_all_of_them(library, everyone):
    library.get_by_label("Topic").select_option("artery")
    library.get_by_label("Difficulty").select_option("differs")
    left = {e.anchor for e in everyone.values() if "artery" in [t.id for t in e.topics] and e.level.id == "differs"}

    assert left and found(library) == left
    expect(library.locator(".nl-wall-filter [role=status]")).to_have_text(f"{len(left)} of {len(cases())} stories")
    library.get_by_role("button", name="Show all").press("Enter")
    expect(library.locator(".nl-cases > li:visible")).to_have_count(len(cases()))


def test_every_word_of_a_filter_finds_a_patient(everyone, site):
    from tests.site.built import page

    rows = [dict(row.attrib) for row in page(site, PAGE).xpath('//ul[contains(@class, "nl-cases")]/li')]
    for select in page(site, PAGE).xpath("//form[@data-nl-cases]//select"):
        for value in filter(None, select.xpath("option/@value")):
            assert any(value in row[f"data-{select.get('name')}"].split() for row in rows), value


def test_a_link_to_a_patient_finds_it_whatever_is_chosen(library, everyone):
    library.get_by_label("Topic").select_option("doses")
    library.evaluate("anchor => { location.hash = anchor }", everyone["vera@3.3"].anchor)

    expect(library.locator(f"#{everyone['vera@3.3'].anchor}")).to_be_visible()


def test_a_patient_opens_in_the_board_as_the_story_tells(library, everyone):
    entry = library.locator(f"#{everyone['tomas@3.4'].anchor}")
    entry.get_by_role("link", name="Tumour board").click()
    told = library.locator(".nl-board-step")

    expect(told.first).to_contain_text("55")
    assert case("tomas@3.4").known["liver_involvement_percent"] == 55
    expect(library.locator("main [role=alert]:visible")).to_have_count(0)


def test_the_scripts_are_small(site):
    assert sum(len(gzip.compress((site / "_static" / name).read_bytes())) for name in ("cases.js", "play.js")) <= PACKED


# Played as a case.
HEART = "a-sound-heart-first"
CHOSEN = ("option", "same-day", "first-option", "accept", "dont-know", "option", "have-available")


def begin(page, slug):
    page.locator(f"#play-{slug}").get_by_role("button").press("Enter")
    return page.locator(f"#play-{slug} .nl-played")


def decide(played, question, id, sure):
    text = next(each["text"] for each in question.variant["options"] if each["id"] == id)
    played.get_by_role("radio", name=text, exact=True).press("Space")
    played.get_by_role("button", name=f"Decide: I am {'sure' if sure else 'not sure'}", exact=True).press("Enter")


def test_a_case_is_played_with_the_keyboard_and_debriefed_as_python_does_and_kept(library):
    asked = questions(play(HEART))
    chosen = {
        n: (each if each in known(q) else q.variant["key"][0], n % 2 == 1)
        for n, (q, each) in enumerate(zip(asked, CHOSEN, strict=True), 1)
    }
    played = begin(library, HEART)
    played.get_by_role("button", name="Decide: I am sure").press("Enter")
    expect(played.get_by_role("status").first).to_have_text("Choose one first.")
    for n, question in enumerate(asked, 1):
        expect(played.get_by_role("heading", name=f"Step {n} of {len(asked)}")).to_be_visible()
        assert played.locator(".nl-q-said").count() == 0  # nothing is said before the last
        decide(played, question, *chosen[n])
        if n == 2:
            library.reload()
            expect(library.locator(f"#play-{HEART} button")).to_have_text(f"Go on: 2 of {len(asked)} decided")
            played = begin(library, HEART)
    order = look_back(play(HEART), {n: (id, "sure" if sure else "unsure") for n, (id, sure) in chosen.items()})
    told = played.locator(".nl-debrief > ol > li")

    expect(played.get_by_role("heading", name="Debrief: the most harmful first")).to_be_focused()
    assert [text.split(":")[0] for text in told.get_by_role("heading").all_text_contents()] == [
        f"Step {e.number}" for e in order
    ]
    assert all(
        each.feedback[0] in told.nth(n).text_content() for n, each in enumerate(e.grade for e in order) if each.feedback
    )
    for number, question in enumerate(asked, 1):
        place = [each.number for each in order].index(number)
        assert all(other.says in told.nth(place).text_content() for other in question.others)
    library.reload()
    expect(library.locator(f"#play-{HEART} button")).to_have_text("See the debrief")
    played = begin(library, HEART)
    played.get_by_role("button", name="Begin again").press("Enter")
    expect(played.get_by_role("heading", name=f"Step 1 of {len(asked)}")).to_be_visible()
    played.get_by_role("button", name="Undo").press("Enter")
    expect(told).to_have_count(len(asked))


FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"


def test_where_nothing_is_kept_a_play_says_so_and_is_there_until_the_page_is_left_and_prints_on_two_sheets(library):
    library.add_init_script(FORBIDDEN)
    library.reload()
    longest = max(plays().values(), key=lambda made: len(made.steps))
    played = begin(library, longest.slug)
    expect(played).to_contain_text("your answers last until you leave it. Print the debrief to keep it.")
    for question in questions(longest):
        decide(played, question, next(id for id in known(question) if id not in question.variant["key"]), True)
    played.get_by_role("button", name="Close").press("Enter")
    expect(library.locator(f"#play-{longest.slug} button")).to_have_text("See the debrief")
    told = begin(library, longest.slug).locator(".nl-debrief > ol > li")

    expect(told).to_have_count(len(longest.steps))
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", library.pdf(format="A4"))) <= SHEETS
    expect(library.locator(".nl-play-paper")).to_have_count(0)


def known(question):
    return [each["id"] for each in question.variant["options"]]


def test_every_answer_at_every_step_of_every_play_is_graded_and_ordered_as_python_does(library):
    for made in plays().values():
        asked = questions(made)
        library.evaluate("name => NetLearn.load(name)", f"data/play-{made.slug}.js")
        theirs = library.evaluate(
            """slug => NetLearn.tables['play:' + slug][''].steps.map(({ variant }) =>
            variant.options.map(({ id }) => NetLearn.grade(variant, id)))""",
            made.slug,
        )
        assert theirs == [[grade(q.variant, id).to_json() for id in known(q)] for q in asked], made.slug
        for turn in range(3):
            said = {
                n: (known(q)[turn % len(known(q))], "sure" if (n + turn) % 2 else "unsure")
                for n, q in enumerate(asked, 1)
            }
            ours = [each.number for each in look_back(made, said)]
            answers = [[n - 1, id, sure] for n, (id, sure) in said.items()]
            assert library.evaluate(ORDER, [made.slug, answers]) == ours, made.slug


ORDER = """([slug, answers]) => {
  const { steps } = NetLearn.tables['play:' + slug][''];
  const graded = ([n, answer, confidence]) => ({ n, confidence, grade: NetLearn.grade(steps[n].variant, answer) });
  const made = answers.map(graded);
  return NetLearn.play.lookBack(made).map(({ n }) => n + 1);
}"""


def test_without_a_script_every_step_can_be_read_and_its_answer_is_folded(site):
    from tests.site.built import page

    for made in plays().values():
        steps = page(site, PAGE).xpath(f'//net-play[@name="{made.slug}"]//section')
        assert len(steps) == len(made.steps)
        for step, question in zip(steps, questions(made), strict=True):
            (fold,) = step.xpath("./details")
            assert question.variant.stem in step.text_content()
            assert all(other.says in fold.text_content() for other in question.others)


def test_a_play_fits_a_phone(open_page, copy):
    page = open_page(copy, PAGE, width=390)
    begin(page, "a-joined-duct")

    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_every_chapter_leads_to_its_play(site):
    from tests.site.built import CONTENT, page

    chapters = [name for name in CONTENT if name.startswith("chapters/")]
    led = [page(site, name).xpath('//a[starts-with(., "Play: ")]/@href') for name in chapters]

    assert all(len(each) == 1 for each in led)
    assert {href for (href,) in led} == {f"../book/cases.html#play-{slug}" for slug in plays_after().values()}
