"""The figure of chapter 4.4 shows whole patients, each once, and adds what may be added."""

import json
import re

import pytest

from netlearn.errors import KnowledgeError
from netlearn.evidence import figure
from netlearn.figures import Link
from netlearn.figures.chemotherapy import what_was_counted
from netlearn.figures.outcomes import OutcomePart, Series, outcomes_figure, part_of
from netlearn.figures.template import LIGHT

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
    with pytest.raises(KnowledgeError, match="no whole number"):
        part_of(11, figure("E03.response-well-differentiated"))


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
