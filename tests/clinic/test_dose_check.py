"""Doses: the thousandfold misprint refused, every dose of a source accepted, the rest wrong or not stated."""

from collections.abc import Iterator
from typing import Any

import pytest

from netlearn import evidence
from netlearn.decision import load
from netlearn.decision.table import Rule
from netlearn.quantity import Quantity
from netlearn.units import SPELT
from tests.clinic.prescriptions import (
    BEFORE,
    BOTH,
    CABOZANTINIB,
    CONTROL_ARM,
    CRISIS,
    DEPOT,
    DOTATATE,
    EDOTREOTIDE,
    FORTE,
    LANREOTIDE,
    SYNDROME,
    TELOTRISTAT,
    cautions,
    check,
)

OF_THE_REVIEW = {"syndrome": SYNDROME, "before operation": BEFORE, "crisis": CRISIS, "depot": DEPOT}
BY_THE_DAY = {"label-twice": 2, "label-three-times": 3, "label-four-times": 4}  # accepting rules -> doses a day
SINCE = {
    "control arm": CONTROL_ARM,
    "lanreotide": LANREOTIDE,
    "lanreotide every 14 days": FORTE,
    "telotristat": TELOTRISTAT,
    "cabozantinib": CABOZANTINIB,
    "dotatate": DOTATATE,
    "edotreotide": EDOTREOTIDE,
}


# What the sources give.
@BOTH
@pytest.mark.parametrize("name", OF_THE_REVIEW)
def test_every_dose_of_the_review_is_accepted_in_both_editions(name: str, edition: str) -> None:
    assert check(OF_THE_REVIEW[name], edition).verdict == "accept"


@pytest.mark.parametrize("name", SINCE)
def test_every_dose_of_the_updates_is_accepted_in_2026(name: str) -> None:
    assert check(SINCE[name], "2026").verdict == "accept"


@pytest.mark.parametrize("name", SINCE)
def test_no_dose_of_the_updates_is_known_in_2012(name: str) -> None:
    assert check(SINCE[name]).status == "not-stated"


# The thousandfold misprint.
@BOTH
@pytest.mark.parametrize("route", ["SC", "IV", "IM", None])
@pytest.mark.parametrize("context", ["carcinoid-syndrome", "crisis", "preoperative", "growth-control", None])
@pytest.mark.parametrize("dose", ["150 mg", "300 mg"])
def test_milligram_for_microgram_is_rejected_whatever_it_is_for(
    dose: str, context: str | None, route: str | None, edition: str
) -> None:
    assert check(SYNDROME, edition, dose=dose, context=context, route=route).verdict == "reject"


@BOTH
def test_the_rejection_says_1000_times_the_dose_and_names_the_misprint(edition: str) -> None:
    decision = check(SYNDROME, edition, dose="150 mg")

    assert "1,000 times the dose, E01" in decision.because
    assert decision.findings == ("1,000 times the dose",)
    assert decision.cautions[0].id == "E01"


@BOTH
def test_the_drug_the_form_and_150_mg_alone_are_enough_to_reject(edition: str) -> None:
    assert check({"drug": "octreotide", "formulation": "short-acting", "dose": "150 mg"}, edition).verdict == "reject"


@BOTH
def test_the_misprint_travels_with_the_corrected_dose_too(edition: str) -> None:
    assert "E01" in cautions(check(SYNDROME, edition))


def test_a_flip_of_the_rejected_dose_leads_to_the_corrected_one() -> None:
    flips = check(SYNDROME, dose="150 mg").flips()

    assert ("dose", "150 microgram", "accept") in {(f.input, f.set, f.verdict) for f in flips}


@pytest.mark.parametrize(
    ("dose", "rejected"),
    [("1499 microgram", False), ("1.5 mg", False), ("1500.1 microgram", True), ("1501 microgram", True), ("2 g", True)],
)
def test_one_dose_above_the_most_allowed_in_a_day_is_rejected(dose: str, rejected: bool) -> None:
    decision = check(CRISIS, dose=dose)

    assert (decision.verdict == "reject") is rejected


@pytest.mark.parametrize(
    ("dose", "frequency", "rejected"),
    [
        ("750 microgram", "BID", False),
        ("751 microgram", "BID", True),
        ("500 microgram", "TID", False),
        ("501 microgram", "TID", True),
        ("375 microgram", "QID", False),
        ("376 microgram", "QID", True),
        ("501 microgram", "once a day", False),
    ],
)
def test_several_doses_that_pass_the_most_allowed_in_a_day_are_rejected(
    dose: str, frequency: str, rejected: bool
) -> None:
    decision = check(SYNDROME, dose=dose, frequency=frequency)

    assert (decision.verdict == "reject") is rejected


# Routes and frequencies.
@BOTH
@pytest.mark.parametrize("frequency", ["single", "TID", None])
@pytest.mark.parametrize("route", ["SC", "IM", "oral"])
def test_in_a_crisis_any_way_but_a_vein_is_the_wrong_route(route: str, frequency: str | None, edition: str) -> None:
    assert check(CRISIS, edition, route=route, frequency=frequency).verdict == "wrong-route"


@BOTH
@pytest.mark.parametrize("case", [SYNDROME, BEFORE], ids=["syndrome", "before operation"])
@pytest.mark.parametrize("route", ["IV", "IM", "oral"])
def test_elsewhere_any_way_but_under_the_skin_is_the_wrong_route_but_for_a_bolus_in_2026(
    case: dict[str, Any], route: str, edition: str
) -> None:
    bolus = case is BEFORE and route == "IV" and edition == "2026"

    assert check(case, edition, route=route).verdict == (None if bolus else "wrong-route")


@BOTH
@pytest.mark.parametrize("frequency", ["once", "daily", "weekly", "monthly"])
def test_for_the_syndrome_less_than_two_doses_a_day_is_the_wrong_frequency(frequency: str, edition: str) -> None:
    assert check(SYNDROME, edition, frequency=frequency).verdict == "wrong-frequency"


@pytest.mark.parametrize("frequency", ["BID", "QID"])
def test_2012_for_the_syndrome_anything_but_three_times_a_day_is_the_wrong_frequency(frequency: str) -> None:
    assert check(SYNDROME, frequency=frequency).verdict == "wrong-frequency"


@pytest.mark.parametrize("case", [BEFORE, CRISIS], ids=["before operation", "crisis"])
def test_the_review_names_no_interval_for_its_single_doses(case: dict[str, Any]) -> None:
    assert check(case, frequency=None).verdict == "accept"
    assert "one-dose" in cautions(check(case, frequency="TID"))
    assert "one-dose" not in cautions(check(case))


@pytest.mark.parametrize(
    ("case", "changed", "verdict"),
    [
        (CONTROL_ARM, {"route": "IV"}, "wrong-route"),
        (CONTROL_ARM, {"frequency": "every 14 days"}, "wrong-frequency"),
        (LANREOTIDE, {"route": "IV"}, "wrong-route"),
        (LANREOTIDE, {"frequency": "every 8 weeks"}, "wrong-frequency"),
        (LANREOTIDE, {"frequency": "every 14 days", "context": "growth-control"}, "wrong-frequency"),
        (FORTE, {"frequency": "every 8 weeks"}, "wrong-frequency"),
        (FORTE, {"frequency": "every 28 days"}, "accept"),
        (TELOTRISTAT, {"route": "SC"}, "wrong-route"),
        (TELOTRISTAT, {"frequency": "BID"}, "wrong-frequency"),
        (CABOZANTINIB, {"route": "IV"}, "wrong-route"),
        (DOTATATE, {"route": "IM"}, "wrong-route"),
        (DOTATATE, {"frequency": "every 12 weeks"}, "wrong-frequency"),
        (EDOTREOTIDE, {"route": "SC"}, "wrong-route"),
        (EDOTREOTIDE, {"frequency": "every 8 weeks"}, "wrong-frequency"),
    ],
)
def test_2026_a_changed_route_or_frequency_has_its_verdict(
    case: dict[str, Any], changed: dict[str, Any], verdict: str
) -> None:
    assert check(case, "2026", **changed).verdict == verdict


def test_2026_the_source_of_cabozantinib_prints_no_frequency() -> None:
    assert check(CABOZANTINIB, "2026", frequency="TID").status == "not-stated"


# Slips of unit in the other drugs.
@pytest.mark.parametrize(
    "case", [LANREOTIDE, TELOTRISTAT, CABOZANTINIB], ids=["lanreotide", "telotristat", "cabozantinib"]
)
@pytest.mark.parametrize(
    ("dose", "rejected"), [("999 microgram", True), ("1 mg", False), ("999 mg", False), ("1 g", True)]
)
def test_2026_a_slip_of_unit_is_rejected(case: dict[str, Any], dose: str, rejected: bool) -> None:
    assert (check(case, "2026", dose=dose).verdict == "reject") is rejected


@pytest.mark.parametrize("case", [DOTATATE, EDOTREOTIDE], ids=["dotatate", "edotreotide"])
@pytest.mark.parametrize(
    ("dose", "rejected"),
    [("7.4 MBq", True), ("0.99 GBq", True), ("1 GBq", False), ("999 GBq", False), ("1000 GBq", True)],
)
def test_2026_a_slip_of_activity_is_rejected(case: dict[str, Any], dose: str, rejected: bool) -> None:
    assert (check(case, "2026", dose=dose).verdict == "reject") is rejected


@pytest.mark.parametrize(
    ("case", "dose", "verdict"),
    [
        (DOTATATE, "7.39 GBq", None),
        (DOTATATE, "7.41 GBq", None),
        (DOTATATE, "7.5 GBq", "reject"),
        (EDOTREOTIDE, "7.4 GBq", None),
        (EDOTREOTIDE, "7.51 GBq", None),
        (TELOTRISTAT, "500 mg", None),
        (LANREOTIDE, "90 mg", None),
        (CABOZANTINIB, "40 mg", None),
    ],
)
def test_2026_another_amount_is_not_stated_unless_a_source_warns_of_it(
    case: dict[str, Any], dose: str, verdict: str | None
) -> None:
    assert check(case, "2026", dose=dose).verdict == verdict


@BOTH
def test_e02_travels_with_octreotide_before_operation_and_in_a_crisis(edition: str) -> None:
    assert all("E02" in cautions(check(case, edition)) for case in (BEFORE, CRISIS))


def test_2026_the_crisis_dose_never_delays_vasopressors() -> None:
    assert "vasopressors first" in check(CRISIS, "2026").because


@BOTH
def test_every_accepted_amount_is_one_that_a_cited_source_gives(edition: str) -> None:
    """The literal of an accepting rule, in its unit, equals a bound of a cited fact or figure, in its own."""
    for rule in (r for r in load("dose-check", edition).rules if r.verdict == "accept" and r.id not in BY_THE_DAY):
        stated = [number for name in ("dose_microgram", "activity_gbq") for number in _literals(rule, name)]
        assert stated and set(stated) <= set(_cited(rule)), rule.id


@pytest.mark.parametrize("id", BY_THE_DAY)
def test_2026_the_doses_of_a_day_add_up_to_the_range_of_the_label(id: str) -> None:
    """To a tenth of a microgram: a third of 100 is rounded up."""
    rule = load("dose-check", "2026").rule(id)
    ends = [BY_THE_DAY[id] * float(end) for end in rule.when["dose_microgram"].literals]

    assert ends == pytest.approx([float(bound.value) for bound in _cited(rule) if bound.unit == "microgram"], abs=0.1)


def _literals(rule: Rule, name: str) -> tuple[Quantity, ...]:
    unit = {"dose_microgram": "microgram", "activity_gbq": "GBq"}[name]
    return tuple(Quantity(n, unit) for n in rule.when[name].literals) if name in rule.when else ()


def _cited(rule: Rule) -> Iterator[Quantity]:
    values = [evidence.fact(f).value for f in rule.facts] + [evidence.figure(f).value for f in rule.figures]
    for value in values:
        if value and value.unit in SPELT:
            yield from (Quantity(bound, value.unit) for bound in value.bounds())
