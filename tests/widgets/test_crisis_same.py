"""The crisis room on the page is Python's: every state with its clock, and every way to write an order."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from netlearn.clinic.crisis import debrief, prove, scenes
from netlearn.clinic.crisis.graph import graph, judgements
from netlearn.clinic.crisis.lines import read_line
from netlearn.clinic.crisis.load import editions, kinds, moves
from netlearn.clinic.crisis.state import State
from netlearn.errors import InputError
from netlearn.units import SPELT
from tests.widgets.conftest import Watch
from tests.widgets.crisis_page import MACHINE, TOLD, WALK, told, write_site

pytestmark = pytest.mark.browser

AMOUNTS = (
    "300 microgram", "0.3 mg", "0.0003 g", "300 mg", "299 µg", "1500 mcg", "1501 microgram", "1.5 mg", "1.5001 mg",
    "0 g", "100 microgram/h", "2 mg/h", "36 mg/day", "36.0001 mg/day", "25 microgram per min", "26 microgram/min",
    "300", "0,3 mg", "300 ml", "1e3 mg", "-1 mg", "300 units", ".3 mg",
    "1.000 mg", "0.300 mg", "1.0000 mg", "\u22121 mg", "0.0 mg",
)  # fmt: skip
ROUTES = ("", "IV", "i.v.", "SC", "intramuscularly", "infusion", "drip", "by mouth")
NAMES = ("octreotide", "octreotide infusion", "norepinephrine", "adrenaline", "Plasma", "calcium", "call", "wait")
PLAIN = ("call for help", "prayer", "", "look for caval compression", "stop manipulating the tumour", "treat-bleeding")


def lines() -> list[str]:
    """Orders that can be read, and some that cannot."""
    written = [" ".join(f"{name} {amount} {route}".split()) for name in NAMES for amount in AMOUNTS for route in ROUTES]
    spelt = [f"octreotide {amount} {unit} IV" for unit in SPELT for amount in ("0.3", "300")]
    return [*written, *spelt, *(f"{name} {route}".strip() for name in NAMES for route in ROUTES), *PLAIN]


def read(line: str) -> str | None:
    try:
        return read_line(line).move.id
    except InputError:
        return None


@pytest.fixture(scope="module")
def room(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Page:
    watch = Watch(write_site(tmp_path_factory.mktemp("room")).as_uri())
    page = watch.new_page(browser)
    page.goto(watch.address)
    return page


def key(state: State) -> str:
    return "|".join((state.pressure, state.load, " ".join(sorted(state.given))))


def test_every_state_with_its_clock_leads_and_is_judged_as_in_python(room: Page) -> None:
    walk, said = graph(), [judgements(name) for name in editions()]
    keys = [key(state) for state in walk.states]
    expected = {
        keys[n]: [[keys[after] for after in walk.next[n]], *([j.id for j in rows[n]] for rows in said)]
        for n in range(len(keys))
    }
    found = room.evaluate(WALK, [expected, list(walk.gives)])
    proof = prove()
    assert found == {"states": proof.states, "situations": proof.situations, "wrong": []}


def ways() -> list[tuple[str, list[str]]]:
    """For each situation a shortest run to it, in a scene that begins there; each move is done by one of its lines."""
    by_move = {move: line for line in reversed([*kinds(), *map(str, lines())]) if (move := read(line))}
    walk, number = graph(), {State.first(scene): scene for scene in scenes()}
    queue = [(start, number[walk.states[start]], list[str]()) for start in walk.starts]
    reached, found = set(walk.starts), []
    for state, scene, run in queue:
        found.append((scene, run))
        for n, move in enumerate(moves()):
            if (after := walk.follow(state, n)) not in reached:
                reached.add(after)
                queue.append((after, scene, [*run, by_move[move]]))
    assert len(reached) == len(walk.states)
    return found


def test_a_run_to_every_situation_is_told_alike(room: Page) -> None:
    runs = ways()
    script = f"(text) => {{ {MACHINE} return JSON.stringify(JSON.parse(text).map({TOLD})); }}"
    theirs: list[Any] = json.loads(room.evaluate(script, json.dumps(runs)))
    for (scene, run), page in zip(runs, theirs, strict=True):
        assert told(debrief(run, scene)) == page, (scene, run)


def test_every_move_played_in_every_scene_is_told_alike(room: Page) -> None:
    by_move = {move: line for line in lines() if (move := read(line))}
    runs = [(scene, ["wait", line, line, "phenylephrine"]) for scene in scenes() for line in by_move.values()]
    script = f"(text) => {{ {MACHINE} return JSON.stringify(JSON.parse(text).map({TOLD})); }}"
    theirs: list[Any] = json.loads(room.evaluate(script, json.dumps(runs)))
    for (scene, run), page in zip(runs, theirs, strict=True):
        assert told(debrief(run, scene)) == page, (scene, run)


def test_an_order_is_read_as_the_same_move_or_refused_by_both(room: Page) -> None:
    written = lines()
    read_all = "return lines.map(machine.read).map((found) => (found.error ? null : found.move.id));"
    script = f"(lines) => {{ {MACHINE} {read_all} }}"
    assert dict(zip(written, room.evaluate(script, written), strict=True)) == {line: read(line) for line in written}


def test_what_the_page_loads_beyond_the_shared_script_stays_under_25_kilobytes(site: Path) -> None:
    own = [site / "_static/crisis.js", site / "_static/data/crisis-room.js"]
    assert sum(len(gzip.compress(path.read_bytes())) for path in own) < 25_000
