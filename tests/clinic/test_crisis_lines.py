"""Plain lines for the crisis room: read as an order is read, and refused with the same care."""

import pytest

import netlearn as nl
from netlearn.clinic.crisis import Action
from netlearn.clinic.crisis.lines import read_line


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("octreotide 300 microgram IV", Action("octreotide", "300 microgram", "IV")),
        ("Octreotide 0.3 mg i.v.", Action("octreotide", "300 microgram", "IV")),
        ("octreotide IV 300 microgram", Action("octreotide", "300 microgram", "IV")),
        ("  octreotide   300\u00a0microgram   subcutaneously ", Action("octreotide", "300 microgram", "SC")),
        ("octreotide 300 microgram", Action("octreotide", "300 microgram")),
        ("octreotide IV", Action("octreotide", route="IV")),
        ("octreotide", Action("octreotide")),
        ("octreotide 50 microgram/h infusion", Action("octreotide", "50 microgram/h", "infusion")),
        ("octreotide 50 microgram/h intravenous infusion", Action("octreotide", "50 microgram/h", "infusion")),
        ("octreotide infusion", Action("octreotide-infusion")),
        ("octreotide infusion 50 microgram/h", Action("octreotide-infusion", "50 microgram/h")),
        ("noradrenaline", Action("noradrenaline")),
        ("norepinephrine 0.1 microgram/kg/min IV", Action("noradrenaline", "0.1 microgram/kg/min", "IV")),
        ("Plasma", Action("plasma")),
        ("stop handling", Action("stop-manipulation")),
        ("wait", Action("wait")),
    ],
)
def test_a_line_is_the_order_it_writes(line: str, action: Action) -> None:
    assert read_line(line) == action
    assert nl.crisis.judge([line]).verdicts == nl.crisis.judge([action]).verdicts


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
@pytest.mark.parametrize(
    "line",
    [
        "octreotide 300 mg IV",
        "octreotide 0.3 g IV",
        "octreotide IV 300 mg",
        "octreotide 300 mg",
        "octreotide 300 mg/h infusion",
    ],
)
def test_a_thousandfold_dose_in_a_line_is_harmful_and_not_given(line: str, edition: str) -> None:
    (step,) = nl.crisis.judge([line], edition).steps

    assert (step.verdict, step.after.given) == ("harmful", frozenset())


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("", "action"),
        ("   ", "action"),
        ("morphine 10 mg IV", "action"),
        ("300 microgram octreotide IV", "action"),
        ("wait 300 microgram", "action"),
        ("stop the octreotide", "action"),
        ("noradrenaline please", "action"),
        ("octreotide 300 IV", "dose"),
        ("octreotide 300", "dose"),
        ("octreotide 5,25 microgram IV", "dose"),
        ("octreotide 300 ml IV", "dose"),
        ("octreotide -300 microgram IV", "dose"),
        ("octreotide 300 microgram IV and wait", "dose"),
        ("octreotide 300 microgram by mouth", "dose"),
        ("octreotide SC 300 microgram IV", "dose"),
        ("octreotide some IV", "dose"),
        ("noradrenaline 1 mg SC", "route"),
    ],
)
def test_a_line_that_is_no_order_is_refused_by_field(line: str, field: str) -> None:
    with pytest.raises(nl.InputError, match=rf"^{field}: "):
        nl.crisis.judge([line])


def test_the_refusal_shows_what_a_line_looks_like() -> None:
    with pytest.raises(nl.InputError, match="octreotide 300 microgram IV"):
        read_line("give something")


def test_the_lines_of_a_run_are_judged_in_their_order() -> None:
    outcome = nl.crisis.judge(["noradrenaline", "call senior help", "octreotide 300 microgram IV"], "2026")

    assert (outcome.verdicts, outcome.complete) == (("right", "right", "not-stated"), True)


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        ("-300 microgram", "A dose must be above 0"),
        ("0 mg", "A dose must be above 0"),
        ("1.000 microgram", "can be 1 or, where a point groups thousands, 1000"),
    ],
)
def test_a_line_whose_dose_can_be_read_in_two_ways_or_is_nothing_is_refused_in_a_sentence(dose: str, said: str) -> None:
    with pytest.raises(nl.InputError, match=said):
        nl.crisis.judge([f"octreotide {dose} IV"])
