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


@pytest.mark.parametrize(("syndrome", "said"), [("insulinoma", True), ("carcinoid", False)])
def test_2026_an_analogue_against_growth_warns_of_hypoglycaemia_in_an_insulinoma_too(syndrome: str, said: bool) -> None:
    found = ssa("2026", drug="octreotide", goal="growth-control", functioning=True, syndrome=syndrome)

    assert {c.id: c.risk for c in found.cautions}.get("hypoglycaemia") == ("A" if said else None)


def test_2012_an_unknown_grade_leaves_growth_control_in_the_midgut_undetermined() -> None:
    decision = ssa(drug="octreotide", goal="growth-control", primary_site="midgut")

    assert (decision.status, decision.missing) == ("undetermined", ("grade",))


def test_2026_grade_2_without_its_ki67_index_is_undetermined() -> None:
    decision = ssa("2026", **{**CLARINET, "ki67_percent": None})

    assert (decision.status, decision.missing) == ("undetermined", ("ki67_percent",))


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


MIDGUT = {"goal": "growth-control", "drug": "octreotide", "primary_site": "midgut", "grade": "NET G1"}
GREW = {"prior_analogue": True, "progressive": True}


@pytest.mark.parametrize("case", [CLARINET, MIDGUT], ids=["lanreotide", "octreotide"])
@pytest.mark.parametrize(
    ("told", "warned"),
    [
        (GREW, True),
        ({**GREW, "prior_analogue": False}, False),
        ({**GREW, "progressive": False}, False),
        ({}, True),  # it may have
    ],
)
def test_2026_growth_on_an_analogue_is_warned_of_and_leaves_the_verdict(
    case: dict[str, Any], told: dict[str, Any], warned: bool
) -> None:
    found = ssa("2026", **case, **told)

    assert found.verdict == "indicated-growth-control"
    assert ("grew-on-analogue" in cautions(found)) is warned


@pytest.mark.parametrize("drug", ["octreotide", "lanreotide"])
def test_2026_for_hormone_symptoms_growth_on_an_analogue_changes_nothing(drug: str) -> None:
    found = ssa("2026", drug=drug, **SYMPTOMS, syndrome="carcinoid", **GREW)

    assert found.verdict == "indicated-symptoms"
    assert "grew-on-analogue" not in cautions(found)


@pytest.mark.parametrize(
    ("told", "group"),
    [
        (GREW, "not-stated"),
        ({**GREW, "prior_analogue": False}, "first-line"),
        ({**GREW, "progressive": False}, "first-line"),
        ({"progressive": True}, "first-line"),
    ],
)
def test_2026_a_board_puts_no_analogue_first_on_which_the_tumour_grew(told: dict[str, Any], group: str) -> None:
    rows = nl.systemic({**MIDGUT, **told}, "2026").rows
    (row,) = (row for row in rows if row.table == "ssa")

    assert row.group == group
    assert (row.answer == "Indicated for growth") is (group == "first-line")
