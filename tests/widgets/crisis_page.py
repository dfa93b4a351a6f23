"""A small page with a crisis room on it, opened from the file system; and a run as both sides tell it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from netlearn.clinic.crisis import Debrief
from netlearn.clinic.crisis.exporting import ROOM
from netlearn.clinic.crisis.summing import points
from netlearn.widgets import CrisisRoom, assets
from netlearn.widgets.page_data import data_scripts

PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Room</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/netlearn.css"><script defer src="_static/netlearn.js"></script>
<script defer src="_static/crisis.js"></script><script defer src="_static/data/crisis-room.js"></script>
<style>body {{ margin: 0; padding: 16px; background: var(--nl-paper) }}</style></head><body><main>
{room}<p><a id="outside" href="#outside">outside</a></p></main></body></html>"""


def write_site(root: Path) -> Path:
    """Write the page and what it loads; where the page lies."""
    files = {
        "index.html": PAGE.format(room=CrisisRoom()._html()),
        "_static/netlearn.js": assets.page_script(),
        "_static/crisis.js": assets.room_script(),
        "_static/netlearn.css": assets.stylesheet(),
        **{f"_static/data/{name}": text for name, text in data_scripts(ROOM).items()},
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root / "index.html"


def told(said: Debrief) -> dict[str, Any]:
    """A debrief as plain data, as ``TOLD`` makes it on the page."""
    outcomes = [
        {
            "steps": [
                [s.before.minute, s.move, s.judgement.id, s.standing, s.because, s.after.pressure, s.after.load]
                for s in outcome.steps
            ],
            "missing": [aim.id for aim in outcome.missing],
            "order": [order.id for order in outcome.out_of_order],
            "credit": str(outcome.credit),
            "capped": outcome.capped,
            "points": [list(point) for point in points(outcome)],
            "complete": outcome.complete,
            "cautions": [caution.id for caution in outcome.cautions],
        }
        for outcome in said.outcomes
    ]
    return {"stable": said.outcomes[0].stable, "gravest": list(said.gravest_first), "outcomes": outcomes}


TOLD = """([scene, lines]) => { const run = machine.play(scene, lines); return {
  stable: run.stable, gravest: run.gravest_first, outcomes: run.outcomes.map((o) => ({
    steps: o.steps.map((s) => [s.minute, s.move, s.judgement, s.standing, s.because, s.pressure, s.load]),
    missing: o.missing.map(({id}) => id), order: o.out_of_order.map(({id}) => id),
    credit: o.credit, capped: o.capped, points: NetLearn.crisisPoints(NetLearn.tables['crisis-room'][''], run.scene, o),
    complete: o.complete, cautions: o.cautions}))}; }"""
MACHINE = "const machine = NetLearn.crisisMachine(NetLearn.tables['crisis-room']['']);"
# Walks every state that can be reached, with its clock, and compares each with what Python has for its situation.
WALK = (
    """([expected, gives]) => {"""
    + MACHINE
    + """
  const data = NetLearn.tables['crisis-room'][''];
  const key = (s) => [s.pressure, s.load, [...s.given].sort().join(' ')].join('|');
  const whole = (s) => s.minute + '|' + key(s);
  const queue = [...machine.scenes.values()].map((scene) => machine.begin(scene));
  const seen = new Set(queue.map(whole));
  const wrong = [], situations = new Set();
  for (const state of queue) {
    situations.add(key(state));
    const after = gives.map((given) => machine.after(state, given));
    for (const next of after) if (!seen.has(whole(next))) { seen.add(whole(next)); queue.push(next); }
    const said = data.editions.map((by) => data.moves.map(({id}) => machine.saidOf(by, state, id).id));
    const mine = JSON.stringify([after.map(key), ...said]);
    if (mine !== JSON.stringify(expected[key(state)])) wrong.push(whole(state));
  }
  return {states: seen.size, situations: situations.size, wrong: wrong.slice(0, 3)};
}"""
)


def enter(page: Page) -> None:
    """Go into the room by keyboard."""
    page.locator(".nl-room select").first.focus()
    while not page.evaluate("document.activeElement.closest('.nl-tray') !== null"):
        page.keyboard.press("Tab")


def press(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def order(page: Page, drug: str, dose: str, unit: str, route: str) -> None:
    """Write an order by keyboard: each menu by typing its words."""
    page.keyboard.press("o")
    page.keyboard.type(drug)
    page.keyboard.press("Tab")
    page.keyboard.type(dose)
    page.keyboard.press("Tab")
    page.keyboard.type(unit)
    page.keyboard.press("Tab")
    page.keyboard.type(route)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def debrief(page: Page, steps: int = 0) -> None:
    """Ask for the debrief by keyboard, and say how sure one is: the first answer, or one further down."""
    page.keyboard.press("d")
    press(page, " ")
    for _ in range(steps):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def monitor(page: Page) -> str:
    return page.locator(".nl-monitor .bp").inner_text()
