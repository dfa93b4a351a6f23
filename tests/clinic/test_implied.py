"""What follows from what is said of a patient."""

from typing import Any

import pytest

import netlearn as nl
from netlearn.clinic.assemblies import tables
from netlearn.clinic.implied import implied
from netlearn.editions import edition_ids

BOTH = pytest.mark.parametrize("edition", edition_ids())
Case = dict[str, Any]


@pytest.mark.parametrize(
    ("said", "name", "follows"),
    [
        ({"resectable": False}, "resection_candidate", False),
        ({"resection_candidate": True}, "surgical_candidate", True),
        ({"progressive": True}, "months_stable", 0),
        ({"carcinoid_syndrome": True}, "syndrome", "carcinoid"),
        ({"symptomatic": False}, "symptoms_uncontrolled_by_medical_therapy", False),
        ({"grade": "NEC"}, "differentiation", "poor"),
        ({"resectable": True}, "resection_candidate", None),
        ({"carcinoid_syndrome": False}, "syndrome", None),
        ({"carcinoid_syndrome": True}, "functioning", True),
        ({"functioning": False}, "symptoms_refractory_to_analogue", False),
        ({"symptomatic": False}, "refractory_to_octreotide", False),
        ({"symptomatic": True}, "refractory_to_octreotide", None),
        ({"after_chemotherapy": True}, "prior_other_systemic", True),
        ({"after_chemotherapy": False}, "prior_other_systemic", None),
        ({"on_analogue": True}, "prior_analogue", True),
        ({"on_analogue": False}, "prior_analogue", None),
        ({"grade": "NET G3"}, "primary_is_net", True),
        ({"grade": "NEC"}, "primary_is_net", None),
        ({"primary_site": "midgut"}, "portal_drainage", True),
        ({"primary_site": "pancreas"}, "portal_drainage", True),
        ({"primary_site": "lung"}, "portal_drainage", False),
        ({"primary_site": "other-digestive"}, "portal_drainage", None),
    ],
)
def test_what_would_contradict_what_is_said_is_no_completion(said: Case, name: str, follows: Any) -> None:
    assert implied(said, tables("pathway", "2026")).get(name) == follows


def test_what_follows_is_said_on_the_board() -> None:
    board = nl.pathway({"resectable": False}, "2026")

    assert "Candidate for resection: no, as it follows from what is said." in board.follows
    assert "Candidate for resection: no" in repr(board)
