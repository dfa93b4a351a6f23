"""The numbers that chapter 1 declares are those of the evidence, and its grades are those of the tables."""

import re

import pytest

from netlearn.decision import decide
from netlearn.evidence import fact, figure
from tests.chapters.reading import chapter, section

CHAPTER = chapter("01-introduction")


def test_limits_in_words_are_those_of_the_evidence():
    """The 20, the 55 and the 70 that stand without a link are bounds of what is linked beside them."""
    assert fact("1-17").value.bounds() == fact("1-18").value.bounds() == (20,)
    assert figure("nordic-nec.ki67-below").value.bounds() == (55,)
    assert figure("nec-definition.usual-ki67-above").value.bounds() == (70,)


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
        (case(8, 21), ("G3", "NET G3")),  # the explorer as it opens
        (case(20, 20), ("not-G3", "NET G2")),
        (case(2.5, 1), ("not-G3", "NET G1")),
        (case(25, None, None, None), ("G3", None)),
        (case(60, 30), ("G3", "NET G3")),
        (case(60, 30, "poor", "small-cell"), ("G3", "NEC")),
        (case(15, 12, "poor", "large-cell"), ("not-G3", "NEC")),
        (case(25, 14), ("G3", "NET G3")),  # the worked case, its second report
        (case(20, 14), ("not-G3", "NET G2")),  # the change at its end
    ],
)
def test_tumour_in_the_text_has_the_grades_it_says(given, verdicts):
    """The explorer's cases, the worked case and the text say what the tables say."""
    assert tuple(d.verdict for d in both(*given.values())) == verdicts


def test_first_report_settles_the_grade_of_2012_only():
    """With the index alone, 2026 still wavers between NET G3 and NEC, for want of the differentiation."""
    newer = both(25, None, None, None)[1]

    assert newer.status == "undetermined"
    assert set(newer.possible) >= {"NET G3", "NEC"}
    assert "differentiation" in newer.missing and "mitoses_per_2mm2" not in newer.missing


def test_exactly_20_without_a_count_needs_the_count_in_both():
    """Question 6: unknown is not low."""
    for decision in both(20, None):
        assert decision.status == "undetermined"
        assert [name.split("_")[0] for name in decision.missing] == ["mitoses"]


def test_moderate_differentiation_has_no_rule_in_2026():
    """The text says that the pathologist must decide."""
    assert both(10, 3, "moderate")[1].status == "not-stated"


def test_one_step_in_either_index_changes_both_answers_at_20():
    """The first case to try asks for it."""
    for decision in both(20, 20):
        assert {s.input.split("_")[0] for s in decision.flips() if s.verdict in ("G3", "NET G3")} == {"ki67", "mitoses"}


def test_presets_of_the_explorer_are_the_cases_that_the_text_names():
    """Each case to try is spoken of under its name, in the same order."""
    source = next(cell.source for cell in CHAPTER.code if cell.id == "grade-explorer")
    words = section(CHAPTER, "One tumour under two editions")
    places = [words.index(f"**{name}") for name in re.findall(r'^        "([^"]+)": \{', source, re.MULTILINE)]

    assert len(places) == 6 and places == sorted(places)
