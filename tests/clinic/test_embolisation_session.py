"""One session of embolisation: field, interval and prophylaxis; in 2026 an analogue in the carcinoid syndrome."""

from typing import Any

import pytest

import netlearn as nl

PLANNED = {
    "lobes_treated_this_session": 1,
    "interval_since_last_session_weeks": 5,
    "antibiotics": True,
    "somatostatin_analogue": True,
    "aggressive_hydration": True,
}
SYNDROME = {"carcinoid_syndrome": True, "carcinoid_heart_disease": False}
BOTH_EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])
PROPHYLAXIS = pytest.mark.parametrize(
    ("field", "finding"),
    [
        ("antibiotics", "no antibiotics"),
        ("somatostatin_analogue", "no somatostatin analogue"),
        ("aggressive_hydration", "no aggressive hydration"),
    ],
)
TWO_LOBES = "both lobes in one session"
TOO_SOON = "less than 4\u00a0weeks since the last session"
OUTSIDE = "not 4–6\u00a0weeks since the last session"


def decide(edition: str = "review-2012", /, **changes: Any) -> nl.Decision:
    """The decision for a session planned as recommended, in 2026 in the carcinoid syndrome, with changes."""
    syndrome = SYNDROME if edition == "2026" else {}
    return nl.decide("embolisation-session", edition, **{**PLANNED, **syndrome, **changes})


@pytest.mark.parametrize(("edition", "late"), [("review-2012", "beyond-recommended"), ("2026", None)])
@pytest.mark.parametrize(
    ("weeks", "verdict"),
    [
        (0, "too-early"),
        (3.999, "too-early"),
        (4, "acceptable"),
        (4.001, "acceptable"),
        (5.999, "acceptable"),
        (6, "acceptable"),
        (6.001, "late"),
        (520, "late"),
        ("27 days", "too-early"),
        ("28 days", "acceptable"),
        ("42 days", "acceptable"),
        ("43 days", "late"),
    ],
)
def test_sessions_are_four_to_six_weeks_apart_both_included(
    weeks: object, verdict: str, edition: str, late: str | None
) -> None:
    decision = decide(edition, interval_since_last_session_weeks=weeks)

    assert decision.verdict == (late if verdict == "late" else verdict)
    assert decision.status == ("decided" if decision.verdict else "not-stated")


@BOTH_EDITIONS
@PROPHYLAXIS
def test_each_missing_protection_is_the_only_finding(field: str, finding: str, edition: str) -> None:
    decision = decide(edition, **{field: False})

    assert (decision.verdict, decision.findings) == ("incomplete-prophylaxis", (finding,))


@BOTH_EDITIONS
def test_all_missing_protections_are_listed(edition: str) -> None:
    decision = decide(edition, antibiotics=False, somatostatin_analogue=False, aggressive_hydration=False)

    assert len(decision.findings) == 3


@PROPHYLAXIS
def test_2012_missing_protection_is_named_before_field_and_interval_and_all_are_found(field: str, finding: str) -> None:
    decision = decide(**{field: False}, lobes_treated_this_session=2, interval_since_last_session_weeks=3)

    assert (decision.verdict, decision.findings) == ("incomplete-prophylaxis", (finding, TWO_LOBES, OUTSIDE))


def test_2012_with_nothing_given_field_and_interval_are_each_found_once() -> None:
    nothing = {"antibiotics": False, "somatostatin_analogue": False, "aggressive_hydration": False}
    decision = decide(**nothing, lobes_treated_this_session=2, interval_since_last_session_weeks=7)

    assert (decision.findings.count(TWO_LOBES), decision.findings.count(OUTSIDE)) == (1, 1)


@pytest.mark.parametrize("weeks", [3, 7])
def test_2012_the_field_is_named_before_the_interval_and_both_are_found(weeks: int) -> None:
    decision = decide(lobes_treated_this_session=2, interval_since_last_session_weeks=weeks)

    assert (decision.verdict, decision.findings) == ("too-large-field", (TWO_LOBES, OUTSIDE))


@pytest.mark.parametrize(
    ("weeks", "finding"),
    [(3.9, "less than 4\u00a0weeks since the last session"), (6.1, "more than 6\u00a0weeks since the last session")],
)
def test_2012_a_wrong_interval_alone_is_the_only_finding(weeks: float, finding: str) -> None:
    assert decide(interval_since_last_session_weeks=weeks).findings == (finding,)


@pytest.mark.parametrize(
    "changes",
    [
        {"antibiotics": False},
        {"somatostatin_analogue": False},
        {"aggressive_hydration": False},
        {"lobes_treated_this_session": 2},
    ],
)
@pytest.mark.parametrize(("weeks", "found"), [(3.999, True), (4, False), (6, False), (6.001, True)])
def test_2012_beside_another_failure_the_interval_is_found_only_outside_four_to_six_weeks(
    weeks: float, found: bool, changes: dict[str, Any]
) -> None:
    assert (OUTSIDE in decide(interval_since_last_session_weeks=weeks, **changes).findings) is found


@BOTH_EDITIONS
def test_a_first_session_of_both_lobes_is_too_large_a_field_and_nothing_else(edition: str) -> None:
    decision = decide(edition, first_session=True, interval_since_last_session_weeks=None, lobes_treated_this_session=2)

    assert (decision.verdict, decision.findings) == ("too-large-field", (TWO_LOBES,))


def test_2012_an_unknown_interval_matters_after_the_first_session() -> None:
    decision = decide(first_session=False, interval_since_last_session_weeks=None)

    assert (decision.missing, decision.possible) == (
        ("interval_since_last_session_weeks",),
        ("acceptable", "beyond-recommended", "too-early"),
    )


@BOTH_EDITIONS
@pytest.mark.parametrize("unknown", ["lobes_treated_this_session", "antibiotics", "somatostatin_analogue"])
def test_an_unknown_input_that_matters_is_named(unknown: str, edition: str) -> None:
    assert decide(edition, **{unknown: None}).missing == (unknown,)


@BOTH_EDITIONS
@pytest.mark.parametrize("changes", [{}, {"somatostatin_analogue": False}])
def test_what_is_said_of_the_analogue_carries_the_revision(changes: dict[str, Any], edition: str) -> None:
    assert decide(edition, **changes).cautions[0].risk == "A"
    assert "E02" in {c.id for c in decide(edition, **changes).cautions}


def test_2026_every_answer_wants_vasopressors_at_hand() -> None:
    assert ("vasopressors", "A") in {(c.id, c.risk) for c in decide("2026").cautions}


@pytest.mark.parametrize("bad", ["1 month", "5,25", "3 kg", "90 %", True, float("nan"), -1, 521])
def test_a_bad_interval_is_refused_by_name(bad: object) -> None:
    """A month too: it has no fixed number of weeks."""
    with pytest.raises(nl.InputError, match="interval_since_last_session_weeks"):
        decide(interval_since_last_session_weeks=bad)


def test_a_flip_names_four_weeks() -> None:
    flips = decide(interval_since_last_session_weeks=3).flips()

    assert ("[4..6]", "acceptable") in {(f.to, f.verdict) for f in flips}


@PROPHYLAXIS
def test_2026_missing_protection_is_named_before_field_and_interval_and_all_are_found(field: str, finding: str) -> None:
    decision = decide("2026", **{field: False}, lobes_treated_this_session=2, interval_since_last_session_weeks=3)

    assert (decision.verdict, decision.findings) == ("incomplete-prophylaxis", (finding, TWO_LOBES, TOO_SOON))


@pytest.mark.parametrize(("weeks", "findings"), [(3.999, (TWO_LOBES, TOO_SOON)), (4, (TWO_LOBES,)), (7, (TWO_LOBES,))])
def test_2026_the_field_is_named_before_the_interval_and_a_long_gap_is_no_finding(
    weeks: float, findings: tuple[str, ...]
) -> None:
    decision = decide("2026", lobes_treated_this_session=2, interval_since_last_session_weeks=weeks)

    assert (decision.verdict, decision.findings) == ("too-large-field", findings)


def test_2026_an_unknown_interval_matters_after_the_first_session() -> None:
    decision = decide("2026", first_session=False, interval_since_last_session_weeks=None)

    assert (decision.missing, decision.possible) == (
        ("interval_since_last_session_weeks",),
        ("acceptable", "too-early"),
    )


@pytest.mark.parametrize(
    ("syndrome", "analogue", "verdict"),
    [
        (True, True, "acceptable"),
        (True, False, "incomplete-prophylaxis"),
        (False, True, "acceptable"),
        (False, False, "acceptable"),
        (None, True, "acceptable"),
        (None, False, None),
    ],
)
def test_2026_the_analogue_is_asked_in_the_carcinoid_syndrome_only(
    syndrome: bool | None, analogue: bool, verdict: str | None
) -> None:
    decision = decide("2026", carcinoid_syndrome=syndrome, somatostatin_analogue=analogue)

    assert (decision.verdict, decision.missing) == (verdict, () if verdict else ("carcinoid_syndrome",))


@pytest.mark.parametrize("syndrome", [True, False])
def test_2026_without_the_syndrome_an_analogue_is_at_hand(syndrome: bool) -> None:
    found = {(c.id, c.risk) for c in decide("2026", carcinoid_syndrome=syndrome).cautions}

    assert (("at-hand", "A") in found) is not syndrome


def test_2026_that_the_analogue_is_left_out_without_the_syndrome_is_said_to_be_recalled() -> None:
    assert "recalled" in decide("2026", carcinoid_syndrome=False, somatostatin_analogue=False).because


@pytest.mark.parametrize(
    ("syndrome", "heart", "said"), [(True, True, True), (True, None, True), (True, False, False), (False, None, False)]
)
def test_2026_hydration_waits_for_the_heart_in_the_carcinoid_syndrome(
    syndrome: bool, heart: bool | None, said: bool
) -> None:
    found = {c.id: c.text for c in decide("2026", carcinoid_syndrome=syndrome, carcinoid_heart_disease=heart).cautions}

    assert ("fluid" in found.get("carcinoid-heart-first", "")) is said


def test_the_editions_differ_after_a_long_gap_and_without_the_syndrome() -> None:
    found = {(d.before.verdicts, d.after.verdicts) for d in nl.compare("embolisation-session")}

    assert found == {
        (("beyond-recommended",), ()),
        (("incomplete-prophylaxis",), ()),
        (("incomplete-prophylaxis",), ("acceptable",)),
        (("incomplete-prophylaxis",), ("too-early",)),
        (("incomplete-prophylaxis",), ("too-large-field",)),
    }
