"""Ablation by radiofrequency: size and number, surgery first, and what 2026 lets go."""

from typing import Any

import pytest

import netlearn as nl

SMALL = {
    "resectable": False,
    "largest_diameter_cm": 2,
    "lesion_count": 3,
    "lobes_involved": "right",
    "adjacent_to": "none",
    "biliary_enteric_anastomosis": False,
}
BOTH_EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])


def decide(edition: str = "review-2012", /, **changes: Any) -> nl.Decision:
    """The decision for three small lesions on the right, with changes."""
    return nl.decide("rfa", edition, **{**SMALL, **changes})


DUCTS = pytest.mark.parametrize(
    ("duct", "finding"),
    [
        ({"adjacent_to": "bile-duct"}, "beside a bile duct"),
        ({"biliary_enteric_anastomosis": True}, "bile duct joined to the bowel"),
    ],
)


def cautions(decision: nl.Decision) -> set[str]:
    return {c.id for c in decision.cautions}


@BOTH_EDITIONS
def test_a_doubtful_size_carries_the_contradiction_of_3_and_5_cm(edition: str) -> None:
    assert "E16" in cautions(decide(edition, largest_diameter_cm=4))


def test_2012_the_contraindication_is_read_before_the_size() -> None:
    decision = decide(lesion_count=6, lobes_involved="both", largest_diameter_cm=6)

    assert (decision.verdict, decision.rules) == ("contraindicated", ("many-bilobar",))


def test_2012_the_count_carries_that_five_is_an_ideal() -> None:
    assert "E63" in cautions(decide(lesion_count=6, lobes_involved="both"))


@BOTH_EDITIONS
@pytest.mark.parametrize("place", ["large-vessel", "bile-duct"])
def test_heat_beside_a_vessel_or_duct_is_a_risk_a_caution(place: str, edition: str) -> None:
    assert ("heat", "A") in {(c.id, c.risk) for c in decide(edition, adjacent_to=place).cautions}


@BOTH_EDITIONS
def test_no_caution_about_heat_elsewhere(edition: str) -> None:
    assert not {"heat", "E09"} & cautions(decide(edition))


@DUCTS
@pytest.mark.parametrize("modality", ["rfa", "microwave"])
@pytest.mark.parametrize(
    ("diameter", "verdict"), [(2, "doubtful"), (3, "doubtful"), (5, "doubtful"), (5.001, "unsuitable")]
)
def test_2026_a_duct_at_risk_leaves_ablation_doubtful_at_best(
    diameter: float, verdict: str, modality: str, duct: dict[str, Any], finding: str
) -> None:
    decision = decide("2026", largest_diameter_cm=diameter, modality=modality, **duct)

    assert (decision.verdict, finding in decision.findings) == (verdict, verdict == "doubtful")


@BOTH_EDITIONS
@pytest.mark.parametrize("joined", [True, False])
def test_a_joined_bile_duct_is_a_risk_a_caution(joined: bool, edition: str) -> None:
    found = {(c.id, c.risk) for c in decide(edition, biliary_enteric_anastomosis=joined).cautions}

    assert (("bile-duct", "A") in found) is joined


def test_2026_an_unknown_bile_duct_leaves_a_small_lesion_open() -> None:
    assert decide("2026", biliary_enteric_anastomosis=None).missing == ("biliary_enteric_anastomosis",)


@pytest.mark.parametrize(
    ("syndrome", "heart", "said"), [(True, True, True), (True, None, True), (True, False, False), (False, None, False)]
)
def test_2026_the_carcinoid_syndrome_asks_for_the_heart_first(syndrome: bool, heart: bool | None, said: bool) -> None:
    decision = decide("2026", carcinoid_syndrome=syndrome, carcinoid_heart_disease=heart)

    assert (("carcinoid-heart-first", "A") in {(c.id, c.risk) for c in decision.cautions}) is said


def test_2026_microwave_says_that_its_evidence_is_series() -> None:
    assert "microwave" in cautions(decide("2026", modality="microwave"))


@pytest.mark.parametrize("unknown", ["resectable", "largest_diameter_cm", "lesion_count"])
def test_2012_an_unknown_input_that_matters_is_named(unknown: str) -> None:
    decision = decide(**{unknown: None})

    assert (decision.status, unknown in decision.missing) == ("undetermined", True)


def test_2012_a_size_above_5_cm_needs_the_count_only_in_both_lobes() -> None:
    assert decide(largest_diameter_cm=6, lesion_count=None, lobes_involved="right").verdict == "unsuitable"
    assert decide(largest_diameter_cm=6, lesion_count=None, lobes_involved="both").missing == ("lesion_count",)


def test_a_flip_names_3_cm() -> None:
    flips = decide(largest_diameter_cm=3.1).flips()

    assert ("largest_diameter_cm", "<= 3", "suitable") in {(f.input, f.to, f.verdict) for f in flips}


def test_the_editions_differ_beyond_five_lesions_in_both_lobes_and_where_a_duct_is_at_risk() -> None:
    found = {(d.before.verdicts, d.after.verdicts) for d in nl.compare("rfa")}

    assert found == {
        (("contraindicated",), ()),
        (("contraindicated",), ("unsuitable",)),
        (("suitable",), ("doubtful",)),
    }


def test_the_cause_of_each_difference_is_named() -> None:
    causes = {"kose-2020", "ablation-beside-duct", "ablation-joined-duct"}

    assert all(causes & set(d.updates) for d in nl.compare("rfa"))
