"""What chapter 4.3 says a rule answers is what the table answers, and what it repeats is the figure."""

import pytest

from netlearn.clinic.cases import case
from netlearn.decision import decide
from netlearn.evidence import fact, figure


def prrt(edition="2026", **changes):
    """Vera as chapter 4.3 has her, with changes."""
    (asked,) = case("vera@4.3").asked
    return decide("prrt", edition, **{**asked.given[edition], **changes})


def of_grade(grade, **changes):
    """The same, of another grade, which then is given and not derived."""
    (asked,) = case("vera@4.3").asked
    given = dict(asked.given["2026"])
    for name in ("mitoses_per_2mm2", "differentiation", "morphology"):
        del given[name]
    return decide("prrt", "2026", **{**given, "grade": grade, **changes})


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_it_is_an_option_for_her_by_both(edition):
    """For different reasons: symptoms then, growth and symptoms today."""
    assert prrt(edition).verdict == "option"


def test_two_of_the_three_reasons_are_hers():
    """Growth, and symptoms that an analogue leaves."""
    assert prrt().findings == ("hormone symptoms that an analogue leaves", "progressive, G1 or G2")


def test_growth_alone_would_do():
    """So the text says, and without the symptoms the answer stays."""
    assert prrt(symptoms_refractory_to_analogue=False).verdict == "option"


def test_symptoms_alone_are_off_label():
    """The reader is sent to no growth: the option stays, with its caution."""
    answer = prrt(progressive=False)

    assert answer.verdict == "option"
    assert "off-label" in {caution.id for caution in answer.cautions}


def test_with_neither_no_rule_speaks():
    """A bright scan alone is no reason."""
    assert prrt(progressive=False, symptoms_refractory_to_analogue=False).status == "not-stated"


@pytest.mark.parametrize(
    ("score", "verdict", "warned"), [(1, "not-indicated", False), (2, "option", True), (3, "option", False)]
)
def test_at_score_two_the_thresholds_part(score, verdict, warned):
    """Below both it is not indicated, between them a caution names both, above them nothing is said."""
    answer = prrt(krenning_score=score)

    assert answer.verdict == verdict
    assert ("score-two" in {caution.id for caution in answer.cautions}) is warned


def test_lesions_without_receptors_are_out_of_reach():
    """The reader is sent to one lesion that only FDG shows."""
    assert prrt(fdg_avid_receptor_negative=True).verdict == "not-indicated"


@pytest.mark.parametrize(("ki67", "verdict"), [(55, "option"), ("55.1", None)])
def test_net_g3_after_chemotherapy_is_an_option_up_to_the_limit(ki67, verdict):
    """Of growth, outside the European label; above the limit no source."""
    answer = of_grade("NET G3", ki67_percent=ki67, after_chemotherapy=True, symptoms_refractory_to_analogue=False)

    assert answer.verdict == verdict
    assert "beyond-label" in {caution.id for caution in answer.cautions}


def test_no_source_tests_carcinoma():
    """The rules are silent of NEC."""
    assert of_grade("NEC", ki67_percent=60).status == "not-stated"


def test_the_heart_is_a_caution_and_no_bar():
    """Carcinoid heart disease travels along and changes no verdict."""
    sick, sound = prrt(carcinoid_heart_disease=True), prrt(carcinoid_heart_disease=False)

    assert sick.verdict == sound.verdict == "option"
    assert "carcinoid-heart-first" in {caution.id for caution in sick.cautions}
    assert "carcinoid-heart-first" not in {caution.id for caution in sound.cautions}


@pytest.mark.parametrize("name", ["pregnant", "serious_renal_impairment"])
def test_what_the_label_forbids_is_contraindicated(name):
    """And nothing else of the body is."""
    assert prrt(**{name: True}).verdict == "contraindicated"
    assert prrt(marrow_reserve_poor=True).verdict == "option"


def test_her_clearance_is_above_every_limit_that_circulates():
    """Below none of them, so no caution of the kidneys but the general one."""
    limits = [figure(f"prrt-kidneys.{name}") for name in ("clearance-below", "amino-acids-below", "advised-against")]

    assert max(end for limit in limits for end in limit.value.bounds()) < 68
    assert "clearance" not in {caution.id for caution in prrt().cautions}


def test_response_and_what_was_printed_as_stabilisation_are_more_than_everybody():
    """Which is why the larger must hold the smaller (E23)."""
    response, held = fact("4.3-10").value, fact("4.3-11").value

    assert response.low + held.low > 100
    assert response.high < held.low


def test_a_fifth_of_the_risk_is_the_hazard_ratio():
    """0.21 is said as about a fifth."""
    assert round(float(figure("netter-1.hazard-ratio").value.low), 1) == 0.2
