"""Chemotherapy: first line in carcinoma, a rescue elsewhere, and no order shown in the pancreas of 2026."""

from typing import Any

import pytest

import netlearn as nl

EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])


def chemotherapy(edition: str = "review-2012", **case: Any) -> nl.Decision:
    return nl.decide("chemotherapy", edition=edition, **case)


def cautions(decision: nl.Decision) -> set[str]:
    return {caution.id for caution in decision.cautions}


def test_2012_it_is_first_line_in_high_grade_undifferentiated_tumours() -> None:
    assert chemotherapy(grade="G3", differentiation="poor").verdict == "first-line"


@pytest.mark.parametrize("differentiation", ["well", "moderate"])
def test_2012_grade_3_that_is_not_poorly_differentiated_is_not_stated(differentiation: str) -> None:
    decision = chemotherapy(grade="G3", differentiation=differentiation)

    assert decision.status == "not-stated" and "E10" in cautions(decision)


@pytest.mark.parametrize("site", ["midgut", "pancreas", "other-digestive", "lung", "other"])
@pytest.mark.parametrize("differentiation", ["well", "moderate", "poor", None])
def test_2012_it_is_otherwise_a_rescue(site: str, differentiation: str | None) -> None:
    decision = chemotherapy(grade="not-G3", differentiation=differentiation, primary_site=site)

    assert decision.verdict == "rescue"


@pytest.mark.parametrize(("ki67", "verdict"), [(20, "rescue"), (20.1, "first-line")])
def test_2012_the_line_turns_just_above_a_ki67_index_of_20(ki67: float, verdict: str) -> None:
    case = {"ki67_percent": ki67, "mitoses_per_10hpf": 5, "differentiation": "poor"}

    assert chemotherapy(**case).verdict == verdict


def test_2012_grade_3_of_unknown_differentiation_is_undetermined() -> None:
    decision = chemotherapy(grade="G3")

    assert (decision.status, decision.missing) == ("undetermined", ("differentiation",))


def test_2012_a_rescue_before_anything_else_says_so() -> None:
    assert chemotherapy(grade="not-G3", prior_systemic=False).findings != ()
    assert chemotherapy(grade="not-G3", prior_systemic=True).findings == ()


@pytest.mark.parametrize("erratum", ["E03", "E10", "E20", "E61"])
def test_2012_the_misread_response_rates_travel_with_first_line(erratum: str) -> None:
    assert erratum in cautions(chemotherapy(grade="G3", differentiation="poor"))


def test_2012_the_pancreas_brings_the_caution_that_no_line_is_given() -> None:
    assert "pancreas" in cautions(chemotherapy(grade="not-G3", primary_site="pancreas"))
    assert "pancreas" not in cautions(chemotherapy(grade="not-G3", primary_site="midgut"))


def test_2026_it_is_first_line_in_carcinoma_wherever_it_began() -> None:
    assert chemotherapy("2026", grade="NEC").verdict == "first-line"


def test_2026_poor_differentiation_alone_means_carcinoma() -> None:
    assert chemotherapy("2026", differentiation="poor").verdict == "first-line"


@pytest.mark.parametrize("site", ["pancreas", "midgut"])
@pytest.mark.parametrize(("ki67", "verdict"), [(20.1, "option"), (55, "option"), (55.1, None)])
def test_2026_net_g3_is_an_option_up_to_the_index_at_which_sources_end(
    ki67: float, verdict: str | None, site: str
) -> None:
    decision = chemotherapy("2026", grade="NET G3", ki67_percent=ki67, primary_site=site)

    assert decision.verdict == verdict
    assert ("net-g3-no-order" in cautions(decision)) is (verdict is not None)


def test_2026_net_g3_gets_no_platinum_by_reflex() -> None:
    assert "rather than platinum" in chemotherapy("2026", grade="NET G3", ki67_percent=30).findings[0]


def test_2026_net_g3_of_unknown_index_is_asked_for_it() -> None:
    decision = chemotherapy("2026", grade="NET G3")

    assert (decision.status, decision.missing) == ("undetermined", ("ki67_percent",))


def test_2026_net_g3_by_its_mitoses_counts_up_to_that_index_too() -> None:
    assert chemotherapy("2026", ki67_percent=12, mitoses_per_2mm2=24, differentiation="well").verdict == "option"


@pytest.mark.parametrize(("grade", "ki67"), [("NET G1", 3), ("NET G2", 20.1)])
def test_2026_a_grade_against_its_index_is_refused_by_name(grade: str, ki67: float) -> None:
    with pytest.raises(nl.InputError, match="grade, ki67_percent"):
        chemotherapy("2026", grade=grade, ki67_percent=ki67)


@pytest.mark.parametrize("grade", ["NET G1", "NET G2"])
@pytest.mark.parametrize(
    ("site", "verdict"),
    [
        ("pancreas", "option"),
        ("midgut", "rescue"),
        ("other-digestive", "rescue"),
        ("lung", "rescue"),
        ("other", "rescue"),
    ],
)
def test_2026_low_grade_is_an_option_in_the_pancreas_and_a_rescue_elsewhere(
    site: str, verdict: str, grade: str
) -> None:
    assert chemotherapy("2026", grade=grade, primary_site=site).verdict == verdict


@pytest.mark.parametrize(
    ("grade", "differentiation"), [("NET G1", "poor"), ("NET G3", "poor"), ("NEC", "well"), ("NEC", "moderate")]
)
def test_2026_a_grade_against_the_differentiation_is_refused_by_name(grade: str, differentiation: str) -> None:
    with pytest.raises(nl.InputError, match="grade, differentiation"):
        chemotherapy("2026", grade=grade, differentiation=differentiation)


def test_2026_moderate_is_no_carcinoma_and_says_that_the_word_has_no_place() -> None:
    decision = chemotherapy("2026", differentiation="moderate", primary_site="pancreas", ki67_percent=15)

    assert decision.verdict == "option" and "moderate" in cautions(decision)


def test_2026_the_pancreas_cites_captem_fas_and_seqtor() -> None:
    evidence = chemotherapy("2026", grade="NET G2", primary_site="pancreas").evidence

    assert {"e2211.pfs-captem", "seqtor.hazard-ratio", "fas.response"} <= set(evidence)


@EDITIONS
def test_nothing_known_is_undetermined(edition: str) -> None:
    assert chemotherapy(edition).status == "undetermined"


@EDITIONS
@pytest.mark.parametrize("bad", [{"primary_site": "colon"}, {"differentiation": "undifferentiated"}, {"line": 1}])
def test_an_unknown_word_or_input_is_refused_by_name(bad: dict[str, Any], edition: str) -> None:
    with pytest.raises(nl.InputError, match=next(iter(bad))):
        chemotherapy(edition, **bad)
