"""The command line: a patient's board from a file, and bad files refused in one line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import netlearn as nl
from netlearn.cli import app
from netlearn.editions import edition_ids

run = CliRunner().invoke
PATIENT = 'grade = "NET G2"\nprimary_site = "midgut"\nfunctioning = true\nki67_percent = 12.5\n'


@pytest.fixture
def patient(tmp_path: Path) -> str:
    (tmp_path / "patient.toml").write_text(PATIENT, encoding="utf-8")
    return str(tmp_path / "patient.toml")


def test_the_board_as_json_is_the_board(patient: str) -> None:
    done = run(app, ["board", "--file", patient, "--edition", "2026", "--json"])

    case = {"grade": "NET G2", "primary_site": "midgut", "functioning": True, "ki67_percent": "12.5"}
    assert json.loads(done.output) == nl.pathway(case, "2026").to_json()


def test_both_editions_as_json_are_two_boards(patient: str) -> None:
    done = run(app, ["board", "--file", patient, "--edition", "both", "--json"])

    assert [board["edition"] for board in json.loads(done.output)] == list(edition_ids())


def test_the_table_names_groups_and_treatments_and_ends_with_the_disclaimer(patient: str) -> None:
    done = run(app, ["board", "--file", patient, "--edition", "both"], env={"COLUMNS": "300"})

    assert done.exit_code == 0, done.output
    assert "First line" in done.output
    assert "octreotide or lanreotide, for symptoms" in " ".join(done.output.split())
    assert done.output.strip().endswith("Education, not medical advice.")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("grade = ", "not valid TOML"),
        ("ki67 = 5", "ki67"),
        ("ki67_percent = 101", "Ki-67 index (ki67_percent): "),
        ('grade = "NET G9"', "NET G9"),
        ('drug = "aspirin"', "aspirin"),
        ("grade = 1979-05-27", "grade"),
        ("[patient]\ngrade = 3", "patient"),
    ],
)
def test_a_bad_file_is_refused_in_one_line(text: str, named: str, tmp_path: Path) -> None:
    file = tmp_path / "patient.toml"
    file.write_text(text, encoding="utf-8")
    done = run(app, ["board", "--file", str(file), "--edition", "2026"])

    assert done.exit_code == 2
    assert named in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_read_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    done = run(app, ["board", "--file", str(tmp_path / name)])

    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_edition_that_does_not_exist_is_refused_in_one_line(patient: str) -> None:
    done = run(app, ["board", "--file", patient, "--edition", "1999"])

    assert done.exit_code == 2
    assert "1999" in done.stderr
