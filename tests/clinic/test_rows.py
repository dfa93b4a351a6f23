"""Rules as rows that a clinician can read: a patient for each table, what is changed, and what the table then answers.

A file of ``rows/`` is one table. A sentence says why; its rows hold the inputs that are changed, ``each`` of several in
turn, those that are ``unknown``, or ``alone`` where nothing else of the patient is known; and what this ``gives``, a
verdict or a status, or the name of the input that is refused.
"""

import tomllib
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import netlearn as nl
from netlearn.decision import names
from netlearn.editions import edition_ids

FOLDER = Path(__file__).parent / "rows"
EVERY = "every edition"
SAID = ("alone", "unknown", "gives", "refuses")


def cases(patient: Mapping[str, Any], row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The inputs of each case of a row."""
    changed = {name: value for name, value in row.items() if name not in SAID}
    turns = [value["each"] if isinstance(value, dict) and "each" in value else [value] for value in changed.values()]
    known = {} if row.get("alone") else {name: patient[name] for name in patient if name not in row.get("unknown", ())}
    for values in product(*turns):
        yield {**known, **dict(zip(changed, values, strict=True))}


def asserted(raw: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any], Mapping[str, Any]]]:
    """Edition, sentence, inputs and row of each case of a file."""
    for section in (name for name in raw if not name.startswith("patient")):
        for edition in edition_ids() if section == EVERY else (section,):
            patient = {**raw["patient"], **raw.get(f"patient-{edition}", {})}
            for sentence, rows in raw[section].items():
                yield from ((edition, sentence, given, row) for row in rows for given in cases(patient, row))


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


FILES = sorted(FOLDER.glob("*.toml"))
ROWS = [
    pytest.param(path.stem, edition, given, row, id=f"{path.stem}-{edition}-{sentence}")
    for path in FILES
    for edition, sentence, given, row in asserted(read(path))
]


@pytest.mark.parametrize(("table", "edition", "given", "row"), ROWS)
def test_a_row_gives_what_it_says(table: str, edition: str, given: dict[str, Any], row: Mapping[str, Any]) -> None:
    if "refuses" in row:
        with pytest.raises(nl.InputError) as refused:
            nl.decide(table, edition, **given)
        assert refused.value.field == row["refuses"]
    else:
        found = nl.decide(table, edition, **given)
        told = f"{found.status} {found.verdict}; tests/clinic/rows/{table}.toml says {row['gives']}, of {given}"
        assert row["gives"] in (found.verdict, found.status), told


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_a_table_and_its_sections_are_editions(path: Path) -> None:
    sections = {name.removeprefix("patient-") for name in read(path)} - {"patient", EVERY}

    assert all(path.stem in names(section) for section in sections)


def test_a_row_is_every_combination_of_what_it_lists() -> None:
    row = {"a": {"each": [1, 2]}, "b": {"each": [3, 4]}, "unknown": ["c"], "gives": "x"}

    assert list(cases({"a": 0, "c": 5, "d": 6}, row)) == [
        {"a": a, "d": 6, "b": b} for a, b in [(1, 3), (1, 4), (2, 3), (2, 4)]
    ]


def test_a_row_alone_knows_nothing_else() -> None:
    assert list(cases({"a": 0, "c": 5}, {"alone": True, "b": 1, "gives": "x"})) == [{"b": 1}]
