"""Another cause: to look for it is credited in both editions; once it is found, treating it is what is owed."""

from fractions import Fraction

import pytest

from netlearn.clinic.crisis import editions, judge
from netlearn.clinic.crisis.load import FOUND, TEACHING_DEVICE, edition, moves

IN_BOTH = pytest.mark.parametrize("name", editions())
OCTREOTIDE = "octreotide 300 microgram IV"
LOOKS = ["look for bleeding", "look for compression of the vena cava", "look for anaphylaxis", "look for arrhythmia"]
TREATED = {
    "bleeding found": "treat bleeding",
    "vena cava compression found": "release the vena cava",
    "anaphylaxis found": "adrenaline",
    "arrhythmia found": "treat arrhythmia",
}
FOUND_AND_TREATED = pytest.mark.parametrize(("found", "treatment"), TREATED.items())
EACH_FOUND = pytest.mark.parametrize("found", TREATED)


@IN_BOTH
@pytest.mark.parametrize("look", LOOKS)
def test_looking_for_another_cause_is_good_practice_and_never_right_as_if_sourced(look: str, name: str) -> None:
    (step,) = judge([look], name).steps

    assert (step.verdict, step.judgement.basis) == ("good-practice", TEACHING_DEVICE)


@IN_BOTH
def test_looking_earns_half_a_point_that_nobody_misses(name: str) -> None:
    assert judge(["plasma"], name).credit < judge(["plasma", LOOKS[0]], name).credit
    assert "another-cause" not in {aim.id for aim in judge(["plasma"], name).missing}


def test_the_credit_never_passes_one_and_looking_makes_up_for_nothing_owed() -> None:
    assert judge(["plasma", OCTREOTIDE, *LOOKS]).credit == Fraction(1)
    assert judge(["call", "phenylephrine", "wait", LOOKS[0]], "2026").credit == Fraction(1)


@IN_BOTH
@FOUND_AND_TREATED
def test_once_a_cause_is_found_treating_it_is_all_that_edition_and_room_want(
    found: str, treatment: str, name: str
) -> None:
    outcome = judge(["call", found, treatment], name)

    assert outcome.verdicts[1:] == ("good-practice", "good-practice")
    assert (outcome.complete, outcome.missing) == (True, ())


@IN_BOTH
@EACH_FOUND
def test_a_cause_that_is_found_and_not_treated_is_missed_and_nothing_else_of_the_crisis(found: str, name: str) -> None:
    (aim,) = judge(["call", found], name).missing

    assert aim.id.startswith("treat-")


@IN_BOTH
@EACH_FOUND
@pytest.mark.parametrize("drug", [OCTREOTIDE, "octreotide infusion"])
def test_octreotide_is_owed_no_longer(found: str, drug: str, name: str) -> None:
    outcome = judge([found, drug], name)

    assert outcome.verdicts[1] == "not-stated"
    assert "owed no longer" in outcome.steps[1].because
    assert outcome.out_of_order == ()


@IN_BOTH
@EACH_FOUND
def test_a_thousandfold_dose_stays_harmful(found: str, name: str) -> None:
    assert judge([found, "octreotide 300 mg IV"], name).verdicts[1] == "harmful"


@pytest.mark.parametrize(("name", "verdict"), [("review-2012", "harmful"), ("2026", "right")])
def test_adrenaline_in_a_crisis_is_as_each_edition_has_it(name: str, verdict: str) -> None:
    assert judge(["adrenaline"], name).verdicts == (verdict,)


@IN_BOTH
def test_adrenaline_is_good_practice_once_anaphylaxis_is_found(name: str) -> None:
    assert judge(["anaphylaxis found", "adrenaline"], name).verdicts[1] == "good-practice"


@IN_BOTH
@pytest.mark.parametrize("found", [found for found in TREATED if not found.startswith("anaphylaxis")])
def test_adrenaline_beside_another_cause_is_not_stated_and_costs_nothing(found: str, name: str) -> None:
    (_, step) = judge([found, "adrenaline"], name).steps

    assert (step.verdict, step.judgement.is_fault) == ("not-stated", False)


@IN_BOTH
def test_adrenaline_at_a_dose_treats_anaphylaxis_and_its_dose_is_not_judged(name: str) -> None:
    outcome = judge(["call", "anaphylaxis found", "adrenaline 0.5 mg IM"], name)

    assert (outcome.verdicts[2], outcome.complete) == ("not-stated", True)


@IN_BOTH
@pytest.mark.parametrize(
    ("found", "treatment"),
    [("bleeding found", "treat arrhythmia"), ("arrhythmia found", "release the vena cava"), ("wait", "treat bleeding")],
)
def test_treating_what_was_not_found_is_not_stated_and_treats_nothing(found: str, treatment: str, name: str) -> None:
    outcome = judge([found, treatment], name)

    assert outcome.verdicts[1] == "not-stated"
    assert "cause-treated" not in outcome.end.given


@IN_BOTH
def test_a_second_cause_is_not_played(name: str) -> None:
    outcome = judge(["bleeding found", "anaphylaxis found"], name)

    assert outcome.verdicts[1] == "not-stated"
    assert outcome.end.given == {"bleeding", FOUND}


@IN_BOTH
@FOUND_AND_TREATED
def test_the_pressure_comes_back_once_the_cause_is_treated_and_not_before(
    found: str, treatment: str, name: str
) -> None:
    assert not judge([found, "wait", "wait", "wait", "wait"], name).stable
    assert judge([found, treatment, "wait", "wait", "wait", "wait"], name).stable


@IN_BOTH
@EACH_FOUND
def test_waiting_with_a_cause_untreated_is_wrong(found: str, name: str) -> None:
    assert judge([found, "wait"], name).verdicts[1] == "wrong"


@IN_BOTH
@EACH_FOUND
@pytest.mark.parametrize("drug", ["noradrenaline", "phenylephrine", "vasopressin"])
def test_no_vasopressor_beside_another_cause_counts_against_anyone(found: str, drug: str, name: str) -> None:
    assert not judge([found, drug], name).steps[1].judgement.is_fault


@IN_BOTH
def test_what_was_given_for_a_crisis_counts_no_more_once_another_cause_is_found(name: str) -> None:
    end = judge(["plasma", OCTREOTIDE, "noradrenaline", "call", "bleeding found"], name).end

    assert end.given == {"vasopressor", "senior-help", "bleeding", FOUND}


@IN_BOTH
def test_what_no_source_says_is_marked(name: str) -> None:
    treating = {"look-for-another-cause", *(m for m in moves() if m.endswith("-found") or m.startswith("treat-"))}
    said = [j for j in edition(name).judgements if treating & set(j.moves)]

    assert said
    assert {j.basis for j in said} == {TEACHING_DEVICE}


def test_both_vasopressors_of_enets_and_the_reading_of_limbach_are_said() -> None:
    right = {step.move: step.because for step in judge(["phenylephrine", "adrenaline"], "2026").steps}

    assert "ENETS 2022 (second-hand) prefers" in right["phenylephrine"]
    assert "neither withholds any" in right["adrenaline"]
