"""The page and Python put the same rows on a board and ask the same questions next."""

import json
import random
import zlib
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page

import netlearn as nl
from netlearn.clinic import board_said
from netlearn.clinic.assemblies import assembled, tables
from netlearn.clinic.board_data import ASSEMBLIES, asks_prior, board_data, board_tables
from netlearn.clinic.cases import cases as library
from netlearn.clinic.drawing import patients
from netlearn.clinic.lesions import PAGE_STATES, SEGMENTS
from netlearn.decision.export import export
from netlearn.decision.load import editions_of
from netlearn.editions import edition_ids
from netlearn.items.class_item import class_item, file_name
from netlearn.widgets import assets
from netlearn.widgets.board_patients import drawable

pytestmark = pytest.mark.browser

EDITIONS = edition_ids()
TELLINGS = 10  # of one patient
TELLS_GRADE = {"review-2012": ("ki67_percent", "mitoses_per_10hpf"), "2026": ("ki67_percent", "mitoses_per_2mm2")}
ROWS = """(text) => JSON.stringify(JSON.parse(text).map(([values, edition]) => {
  try { return NetLearn.board.rows(values, edition); } catch (error) { return { error: error.message }; } }))"""
QUESTIONS = "NetLearn.board.nextQuestions(values, edition, name).map(({ question, ...rest }) => rest)"
ALL = f"""(text) => JSON.stringify(JSON.parse(text).map(([values, edition, name]) =>
  [NetLearn.board.rows(values, edition, name), {QUESTIONS}]))"""
SUMS = f"""(text) => {{
  const sorted = (x) => Array.isArray(x) ? x.map(sorted) : x === null || typeof x !== 'object' ? x
    : Object.fromEntries(Object.keys(x).sort().map((key) => [key, sorted(x[key])]));
  const table = Array.from({{ length: 256 }}, (_, n) => {{
    for (let k = 0; k < 8; k += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n; }});
  const sum = (bytes) => {{
    let crc = -1;
    for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 255];
    return ~crc >>> 0; }};
  return JSON.parse(text).map(([values, edition, name]) =>
    sum(new TextEncoder().encode(JSON.stringify(sorted(
      [NetLearn.board.rows(values, edition, name), {QUESTIONS}]))))); }}"""
LATER = f"(text) => {{ globalThis.begun = new Promise((done) => setTimeout(() => done(({SUMS})(text)))); }}"
TEXTS = """(text) => JSON.stringify(JSON.parse(text).map(([values, edition, name, prior = []]) => {
  const { rows, error, refused, absent } = NetLearn.board.both(values, edition, name, prior);
  if (error) return { error };
  return { rows: rows.map(({ said }) => said), refused: Boolean(refused), absent,
    text: NetLearn.board.referral(values, edition, name, prior),
    data: NetLearn.board.exported(values, edition, name, prior) }; }))"""


ITEMS = """(text) => JSON.stringify(JSON.parse(text).map(([values, edition, name, id]) => {
  const { file = '', text = '' } = NetLearn.board.classItem(values, edition, name, id);
  return [file, text]; }))"""
ID = "0a2b3c4d-5e6f-4a8b-9c0d-1e2f3a4b5c6d"


@pytest.fixture
def board(page: Page) -> Page:
    """The page with the board's script and every table that it needs."""
    made = [board_data(edition, name) for edition in EDITIONS for name in ASSEMBLIES]
    made += [export(table, edition) for table in board_tables() for edition in editions_of(table)]
    page.add_script_tag(content=assets.data_script(*made))
    page.add_script_tag(content=assets.board_script())
    return page


def partial(patient: dict[str, Any], edition: str, rng: random.Random) -> dict[str, Any]:
    """A part of what is so of a patient; now and then the parts of the grade, or a map, in place of the verdict."""
    share = rng.choice((0.2, 0.6, 0.8, 0.9))
    case = {name: value for name, value in patient.items() if rng.random() < share}
    if rng.random() < 0.3:
        case.pop("grade", None)
        case |= {name: rng.choice((1, 4, 12, 25)) for name in TELLS_GRADE[edition] if rng.random() < 0.7}
    if rng.random() < 0.2:
        case["goal"] = rng.choice(("symptom-control", "growth-control", "survival", "both"))
    if rng.random() < 0.3:
        case.pop("liver_type", None)
        places = rng.sample(SEGMENTS, rng.randint(1, 4))
        case["lesions_by_segment"] = {place: rng.choice(PAGE_STATES[1:]) for place in places}
        case |= {"diffuse_multifocal": rng.random() < 0.5} if rng.random() < 0.5 else {}
    return case


def partial_cases(count: int) -> list[tuple[dict[str, Any], str]]:
    """As many partial cases of each edition, of whole patients drawn, each told in part many times."""
    found = []
    for edition in EDITIONS:
        rng = random.Random(f"two thousand {edition}")
        for patient in patients(edition, count // TELLINGS, seed="two thousand"):
            found += [(partial(patient, edition, rng), edition) for _ in range(TELLINGS)]
    return found


def cases(count: int) -> list[tuple[dict[str, Any], str]]:
    """Partial cases of each edition, drawn; those that Python refuses are left out."""
    found = []
    for edition in EDITIONS:
        rng = random.Random(f"board {edition}")
        for patient in patients(edition, count, seed="same board"):
            case = partial(patient, edition, rng)
            try:
                nl.pathway(case, edition)
            except nl.InputError:
                continue
            found.append((case, edition))
    return found


def plain(known: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a patient, as JSON has it."""
    found: dict[str, Any] = json.loads(json.dumps(dict(known), default=float))
    return found


def asked(page: Page, script: str, given: list[Any]) -> list[Any]:
    answers: list[Any] = json.loads(page.evaluate(script, json.dumps(given, default=float)))
    return answers


def summed(found: list[Any]) -> int:
    """A sum over what the two sides must say alike."""
    return zlib.crc32(json.dumps(found, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode())


def ours(case: dict[str, Any], edition: str, name: str) -> list[Any]:
    """The rows, and every question in its order; a whole number without a point, as JavaScript writes it."""
    rows = [row.to_json() for row in assembled(ASSEMBLIES[name], case, edition).rows]
    questions = [each.to_json() for each in nl.next_questions(case, edition, ASSEMBLIES[name])]
    for each in questions:
        each["settles"] = int(each["settles"]) if each["settles"] % 1 == 0 else each["settles"]
    return [rows, questions]


@pytest.mark.parametrize("name", ["board", "selector"])
def test_two_thousand_partial_cases_have_the_same_rows_and_the_same_next_questions(board: Page, name: str) -> None:
    """The page works while Python does; of each case both keep one sum, and where the sums differ both say all."""
    drawn = [*partial_cases(1000), *(({}, edition) for edition in EDITIONS)]
    given = json.dumps([[plain(case), edition, name] for case, edition in drawn])
    board.evaluate(LATER, given)
    here = [summed(ours(*one, name)) for one in drawn]
    there = board.evaluate("begun")

    assert len(here) == len(there) == 2002
    for one, ours_, theirs in zip(drawn, here, there, strict=True):
        if ours_ != theirs:
            assert asked(board, ALL, [[plain(one[0]), one[1], name]]) == [ours(*one, name)], one


def test_what_a_patient_is_told_who_is_given_in_words_of_the_newest_edition(board: Page) -> None:
    case = {"grade": "NET G2", "primary_site": "midgut", "bulky": True}
    (theirs,) = asked(board, ROWS, [(case, "review-2012")])

    assert theirs == [row.to_json() for row in nl.pathway(case, "review-2012").rows]


def test_a_value_that_no_table_takes_is_refused_in_a_sentence(board: Page) -> None:
    (theirs,) = asked(board, ROWS, [({"age_years": 400}, "2026")])

    assert theirs["error"].startswith("Age must be between 0 and 120")


def test_a_patient_whom_a_table_excludes_is_refused_in_a_sentence(board: Page) -> None:
    case = {"carcinoid_syndrome": False, "carcinoid_heart_disease": True}
    (theirs,) = asked(board, ROWS, [(case, "2026")])

    assert theirs["error"].endswith(".")
    assert "carcinoid syndrome" in theirs["error"]


def test_every_table_of_the_board_is_there() -> None:
    for edition in EDITIONS:
        assert {entry["table"] for entry in board_data(edition)["tables"]} == {
            t.name for t in tables("pathway", edition)
        }


def told(case: dict[str, Any], edition: str, name: str, prior: tuple[str, ...] = ()) -> dict[str, Any]:
    """What Python says of a case, as ``TEXTS`` makes it on the page."""
    try:
        both = board_said.two_boards(case, edition, ASSEMBLIES[name], prior)
    except nl.InputError:
        return {"error": ""}
    rows = [board_said.said(one, both) for one in both.rows]
    text = board_said.referral(case, edition, ASSEMBLIES[name], prior)
    data = board_said.exported(case, edition, ASSEMBLIES[name], prior)
    return {
        "rows": rows,
        "refused": bool(both.refused),
        "absent": list(map(board_said.capital, both.board.absent)),
        "text": text,
        "data": json.loads(json.dumps(data, default=float)),
    }


def same_texts(page: Page, given: list[tuple[Any, ...]]) -> int:
    """Compare what is drawn of each row, the referral and the export; how many cases neither side refuses."""
    answered = 0
    for one, theirs in zip(given, asked(page, TEXTS, given), strict=True):
        ours = told(*one)
        assert ("error" in theirs) == ("error" in ours), (one, theirs.get("error"))
        if "error" in ours:
            continue
        for part, said in ours.items():
            assert theirs[part] == said, (one, part)
        answered += 1
    return answered


@pytest.mark.parametrize("name", ASSEMBLIES)
def test_the_texts_of_every_patient_of_the_library_are_the_same(board: Page, name: str) -> None:
    given = [
        (plain(drawable(one.known, edition)), edition, name, one.prior if asks_prior(name) else ())
        for one in library().values()
        for edition in EDITIONS
    ]

    assert same_texts(board, given) > 80


@pytest.mark.parametrize("name", ASSEMBLIES)
def test_the_texts_of_partial_cases_are_the_same(board: Page, name: str) -> None:
    given = [(case, edition, name) for case, edition in cases(60)]

    assert same_texts(board, given) >= 100


def test_a_value_of_the_newer_edition_that_the_older_does_not_know_is_set_aside(board: Page) -> None:
    assert same_texts(board, [({"target": "spine", "symptomatic": True}, "review-2012", "board")]) == 1


def test_the_letter_and_the_export_keep_the_order_of_what_was_given_before(board: Page) -> None:
    case, order = {"prior_systemic": True, "prior_analogue": True, "prior_other_systemic": True}, ["prrt", "analogue"]
    script = """(text) => { const [values, prior] = JSON.parse(text); return JSON.stringify([
      NetLearn.board.referral(values, '2026', 'selector', prior),
      NetLearn.board.exported(values, '2026', 'selector', prior)]); }"""
    text, data = json.loads(board.evaluate(script, json.dumps([case, order])))

    assert text == board_said.referral(case, "2026", "systemic", order)
    assert "- Given before, the first first: radionuclide therapy (PRRT); somatostatin analogue\n" in text
    assert data == json.loads(json.dumps(board_said.exported(case, "2026", "systemic", order), default=float))
    assert data["prior"] == order


def item_of(case: dict[str, Any], edition: str, name: str) -> list[str]:
    """The item for a class that Python makes, with the name of its file; nothing where it refuses the patient."""
    try:
        text = class_item(case, edition, ASSEMBLIES[name], ID)
    except nl.InputError:
        return ["", ""]
    return [file_name(text), text]


def test_a_patient_of_the_library_becomes_the_same_item_for_a_class(board: Page) -> None:
    known = [plain(drawable(one.known, edition_ids()[-1])) for one in library().values()]
    given = [(case, EDITIONS[-1], name, ID) for case in ({}, *known) for name in ("board", "selector")]
    theirs = asked(board, ITEMS, given)

    assert theirs == [item_of(*one[:3]) for one in given]
    assert 100 < sum(bool(file) for file, _ in theirs) < len(given)
