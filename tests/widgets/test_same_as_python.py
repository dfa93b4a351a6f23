"""The page and Python give the same answer: every liver, every region of `grade`, and random tables."""

import json
import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from netlearn.clinic.lesions import PAGE_STATES, SEGMENTS
from netlearn.decision import decide, load, names
from netlearn.decision import export as export_module
from netlearn.decision.carry import carry
from netlearn.decision.deciding import decide_by
from netlearn.decision.diagram import compile_table, compiled
from netlearn.decision.export import export
from netlearn.decision.proof import region
from netlearn.editions import edition_ids
from netlearn.errors import InputError
from netlearn.units import SPELT
from tests.decision.random_tables import INPUTS, tables
from tests.widgets.conftest import Watch

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(desk: Page, watch: Watch) -> Page:
    """The page, loaded once: what it answers is asked of its script, and no test here changes what it shows."""
    desk.goto(watch.address)
    return desk


DECIDE = "(values) => NetLearn.decide(table, values)"
FLIPS = "(values) => NetLearn.flips(table, values, NetLearn.decide(table, values))"


def in_page(page: Page, ask: str, table: dict[str, Any], cases: list[Any]) -> list[Any]:
    """What the page answers to every case, in one call; as text, which crosses to the browser fastest."""
    script = f"(text) => {{ const [table, cases] = JSON.parse(text); return JSON.stringify(cases.map({ask})) }}"
    answers: list[Any] = json.loads(page.evaluate(script, json.dumps([table, cases])))
    return answers


def compare(ours: list[dict[str, Any]], theirs: list[dict[str, Any]], cases: list[Any]) -> None:
    """Fail on the first case that differs; an error of the page says what Python's error accepts."""
    for mine, page, case in zip(ours, theirs, cases, strict=True):
        if mine.get("error"):
            assert page["error"] and page["error"] in mine["error"], case
        else:
            assert page == mine, case


def decided(**given: Any) -> dict[str, Any]:
    try:
        return decide(**given).to_json()
    except InputError as refused:
        return {"error": refused.plain}


def livers() -> list[dict[str, Any]]:
    """All 3^8 patterns, each stated diffuse, stated not, and unknown."""
    patterns = [dict(zip(SEGMENTS, states, strict=True)) for states in product(PAGE_STATES, repeat=8)]
    return [{**pattern, "diffuse_multifocal": stated} for pattern in patterns for stated in (False, True, None)]


def as_given(case: dict[str, Any]) -> dict[str, Any]:
    lesions = {segment: case[segment] for segment in SEGMENTS}
    return {"lesions_by_segment": lesions, "diffuse_multifocal": case["diffuse_multifocal"]}


def test_every_liver(page):
    cases = livers()
    assert len([c for c in cases if c["diffuse_multifocal"] is not None]) == 13_122
    theirs = in_page(page, DECIDE, export("liver-involvement"), cases)
    compare([decided(table="liver-involvement", **as_given(c)) for c in cases], theirs, cases)


def test_livers_of_2026_are_those_of_the_review():
    """So that what the test above shows holds for both editions; what follows from a type is each edition's own."""
    review, newer = ({**export("liver-involvement", edition), "follows": None} for edition in ("review-2012", "2026"))
    assert newer == {**review, "edition": "2026"}


def test_flips_of_livers(page):
    cases = [c for c in livers()[3::53] if c["diffuse_multifocal"] is not None]
    theirs = in_page(page, FLIPS, export("liver-involvement"), cases)
    ours = [decide("liver-involvement", **as_given(c)).flips() for c in cases]
    assert [[flip.to_json() for flip in flips] for flips in ours] == theirs


def representatives(asked: dict[str, Any]) -> list[Any]:
    """Both ends and the middle of every cell of an input, as far as they belong to it, and unknown."""
    if asked["kind"] != "number":
        return [*asked["values"], None]
    whole = asked["integer"]
    values: list[Any] = [None]
    for low, low_in, high, high_in in asked["cells"]:
        middle = (low + high) // 2 if whole else (low + high) / 2
        inside = [low] * low_in + [high] * high_in + [middle] * (low < middle < high)
        values += [v for v in inside if v not in values]
        values += [low + asked["step"]] * (not low_in)
    return values


def grade_cases(table: dict[str, Any]) -> list[dict[str, Any]]:
    names = [asked["name"] for asked in table["inputs"]]
    return [dict(zip(names, case, strict=True)) for case in product(*map(representatives, table["inputs"]))]


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_every_region_of_grade(page, edition):
    table = export("grade", edition)
    cases = grade_cases(table)
    theirs = in_page(page, DECIDE, table, cases)
    compare([decided(table="grade", edition=edition, **c) for c in cases], theirs, cases)


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_flips_in_every_region_of_grade(page, edition):
    table = export("grade", edition)
    cases = [c for c in grade_cases(table) if not decided(table="grade", edition=edition, **c)["error"]]
    theirs = in_page(page, FLIPS, table, cases)
    ours = [[f.to_json() for f in decide("grade", edition, **c).flips()] for c in cases]
    for mine, page_flips, case in zip(ours, theirs, cases, strict=True):
        assert page_flips == mine, case


TABLES = [(t, e) for e in edition_ids() for t in names(e) if not load(t, e).derivation]
COMPILED = "(_) => { const {nodes, terminals, root} = NetLearn.diagram(table); return {nodes, terminals, root} }"
PARTS = ("rules", "silent", "conflicts", "impossible", "verdicts")


@pytest.mark.parametrize(("name", "edition"), TABLES)
def test_the_page_compiles_the_same_diagram(page, name, edition):
    """Node for node and end for end, so what is proved of one holds for the other."""
    diagram = compiled(name, edition)

    (theirs,) = in_page(page, COMPILED, export(name, edition), [None])

    assert theirs["nodes"] == [[number, list(children)] for number, children in diagram.nodes]
    assert theirs["terminals"] == [{part: list(getattr(end, part)) for part in PARTS} for end in diagram.terminals]
    assert theirs["root"] == diagram.root


def regions(name: str, edition: str) -> list[dict[str, Any]]:
    """One case in every region of the diagram; of thousands, every so many."""
    table, diagram = load(name, edition), compiled(name, edition)
    cases = [dict(region(table, diagram, path, ()).witness) for path, _ in diagram.paths()]
    return cases[:: 1 + len(cases) // 1500]


def beside_cautions(name: str, edition: str) -> list[dict[str, Any]]:
    """For every caution cases within its condition, with one of its inputs outside, and with one unknown.

    The other inputs take five sets of values, the same in every run.
    """
    table, diagram, rng, cases = load(name, edition), compiled(name, edition), random.Random(name), []
    for condition in diagram.cautions.values():
        for _ in range(5):
            taken = [rng.randrange(len(cells)) for cells in diagram.cells]
            for number, mask in condition:
                taken[number] = rng.choice([n for n in range(len(diagram.cells[number])) if mask >> n & 1])
            cases.append({i.name: i.witness(diagram.cells[n][taken[n]]) for n, i in enumerate(table.inputs)})
            for number, mask in condition:
                asked, cells = diagram.inputs[number], diagram.cells[number]
                outside = [asked.witness(cell) for n, cell in enumerate(cells) if not mask >> n & 1]
                cases += [{**cases[-1], asked.name: value} for value in (*outside, None)]
    return cases


@pytest.mark.parametrize(("name", "edition"), TABLES)
def test_every_region_and_both_sides_of_every_caution(page, name, edition):
    cases = [*regions(name, edition), *beside_cautions(name, edition)]
    theirs = in_page(page, DECIDE, export(name, edition), [_as_json(case) for case in cases])
    compare([decided(table=name, edition=edition, **case) for case in cases], theirs, cases)


def test_no_input_has_more_cells_than_a_mask_of_the_page_holds():
    assert all(len(cells) <= 31 for t, e in TABLES for cells in compiled(t, e).cells)


@pytest.mark.parametrize(("name", "edition"), TABLES)
def test_sampled_cases_of_every_table(page, name, edition):
    """Answers and flips of cases drawn by a fixed seed, about half of the inputs unknown."""
    table, rng = export(name, edition), random.Random(f"{name} {edition}")
    choices = {asked["name"]: representatives(asked) for asked in table["inputs"]}
    cases = [{n: rng.choice(some) if rng.random() < 0.6 else None for n, some in choices.items()} for _ in range(40)]
    answers, flips = in_page(page, DECIDE, table, cases), in_page(page, FLIPS, table, cases)
    for case, answer, page_flips in zip(cases, answers, flips, strict=True):
        try:
            decision = decide(name, edition, **case)
        except InputError:
            assert answer["error"], case
            continue
        assert answer == decision.to_json(), case
        assert page_flips == [flip.to_json() for flip in decision.flips()], case


def test_random_tables(page, monkeypatch):
    """Whatever a table is, the page compiles it and decides as Python does."""
    found: list[tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]] = []

    @settings(max_examples=60)
    @given(tables(), st.data())
    def gather(table, data):
        diagram = compile_table(table)
        monkeypatch.setattr(export_module, "load", lambda *_: table)
        monkeypatch.setattr(export_module, "page_diagram", lambda *_: diagram)
        values = {i.name: st.sampled_from([None, *INPUTS[i.name][2]]) for i in table.inputs}
        cases = data.draw(st.lists(st.fixed_dictionaries(values), min_size=1, max_size=12))
        ours = [_random_decided(table, diagram, case) for case in cases]
        found.append((export_module.export("random"), [_as_json(c) for c in cases], ours))

    gather()
    for table, cases, ours in found:
        compare(ours, in_page(page, DECIDE, table, cases), cases)


def _random_decided(table: Any, diagram: Any, case: dict[str, Any]) -> dict[str, Any]:
    try:
        return decide_by(table, diagram, case).to_json()
    except InputError as refused:
        return {"error": refused.plain}


def _as_json(case: dict[str, Any]) -> dict[str, Any]:
    return {name: float(v) if isinstance(v, Fraction) else v for name, v in case.items()}


@pytest.mark.parametrize("raw", ["20,1", "x", 101, -1, "1e1", True])
def test_page_refuses_what_python_refuses(page, raw):
    error = in_page(page, DECIDE, export("grade"), [{"ki67_percent": raw}])[0]["error"]
    assert decided(table="grade", ki67_percent=raw)["error"] == error


def test_page_reads_a_number_in_text_as_python_does(page):
    answers = in_page(page, DECIDE, export("grade"), [{"ki67_percent": "20.1"}])
    assert answers == [decided(table="grade", ki67_percent="20.1")]


def numeric_inputs() -> list[Any]:
    tables = [load(table, edition) for edition in edition_ids() for table in names(edition)]
    found = {(i.unit, i.kind, str(i.domain)): i for table in tables for i in table.inputs if i.numeric}
    return list(found.values())


TYPED = """([inputs, texts]) => inputs.map((input) => texts.map((text) => {
  const value = NetLearn.typed(input, text);
  return [value, NetLearn.refusal(input, value)]; }))"""


def test_every_spelling_of_every_unit_is_understood_as_python_does(page):
    """And what Python refuses is refused, in the same words: with each number a plain one, and beside every unit."""
    numbers = ("0", "1", "3", "31", "33", "30.1", "0.05", "12", "5,25", "1e1", "-1", "1⁄3", "1 000")
    texts = [*numbers, *(f"{n} {unit}".strip() for n in ("3", "31", "30.1") for unit in SPELT), "31mm", " 31  mm "]
    inputs = numeric_inputs()
    exported = [export_module._input(i, i.split(()), "2026") for i in inputs]
    for asked, answers in zip(inputs, page.evaluate(TYPED, [exported, texts]), strict=True):
        for text, (value, refused) in zip(texts, answers, strict=True):
            try:
                mine = asked.parse(text)
            except InputError as error:
                assert refused == error.plain, (asked.name, text)
            else:
                assert (value, refused) == (float(mine), ""), (asked.name, text)


CARRY = "([then, now, cases]) => cases.map((values) => NetLearn.carry(then, now, values))"


@pytest.mark.parametrize("table", ["grade", "resection", "rfa", "pai", "ssa", "prrt", "targeted"])
@pytest.mark.parametrize("way", [("review-2012", "2026"), ("2026", "review-2012")])
def test_a_case_goes_to_the_other_edition_as_in_python(page, table, way):
    """Each value of each input alone."""
    old = load(table, way[0])
    cases = [{i.name: i.witness(cell)} for i in old.inputs for cell in i.split(old.splits_of(i.name))]
    exported = [export(table, edition) for edition in way]
    theirs = page.evaluate(CARRY, [*exported, [_as_json(case) for case in cases]])
    for case, found in zip(cases, theirs, strict=True):
        mine = carry(table, case, *way)
        assert found == {"values": _as_json(dict(mine.values)), "notes": list(mine.notes)}, case
