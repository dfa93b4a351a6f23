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
@pytest.mark.parametrize("drug", ["sunitinib", "everolimus"])
def test_both_drugs_are_an_option_in_progressive_well_differentiated_pancreatic_tumours(
    drug: str, edition: str
) -> None:
    assert targeted(edition, drug=drug, **PANCREAS).verdict == "option"


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
@pytest.mark.parametrize(("drug", "status"), [("everolimus", "decided"), ("sunitinib", "not-stated")])
def test_moderate_differentiation_was_in_the_trial_of_everolimus_only(drug: str, status: str, edition: str) -> None:
    assert targeted(edition, drug=drug, **{**PANCREAS, "differentiation": "moderate"}).status == status


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
@pytest.mark.parametrize("drug", ["sunitinib", "everolimus"])
@pytest.mark.parametrize("outside", [{"progressive": False}, {"differentiation": "poor"}])
def test_disease_that_stands_still_or_is_high_grade_is_not_stated(
    outside: dict[str, Any], drug: str, edition: str
) -> None:
    assert targeted(edition, drug=drug, **{**PANCREAS, **outside}).status == "not-stated"


@pytest.mark.parametrize("drug", ["sunitinib", "everolimus"])
@pytest.mark.parametrize("site", ["midgut", "other-digestive", "lung", "other"])
def test_2012_outside_the_pancreas_is_not_stated(site: str, drug: str) -> None:
    assert targeted(drug=drug, **{**PANCREAS, "primary_site": site}).status == "not-stated"


@pytest.mark.parametrize("drug", ["bevacizumab", "sorafenib", "pazopanib", "temsirolimus"])
def test_2012_the_other_four_are_under_study_whatever_the_tumour(drug: str) -> None:
    assert targeted(drug=drug).verdict == "under-study"


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
    ("site", "status"),
    [("midgut", "decided"), ("other-digestive", "decided"), ("lung", "decided"), ("other", "not-stated")],
)
def test_2026_radiant_4_opened_everolimus_to_the_gut_and_the_lung(site: str, status: str) -> None:
    assert targeted("2026", drug="everolimus", **{**GUT_2026, "primary_site": site}).status == status


def test_2026_everolimus_in_carcinoid_syndrome_was_not_confirmed() -> None:
    assert targeted("2026", drug="everolimus", **{**GUT_2026, "functioning": True}).verdict == "not-confirmed"


def test_2026_function_does_not_matter_in_the_pancreas() -> None:
    assert targeted("2026", drug="everolimus", functioning=True, **PANCREAS).verdict == "option"


@pytest.mark.parametrize("site", ["pancreas", "midgut", "other-digestive", "lung", "other"])
def test_2026_cabozantinib_is_an_option_after_earlier_treatment_wherever_it_began(site: str) -> None:
    assert targeted("2026", drug="cabozantinib", **{**GUT_2026, "primary_site": site}).verdict == "option"


@pytest.mark.parametrize(
    "outside", [{"prior_other_systemic": False}, {"progressive": False}, {"differentiation": "poor"}]
)
def test_2026_cabozantinib_is_not_stated_outside_cabinet(outside: dict[str, Any]) -> None:
    assert targeted("2026", drug="cabozantinib", **{**GUT_2026, **outside}).status == "not-stated"


@pytest.mark.parametrize("drug", ["bevacizumab", "axitinib"])
def test_2026_a_phase_iii_trial_that_missed_is_named(drug: str) -> None:
    assert targeted("2026", drug=drug).verdict == "not-confirmed"


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


@pytest.mark.parametrize("analogue", [True, False, None])
@pytest.mark.parametrize(("other", "status"), [(True, "decided"), (False, "not-stated"), (None, "undetermined")])
def test_2026_an_analogue_is_no_earlier_treatment_for_cabozantinib(
    other: bool | None, status: str, analogue: bool | None
) -> None:
    case = {**GUT_2026, "prior_analogue": analogue, "prior_other_systemic": other}

    assert targeted("2026", drug="cabozantinib", **case).status == status


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


@pytest.mark.parametrize(("grade", "differentiation"), [("NET G3", "poor"), ("NEC", "well"), ("NEC", "moderate")])
def test_2026_a_grade_against_the_differentiation_is_refused_by_name(grade: str, differentiation: str) -> None:
    with pytest.raises(nl.InputError, match="grade, differentiation"):
        targeted("2026", drug="sunitinib", grade=grade, differentiation=differentiation)


@pytest.mark.parametrize("drug", ["sunitinib", "everolimus", "cabozantinib"])
def test_2026_a_carcinoma_is_not_stated(drug: str) -> None:
    case = {**GUT_2026, "primary_site": "pancreas", "differentiation": None, "grade": "NEC"}

    assert targeted("2026", drug=drug, **case).status == "not-stated"


def test_2026_surufatinib_is_a_caution_only() -> None:
    decision = targeted("2026", drug="surufatinib", **GUT_2026)

    assert decision.status == "not-stated"
    assert "surufatinib-in-china" in {caution.id for caution in decision.cautions}


def test_the_editions_differ_by_the_trials_published_since() -> None:
    caused = {update for difference in nl.compare("targeted") for update in difference.updates}

    assert {"radiant-4", "radiant-2", "cabinet", "s0518", "axinet", "pazopanib"} <= caused


def test_a_drug_newer_than_the_edition_is_refused_by_name() -> None:
    with pytest.raises(nl.InputError, match="drug"):
        targeted(drug="cabozantinib")
