"""The numbers that chapter 1 declares are those of the evidence, and its grades are those of the tables."""

import pytest

from netlearn.clinic.cases import case as patient
from netlearn.decision import decide
from netlearn.evidence import fact, figure


@pytest.mark.parametrize(
    ("later", "rise"), [("E30.incidence-2004", "E30.rise"), ("E30.incidence-2012", "dasari-2017.rise")]
)
def test_rise_is_the_quotient_of_the_two_rates(later, rise):
    """4.8 and 6.4 times are what dividing gives, to one decimal."""
    quotient = figure(later).value.low / figure("E30.incidence-1973").value.low

    assert round(quotient, 1) == figure(rise).value.low


def case(ki67, mitoses, differentiation="well", morphology="none"):
    return {
        "ki67_percent": ki67,
        "mitoses_per_2mm2": mitoses,
        "differentiation": differentiation,
        "morphology": morphology,
    }


def both(ki67, mitoses, differentiation="well", morphology="none"):
    """The answers of both editions; one count of mitoses serves both."""
    given = case(ki67, mitoses, differentiation, morphology)
    newer = decide("grade", edition="2026", **given)
    older = decide("grade", mitoses_per_10hpf=given.pop("mitoses_per_2mm2"), **given)
    return older, newer


@pytest.mark.parametrize(
    ("given", "verdicts"),
    [
        (case(4, 3), ("not-G3", "NET G2")),  # Vera's report, filled in
        (case(4, 21), ("G3", "NET G3")),  # many mitoses alone
        (case(2, 1), ("not-G3", "NET G1")),
        (case("2.5", 1), ("not-G3", "NET G1")),  # without a grade in the scheme of 2010
        (case(3, 1), ("not-G3", "NET G2")),
        (case(20, 1), ("not-G3", "NET G2")),
        (case("20.1", 1), ("G3", "NET G3")),
        (case(60, 30), ("G3", "NET G3")),
        (case(60, 30, "poor", "small-cell"), ("G3", "NEC")),
        (case(15, 1, "poor", "large-cell"), ("not-G3", "NEC")),
    ],
)
def test_tumour_in_the_text_has_the_grades_it_says(given, verdicts):
    """The text and the cases that its links set say what the tables say."""
    assert tuple(d.verdict for d in both(*given.values())) == verdicts


@pytest.mark.parametrize(
    ("ki67", "looks", "possible", "missing"),
    [
        (4, (None, None), {"NEC", "NET G2", "NET G3"}, {"differentiation", "mitoses_per_2mm2"}),
        (12, ("well", "none"), {"NET G2", "NET G3"}, {"mitoses_per_2mm2"}),
    ],
)
def test_each_report_leaves_open_and_owes_what_the_text_says(ki67, looks, possible, missing):
    """Neither edition can name Vera's tumour or that of Tomas as the reports came."""
    older, newer = both(ki67, None, *looks)

    assert older.status == newer.status == "undetermined"
    assert set(newer.possible) == possible
    assert set(newer.missing) == missing


@pytest.mark.parametrize("name", ["vera@2", "tomas@2"])
def test_the_pathologist_s_second_word_makes_both_a_net_g2(name):
    """The last lines of the chapter are the next step of the record."""
    known = patient(name).known
    inputs = ("ki67_percent", "mitoses_per_2mm2", "differentiation", "morphology")

    assert known["mitoses_per_2mm2"] == {"vera@2": 3, "tomas@2": 8}[name]
    assert decide("grade", edition="2026", **{each: known[each] for each in inputs}).verdict == "NET G2"


def test_vera_s_heart_is_looked_at_without_a_procedure_and_tomas_s_is_not():
    """Today the syndrome is reason enough; in 2012 no table asked."""
    answers = {
        name: decide("carcinoid-heart", edition="2026", carcinoid_syndrome=syndrome, echocardiography_done=False,
                     heart_symptoms=False, procedure_planned=False, carcinoid_heart_disease=heart).verdict
        for name, syndrome, heart in (("vera", True, None), ("tomas", False, False))
    }  # fmt: skip

    assert answers == {"vera": "ask-first", "tomas": "not-needed"}


def test_exactly_20_without_a_count_needs_the_count_in_both():
    """Unknown is not low."""
    for decision in both(20, None):
        assert decision.status == "undetermined"
        assert [name.split("_")[0] for name in decision.missing] == ["mitoses"]


def test_moderate_differentiation_has_no_rule_in_2026():
    """The text says that the pathologist must decide."""
    assert both(10, 3, "moderate")[1].status == "not-stated"


def test_the_limit_that_the_text_repeats_is_that_of_both_indices():
    """20 stands for both, and is not included."""
    assert fact("1-17").value.bounds() == fact("1-18").value.bounds() == (20,)
    assert fact("1-17").value.bound == fact("1-18").value.bound == ">"
