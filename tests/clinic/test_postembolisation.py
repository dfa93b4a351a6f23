"""The postembolisation syndrome: its four features, its usual 72 hours, and in 2026 fever with a joined duct."""

from typing import Any

import pytest

import netlearn as nl

SYNDROME = {
    "hours_since_session": 36,
    "fever": True,
    "abdominal_pain": True,
    "leucocytosis": True,
    "transaminases_raised": True,
}
FEATURES = ("fever", "abdominal_pain", "leucocytosis", "transaminases_raised")
NONE = dict.fromkeys(FEATURES, False)
BOTH_EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])


def decide(edition: str = "review-2012", /, **changes: Any) -> nl.Decision:
    """The decision for all four features a day and a half after the session, with changes."""
    return nl.decide("postembolisation", edition, **{**SYNDROME, **changes})


@BOTH_EDITIONS
@pytest.mark.parametrize("missing", FEATURES)
def test_with_a_feature_missing_the_review_does_not_say_how_many_make_it(missing: str, edition: str) -> None:
    assert decide(edition, **{missing: False}).status == "not-stated"


@BOTH_EDITIONS
@pytest.mark.parametrize("left", FEATURES)
def test_any_one_feature_left_after_72_hours_is_beyond_the_usual_duration(left: str, edition: str) -> None:
    decision = decide(edition, hours_since_session=73, **{**NONE, left: True})

    assert (decision.verdict, decision.findings) == ("beyond-usual-duration", (left.replace("_", " "),))


@BOTH_EDITIONS
def test_beyond_the_usual_duration_another_cause_is_looked_for(edition: str) -> None:
    assert "look for another cause" in decide(edition, hours_since_session=73).because


@BOTH_EDITIONS
@pytest.mark.parametrize("hours", [36, 80])
def test_fever_is_never_put_down_to_the_syndrome_alone(hours: int, edition: str) -> None:
    first = decide(edition, hours_since_session=hours).cautions[0]

    assert (first.id, first.risk) == ("fever", "A")


@BOTH_EDITIONS
def test_no_caution_about_fever_without_fever(edition: str) -> None:
    assert decide(edition, fever=False).cautions == ()


@BOTH_EDITIONS
@pytest.mark.parametrize("unknown", SYNDROME)
def test_an_unknown_input_that_matters_is_named(unknown: str, edition: str) -> None:
    assert decide(edition, **{unknown: None}).missing == (unknown,)


@pytest.mark.parametrize(
    ("fever", "joined", "said"), [(True, True, True), (True, None, True), (True, False, False), (False, True, False)]
)
def test_2026_fever_with_a_joined_bile_duct_is_cholangitis_or_abscess_until_excluded(
    fever: bool, joined: bool | None, said: bool
) -> None:
    found = {(c.id, c.risk) for c in decide("2026", fever=fever, biliary_enteric_anastomosis=joined).cautions}

    assert (("joined-duct", "A") in found) is said


def test_both_editions_give_the_same_verdicts() -> None:
    assert nl.compare("postembolisation") == ()
