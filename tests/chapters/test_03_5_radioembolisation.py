"""What chapter 3.5 says of spheres and of the external beam is what the tables answer."""

import json
import re

import pytest

from netlearn.clinic.cases import case
from netlearn.decision import decide
from tests.conftest import ROOT

MAPPED = {"lung_shunt_percent": 5, "gut_shunt_uncorrectable": False}


def spheres(edition="2026", **changes):
    """Tomas as chapter 3.5 has him, with changes."""
    asked = next(each for each in case("tomas@3.5").asked if each.table == "sirt")
    return decide("sirt", edition, **{**asked.given[edition], **changes})


def test_until_the_mapping_is_done_no_answer_can_be_given():
    answer = spheres()

    assert answer.status == "undetermined"
    assert set(answer.missing) == {"lung_shunt_percent", "gut_shunt_uncorrectable"}


@pytest.mark.parametrize(("shunt", "verdict"), [(20, "option-under-investigation"), (21, "contraindicated")])
def test_the_shunt_to_the_lungs_bars_above_its_limit(shunt, verdict):
    assert spheres(**{**MAPPED, "lung_shunt_percent": shunt}).verdict == verdict


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({"ascites_or_liver_failure": True}, "contraindicated"),
        ({"gut_shunt_uncorrectable": True}, "contraindicated"),
        ({"bilirubin_mg_per_dl": 2}, "option-under-investigation"),
        ({"bilirubin_mg_per_dl": "2.1"}, "doubtful"),
        ({"portal_vein_occlusion": True}, "doubtful"),
        ({"renal_failure": True}, "doubtful"),
        ({"biliary_enteric_anastomosis": True}, "doubtful"),
        ({"prior_liver_irradiation": True}, "doubtful"),
        ({"liver_predominant": False}, "doubtful"),
    ],
)
def test_what_bars_and_what_leaves_it_doubtful(change, verdict):
    assert spheres(**{**MAPPED, **change}).verdict == verdict


@pytest.mark.parametrize(
    ("change", "caution"),
    [({"concurrent_capecitabine": True}, "capecitabine"), ({"planned_field": "whole-liver"}, "whole-liver")],
)
def test_capecitabine_and_the_whole_liver_are_grave_cautions(change, caution):
    """The verdict stands, and what could harm stands beside it."""
    answer = spheres(**{**MAPPED, **change})

    assert answer.verdict == "option-under-investigation"
    assert {each.id: each.risk for each in answer.cautions}[caution] == "A"


ROWS = {
    "brain, no symptoms": ({"target": "brain", "symptomatic": False}, "not indicated", "local treatment"),
    "brain or bone, symptoms": ({"target": "bone", "symptomatic": True}, "indicated", "indicated"),
    "bone, or spine with no sign from the cord, quiet": ({"target": "bone", "symptomatic": False}, "not indicated", "not indicated"),
    "liver": ({"target": "liver", "symptomatic": True}, "not indicated", "not indicated"),
}


def printed():
    """The rows of the chapter's table of the beam."""
    cells = json.loads((ROOT / "chapters/03.5-radioembolisation.ipynb").read_text(encoding="utf-8"))["cells"]
    text = "".join(next(cell for cell in cells if cell["id"] == "beam")["source"])
    rows = [
        [part.strip() for part in line.strip("| ").split("|")] for line in text.splitlines() if line.startswith("| ")
    ]
    return {where: [re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", each) for each in said] for where, *said in rows}


@pytest.mark.parametrize("where", ROWS)
def test_the_table_of_the_beam_is_what_the_rules_answer(where):
    given, then, now = ROWS[where]
    answers = [
        decide("external-radiotherapy", "review-2012", **given).verdict,
        decide("external-radiotherapy", "2026", cord_compression_signs=False, **given).verdict,
    ]

    assert [each.replace("-", " ") for each in answers] == [then, now]
    assert [said.split(",")[0] for said in printed()[where]] == [then, now]


def test_a_pressed_cord_is_indicated_without_pain_and_said_to_be_an_emergency():
    answer = decide("external-radiotherapy", "2026", target="spine", symptomatic=False, cord_compression_signs=True)

    assert answer.verdict == "indicated"
    assert "cord-emergency" in {each.id for each in answer.cautions}
    assert printed()["spine, legs weak or numb"] == ["not asked", "indicated, an emergency"]
