"""A crisis file with one defect is refused with its file, id and field; the course's own files have their sources."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from fractions import Fraction
from importlib.resources import files
from typing import Any

import pytest
from attrs import evolve

from netlearn import knowledge
from netlearn.checks import Fault
from netlearn.checks.citations import unknown_ids
from netlearn.checks.crisis import of_edition, of_kind, of_move
from netlearn.clinic.crisis import editions
from netlearn.clinic.crisis.load import (
    edition,
    kinds,
    moves,
    read_edition,
    read_kinds,
    read_moves,
    read_room,
    read_routes,
    room,
)
from netlearn.errors import InputError, KnowledgeError

FILES = ("actions", "room", "scenes", "debrief", *editions())


def raw(file: str) -> dict[str, Any]:
    return deepcopy(dict(knowledge.load(f"crisis/{file}.toml")))


def entry(data: Mapping[str, Any], kind: str, id: str) -> dict[str, Any]:
    return next(item for item in data[kind] if item["id"] == id)


def refused(read: Callable[..., object], *args: Any) -> str:
    with pytest.raises(KnowledgeError) as error:
        read(*args)
    return str(error.value)


def said(faults: Iterable[Fault]) -> str:
    return "\n".join(map(str, faults))


def refused_edition(data: Mapping[str, Any]) -> str:
    return refused(read_edition, data, moves(), room(), "crisis/2026.toml")


def refused_moves(data: Mapping[str, Any]) -> str:
    return refused(read_moves, data, kinds(), room(), "actions.toml")


def test_an_unknown_key_is_named() -> None:
    data = raw("2026")
    entry(data, "judgement", "help-right")["verdit"] = "right"

    assert refused_edition(data).startswith("crisis/2026.toml: help-right.verdit is 'right'; accepted keys: id, ")


def test_an_unknown_key_of_the_file_is_named() -> None:
    assert refused_edition({**raw("2026"), "judgment": []}).startswith("crisis/2026.toml: judgment is []")


def test_an_unknown_verdict_is_named_with_those_accepted() -> None:
    data = raw("2026")
    entry(data, "judgement", "help-right")["verdict"] = "good"

    assert refused_edition(data).startswith("crisis/2026.toml: help-right.verdict is 'good'; accepted: right, good-")


@pytest.mark.parametrize(("id", "verdict"), [("look-right", "right"), ("help-right", "good-practice")])
def test_right_has_a_source_and_good_practice_has_none(id: str, verdict: str) -> None:
    data = raw("2026")
    entry(data, "judgement", id)["verdict"] = verdict

    assert f'{id}.verdict is {verdict!r}; accepted: "right" where a source says it' in refused_edition(data)


def test_a_minute_after_which_a_move_is_late_has_its_sentence() -> None:
    data = raw("2026")
    del entry(data, "judgement", "help-right")["when_late"]

    assert "help-right.when_late is ''; accepted: a text where there is prompt_until" in refused_edition(data)


@pytest.mark.parametrize("key", ["verdict", "moves", "because"])
def test_a_missing_part_of_a_judgement_is_named(key: str) -> None:
    data = raw("2026")
    del entry(data, "judgement", "help-right")[key]

    assert f"help-right.{key} is " in refused_edition(data)


@pytest.mark.parametrize("key", ["edition", "position", "note", "reviewed", "sign_off", "aim", "order", "judgement"])
def test_a_missing_part_of_an_edition_is_named(key: str) -> None:
    data = raw("2026")
    del data[key]

    assert refused_edition(data).startswith(f"crisis/2026.toml: {key} is None")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("moves", "plasma", "help-right.moves is 'plasma'; accepted: a list of texts"),
        ("moves", ["plasme"], "help-right.moves is 'plasme'"),
        ("scored", "no", "help-right.scored is 'no'; accepted: true or false"),
        ("because", 3, "help-right.because is 3; accepted: a text"),
        ("when", [], "help-right.when is []; accepted: a table of conditions"),
        ("when", {"gievn": []}, "help-right.when.gievn is []"),
        ("when", {"given": ["plasme"]}, "help-right.when.given is 'plasme'"),
        ("when", {"hypotension": "yes"}, "help-right.when.hypotension is 'yes'; accepted: true or false"),
        ("when", {"load": ["huge"]}, "help-right.when.load is 'huge'"),
        ("because", "In {3.1-48} minutes.", "help-right.because: {3.1-48} is not cited here; cited: E02"),
    ],
)
def test_a_wrong_value_is_named_with_its_id_and_field(field: str, value: object, message: str) -> None:
    data = raw("2026")
    entry(data, "judgement", "help-right")[field] = value

    assert message in refused_edition(data)


def test_an_id_that_stands_twice_is_named() -> None:
    data = raw("2026")
    entry(data, "judgement", "help-again")["id"] = "help-right"

    assert "judgement.id is 'help-right'; accepted: an id that stands once" in refused_edition(data)


def test_an_order_of_an_aim_that_does_not_exist_is_named() -> None:
    data = raw("2026")
    data["order"][0]["first"] = "plasma"

    assert "octreotide.first is 'plasma'; accepted: senior-help, vasopressor" in refused_edition(data)


def test_an_edition_in_the_file_of_another_is_named() -> None:
    assert "edition is 'review-2012'; accepted: 2026" in refused_edition(raw("review-2012"))


@pytest.mark.parametrize("verdict", ["harmful", "wrong"])
def test_a_scored_fault_of_a_vasopressor_is_refused(verdict: str) -> None:
    """It would reward holding the vasopressor back (E02)."""
    data = raw("2026")
    entry(data, "judgement", "vasopressor-right")["verdict"] = verdict

    assert "vasopressor-right.scored is True; accepted: false" in refused_edition(data)


def test_an_unscored_fault_of_a_vasopressor_is_read() -> None:
    data = raw("2026")
    entry(data, "judgement", "vasopressor-right").update(verdict="wrong", scored=False)

    assert read_edition(data, moves(), room(), "crisis/2026.toml").judgements


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("dose", "some", "octreotide-crisis-dose.dose is 'some'"),
        ("actions", ["octreotid"], "octreotide-crisis-dose.actions is 'octreotid'"),
        ("routes", ["oral"], "octreotide-crisis-dose.routes is 'oral'"),
        ("gives", "octreotid", "octreotide-crisis-dose.gives is 'octreotid'"),
        ("dose_microgram", "=> 300", "octreotide-crisis-dose.dose_microgram is '=> 300'"),
    ],
)
def test_a_wrong_value_of_a_move_is_named(field: str, value: object, message: str) -> None:
    data = raw("actions")
    entry(data, "move", "octreotide-crisis-dose")[field] = value

    assert message in refused_moves(data)


@pytest.mark.parametrize(("field", "value"), [("dose", "mg"), ("routes", ["oral"]), ("infusion", "drip")])
def test_a_wrong_value_of_an_action_is_named(field: str, value: object) -> None:
    data = raw("actions")
    entry(data, "action", "octreotide")[field] = value

    assert refused(read_kinds, data, "actions.toml").startswith(f"actions.toml: octreotide.{field} is ")


def test_a_wrong_spelling_list_of_a_route_is_named() -> None:
    data = raw("actions")
    data["routes"]["IV"] = "i.v."

    assert refused(read_routes, data, "actions.toml") == "actions.toml: routes.IV is 'i.v.'; accepted: a list of texts"


def test_entries_that_are_no_list_are_named() -> None:
    data = raw("actions")
    data["move"] = {"id": "wait"}

    assert refused_moves(data).startswith("actions.toml: move is {'id': 'wait'}; accepted: a list of entries")


@pytest.mark.parametrize(
    ("kind", "id", "field", "value"),
    [
        ("influence", "handling", "basis", "known"),
        ("influence", "handling", "on", "pulse"),
        ("influence", "handling", "by", True),
        ("pressure", "low", "basis", "known"),
        ("pressure", "low", "systolic", "88"),
        ("load", "some", "basis", "known"),
    ],
)
def test_a_wrong_value_of_the_room_is_named(kind: str, id: str, field: str, value: object) -> None:
    data = raw("room")
    entry(data, kind, id)[field] = value

    assert refused(read_room, data, "room.toml").startswith(f"room.toml: {id}.{field} is {value!r}; accepted: ")


def test_a_clock_by_a_figure_that_is_no_time_is_named() -> None:
    data = {**raw("room"), "long_after": "mccully-2024.vasopressors-needed-anyway"}

    assert refused(read_room, data, "room.toml").startswith("room.toml: long_after is ")


def test_an_id_of_a_source_that_does_not_exist_is_named() -> None:
    by = edition("2026")
    wrong = evolve(by.judgements[0], facts=("3.1-99",))

    assert said(unknown_ids(wrong, "2026.toml")) == "2026.toml: stop-good-practice: facts: '3.1-99' does not exist"


def test_a_judgement_other_than_not_stated_needs_a_source() -> None:
    by = edition("2026")
    bare = evolve(by.judgements[2], errata=())

    assert "help-right: facts: no facts" in said(of_edition(evolve(by, judgements=(bare,))))


def test_a_dose_that_no_cited_source_has_is_refused() -> None:
    wrong = evolve(moves()["octreotide-crisis-dose"], dose_microgram="200")

    assert "octreotide-crisis-dose: dose_microgram: 200 microgram is no bound" in said(of_move(wrong))


def test_a_dose_in_milligram_is_a_source_for_the_same_dose_in_microgram() -> None:
    assert said(of_move(moves()["octreotide-overdose"])) == ""  # 1.5 mg in the source, 1500 microgram in the move


def test_an_order_that_no_move_covers_is_named() -> None:
    rest = tuple(m for m in moves().values() if m.id != "octreotide-overdose")

    assert "octreotide: dose 2251, route none: no move" in said(of_kind(kinds()["octreotide"], rest))


def test_an_order_that_two_moves_cover_is_named() -> None:
    wide = evolve(moves()["octreotide-crisis-dose"], dose_microgram="<= 300")
    all_moves = tuple(wide if m.id == wide.id else m for m in moves().values())

    assert "octreotide: dose 0, route IV" in said(of_kind(kinds()["octreotide"], all_moves))


@pytest.mark.parametrize("file", FILES)
def test_no_number_is_typed_into_a_sentence(file: str) -> None:
    """Numbers come from facts and figures as {id}; only the years that name the editions are words."""
    data = tomllib.loads((files("netlearn.knowledge") / "crisis" / f"{file}.toml").read_text(encoding="utf-8"))
    entries = [e for v in data.values() if isinstance(v, list) for e in v if isinstance(e, dict)]
    texts = [
        e.get(key, "")
        for e in (data, *entries)
        for key in ("because", "label", "note", "reply", "opening", "title", "truth")
    ]

    for text in texts:
        assert not re.search(r"\d", re.sub(r"\{[^{}]*\}|\b20(12|26)\b|ENETS 2022", "", text)), text


def test_a_number_and_its_unit_are_joined_in_a_sentence() -> None:
    said = next(j for j in edition("review-2012").judgements if j.id == "octreotide-right")

    assert "300\u00a0microgram" in said.because


def test_every_2012_judgement_travels_with_e02() -> None:
    assert edition("review-2012").always == ("E02",)


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(InputError, match="edition: '2019'"):
        edition("2019")


def test_the_dose_of_a_crisis_is_that_of_the_fact() -> None:
    assert moves()["octreotide-crisis-dose"].literals == (Fraction(300),)
