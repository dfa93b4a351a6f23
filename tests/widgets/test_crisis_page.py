"""The crisis room on a page: played by keyboard on a phone; nothing is judged before the debrief."""

import pytest
from playwright.sync_api import Page, expect

from netlearn.clinic.crisis import scenes
from netlearn.clinic.crisis.exporting import export
from netlearn.widgets import CrisisRoom
from tests.widgets.conftest import Watch
from tests.widgets.crisis_page import debrief, enter, monitor, order, press
from tests.widgets.test_live_page import join

pytestmark = pytest.mark.browser

WORDS = export()["words"]
STANDINGS = [WORDS[name] for name in export()["standings"]]


def test_the_room_is_played_to_safety_by_keyboard_on_a_phone(room: Page) -> None:
    enter(room)
    press(room, "cesbww")
    expect(room.locator(".nl-monitor .say")).to_contain_text("Pressure restored")
    debrief(room)
    report = room.locator(".nl-debrief")
    expect(report).to_contain_text("The pressure is restored at minute 6.")
    expect(report).to_contain_text("By 2026 everything was done that is asked for")
    expect(report.locator(".sum > div").nth(1)).to_contain_text("Nothing that this edition asks for is missing.")


def test_the_room_is_played_to_harm_by_keyboard_on_a_phone(room: Page) -> None:
    enter(room)
    order(room, "oct", "300", "mg", "into a v")
    expect(room.locator(".log li").first).to_contain_text("Octreotide 300 mg IV.")
    expect(room.locator(".log li").first).to_contain_text("stopped before it was given")
    press(room, "ww")
    debrief(room)
    report = room.locator(".nl-debrief")
    expect(report).to_contain_text("The pressure is not restored at minute 3.")
    first = report.locator("tbody tr").first
    expect(first).to_contain_text("1 · min 0")
    expect(first.locator(".nl-tag")).to_have_text(["Harmful", "Harmful"])
    expect(report).to_contain_text("Missing: a vasopressor")


def test_nothing_is_judged_before_the_debrief(room: Page) -> None:
    enter(room)
    press(room, "wuw")
    order(room, "oct", "300", "mg", "into a v")
    shown = room.locator(".nl-play").inner_text()
    assert [word for word in (*STANDINGS, "Credit", "2012", "2026") if word in shown] == []


def test_the_debrief_asks_first_how_sure_one_is(room: Page) -> None:
    enter(room)
    press(room, "cd")
    room.get_by_role("button", name="Show the debrief").click()
    expect(room.locator(".nl-sure .nl-error")).to_have_text("Say first how sure you are.")
    expect(room.locator(".nl-after")).to_be_hidden()
    room.get_by_label("fairly sure").check()
    room.get_by_role("button", name="Show the debrief").click()
    expect(room.locator(".nl-debrief")).to_contain_text(
        "You were fairly sure that the patient is safe. By 2026 something is missing or harmful"
    )


def test_the_debrief_lists_harm_first_then_what_came_late_then_what_has_no_source(room: Page) -> None:
    enter(room)
    press(room, "w")  # late in both
    press(room, "s")  # good practice of the room, in both
    order(room, "oct", "300", "mg", "into a v")  # harmful in both
    debrief(room)
    assert room.locator(".nl-debrief tbody td:nth-child(3) .nl-tag").all_inner_texts() == [
        "Harmful",
        "Late",
        "Good practice, no source",
    ]


def test_letters_do_nothing_outside_the_room_in_a_field_or_when_switched_off(room: Page) -> None:
    room.locator("#outside").focus()
    press(room, "cw")
    expect(room.locator(".log li")).to_have_count(1)
    enter(room)
    room.locator(".nl-order input").focus()
    press(room, "cw")
    expect(room.locator(".log li")).to_have_count(1)
    room.get_by_role("switch").uncheck()
    press(room, "cw")
    expect(room.locator(".log li")).to_have_count(1)
    room.get_by_role("switch").check()
    press(room, "cw")
    expect(room.locator(".log li")).to_have_count(3)


def test_a_letter_with_ctrl_is_the_browsers(room: Page) -> None:
    enter(room)
    room.evaluate("addEventListener('keydown', (event) => event.preventDefault(), {once: true})")
    room.keyboard.press("Control+c")
    expect(room.locator(".log li")).to_have_count(1)


@pytest.mark.parametrize(
    ("drug", "dose", "unit", "route", "says"),
    [
        ("oct", "300", "ml", "into a v", "“300 ml” is not accepted"),
        ("oct", "0,3", "mg", "into a v", "“0,3 mg” is not accepted"),
        ("nor", "5", "mg", "under", "Route: “SC” is not accepted"),
        ("oct", "", "mg", "into a v", "a unit is chosen, but no number"),
    ],
)
def test_an_order_that_cannot_be_read_is_caught_and_costs_no_minute(
    room: Page, drug: str, dose: str, unit: str, route: str, says: str
) -> None:
    enter(room)
    order(room, drug, dose, unit, route)
    expect(room.locator(".nl-order .nl-error")).to_contain_text(says)
    expect(room.locator(".log li")).to_have_count(1)


def test_a_wrong_route_can_be_given_and_is_told_in_the_debrief(room: Page) -> None:
    enter(room)
    order(room, "oct", "300", "mic", "under")
    debrief(room)
    assert room.locator(".nl-debrief .nl-tag").all_inner_texts() == ["Wrong", "Wrong"]


def test_another_cause_is_found_only_where_one_looks_and_then_it_can_be_treated(room: Page) -> None:
    room.get_by_label("Scene").select_option("liver-divided")
    treat = room.get_by_role("button", name="Stop the bleeding and replace blood")
    enter(room)
    press(room, "x")
    expect(treat).to_be_hidden()
    press(room, "b")
    expect(room.locator(".log li").first).to_contain_text("Yes: a vein")
    expect(treat).to_be_visible()
    press(room, "tcew")
    debrief(room)
    expect(room.locator(".nl-debrief")).to_contain_text("It was bleeding, and no carcinoid crisis")
    expect(room.locator(".nl-debrief")).to_contain_text("By 2026 everything was done")


def test_what_was_given_stays_listed_when_another_cause_is_found(room: Page) -> None:
    room.get_by_label("Scene").select_option("liver-divided")
    enter(room)
    press(room, "yb")

    expect(room.locator(".side .held")).to_contain_text("crystalloid")


def test_every_scene_can_be_chosen_and_shows_what_is_known(room: Page) -> None:
    for id, scene in scenes().items():
        room.get_by_label("Scene").select_option(id)
        expect(room.locator(".about li")).to_have_text(list(scene.known))


def test_a_scene_offers_only_what_makes_sense_there(room: Page) -> None:
    room.get_by_label("Scene").select_option("induction")
    expect(room.get_by_role("button", name="Ask the surgeon")).to_be_hidden()
    enter(room)
    press(room, "s")
    expect(room.locator(".log li")).to_have_count(1)
    room.get_by_label("Scene").select_option("biopsy")
    expect(room.get_by_role("button", name="Ask the radiologist to take the needle out")).to_be_visible()


def test_a_run_can_be_replayed_and_played_on_from_any_step(room: Page) -> None:
    enter(room)
    press(room, "cww")
    low = monitor(room)
    debrief(room)
    replay = room.get_by_label("Replay")
    replay.focus()
    press(room, ["Home"])  # type: ignore[arg-type]
    assert monitor(room) != low
    room.keyboard.press("ArrowRight")
    expect(room.locator(".log li")).to_have_count(2)
    enter(room)
    press(room, "e")
    expect(room.locator(".nl-after")).to_be_hidden()
    expect(room.locator(".log li").first).to_contain_text("Phenylephrine, by local protocol.")
    expect(room.locator(".log li")).to_have_count(3)


def test_a_link_opens_the_same_run(room: Page, room_watch: Watch) -> None:
    room.context.grant_permissions(["clipboard-read", "clipboard-write"])
    room.get_by_label("Scene").select_option("liver-divided")
    enter(room)
    press(room, "cb")
    debrief(room)
    room.get_by_role("button", name="Copy as a link").click()
    expect(room.locator(".tools [role=status]")).to_contain_text("copied")
    address = room.evaluate("navigator.clipboard.readText()")
    room.goto("about:blank")
    room.goto(address)
    expect(room.get_by_label("Scene")).to_have_value("liver-divided")
    expect(room.locator(".log li")).to_have_count(3)
    expect(room.locator(".log li").first).to_contain_text("Yes: a vein")


@pytest.mark.parametrize(
    "address",
    [
        "#case=1&crisis.scene=garden",
        "#case=1&crisis.scene=induction&crisis.actions=dance",
        "#case=1&crisis.garden=1",
        "#other",
    ],
)
def test_an_address_that_is_no_run_opens_a_fresh_room(room: Page, room_watch: Watch, address: str) -> None:
    room.goto("about:blank")
    room.goto(room_watch.address + address)
    expect(room.get_by_label("Scene")).to_have_value("liver-handled")
    expect(room.locator(".log li")).to_have_count(1)
    expect(room.locator(".nl-notice")).to_be_visible(visible=address != "#other")


def test_python_sets_and_the_page_shows_and_the_page_plays_and_python_takes_it(room: Page) -> None:
    live = CrisisRoom("liver-divided", actions=["call"])
    join(room, live)
    expect(room.locator("#live .log li")).to_have_count(2)
    room.locator("#live .nl-tray button").first.focus()
    press(room, "b")
    live.set_state(room.evaluate("sent.at(-1)"))
    assert live.value == {"scene": "liver-divided", "actions": ["call-senior-help", "look-for-bleeding"]}
    assert live.result["outcomes"][1]["steps"][1]["move"] == "bleeding-found"
    room.evaluate("fromPython({value: {scene: 'induction', actions: []}})")
    expect(room.locator("#live").get_by_label("Scene")).to_have_value("induction")
    expect(room.locator("#live .log li")).to_have_count(1)


@pytest.mark.parametrize(
    ("dose", "says"),
    [
        ("0.3", "Octreotide 0.3 mg IV."),
        ("1", "1 mg is 1000\u00a0microgram: is that meant? That is about 3.3 times 300 microgram. Written down."),
        ("5", "That is about 17 times 300 microgram. Read back, and stopped before it was given."),
    ],
)
def test_milligram_is_read_back_in_microgram_and_against_the_usual_dose(room: Page, dose: str, says: str) -> None:
    enter(room)
    order(room, "oct", dose, "mg", "into a v")
    newest = room.locator(".log li").first
    expect(newest).to_contain_text(says)
    assert ("is that meant" in newest.inner_text()) is (dose != "0.3")
