"""Targeted drugs: each for the patients in whom a phase III trial tested it."""

from typing import Any

import pytest

import netlearn as nl

PANCREAS = {"primary_site": "pancreas", "differentiation": "well", "progressive": True}
GUT_2026 = {
    "primary_site": "midgut",
    "differentiation": "well",
    "progressive": True,
    "functioning": False,
    "prior_other_systemic": True,
}


def targeted(edition: str = "review-2012", **case: Any) -> nl.Decision:
    return nl.decide("targeted", edition=edition, **case)


def cautions(decision: nl.Decision) -> set[str]:
    return {caution.id for caution in decision.cautions}


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
@pytest.mark.parametrize(("drug", "status"), [("everolimus", "decided"), ("sunitinib", "not-stated")])
def test_moderate_differentiation_was_in_the_trial_of_everolimus_only(drug: str, status: str, edition: str) -> None:
    assert targeted(edition, drug=drug, **{**PANCREAS, "differentiation": "moderate"}).status == status


@pytest.mark.parametrize(
    ("drug", "erratum"),
    [
        ("bevacizumab", "E04"),
        ("bevacizumab", "E50"),
        ("temsirolimus", "E49"),
        ("sorafenib", "E50"),
        ("sunitinib", "E14"),
        ("everolimus", "E13"),
    ],
)
def test_2012_each_drug_carries_its_misprint(drug: str, erratum: str) -> None:
    assert erratum in {caution.id for caution in targeted(drug=drug, **PANCREAS).cautions}


def test_2012_an_unknown_course_of_the_disease_is_missing() -> None:
    assert targeted(drug="sunitinib", primary_site="pancreas", differentiation="well").missing == ("progressive",)


@pytest.mark.parametrize(
    ("drug", "verdict", "harmed"),
    [
        ("sorafenib", "not-established", False),
        ("temsirolimus", "not-established", False),
        ("pazopanib", "not-confirmed", True),
    ],
)
def test_2026_no_later_trial_established_the_rest_and_one_was_dropped_for_harm(
    drug: str, verdict: str, harmed: bool
) -> None:
    decision = targeted("2026", drug=drug)

    assert decision.verdict == verdict
    assert ({c.risk for c in decision.cautions if c.id == "pazopanib-harm"} == {"A"}) is harmed


@pytest.mark.parametrize(
    ("analogue", "other", "warned"), [(True, False, True), (False, False, False), (True, True, False)]
)
def test_2026_after_an_analogue_alone_the_american_label_is_named(analogue: bool, other: bool, warned: bool) -> None:
    case = {**GUT_2026, "prior_analogue": analogue, "prior_other_systemic": other}

    assert ("cabozantinib-analogue-only" in cautions(targeted("2026", drug="cabozantinib", **case))) is warned


@pytest.mark.parametrize(
    ("drug", "case", "caution"),
    [
        ("everolimus", PANCREAS, "net-g3"),
        ("everolimus", GUT_2026, "net-g3"),
        ("sunitinib", PANCREAS, "net-g3"),
        ("cabozantinib", GUT_2026, "cabozantinib-net-g3"),
    ],
)
@pytest.mark.parametrize(("grade", "warned"), [("NET G2", False), ("NET G3", True)])
def test_2026_net_g3_is_an_option_with_a_caution(
    drug: str, case: dict[str, Any], caution: str, grade: str, warned: bool
) -> None:
    decision = targeted("2026", drug=drug, grade=grade, **case)

    assert decision.verdict == "option"
    assert (caution in cautions(decision)) is warned


def test_2026_surufatinib_is_a_caution_only() -> None:
    decision = targeted("2026", drug="surufatinib", **GUT_2026)

    assert decision.status == "not-stated"
    assert "surufatinib-in-china" in {caution.id for caution in decision.cautions}


def test_the_editions_differ_by_the_trials_published_since() -> None:
    caused = {update for difference in nl.compare("targeted") for update in difference.updates}

    assert {"radiant-4", "radiant-2", "cabinet", "s0518", "axinet", "pazopanib"} <= caused
