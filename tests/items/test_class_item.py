"""A patient in hand becomes an item for a class: a file that the bank reads, whose key is what the board answers."""

from pathlib import Path

import pytest

import netlearn as nl
from netlearn.clinic.cases import cases
from netlearn.clinic.plan import plan
from netlearn.editions import edition_ids
from netlearn.errors import KnowledgeError
from netlearn.items import generate
from netlearn.items.bank import load_item, load_objectives
from netlearn.items.class_item import OBJECTIVE, class_item, file_name
from netlearn.items.item import Item
from tests.conftest import ROOT

ID = "0a2b3c4d-5e6f-4a8b-9c0d-1e2f3a4b5c6d"
CHAPTER = ROOT / "exercises" / "05-whole-patient"
PATIENT = {"grade": "NET G2", "functioning": False, "primary_site": "pancreas", "largest_diameter_cm": 3.1}


def read(folder: Path, text: str) -> Item:
    """The item as the bank reads it from chapter 5."""
    path = folder / "exercises" / CHAPTER.name / "items" / file_name(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load_item(path, folder / "exercises", list(load_objectives(CHAPTER)))


def test_its_objective_is_one_of_the_chapter_that_it_names() -> None:
    assert OBJECTIVE in load_objectives(CHAPTER)


@pytest.mark.parametrize("edition", edition_ids())
@pytest.mark.parametrize("slug", ["vera@5", "tomas@5", "terminal-ileum-type-2", "brain-before-symptoms"])
def test_its_key_is_what_the_board_answers(tmp_path: Path, slug: str, edition: str) -> None:
    known = cases()[slug].known
    made = generate(read(tmp_path, class_item(known, edition)), "one")
    groups = {row.treatment: row.group for row in nl.pathway(known, edition).rows}

    assert made["rows"]
    for row in made["rows"]:
        assert row["group"] == groups[row["text"]]


def test_what_is_told_of_the_patient_stands_above_the_question(tmp_path: Path) -> None:
    made = generate(read(tmp_path, class_item(PATIENT, "2026")), "one")

    assert [*made.given] == [
        "Grade: NET G2",
        "Functioning tumour (hormone symptoms): no",
        "Primary: pancreas",
        "Largest diameter: 3.1\N{NO-BREAK SPACE}cm",
    ]


def test_it_asks_the_tables_of_which_the_patient_has_an_answer(tmp_path: Path) -> None:
    asked = set(read(tmp_path, class_item(PATIENT, "2026")).body["tables"])
    rows = nl.pathway(PATIENT, "2026").rows

    assert asked == {row.table for row in rows if row.group not in ("needs-an-answer", "not-stated")}
    assert asked < set(plan().tables["pathway"])


@pytest.mark.parametrize("case", [{}, {"grade": None}])
def test_of_nobody_no_question_is_made(case: dict[str, None]) -> None:
    with pytest.raises(nl.InputError, match="Tell something of the patient first"):
        class_item(case, "2026")


def test_of_a_patient_who_contradicts_themself_no_question_is_made() -> None:
    with pytest.raises(nl.InputError, match="contradicts themself"):
        class_item({"progressive": True, "months_stable": 6}, "2026")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"pancreas"', '"heart"', r"Primary \(primary_site\): 'heart' is not accepted"),
        ("functioning", "functions", "functions"),
        ("functioning = false", "progressive = true\nmonths_stable = 6", "what does not contradict itself"),
        ("[known]", 'patient = "vera@5"\n[known]', r"patient is 'vera@5'; accepted: either a patient"),
    ],
)
def test_a_patient_who_cannot_be_is_refused_when_the_bank_is_read(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = class_item(PATIENT, "2026")
    assert old in text

    with pytest.raises(KnowledgeError, match=message):
        read(tmp_path, text.replace(old, new))


def test_each_has_a_uuid_of_its_own() -> None:
    assert len({file_name(class_item(PATIENT, "2026")) for _ in range(3)}) == 3
    assert file_name(class_item(PATIENT, "2026", id=ID)) == "class-board-0a2b3c4d.toml"
