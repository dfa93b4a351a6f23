"""What chapter 4.1 says of orders, trials and Vera is what the tables and the figures answer."""

from fractions import Fraction

import pytest

from netlearn.clinic.cases import case
from netlearn.clinic.doses import check
from netlearn.decision import decide
from netlearn.evidence import fact, figure
from tests.chapters.reading import chapter

VERA = ("octreotide", "short-acting", "150 microgram", "SC", "three-times-a-day", "carcinoid-syndrome")


def injections(**changes):
    """Vera's injections, with changes."""
    given = dict(zip(("drug", "formulation", "dose", "route", "frequency", "context"), VERA, strict=True))
    return check(**{**given, **changes}, edition="2026")


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "accept"),
        ({"dose": "150 mg"}, "reject"),
        ({"frequency": "once-a-day"}, "wrong-frequency"),
        ({"route": "IV"}, "wrong-route"),
    ],
)
def test_the_checker_answers_what_the_reader_is_sent_to(changes, verdict):
    """Each link above the checker has its own answer."""
    assert injections(**changes).verdict == verdict


def test_the_printed_unit_is_a_thousand_times_the_dose():
    """150 mg against 150 microgram."""
    assert fact("4.1-09").value.low == figure("E01.dose").value.low == 150
    assert figure("E01.dose").value.unit == "microgram"
    assert fact("4.1-09").value.unit.startswith("mg")


def test_the_rate_of_leaflets_is_one_minus_the_hazard_ratio():
    """66 % is 1 − 0.34, no share of patients."""
    assert 1 - figure("E12.hazard-ratio").value.low == fact("4.1-18").value.low / 100


@pytest.mark.parametrize(("index", "status"), [("9.9", "decided"), ("10", "not-stated"), ("12", "not-stated")])
def test_the_rules_are_silent_about_tomas(index, status):
    """Below 10 % lanreotide is indicated against growth; at 10 % and at his 12 % no source speaks."""
    asked = next(each for each in case("tomas@2").asked if each.table == "ssa")
    given = {**asked.given["2026"], "ki67_percent": Fraction(index)}

    assert case("tomas@2").known["ki67_percent"] == 12
    assert decide("ssa", "2026", **given).status == status


def test_octreotide_serves_both_goals_of_vera():
    """Her tumour is of the midgut and G2."""
    asked = next(each for each in case("vera@4.1").asked if each.table == "ssa")
    verdicts = [
        decide("ssa", "2026", **{**asked.given["2026"], "goal": goal, "drug": "octreotide"}).verdict
        for goal in ("symptom-control", "growth-control")
    ]

    assert verdicts == ["indicated-symptoms", "indicated-growth-control"]


def test_embolisation_was_not_met_then_and_is_indicated_today():
    """As the text says beside telotristat, of which 2012 had no table."""
    asked = next(each for each in case("vera@4.1").asked if each.table == "embolisation")
    verdicts = [decide(asked.table, edition, **asked.given[edition]).verdict for edition in ("review-2012", "2026")]

    assert verdicts == ["criteria-not-met", "indicated"]


@pytest.mark.parametrize(("stools", "status"), [(3, "not-stated"), (4, "decided"), (5, "decided")])
def test_telotristat_is_for_four_stools_and_more(stools, status):
    """Vera has five."""
    asked = next(each for each in case("vera@4.1").asked if each.table == "telotristat")
    answer = decide(asked.table, "2026", **{**asked.given["2026"], "stools_per_day": stools})

    assert answer.status == status


def test_telotristat_by_child_pugh_is_said_as_its_figures_have_it():
    """Three times a day, twice in A, once in B."""
    names = ("telotristat-label.doses-per-day", "practice-4.1-26.doses-child-pugh-a", "practice-4.1-26.doses-child-pugh-b")
    said = "three times a day with food (twice in Child-Pugh A, once in B, not in C or in pregnancy)"

    assert [figure(name).value.low for name in names] == [3, 2, 1]
    assert said in chapter("04.1-somatostatin-analogues").text


def test_figures_that_are_plain_are_the_figures():
    """The 25 patients of the first study, and the share of a share of the item on stones."""
    stones, complicated = (figure(f"brighi-2020.{name}").value.low for name in ("stones", "complicated"))

    assert figure("E01.patients").value.low == 25
    assert 1000 * figure("octreotide-label.daily-maximum").value.bounds()[-1] == 1500
    assert round(200 * stones / 100 * complicated / 100) == 15
