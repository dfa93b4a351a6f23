"""The figures of chapter 1: incidence over the years, denominators by site, and where a gap in survival comes from."""

import json

import pytest

from netlearn.evidence import fact, figure
from netlearn.figures import Link
from netlearn.figures.epidemiology import incidence, liver_by_site, survival_gap

BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])
POINTS = {1973: "E30.incidence-1973", 2004: "E30.incidence-2004", 2012: "E30.incidence-2012"}


def marks(width, symbol):
    """Year and height of each mark of one symbol."""
    traces = getattr(incidence(), width)["data"]
    return [(t["x"][-1], t["y"][-1]) for t in traces if t["marker"]["symbol"] == symbol]


@BOTH
def test_dots_are_the_rates_of_the_papers(width):
    """Three years, each at its own height."""
    assert marks(width, "circle") == [(year, float(figure(id).value.low)) for year, id in POINTS.items()]


@BOTH
def test_bars_are_the_rates_that_the_review_prints(width):
    """The review has two of them, and both agree with the papers."""
    printed = {1973: fact("1-06"), 2004: fact("1-07")}

    assert marks(width, "line-ew-open") == [(year, float(f.value.low)) for year, f in printed.items()]


@BOTH
def test_nothing_is_drawn_between_the_years(width):
    """A line joining them would say what nobody has said here: each line stands on its year."""
    for trace in getattr(incidence(), width)["data"]:
        assert len(set(trace["x"])) == 1


@BOTH
def test_height_is_counted_from_zero_and_years_keep_their_distance(width):
    """An axis that began above zero would exaggerate the rise."""
    layout = getattr(incidence(), width)["layout"]

    assert layout["yaxis"]["range"][0] == 0
    assert layout["xaxis"]["tickvals"] == list(POINTS)


def test_years_of_the_review_are_those_of_its_fact():
    """1973 and 2004 are no numbers of ours."""
    assert tuple(list(POINTS)[:2]) == fact("1-08").value.bounds()


def test_incidence_table_says_what_is_a_year_and_what_is_adjusted():
    """The review says neither; where a paper is silent, the table says so instead of filling it in."""
    header, *rows = incidence().table
    said = {row[0]: row[2:4] for row in rows}

    assert header[2:4] == ("A year", "Adjusted for age")
    assert said["2004, review"] == ("not said", "not said")
    assert said["2004, Yao 2008"] == ("yes", "not noted")
    assert said["2012, Dasari 2017"] == ("yes", "yes")


def test_incidence_table_links_every_number_to_its_evidence():
    """Facts of the review first, then the papers."""
    links = [row[1] for row in incidence().table[1:]]

    assert all(isinstance(link, Link) for link in links)
    assert [link.source.id for link in links] == [
        "1-06", "1-07", "E30.incidence-1973", "E30.incidence-2004", "dasari-2017.incidence-1973", "E30.incidence-2012",
    ]  # fmt: skip


def test_incidence_in_words_has_every_value():
    """Who cannot see the drawing is told the years, the rates and which of them the review has."""
    words = incidence().alt

    assert all(figure(id).value.text() in words and str(year) in words for year, id in POINTS.items())
    assert words.count("the review prints") == 2 and words.count("newer than the review") == 1


def test_title_of_the_incidence_is_the_quotient():
    """6.4-fold is what the two rates give."""
    first, last = (figure(id).value.low for id in ("E30.incidence-1973", "E30.incidence-2012"))

    assert f"{float(last / first):.1f}-fold" in incidence().title


def test_same_incidence_same_bytes():
    """A figure made twice is the same to the byte."""
    once, again = (json.dumps(incidence()._repr_mimebundle_()) for _ in range(2))

    assert once == again


def test_each_site_names_whom_and_when_it_counts():
    """The rows differ in both, so each says both."""
    rows = liver_by_site().table[1:]

    assert [row[1].split()[0] for row in rows] == ["patients", "patients", "patients", "all,", "all,"]
    assert "At diagnosis or at any later time: Small intestine" in liver_by_site().alt
    assert "At diagnosis: Unknown primary" in liver_by_site().alt


def test_recalled_work_is_hollow_and_said_to_be_recalled():
    """The three shares of the named work have not been checked against it."""
    hollow = [t for t in survival_gap().wide["data"] if t["marker"].get("symbol") == "circle-open"]

    assert len(hollow) == 3
    assert survival_gap().alt.count("recalled, not yet checked against the paper") == 3


def test_same_two_ranges_stand_at_two_kinds_of_patients():
    """The point of the figure: the review's ranges are those of midgut carcinoid."""
    rows = survival_gap().table[1:]

    assert [str(row[2].text) for row in rows[:2]] == [str(row[2].text) for row in rows[2:4]]
    assert [row[1].startswith("midgut") for row in rows[:4]] == [False, False, True, True]
