"""Somatostatin analogues: settled uses, open questions, and what trials settled since."""

from typing import Any

import pytest

import netlearn as nl

SYMPTOMS = {"goal": "symptom-control", "functioning": True}
GROWTH_2012 = {"goal": "growth-control", "grade": "not-G3"}
ADDED = ("More of the analogue", "telotristat", "embolisation", "radionuclide", "debulking")
CLARINET = {
    "goal": "growth-control",
    "drug": "lanreotide",
    "functioning": False,
    "primary_site": "pancreas",
    "grade": "NET G2",
    "ki67_percent": 5,
}


def ssa(edition: str = "review-2012", **case: Any) -> nl.Decision:
    return nl.decide("ssa", edition=edition, **case)


def cautions(decision: nl.Decision) -> set[str]:
    return {caution.id for caution in decision.cautions}


@pytest.mark.parametrize("drug", ["octreotide", "lanreotide"])
def test_2012_octreotide_and_lanreotide_are_indicated_for_hormone_symptoms_whatever_the_grade(drug: str) -> None:
    assert ssa(drug=drug, **SYMPTOMS).verdict == "indicated-symptoms"


@pytest.mark.parametrize("drug", ["octreotide", "lanreotide"])
@pytest.mark.parametrize(
    ("syndrome", "verdict"),
    [
        ("carcinoid", "indicated-symptoms"),
        ("other", "indicated-symptoms"),
        ("insulinoma", "doubtful"),
        ("gastrinoma", "not-first"),
    ],
)
def test_2026_the_hormone_decides_whether_an_analogue_comes_first(drug: str, syndrome: str, verdict: str) -> None:
    found = ssa("2026", drug=drug, **SYMPTOMS, syndrome=syndrome)

    assert found.verdict == verdict
    assert ("hypoglycaemia" in cautions(found)) is (syndrome == "insulinoma")


def test_2026_an_unknown_syndrome_leaves_it_open_and_the_carcinoid_syndrome_is_said_once() -> None:
    assert ssa("2026", drug="octreotide", **SYMPTOMS).missing == ("syndrome",)
    assert ssa("2026", drug="octreotide", **SYMPTOMS, carcinoid_syndrome=True).verdict == "indicated-symptoms"


@pytest.mark.parametrize(("syndrome", "carcinoid"), [("carcinoid", False), ("insulinoma", True)])
def test_2026_a_syndrome_that_contradicts_the_carcinoid_syndrome_is_refused(syndrome: str, carcinoid: bool) -> None:
    with pytest.raises(nl.InputError, match="syndrome, carcinoid_syndrome"):
        ssa("2026", functioning=True, syndrome=syndrome, carcinoid_syndrome=carcinoid)


def test_2026_a_carcinoid_syndrome_without_hormones_is_refused() -> None:
    with pytest.raises(nl.InputError, match="carcinoid_syndrome, functioning"):
        ssa("2026", functioning=False, carcinoid_syndrome=True)


@pytest.mark.parametrize(("syndrome", "said"), [("insulinoma", True), ("carcinoid", False)])
def test_2026_an_analogue_against_growth_warns_of_hypoglycaemia_in_an_insulinoma_too(syndrome: str, said: bool) -> None:
    found = ssa("2026", drug="octreotide", goal="growth-control", functioning=True, syndrome=syndrome)

    assert {c.id: c.risk for c in found.cautions}.get("hypoglycaemia") == ("A" if said else None)


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_without_hormone_symptoms_no_source_gives_an_analogue_for_symptoms(edition: str) -> None:
    case = {**SYMPTOMS, "functioning": False}

    assert ssa(edition, drug="octreotide", **case).status == "not-stated"


def test_2012_octreotide_is_indicated_against_growth_in_low_grade_midgut_tumours() -> None:
    assert ssa(drug="octreotide", primary_site="midgut", **GROWTH_2012).verdict == "indicated-growth-control"


@pytest.mark.parametrize(("edition", "grade"), [("review-2012", "not-G3"), ("2026", "NET G1"), ("2026", "NET G2")])
@pytest.mark.parametrize("site", ["pancreas", "other-digestive", "lung", "other"])
def test_octreotide_against_growth_outside_the_midgut_is_under_evaluation(site: str, edition: str, grade: str) -> None:
    decision = ssa(edition, goal="growth-control", drug="octreotide", primary_site=site, grade=grade)

    assert decision.verdict == "under-evaluation"


@pytest.mark.parametrize("drug", ["octreotide", "lanreotide"])
@pytest.mark.parametrize("site", ["midgut", "pancreas", "lung"])
@pytest.mark.parametrize(("grade", "ki67"), [("NET G3", 21), ("NET G3", 56), ("NEC", 80)])
def test_2026_growth_in_net_g3_or_nec_is_not_stated_at_any_site_or_index(
    drug: str, site: str, grade: str, ki67: float
) -> None:
    case = {"goal": "growth-control", "primary_site": site, "grade": grade, "ki67_percent": ki67}

    assert ssa("2026", drug=drug, **case, functioning=False).status == "not-stated"


def test_2012_octreotide_against_growth_in_grade_3_is_not_stated() -> None:
    case = {**GROWTH_2012, "grade": "G3"}

    assert ssa(drug="octreotide", primary_site="midgut", **case).status == "not-stated"


def test_2012_the_grade_may_be_derived_from_the_ki67_index() -> None:
    decision = ssa(drug="octreotide", goal="growth-control", primary_site="midgut", ki67_percent=25)

    assert decision.status == "not-stated"


def test_2012_an_unknown_grade_leaves_growth_control_in_the_midgut_undetermined() -> None:
    decision = ssa(drug="octreotide", goal="growth-control", primary_site="midgut")

    assert (decision.status, decision.missing) == ("undetermined", ("grade",))


def test_2012_lanreotide_against_growth_is_under_evaluation_in_non_functioning_tumours() -> None:
    assert ssa(drug="lanreotide", functioning=False, goal="growth-control").verdict == "under-evaluation"


def test_2012_lanreotide_against_growth_in_functioning_tumours_is_not_stated() -> None:
    assert ssa(drug="lanreotide", functioning=True, goal="growth-control").status == "not-stated"


def test_2012_pasireotide_has_preliminary_data_in_refractory_symptoms() -> None:
    case = {"goal": "symptom-control", "refractory_to_octreotide": True}

    assert ssa(drug="pasireotide", **case).verdict == "preliminary-only"


@pytest.mark.parametrize("case", [{"goal": "symptom-control", "refractory_to_octreotide": False}, GROWTH_2012])
def test_2012_pasireotide_is_otherwise_under_evaluation(case: dict[str, Any]) -> None:
    assert ssa(drug="pasireotide", **case).verdict == "under-evaluation"


@pytest.mark.parametrize("goal", ["symptom-control", "growth-control"])
@pytest.mark.parametrize("refractory", [True, False, None])
def test_2026_pasireotide_was_not_confirmed(goal: str, refractory: bool | None) -> None:
    decision = ssa("2026", drug="pasireotide", goal=goal, refractory_to_octreotide=refractory)

    assert decision.verdict == "not-confirmed"


@pytest.mark.parametrize(
    ("ki67", "status"), [(9.9, "decided"), ("9.999 %", "decided"), (10, "not-stated"), (10.1, "not-stated")]
)
def test_2026_lanreotide_against_growth_stops_below_a_ki67_index_of_10(ki67: object, status: str) -> None:
    assert ssa("2026", **{**CLARINET, "ki67_percent": ki67}).status == status


@pytest.mark.parametrize("site", ["midgut", "pancreas"])
def test_2026_lanreotide_is_indicated_against_growth_where_clarinet_tested_it(site: str) -> None:
    assert ssa("2026", **{**CLARINET, "primary_site": site}).verdict == "indicated-growth-control"


def test_2026_grade_1_needs_no_ki67_index_as_it_is_below_3_by_definition() -> None:
    case = {**CLARINET, "grade": "NET G1", "ki67_percent": None}

    assert ssa("2026", **case).verdict == "indicated-growth-control"


def test_2026_grade_2_without_its_ki67_index_is_undetermined() -> None:
    decision = ssa("2026", **{**CLARINET, "ki67_percent": None})

    assert (decision.status, decision.missing) == ("undetermined", ("ki67_percent",))


@pytest.mark.parametrize(
    "outside",
    [
        {"functioning": True},
        {"primary_site": "lung"},
        {"primary_site": "other-digestive"},
        {"grade": "NET G3"},
        {"grade": "NEC"},
    ],
)
def test_2026_lanreotide_outside_the_patients_of_clarinet_is_not_stated(outside: dict[str, Any]) -> None:
    assert ssa("2026", **{**CLARINET, **outside}).status == "not-stated"


@pytest.mark.parametrize(
    ("grade", "ki67", "allowed"),
    [("NET G1", 2.9, True), ("NET G1", 3, False), ("NET G2", 20, True), ("NET G2", 20.1, False)],
)
def test_2026_a_ki67_index_that_contradicts_the_grade_is_refused(grade: str, ki67: float, allowed: bool) -> None:
    case = {**CLARINET, "grade": grade, "ki67_percent": ki67}
    if allowed:
        assert ssa("2026", **case).status in ("decided", "not-stated")
    else:
        with pytest.raises(nl.InputError, match="grade, ki67_percent"):
            ssa("2026", **case)


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_risk_factors_for_gallstones_bring_the_corrected_misprint_first(edition: str) -> None:
    decision = ssa(edition, drug="octreotide", gallstone_risk_factors=True, **SYMPTOMS)

    assert "E06" in cautions(decision) and decision.cautions[0].risk == "A"


def test_without_gallstone_risk_factors_there_is_no_such_caution() -> None:
    assert "E06" not in cautions(ssa(drug="octreotide", gallstone_risk_factors=False, **SYMPTOMS))


def test_the_misread_numbers_of_promid_travel_with_growth_control_by_octreotide() -> None:
    assert "E12" in cautions(ssa(drug="octreotide", primary_site="midgut", **GROWTH_2012))


@pytest.mark.parametrize("refractory", [True, False])
def test_2026_refractory_symptoms_bring_what_can_be_added(refractory: bool) -> None:
    found = ssa("2026", drug="octreotide", refractory_to_octreotide=refractory, **SYMPTOMS, syndrome="carcinoid")
    told = [c for c in found.cautions if c.id == "refractory"]

    assert [c.risk for c in told] == (["B"] if refractory else [])
    assert all(word in told[0].text for word in ADDED) if refractory else not told


def test_the_editions_differ_by_clarinet_in_lanreotide_against_growth() -> None:
    caused = {u for d in nl.compare("ssa") if d.after.verdicts == ("indicated-growth-control",) for u in d.updates}

    assert "clarinet" in caused


@pytest.mark.parametrize("bad", [{"drug": "octreotid"}, {"goal": "survival"}, {"functioning": "yes"}])
def test_a_word_outside_the_list_is_refused_by_name(bad: dict[str, Any]) -> None:
    with pytest.raises(nl.InputError, match=next(iter(bad))):
        ssa(**bad)


@pytest.mark.parametrize("bad", ["5,25", float("nan"), True, "3 kg", -1, 101])
def test_2026_a_bad_ki67_index_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="ki67_percent"):
        ssa("2026", **{**CLARINET, "ki67_percent": bad})
