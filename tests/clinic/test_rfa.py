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
@pytest.mark.parametrize(
    ("diameter", "verdict"),
    [
        (2.999, "suitable"),
        (3, "suitable"),
        (3.001, "doubtful"),
        (4.999, "doubtful"),
        (5, "doubtful"),
        (5.001, "unsuitable"),
        (30, "unsuitable"),
    ],
)
def test_up_to_3_cm_suits_up_to_5_cm_is_doubtful_and_more_does_not_suit(
    diameter: float, verdict: str, edition: str
) -> None:
    assert decide(edition, largest_diameter_cm=diameter).verdict == verdict


@BOTH_EDITIONS
def test_a_lesion_of_31_mm_is_doubtful(edition: str) -> None:
    assert decide(edition, largest_diameter_cm="31 mm").verdict == "doubtful"


@BOTH_EDITIONS
def test_a_doubtful_size_carries_the_contradiction_of_3_and_5_cm(edition: str) -> None:
    assert "E16" in cautions(decide(edition, largest_diameter_cm=4))


@pytest.mark.parametrize(("lesions", "verdict"), [(4, "suitable"), (5, "suitable"), (6, "contraindicated")])
def test_2012_more_than_five_lesions_in_both_lobes_contraindicate(lesions: int, verdict: str) -> None:
    assert decide(lesion_count=lesions, lobes_involved="both").verdict == verdict


@BOTH_EDITIONS
@pytest.mark.parametrize("lobe", ["left", "right"])
@pytest.mark.parametrize("diameter", [2, 4])
@pytest.mark.parametrize(("lesions", "status"), [(5, "decided"), (6, "not-stated")])
def test_more_than_five_lesions_in_one_lobe_are_not_addressed(
    lesions: int, diameter: float, lobe: str, status: str, edition: str
) -> None:
    assert decide(edition, lesion_count=lesions, largest_diameter_cm=diameter, lobes_involved=lobe).status == status


def test_2012_the_contraindication_is_read_before_the_size() -> None:
    decision = decide(lesion_count=6, lobes_involved="both", largest_diameter_cm=6)

    assert (decision.verdict, decision.rules) == ("contraindicated", ("many-bilobar",))


def test_2012_more_than_five_in_one_lobe_over_5_cm_are_unsuitable_by_size() -> None:
    assert decide(lesion_count=6, largest_diameter_cm=5.1).verdict == "unsuitable"


def test_2012_the_count_carries_that_five_is_an_ideal() -> None:
    assert "E63" in cautions(decide(lesion_count=6, lobes_involved="both"))


@pytest.mark.parametrize("lobes", ["left", "right", "both"])
def test_2026_has_no_wall_at_five_lesions_and_no_answer_beyond(lobes: str) -> None:
    assert decide("2026", lesion_count=6, lobes_involved=lobes).status == "not-stated"


@BOTH_EDITIONS
@pytest.mark.parametrize(
    "changes",
    [{}, {"largest_diameter_cm": 4}, {"largest_diameter_cm": 6}, {"lesion_count": 9, "lobes_involved": "both"}],
)
def test_surgery_comes_first_where_the_lesions_can_be_resected(changes: dict[str, Any], edition: str) -> None:
    assert decide(edition, resectable=True, **changes).verdict == "surgery-first"


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


@DUCTS
@pytest.mark.parametrize(("lesions", "status"), [(5, "decided"), (6, "not-stated")])
def test_2026_more_than_five_lesions_are_not_addressed_with_a_duct_at_risk_either(
    lesions: int, status: str, duct: dict[str, Any], finding: str
) -> None:
    assert decide("2026", lesion_count=lesions, lobes_involved="both", **duct).status == status


@DUCTS
def test_2026_surgery_still_comes_first_with_a_duct_at_risk(duct: dict[str, Any], finding: str) -> None:
    assert decide("2026", resectable=True, **duct).verdict == "surgery-first"


@DUCTS
def test_2012_keeps_its_verdict_with_a_duct_at_risk(duct: dict[str, Any], finding: str) -> None:
    assert decide(**duct).verdict == "suitable"


def test_2026_a_large_vessel_changes_no_verdict() -> None:
    assert decide("2026", adjacent_to="large-vessel").verdict == "suitable"


@BOTH_EDITIONS
@pytest.mark.parametrize("joined", [True, False])
def test_a_joined_bile_duct_is_a_risk_a_caution(joined: bool, edition: str) -> None:
    found = {(c.id, c.risk) for c in decide(edition, biliary_enteric_anastomosis=joined).cautions}

    assert (("bile-duct", "A") in found) is joined


def test_2012_a_joined_bile_duct_need_not_be_known() -> None:
    assert decide(biliary_enteric_anastomosis=None).verdict == "suitable"


def test_2026_an_unknown_bile_duct_leaves_a_small_lesion_open() -> None:
    assert decide("2026", biliary_enteric_anastomosis=None).missing == ("biliary_enteric_anastomosis",)


@pytest.mark.parametrize(
    ("syndrome", "heart", "said"), [(True, True, True), (True, None, True), (True, False, False), (False, None, False)]
)
def test_2026_the_carcinoid_syndrome_asks_for_the_heart_first(syndrome: bool, heart: bool | None, said: bool) -> None:
    decision = decide("2026", carcinoid_syndrome=syndrome, carcinoid_heart_disease=heart)

    assert (("carcinoid-heart-first", "A") in {(c.id, c.risk) for c in decision.cautions}) is said


def test_2026_carcinoid_heart_disease_without_the_syndrome_is_refused_by_name() -> None:
    with pytest.raises(nl.InputError, match="carcinoid_syndrome, carcinoid_heart_disease"):
        decide("2026", carcinoid_syndrome=False, carcinoid_heart_disease=True)


def test_2026_microwave_says_that_its_evidence_is_series() -> None:
    assert "microwave" in cautions(decide("2026", modality="microwave"))


def test_2026_the_energy_does_not_change_the_verdict() -> None:
    assert decide("2026", modality="microwave").verdict == decide("2026", modality="rfa").verdict == "suitable"


@pytest.mark.parametrize("unknown", ["resectable", "largest_diameter_cm", "lesion_count"])
def test_2012_an_unknown_input_that_matters_is_named(unknown: str) -> None:
    decision = decide(**{unknown: None})

    assert (decision.status, unknown in decision.missing) == ("undetermined", True)


def test_2012_a_size_above_5_cm_needs_the_count_only_in_both_lobes() -> None:
    assert decide(largest_diameter_cm=6, lesion_count=None, lobes_involved="right").verdict == "unsuitable"
    assert decide(largest_diameter_cm=6, lesion_count=None, lobes_involved="both").missing == ("lesion_count",)


def test_resectable_alone_decides() -> None:
    assert nl.decide("rfa", resectable=True).verdict == "surgery-first"


@BOTH_EDITIONS
def test_one_lesion_in_both_lobes_is_refused(edition: str) -> None:
    with pytest.raises(nl.InputError, match="lesion_count, lobes_involved"):
        decide(edition, lesion_count=1, lobes_involved="both")


@pytest.mark.parametrize("bad", ["3 kg", "5,25", "90 %", True, float("nan"), float("inf"), 0, -1, 30.1, "3 cm + 1 cm"])
def test_a_bad_diameter_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="largest_diameter_cm"):
        decide(largest_diameter_cm=bad)


@pytest.mark.parametrize("bad", [0, 2.5, "4 cm", True, float("nan"), 201])
def test_a_bad_count_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="lesion_count"):
        decide(lesion_count=bad)


@pytest.mark.parametrize("bad", ["vessel", True, 1])
def test_a_bad_neighbour_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="adjacent_to"):
        decide(adjacent_to=bad)


def test_2012_does_not_ask_which_energy() -> None:
    with pytest.raises(nl.InputError, match="modality"):
        decide(modality="microwave")


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
