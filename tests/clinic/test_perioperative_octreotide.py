"""Octreotide before an operation: the position of 2012, and the local protocol of 2026."""

from typing import Any

import pytest

import netlearn as nl

CASES = [(h, r) for h in (False, True, None) for r in (False, True, None)]
EVERY_CASE = pytest.mark.parametrize(("history", "risk"), CASES)
BOTH_EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])


def decide(history: object, risk: object, edition: str = "review-2012") -> nl.Decision:
    """The decision for a history of the syndrome and a risk of crisis."""
    return nl.decide("perioperative-octreotide", edition, history_of_carcinoid_syndrome=history, high_crisis_risk=risk)


def test_2012_history_and_high_risk_say_that_an_infusion_may_also_be_started() -> None:
    assert decide(True, True).findings == ("an infusion may also be started",)


def test_2012_history_without_high_risk_says_nothing_of_an_infusion() -> None:
    assert decide(True, False).findings == ()


def test_2012_the_dose_cites_its_fact() -> None:
    assert "3.1-40" in decide(True, False).evidence


@pytest.mark.parametrize(
    ("history", "risk", "possible"),
    [
        (None, True, ("give-300-microgram-sc", "infusion-may-be-started")),
        (None, False, ("give-300-microgram-sc", "have-available")),
        (False, None, ("have-available", "infusion-may-be-started")),
    ],
)
def test_2012_an_unknown_leaves_what_it_leaves(history: Any, risk: Any, possible: tuple[str, ...]) -> None:
    assert decide(history, risk).possible == possible


@pytest.mark.parametrize(
    ("history", "risk", "findings"),
    [
        (True, False, ("history of carcinoid syndrome",)),
        (False, True, ("high risk of crisis",)),
        (True, True, ("history of carcinoid syndrome", "high risk of crisis")),
    ],
)
def test_2026_the_reasons_for_the_protocol_are_findings(history: bool, risk: bool, findings: tuple[str, ...]) -> None:
    assert decide(history, risk, "2026").findings == findings


def test_2026_an_unknown_that_matters_is_named() -> None:
    assert decide(False, None, "2026").missing == ("high_crisis_risk",)


@EVERY_CASE
def test_2026_no_answer_orders_a_dose(history: Any, risk: Any) -> None:
    decision = decide(history, risk, "2026")

    assert not any("300" in str(v) for v in (decision.verdict, *decision.possible))


@BOTH_EDITIONS
@EVERY_CASE
def test_every_answer_carries_the_revision_first(history: Any, risk: Any, edition: str) -> None:
    cautions = decide(history, risk, edition).cautions

    assert cautions[0].risk == "A"
    assert "E02" in {c.id for c in cautions}


@EVERY_CASE
@pytest.mark.parametrize("caution", ["vasopressors", "own-analogue"])
def test_2026_vasopressors_are_never_withheld_nor_the_own_analogue_stopped(
    history: Any, risk: Any, caution: str
) -> None:
    assert (caution, "A") in {(c.id, c.risk) for c in decide(history, risk, "2026").cautions}


def test_the_editions_differ_wherever_2012_gives_octreotide() -> None:
    found = {(d.before.verdicts[0], d.after.verdicts[0]) for d in nl.compare("perioperative-octreotide")}

    assert found == {
        ("give-300-microgram-sc", "by-local-protocol"),
        ("infusion-may-be-started", "by-local-protocol"),
    }


def test_each_difference_names_the_studies_that_caused_it() -> None:
    assert all({"condron-2016", "xu-2022"} <= set(d.updates) for d in nl.compare("perioperative-octreotide"))


@pytest.mark.parametrize(("history", "risk"), [(True, False), (False, True)])
def test_2026_the_reason_is_that_no_contemporary_guideline_exists(history: bool, risk: bool) -> None:
    decision = decide(history, risk, "2026")

    assert "no contemporary guideline" in decision.because
    assert "delphi-2023" in decision.updates


def test_2026_both_readings_of_beta_agonists_are_said_and_what_is_second_hand_says_so() -> None:
    (caution,) = [c for c in decide(True, True, "2026").cautions if c.id == "vasopressors"]

    assert all(word in caution.text for word in ("second-hand", "phenylephrine", "no harm", "never the right answer"))
