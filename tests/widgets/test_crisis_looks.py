"""The crisis room as it is seen: printed, still, readable, accessible, and without a script."""

import pytest
from playwright.sync_api import Page

from netlearn.clinic.crisis.exporting import export
from netlearn.widgets import CrisisRoom
from tests.axe import A_PART, COLOUR, violations
from tests.widgets.crisis_page import debrief, enter, order, press

pytestmark = pytest.mark.browser

WORDS = export()["words"]
STANDINGS = [WORDS[name] for name in export()["standings"]]


EVERY = "cbgxrspyieavnuhw"  # each move of the tray once


@pytest.mark.parametrize("keys", ["cesbww", EVERY + "w" * 20])
def test_the_debrief_of_a_run_prints_on_one_page(room: Page, keys: str) -> None:
    enter(room)
    press(room, keys)
    debrief(room)
    room.evaluate("() => { window.print = () => {}; }")
    room.get_by_role("button", name="Print on one page").click()
    rows = room.locator(".nl-sheet .nl-moves tbody tr").count()
    assert rows < len(keys) and room.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_nothing_moves_and_the_page_does_not_scroll_sideways(room: Page) -> None:
    enter(room)
    press(room, "cw")
    debrief(room)
    assert room.evaluate("document.documentElement.scrollWidth") <= 390
    moving = "document.getAnimations().filter((each) => !(each instanceof CSSTransition)).length"
    assert room.evaluate(moving) == 0


def test_no_text_of_the_room_is_smaller_than_13_pixels(room: Page) -> None:
    enter(room)
    press(room, "cw")
    debrief(room)
    small = """() => {
      const says = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
      const shown = [...document.querySelectorAll('.nl-room *')].filter((e) => says(e) && e.checkVisibility());
      const size = (e) => parseFloat(getComputedStyle(e).fontSize);
      return shown.filter((e) => !e.closest('svg') && size(e) < 13).map((e) => e.outerHTML); }"""
    assert room.evaluate(small) == []


@pytest.mark.parametrize(("theme", "rules"), [("light", A_PART), ("dark", COLOUR)])
def test_accessibility_check_finds_nothing_with_the_debrief_open(room: Page, theme: str, rules) -> None:
    room.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
    enter(room)
    press(room, "cue")
    order(room, "oct", "300", "mg", "into a v")
    order(room, "oct", "300", "ml", "into a v")
    debrief(room)
    assert violations(room, rules) == []


def test_without_a_script_the_room_says_what_it_teaches() -> None:
    said = CrisisRoom()._html()
    for words in (WORDS["known"], WORDS["example"], WORDS["agree"], WORDS["teaching"]):
        assert words in said


@pytest.mark.parametrize(
    ("scene", "keys", "named", "never"),
    [
        ("biopsy", "cs", ["Call the emergency team", "take the needle out"], "handling the tumour"),
        ("antibiotic", "cx", ["Call the senior anaesthetist", "Look for another cause: anaphylaxis"], "Suppose"),
    ],
)
def test_a_step_is_called_what_it_is_in_its_scene(
    room: Page, scene: str, keys: str, named: list[str], never: str
) -> None:
    room.locator(".nl-room select").first.select_option(scene)
    enter(room)
    press(room, keys)
    debrief(room)
    said = room.locator(".nl-play .log").inner_text(), room.locator(".nl-after .nl-moves").inner_text()
    assert [name for name in named for text in said if name not in text] == []
    assert never not in " ".join(said)


@pytest.mark.parametrize(
    ("waits", "says"),
    [(10, "not restored at minute 10."), (11, "After more than 10 minutes the pressure is not restored")],
)
def test_the_last_minute_that_is_counted_stands_for_all_after_it(waits: int, says: str) -> None:
    assert says in CrisisRoom(actions=["wait"] * waits)._html()
