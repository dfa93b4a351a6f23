"""Chemotherapy: first line in carcinoma, a rescue elsewhere, and no order shown in the pancreas of 2026."""

from typing import Any

import pytest

import netlearn as nl


def chemotherapy(edition: str = "review-2012", **case: Any) -> nl.Decision:
    return nl.decide("chemotherapy", edition=edition, **case)


def cautions(decision: nl.Decision) -> set[str]:
    return {caution.id for caution in decision.cautions}


@pytest.mark.parametrize("differentiation", ["well", "moderate"])
def test_2012_grade_3_that_is_not_poorly_differentiated_is_not_stated(differentiation: str) -> None:
    decision = chemotherapy(grade="G3", differentiation=differentiation)

    assert decision.status == "not-stated" and "E10" in cautions(decision)


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


def test_2026_moderate_is_no_carcinoma_and_says_that_the_word_has_no_place() -> None:
    decision = chemotherapy("2026", differentiation="moderate", primary_site="pancreas", ki67_percent=15)

    assert decision.verdict == "option" and "moderate" in cautions(decision)


def test_2026_the_pancreas_cites_captem_fas_and_seqtor() -> None:
    evidence = chemotherapy("2026", grade="NET G2", primary_site="pancreas").evidence

    assert {"e2211.pfs-captem", "seqtor.hazard-ratio", "fas.response"} <= set(evidence)
