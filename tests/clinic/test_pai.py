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


@pytest.mark.parametrize("changes", [{}, {"adjacent_to": "none"}])
def test_where_the_place_matters_alcohol_is_said_not_to_be_harmless(changes: dict[str, str]) -> None:
    assert decide(**changes).cautions[-1].id == "E09"


@pytest.mark.parametrize("combined", ["none", "hace", "rfa"])
def test_beside_a_duct_the_warning_travels_whatever_the_answer(combined: str) -> None:
    """Else an answer such as "not as monotherapy" would invite another ablation where it may not be safe."""
    assert "E09" in {caution.id for caution in decide(adjacent_to="bile-duct", combined_with=combined).cautions}


@pytest.mark.parametrize("unknown", ["largest_diameter_cm", "adjacent_to", "combined_with"])
def test_an_unknown_input_that_matters_is_named(unknown: str) -> None:
    assert decide(**{unknown: None}).missing == (unknown,)


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


def test_both_editions_give_the_same_verdicts() -> None:
    assert nl.compare("pai") == ()
