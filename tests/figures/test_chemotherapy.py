"""The figure of chapter 4.4 shows whole patients, each once, and adds what may be added."""

import json
import re
from fractions import Fraction

import pytest
from attrs import evolve

from netlearn.errors import KnowledgeError
from netlearn.evidence import figure
from netlearn.figures import Link
from netlearn.figures.chemotherapy import what_was_counted
from netlearn.figures.outcomes import OutcomePart, Series, outcomes_figure, part_of
from netlearn.figures.template import LIGHT
from netlearn.value import Value

COUNTS = [8, 13, 6, 3, 1, 9, 5, 6, 21, 9]  # smaller, stable, grew; then smaller and not
BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])


@BOTH
def test_as_many_marks_are_drawn_as_patients_had_the_outcome(width):
    traces = getattr(what_was_counted(), width)["data"]

    assert [len(trace["x"]) for trace in traces] == COUNTS


@BOTH
def test_outcomes_differ_by_shape_and_not_by_colour_alone(width):
    symbols = [trace["marker"]["symbol"] for trace in getattr(what_was_counted(), width)["data"]]

    assert len(set(symbols)) == 4
    assert symbols[:3] == ["circle", "square", "triangle-up"]


@BOTH
def test_what_is_added_is_said_as_a_sum(width):
    said = " ".join(note["text"] for note in getattr(what_was_counted(), width)["layout"]["annotations"])

    assert "8 smaller + 13 stable = 21 of 27 (78\N{NO-BREAK SPACE}%); 6 grew" in said
    assert "3 smaller + 1 stable = 4 of 13 (31\N{NO-BREAK SPACE}%); 9 grew" in said


def test_the_title_counts_what_the_drawing_shows():
    assert what_was_counted().title == (
        "“78\N{NO-BREAK SPACE}%” is 21 of 27 with well-differentiated tumours, and 13 of the 21 did not shrink"
    )


def test_each_share_that_is_printed_leads_to_its_source():
    linked = [cell.source.id for row in what_was_counted().table[1:] for cell in row if isinstance(cell, Link)]

    assert len(linked) == 7
    assert {id.partition(".")[0] for id in linked} == {"E03", "E18", "E19"}


def test_a_share_that_fits_no_whole_number_is_refused():
    """30 % of 11 patients: three are 27 %, four are 36 %."""
    with pytest.raises(KnowledgeError, match=r"\(8 of 27\) is not 30.% of 11 patients"):
        part_of(11, figure("E03.response-well-differentiated"))


def share(percent, decimals=0, high=None, **value):
    number = Value(Fraction(percent), Fraction(high or percent), unit="%", decimals=decimals, **value)
    return evolve(figure("E18.response"), value=number, quantity="response")


@pytest.mark.parametrize(
    ("size", "percent", "decimals", "count"),
    [
        (60, "30", 0, 18),
        (60, "31", 0, None),  # 18 are 30 %, 19 are 31.7 %
        (60, "32", 0, 19),
        (60, "31.7", 1, 19),
        (60, "31.6", 1, None),
        (13, "69", 0, 9),
        (13, "70", 0, None),
        (8, "12", 0, 1),  # 12.5 %, rounded down or up
        (8, "13", 0, 1),
        (8, "12.5", 1, 1),
        (60, "0", 0, 0),
        (60, "100", 0, 60),
        (100, "31", 0, 31),
        (200, "31", 0, None),  # 61, 62 or 63
        (200, "31.0", 1, 62),
    ],
)
def test_a_share_means_the_one_number_of_patients_of_which_it_is_the_rounding(size, percent, decimals, count):
    if count is not None:
        assert part_of(size, share(percent, decimals)) == count
    else:
        with pytest.raises(KnowledgeError, match=r"is (several|no) whole number"):
            part_of(size, share(percent, decimals))


@pytest.mark.parametrize("printed", [share("31", high="32"), share("30", approximate=True)], ids=["range", "about"])
def test_a_share_that_is_no_one_number_is_refused(printed):
    with pytest.raises(KnowledgeError, match="one number"):
        part_of(60, printed)


@pytest.mark.parametrize(
    ("counted", "count"),
    [("9 of 13", 9), ("8 of 13", None), ("10 of 13", None), ("18 of 26", None)],
    ids=["near it", "too few", "too many", "of others"],
)
def test_whom_a_source_counts_are_drawn_where_the_share_is_near_them(counted, count):
    source = evolve(figure("E03.progression-poorly-differentiated"), quantity=f"progression ({counted})")

    if count is not None:
        assert part_of(13, source) == count
    else:
        with pytest.raises(KnowledgeError, match=r"is not 70.% of 13 patients"):
            part_of(13, source)


def test_a_count_that_is_no_rounding_of_the_printed_share_says_so_to_readers():
    rows = what_was_counted().table

    assert [(row[2], row[3].text, row[4].partition("; ")[2]) for row in rows if "its source counts" in row[4]] == [
        ("9 of 13", "70\N{NO-BREAK SPACE}%", "9 of 13, as its source counts them, is 69\N{NO-BREAK SPACE}%")
    ]


@pytest.mark.parametrize("rest", ["20", "40"])
def test_parts_that_are_not_all_the_patients_are_refused(rest):
    size = evolve(figure("E18.patients"), value=Value(Fraction(10), Fraction(10), unit="patients"))
    wrong = Series("ten", size, (OutcomePart("smaller", share("70")), OutcomePart("grew", share(rest))))

    with pytest.raises(KnowledgeError, match="of 10 patients"):
        wrong.counts()


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        (("smaller", "grew"), "7 of 10 (70 %) smaller; 3 grew"),
        (("stable", "not smaller"), "7 of 10 (70 %) stable; 3 not smaller"),
        (("grew", "stable"), "3 of 10 (30 %) stable; 7 grew"),
        (("stable", "smaller"), "7 stable + 3 smaller = 10 of 10 (100 %)"),
        (("grew", "not smaller"), "7 grew; 3 not smaller"),
    ],
)
def test_each_part_is_told_by_its_own_outcome(outcomes, said):
    size = evolve(figure("E18.patients"), value=Value(Fraction(10), Fraction(10), unit="patients"))
    first, second = outcomes
    made = outcomes_figure(
        [Series("ten", size, (OutcomePart(first, share("70")), OutcomePart(second)))],
        name="x", title="", subtitle="", caption="",
    )  # fmt: skip

    assert made.alt.replace("\N{NO-BREAK SPACE}", " ") == f"ten: {said}."


def test_a_size_that_counts_no_patients_is_refused():
    wrong = Series(
        "months", figure("E18.pfs"), (OutcomePart("smaller", figure("E18.response")), OutcomePart("not smaller"))
    )

    with pytest.raises(KnowledgeError, match="number of patients"):
        outcomes_figure([wrong], name="x", title="", subtitle="", caption="")


def test_months_are_no_part_of_a_series():
    with pytest.raises(KnowledgeError, match="share in %"):
        part_of(30, figure("E18.pfs"))


@BOTH
def test_colours_have_a_light_value(width):
    named = set(re.findall(r"--nl-[a-z0-9-]+", json.dumps(getattr(what_was_counted(), width))))

    assert named <= set(LIGHT)
