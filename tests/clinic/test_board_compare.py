"""Two boards beside each other: which rows differ, and that a caution which changed alone is marked too."""

from typing import Any

import pytest

from netlearn.clinic.board_compare import ABSENT, CAUTION, GROUP, SAME, ComparedRow
from netlearn.clinic.board_said import said, two_boards
from netlearn.editions import edition_ids

OLD, NEW = edition_ids()[0], edition_ids()[-1]
ABLATION = {
    "resectable": False,
    "largest_diameter_cm": 2,
    "lesion_count": 2,
    "lobes_involved": "right",
    "adjacent_to": "none",
    "biliary_enteric_anastomosis": False,
    "carcinoid_heart_disease": False,
    "functioning": False,
    "modality": "rfa",
}
EMBOLISATION = {
    "resectable": False,
    "diffuse": True,
    "progressive": True,
    "liver_predominant": True,
    "liver_involvement_percent": 80,
    "symptoms_uncontrolled_by_medical_therapy": True,
    **dict.fromkeys(
        (
            "liver_function_impaired",
            "bleeding_disorder",
            "renal_failure",
            "hepatic_vein_occlusion",
            "portal_vein_occlusion",
            "biliary_enteric_anastomosis",
            "additional_risk_factors",
            "carcinoid_heart_disease",
            "urgent_procedure",
        ),
        False,
    ),
}


def row(case: dict[str, Any], table: str, edition: str = NEW) -> tuple[ComparedRow, dict[str, Any]]:
    """The one row of a table on the board of an edition, and what is said of it."""
    both = two_boards(case, edition)
    (found,) = [one for one in both.rows if one.row.table == table]
    return found, said(found, both)


def test_what_neither_edition_warns_of_otherwise_is_the_same() -> None:
    one, told = row(ABLATION, "rfa")

    assert (one.change, one.fewer, one.further, told["how"]) == (SAME, (), (), "")


def test_a_gravest_caution_that_is_new_is_marked() -> None:
    one, told = row({"somatostatin_receptor_positive": True, "surgical_candidate": True}, "prrt")

    assert one.change == CAUTION
    assert told["how"] == "2012: no caution."


def test_a_caution_behind_the_gravest_is_marked_and_named() -> None:
    one, told = row({**ABLATION, "modality": "microwave", "adjacent_to": "large-vessel"}, "rfa")

    assert one.row.caution is not None and one.row.caution.id == "heat"
    assert one.change == CAUTION
    assert told["how"] == "2012: without the caution Microwave evidence is mostly series."


def test_it_is_marked_from_the_older_edition_too() -> None:
    one, told = row({**ABLATION, "modality": "microwave", "adjacent_to": "large-vessel"}, "rfa", OLD)

    assert one.change == CAUTION
    assert told["how"] == "2026: also the caution Microwave evidence is mostly series."


def test_a_caution_of_one_name_that_is_worded_anew_is_marked() -> None:
    one, told = row(EMBOLISATION, "embolisation")
    (other,) = one.others

    assert one.row.caution is not None and other.caution is not None
    assert one.row.caution.id == other.caution.id == "extensive"
    assert one.change == CAUTION
    assert told["how"] == "2012: Could harm: Over 75\N{NO-BREAK SPACE}% is a reason to refer."


def test_a_caution_of_one_name_that_became_graver_is_marked() -> None:
    case = {"resectable": False, "liver_predominant": True, "planned_field": "whole-liver"}
    one, _ = row(case, "sirt")

    assert "Whole-liver treatment damages the liver late" in one.fewer
    assert "The review leaves out late liver damage" in one.further


@pytest.mark.parametrize(("table", "change"), [("telotristat", ABSENT), ("prrt", GROUP)])
def test_what_differs_more_is_marked_as_that(table: str, change: str) -> None:
    case = {"somatostatin_receptor_positive": True, "symptomatic": True, "surgical_candidate": False, "pregnant": True}

    assert row(case, table)[0].change == change
