"""What each edition says of each action, of the whole run, and of what is missing."""

from fractions import Fraction

import pytest

from netlearn.clinic.crisis import Action, editions, judge
from netlearn.clinic.crisis.load import moves
from netlearn.errors import InputError

OCTREOTIDE = Action("octreotide", dose="300 microgram", route="IV")
VASOPRESSORS = ("noradrenaline", "adrenaline", "phenylephrine", "vasopressin")
IN_BOTH = pytest.mark.parametrize("edition", editions())


def octreotide(dose: str | None, route: str | None) -> Action:
    return Action("octreotide", dose=dose, route=route)


def last(edition: str, *actions: Action | str) -> str:
    return judge(actions, edition).verdicts[-1]


@pytest.mark.parametrize(
    ("actions", "in_2012", "in_2026"),
    [
        (["stop"], "good-practice", "good-practice"),
        (["stop", "stop"], "not-stated", "not-stated"),
        (["call"], "not-stated", "right"),
        (["call", "call"], "not-stated", "not-stated"),
        (["crystalloid"], "insufficient-alone", "insufficient-alone"),
        ([Action("crystalloid", dose="1 l", route="IV")], "insufficient-alone", "insufficient-alone"),
        (["plasma"], "right", "insufficient-alone"),
        (["plasma", "plasma"], "not-stated", "insufficient-alone"),
        ([OCTREOTIDE], "right", "insufficient-alone"),
        ([octreotide("0.3 mg", "IV")], "right", "insufficient-alone"),
        ([OCTREOTIDE, OCTREOTIDE], "not-stated", "insufficient-alone"),
        (["vasopressin", OCTREOTIDE], "right", "not-stated"),
        ([octreotide("300 microgram", "SC")], "wrong", "wrong"),
        ([octreotide("300 microgram", "IM")], "wrong", "wrong"),
        ([octreotide("100 microgram", "IV")], "not-stated", "not-stated"),
        ([octreotide("1.5 mg", "IV")], "not-stated", "not-stated"),
        ([octreotide("1.6 mg", "IV")], "harmful", "harmful"),
        ([octreotide("300 mg", "IV")], "harmful", "harmful"),
        ([octreotide("0.3 g", "IV")], "harmful", "harmful"),
        ([octreotide("300 mg", "SC")], "harmful", "harmful"),
        ([octreotide("150 mg", "SC")], "harmful", "harmful"),
        ([octreotide(None, "IV")], "not-stated", "not-stated"),
        ([octreotide("300 microgram", None)], "not-stated", "not-stated"),
        (["octreotide-infusion"], "insufficient-alone", "insufficient-alone"),
        ([OCTREOTIDE, "octreotide-infusion"], "right", "insufficient-alone"),
        ([OCTREOTIDE, "octreotide-infusion", "octreotide-infusion"], "not-stated", "insufficient-alone"),
        (["noradrenaline", "octreotide-infusion"], "insufficient-alone", "not-stated"),
        ([octreotide("50 microgram/h", "infusion")], "not-stated", "not-stated"),
        ([octreotide("50 mg/h", "infusion")], "harmful", "harmful"),
        (["calcium"], "harmful", "not-stated"),
        (["noradrenaline"], "harmful", "right"),
        (["adrenaline"], "harmful", "right"),
        (["phenylephrine"], "not-stated", "right"),
        (["vasopressin"], "not-stated", "right"),
        (["vasopressin", "vasopressin"], "not-stated", "right"),
        (["vasopressin", "wait", "wait", "vasopressin"], "not-stated", "not-stated"),
        ([Action("noradrenaline", dose="5 microgram", route="IV")], "harmful", "not-stated"),
        ([Action("vasopressin", dose="2 units", route="IV")], "not-stated", "not-stated"),
        (["stop-own-analogue"], "wrong", "wrong"),
        (["wait"], "wrong", "wrong"),
        (["vasopressin", "wait"], "wrong", "not-stated"),
        ([OCTREOTIDE, "wait"], "wrong", "wrong"),
        ([OCTREOTIDE, "plasma", "wait"], "not-stated", "wrong"),
        (["vasopressin", "call", "call", "wait"], "not-stated", "not-stated"),
    ],
)  # fmt: skip
def test_the_last_action_is_judged(actions: list[Action | str], in_2012: str, in_2026: str) -> None:
    assert (last("review-2012", *actions), last("2026", *actions)) == (in_2012, in_2026)


@pytest.mark.parametrize(
    "order", [["plasma", OCTREOTIDE], [OCTREOTIDE, "plasma"], ["call", "stop", OCTREOTIDE, "plasma"]]
)
def test_in_2012_octreotide_and_plasma_in_either_order_are_complete(order: list[Action | str]) -> None:
    outcome = judge(order, "review-2012")

    assert (outcome.complete, outcome.credit, outcome.missing, outcome.out_of_order) == (True, 1, (), ())


@pytest.mark.parametrize("vasopressor", VASOPRESSORS)
@pytest.mark.parametrize("place", [0, 1])
def test_in_2026_a_vasopressor_and_help_in_either_order_are_complete(vasopressor: str, place: int) -> None:
    order = ["call", "plasma"]
    order.insert(place, vasopressor)

    assert judge(order, "2026").complete


def test_in_2026_octreotide_after_the_vasopressor_keeps_full_credit() -> None:
    assert judge(["noradrenaline", "call", OCTREOTIDE], "2026").complete


def test_in_2026_octreotide_before_the_vasopressor_loses_the_credit_for_order() -> None:
    outcome = judge([OCTREOTIDE, "noradrenaline", "call"], "2026")

    assert [o.id for o in outcome.out_of_order] == ["vasopressor-before-octreotide"]
    assert (outcome.credit, outcome.complete) == (Fraction(2, 3), False)


@pytest.mark.parametrize(
    ("actions", "complete"),
    [(["noradrenaline", OCTREOTIDE, "call"], True), (["call", OCTREOTIDE, "noradrenaline"], False)],
)
def test_in_2026_it_is_the_vasopressor_not_the_call_that_octreotide_must_follow(
    actions: list[Action | str], complete: bool
) -> None:
    assert judge(actions, "2026").complete is complete


def test_in_2012_an_infusion_before_the_bolus_loses_the_credit_for_order() -> None:
    outcome = judge(["octreotide-infusion", OCTREOTIDE, "plasma"], "review-2012")

    assert [o.id for o in outcome.out_of_order] == ["bolus-before-infusion"]
    assert outcome.credit == Fraction(2, 3)


@pytest.mark.parametrize(
    ("edition", "actions", "missing"),
    [
        ("review-2012", [], ["octreotide-at-once", "plasma"]),
        ("review-2012", ["plasma"], ["octreotide-at-once"]),
        ("review-2012", [OCTREOTIDE], ["plasma"]),
        ("review-2012", [octreotide("300 microgram", "SC"), "plasma"], ["octreotide-at-once"]),
        ("review-2012", [octreotide("300 mg", "IV"), "plasma"], ["octreotide-at-once"]),
        ("2026", [], ["senior-help", "vasopressor"]),
        ("2026", ["vasopressin"], ["senior-help"]),
        ("2026", [OCTREOTIDE, "plasma", "call"], ["vasopressor"]),
        ("2026", [Action("noradrenaline", dose="1 mg"), "call"], []),
        ("2026", [Action("vasopressin", dose="2 units"), "call"], []),
    ],
)
def test_what_is_missing_at_the_end_is_named(edition: str, actions: list[Action | str], missing: list[str]) -> None:
    assert [aim.id for aim in judge(actions, edition).missing] == missing


def test_nothing_done_earns_nothing() -> None:
    assert [judge([], edition).credit for edition in editions()] == [0, 0]


def test_a_wrong_or_harmful_step_costs_a_point() -> None:
    outcome = judge([octreotide("300 mg", "IV"), OCTREOTIDE, "plasma"], "review-2012")

    assert (outcome.credit, outcome.complete) == (Fraction(2, 3), False)


def test_credit_is_never_below_zero() -> None:
    assert judge(["wait"] * 5, "2026").credit == 0


@pytest.mark.parametrize("vasopressor", VASOPRESSORS)
def test_in_2012_a_vasopressor_costs_no_credit(vasopressor: str) -> None:
    assert judge([vasopressor, OCTREOTIDE, "plasma"], "review-2012").complete


def test_in_2012_a_catecholamine_is_judged_as_the_review_says_but_not_scored() -> None:
    step = judge(["adrenaline"], "review-2012").steps[0]

    assert (step.verdict, step.scored, "3.1-46" in step.judgement.facts) == ("harmful", False, True)


@pytest.mark.parametrize("action", [*VASOPRESSORS, "plasma", "wait", "calcium", OCTREOTIDE])
def test_every_step_of_2012_is_the_2012_position_with_e02_of_risk_a(action: Action | str) -> None:
    step = judge([action], "review-2012").steps[0]

    assert step.position == "the 2012 position"
    assert ("E02", "A") in {(c.id, c.risk) for c in step.cautions}


def test_an_outcome_of_2012_carries_e02_even_when_nothing_was_done() -> None:
    assert [c.id for c in judge([], "review-2012").cautions] == ["E02"]


@IN_BOTH
def test_a_thousandfold_dose_carries_e01(edition: str) -> None:
    assert "E01" in {c.id for c in judge([octreotide("0.3 g", "IV")], edition).cautions}


@IN_BOTH
def test_a_refused_overdose_is_not_given(edition: str) -> None:
    assert judge([octreotide("300 mg", "IV")], edition).end.given == frozenset()


@pytest.mark.parametrize(("edition", "verdict"), [("review-2012", "harmful"), ("2026", "not-stated")])
def test_no_vasopressor_at_a_stated_dose_is_ever_right_and_none_costs_credit(edition: str, verdict: str) -> None:
    for before in ([], ["call"], ["vasopressin"], ["vasopressin", "wait", "wait"]):
        outcome = judge([*before, Action("adrenaline", dose="1 mg", route="IV")], edition)
        assert (outcome.verdicts[-1], outcome.steps[-1].judgement.is_fault) == (verdict, False)


def test_in_2026_a_vasopressor_at_a_stated_dose_comes_before_octreotide_all_the_same() -> None:
    """Which dose is right nobody says; that it was given, and first, is so."""
    outcome = judge([Action("noradrenaline", dose="0.1 microgram/kg/min"), "call", OCTREOTIDE], "2026")

    assert (outcome.missing, outcome.out_of_order, outcome.complete) == ((), (), True)


def test_a_vasopressor_at_a_stated_dose_is_given_so_that_nobody_does_better_without_it() -> None:
    outcome = judge([Action("adrenaline", dose="1 mg", route="IV"), "wait"], "2026")

    assert (outcome.verdicts, outcome.end.given) == (("not-stated", "not-stated"), {"vasopressor"})


def test_no_action_of_the_room_offers_a_dose_of_a_vasopressor() -> None:
    offered = [move for move in moves().values() if move.gives == "vasopressor"]

    assert all(not move.dose_microgram and not any(c.isdigit() for c in move.label) for move in offered)


def test_the_two_editions_play_the_same_room() -> None:
    actions = ["plasma", OCTREOTIDE, "calcium", "adrenaline", "wait"]

    assert [s.after for s in judge(actions, "review-2012").steps] == [s.after for s in judge(actions, "2026").steps]


def test_an_action_may_be_a_name_or_a_mapping() -> None:
    mapping = {"name": "octreotide", "dose": "300 microgram", "route": "IV"}

    assert judge(["plasma", mapping]) == judge([Action("plasma"), OCTREOTIDE])


@pytest.mark.parametrize("actions", ["wait", OCTREOTIDE, {"name": "wait"}, 3, None])
def test_what_is_no_list_of_actions_is_refused(actions: object) -> None:
    with pytest.raises(InputError, match=r"^actions: "):
        judge(actions)  # type: ignore[arg-type]


@pytest.mark.parametrize("action", [{}, {"drug": "plasma"}, {"name": "plasma", "amount": "1 l"}, None])
def test_an_action_that_cannot_be_read_is_refused(action: object) -> None:
    with pytest.raises(InputError, match=r"^action: "):
        judge([action])  # type: ignore[list-item]


def test_an_edition_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(InputError, match="'review-2012', '2026'"):
        judge(["wait"], "2019")


def test_the_edition_is_the_reviews_unless_told() -> None:
    assert judge(["plasma"]).edition == "review-2012"


@pytest.mark.parametrize(("before", "standing"), [(0, "right"), (1, "right"), (2, "late"), (8, "late")])
def test_a_call_is_judged_by_its_minute_where_an_edition_asks_for_it(before: int, standing: str) -> None:
    waits = ["wait"] * before
    later = judge([*waits, "call"], "2026").steps[-1]

    assert (later.standing, later.verdict) == (standing, "right")
    assert ("no source gives one" in later.because) is (standing == "late")
    assert judge([*waits, "call"], "review-2012").steps[-1].standing == "not-stated"


def test_a_late_call_costs_no_credit_beside_what_time_was_lost_with() -> None:
    early, late = judge(["call", "phenylephrine", "stop"], "2026"), judge(["phenylephrine", "stop", "call"], "2026")

    assert late.steps[-1].standing == "late"
    assert late.credit == early.credit


@pytest.mark.parametrize(("edition", "drug"), [("2026", "vasopressin"), ("review-2012", "vasopressin")])
def test_fluids_beside_a_vasopressor_are_not_called_fluids_alone(edition: str, drug: str) -> None:
    assert (last(edition, "crystalloid"), last(edition, drug, "crystalloid")) == ("insufficient-alone", "not-stated")


def test_crystalloid_beside_octreotide_is_not_called_fluids_alone() -> None:
    assert last("review-2012", OCTREOTIDE, "crystalloid") == "not-stated"
