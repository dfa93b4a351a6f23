"""What chapter 4.5 calculates and decides in its text is what the figures and the tables answer."""

import pytest

from netlearn.clinic.cases import case
from netlearn.decision import decide
from netlearn.evidence import fact, figure


def targeted(edition="2026", **changes):
    """Tomas as chapter 4.5 has him, with cabozantinib, with changes."""
    given = {"drug": "cabozantinib", "primary_site": "pancreas", "grade": "NET G2", "differentiation": "well"}
    told = {"progressive": True, "functioning": False, "prior_analogue": True, "prior_other_systemic": True}
    return decide("targeted", edition, **{**given, **told, **changes})


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "option"),
        ({"prior_other_systemic": False}, None),
        ({"drug": "everolimus"}, "option"),
        ({"drug": "sunitinib"}, "option"),
        ({"drug": "everolimus", "primary_site": "midgut", "functioning": True}, "not-confirmed"),
        ({"drug": "everolimus", "primary_site": "midgut"}, "option"),
        ({"drug": "sunitinib", "primary_site": "midgut"}, None),
        ({"drug": "everolimus", "progressive": False}, None),
        ({"drug": "pazopanib"}, "not-confirmed"),
    ],
)
def test_the_explorer_answers_what_the_text_says(changes, verdict):
    """Each patient to whom a link of the text sets the explorer, and those of whom it says that no rule speaks."""
    assert targeted(**changes).verdict == verdict


def test_after_an_analogue_alone_the_answer_names_the_american_label():
    assert "cabozantinib-analogue-only" in {each.id for each in targeted(prior_other_systemic=False).cautions}


def test_pazopanib_carries_its_harm():
    assert [each.risk for each in targeted(drug="pazopanib").cautions if each.id == "pazopanib-harm"] == ["A"]


@pytest.mark.parametrize("drug", ["everolimus", "sunitinib"])
def test_two_drugs_are_options_for_him_in_both_editions(drug):
    asked = next(each for each in case("tomas@4.5").asked if each.when == drug)

    assert {decide("targeted", edition, **given).verdict for edition, given in asked.given.items()} == {"option"}


def test_the_medians_of_radiant_3_lie_as_far_apart_as_the_text_says():
    placebo = fact("4.5-28").value

    assert placebo is not None
    assert float(figure("E13.pfs-everolimus").value.low - placebo.low) == 6.4


def test_radiant_2_missed_its_boundary():
    assert figure("radiant-2.p-value").value.low > figure("radiant-2.p-boundary").value.low
