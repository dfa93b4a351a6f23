"""What chapter 3.1 calculates and decides in its text is what geometry, the tables and the figures answer."""

from fractions import Fraction
from math import pi

import pytest

from netlearn.clinic.cases import case
from netlearn.decision import decide
from netlearn.evidence import figure

SIZES_CM = ("5", "2.5", "2", "1", "1")  # Vera's five lesions, the largest first


def debulking(edition="2026", **changes):
    """Vera as chapter 3.1 has her, with changes."""
    asked = next(each for each in case("vera@3.1").asked if each.table == "cytoreduction")
    return decide("cytoreduction", edition, **{**asked.given[edition], **changes})


def test_the_largest_lesion_holds_five_sixths_of_the_tumour():
    """Volume goes with the third power: 83 % in one lesion, 17 % in the four others."""
    cubes = [Fraction(size) ** 3 for size in SIZES_CM]

    assert round(100 * cubes[0] / sum(cubes)) == 83
    assert round(100 * sum(cubes[1:]) / sum(cubes)) == 17


def test_her_five_lesions_are_a_twentieth_of_a_liver_of_a_litre_and_a_half():
    """A ball holds pi/6 of the cube of its width: 79 ml together, the 5 % that her record has before the operation."""
    millilitres = pi / 6 * sum(float(size) ** 3 for size in SIZES_CM)

    assert round(100 * millilitres / 1500) == case("vera@3").known["liver_involvement_percent"]


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_resection_itself_is_silent_about_her(edition):
    """A type II of which not all can be excised has no rule in either edition."""
    asked = next(each for each in case("vera@3.1").asked if each.table == "resection")

    assert decide("resection", edition, **asked.given[edition]).status == "not-stated"


@pytest.mark.parametrize(
    ("edition", "share", "verdict"),
    [
        ("review-2012", 85, "criteria-not-met"),
        ("review-2012", 90, "criteria-not-met"),
        ("review-2012", "90.1", "option"),
        ("2026", 85, "option"),
        ("2026", 70, "option"),
        ("2026", "69.9", None),
    ],
)
def test_debulking_is_what_the_text_says(edition, share, verdict):
    """More than 90 % then, from 70 % on today, and below it silence."""
    assert debulking(edition, removable_percent=share).verdict == verdict


def test_symptoms_below_the_limit_add_a_caution_and_no_verdict():
    """The reader is sent to 69 % with symptoms."""
    answer = debulking(removable_percent=69, symptomatic=True)

    assert answer.verdict is None
    assert "symptoms" in {caution.id for caution in answer.cautions}


def test_a_carcinoma_is_not_debulked():
    """The reader is sent there too: the share does not help."""
    asked = {"removable_percent": 85, "symptomatic": False, "liver_type": "II", "carcinoid_syndrome": True}

    answer = decide("cytoreduction", "2026", grade="NEC", carcinoid_heart_disease=False, **asked)

    assert answer.verdict == "not-recommended"


def test_before_her_operation_2012_gives_a_dose_and_2026_the_local_protocol():
    """No edition of today answers with a dose, and both its cautions forbid what would harm."""
    asked = next(each for each in case("vera@3.1").asked if each.table == "perioperative-octreotide")
    then, now = (decide(asked.table, edition, **asked.given[edition]) for edition in ("review-2012", "2026"))

    assert (then.verdict, now.verdict) == ("give-300-microgram-sc", "by-local-protocol")
    assert {"vasopressors", "own-analogue"} <= {caution.id for caution in now.cautions}


@pytest.mark.parametrize("context", ["preoperative", "crisis"])
def test_milligram_for_microgram_is_refused(context):
    """The same number in milligram is a thousand times the dose."""
    route = {"preoperative": "SC", "crisis": "IV"}[context]
    order = {"drug": "octreotide", "formulation": "short-acting", "route": route, "frequency": "single"}
    verdicts = [
        decide("dose-check", dose=dose, context=context, **order).verdict for dose in ("300 microgram", "300 mg")
    ]

    assert verdicts == ["accept", "reject"]


def test_figures_that_are_repeated_without_a_link_are_the_figures():
    """The interval, the limits and the range that the text prints in brackets."""
    odds = figure("xu-2022.octreotide-odds-ratio").interval
    recurrence = figure("E35.lee-recurrence").value.bounds()

    assert odds == (Fraction("0.32"), Fraction("1.66"))
    assert recurrence == (59, 76)
    assert [figure(f"g3-resection.{name}").value.low for name in ("net-g3", "carcinomas")] == [7, 8]
    assert figure("debulking-series.scott-removed-above").value.low == 70
