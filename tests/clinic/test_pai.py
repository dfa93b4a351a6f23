"""Alcohol injection: under 5 cm, beside a vessel or duct, and never alone. Both editions give the same verdicts."""

from typing import Any

import pytest

import netlearn as nl

OPTION = {
    "largest_diameter_cm": 2,
    "adjacent_to": "bile-duct",
    "combined_with": "rfa",
    "biliary_enteric_anastomosis": False,
}
BOTH_EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])


def decide(edition: str = "review-2012", /, **changes: Any) -> nl.Decision:
    """The decision for a small lesion beside a bile duct, injected together with radiofrequency, with changes."""
    return nl.decide("pai", edition, **{**OPTION, **changes})


@BOTH_EDITIONS
@pytest.mark.parametrize(("diameter", "verdict"), [(4.999, "option"), (5, "excluded"), (5.001, "excluded")])
def test_the_lesion_must_be_smaller_than_5_cm(diameter: float, verdict: str, edition: str) -> None:
    assert decide(edition, largest_diameter_cm=diameter).verdict == verdict


@BOTH_EDITIONS
def test_a_lesion_of_49_mm_is_small_enough(edition: str) -> None:
    assert decide(edition, largest_diameter_cm="49 mm").verdict == "option"


@BOTH_EDITIONS
@pytest.mark.parametrize("place", ["none", "large-vessel", "bile-duct"])
def test_alcohol_is_never_injected_alone(place: str, edition: str) -> None:
    assert decide(edition, combined_with="none", adjacent_to=place).verdict == "not-as-monotherapy"


@BOTH_EDITIONS
def test_of_two_failures_the_size_is_named(edition: str) -> None:
    assert decide(edition, largest_diameter_cm=5, combined_with="none").verdict == "excluded"


@BOTH_EDITIONS
@pytest.mark.parametrize("place", ["large-vessel", "bile-duct"])
@pytest.mark.parametrize("other", ["rfa", "cryoablation"])
def test_beside_a_vessel_or_duct_with_another_ablation_it_is_an_option(place: str, other: str, edition: str) -> None:
    assert decide(edition, adjacent_to=place, combined_with=other).verdict == "option"


@BOTH_EDITIONS
def test_chemoembolisation_is_no_ablation_so_the_combination_is_not_addressed(edition: str) -> None:
    assert decide(edition, combined_with="hace").status == "not-stated"


@BOTH_EDITIONS
@pytest.mark.parametrize("other", ["rfa", "cryoablation", "hace"])
def test_a_lesion_near_neither_is_not_addressed(other: str, edition: str) -> None:
    assert decide(edition, adjacent_to="none", combined_with=other).status == "not-stated"


@pytest.mark.parametrize("changes", [{}, {"adjacent_to": "none"}])
def test_where_the_place_matters_alcohol_is_said_not_to_be_harmless(changes: dict[str, str]) -> None:
    assert decide(**changes).cautions[-1].id == "E09"


@pytest.mark.parametrize("combined", ["none", "hace", "rfa"])
def test_beside_a_duct_the_warning_travels_whatever_the_answer(combined: str) -> None:
    """Else an answer such as "not as monotherapy" would invite another ablation where it may not be safe."""
    assert "E09" in {caution.id for caution in decide(adjacent_to="bile-duct", combined_with=combined).cautions}


def test_the_size_alone_excludes() -> None:
    assert nl.decide("pai", largest_diameter_cm=6).verdict == "excluded"


@pytest.mark.parametrize("unknown", ["largest_diameter_cm", "adjacent_to", "combined_with"])
def test_an_unknown_input_that_matters_is_named(unknown: str) -> None:
    assert decide(**{unknown: None}).missing == (unknown,)


@pytest.mark.parametrize("bad", ["3 kg", "5,25", "90 %", True, float("nan"), 0, -1, 31])
def test_a_bad_diameter_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="largest_diameter_cm"):
        decide(largest_diameter_cm=bad)


@pytest.mark.parametrize("bad", ["embolisation", True, ["rfa"]])
def test_a_bad_combination_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="combined_with"):
        decide(combined_with=bad)


@BOTH_EDITIONS
@pytest.mark.parametrize("joined", [True, False])
def test_a_joined_bile_duct_is_a_risk_a_caution_and_changes_no_verdict(joined: bool, edition: str) -> None:
    decision = decide(edition, biliary_enteric_anastomosis=joined)

    assert (decision.verdict, ("bile-duct", "A") in {(c.id, c.risk) for c in decision.cautions}) == ("option", joined)


def test_2026_the_deaths_after_alcohol_are_said() -> None:
    assert "deaths" in next(c.text for c in decide("2026").cautions if c.id == "ethanol")


@pytest.mark.parametrize(
    ("syndrome", "heart", "said"), [(True, True, True), (True, None, True), (True, False, False), (False, None, False)]
)
def test_2026_the_carcinoid_syndrome_asks_for_the_heart_first(syndrome: bool, heart: bool | None, said: bool) -> None:
    decision = decide("2026", carcinoid_syndrome=syndrome, carcinoid_heart_disease=heart)

    assert (("carcinoid-heart-first", "A") in {(c.id, c.risk) for c in decision.cautions}) is said


def test_2026_carcinoid_heart_disease_without_the_syndrome_is_refused_by_name() -> None:
    with pytest.raises(nl.InputError, match="carcinoid_syndrome, carcinoid_heart_disease"):
        decide("2026", carcinoid_syndrome=False, carcinoid_heart_disease=True)


def test_both_editions_give_the_same_verdicts() -> None:
    assert nl.compare("pai") == ()
