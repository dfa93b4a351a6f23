"""The figures of chapter 3.3 show the facts, all of them, in words and in the drawing."""

import json
import re
from fractions import Fraction

import pytest

from netlearn.evidence import fact, facts, figure
from netlearn.figures import Link
from netlearn.figures.ablation import (
    at_least_one,
    complications,
    per_lesion_per_patient,
    recurrence_read_twice,
    size_limits,
)
from netlearn.figures.template import LIGHT

KOSE = [
    "kose-2020.local-recurrence-per-lesion",
    "kose-2020.local-recurrence-per-patient",
]
FIGURES = {
    size_limits: ["3.3-28", "3.3-29", "5-06", "3.3-11", "ablation-size.largest-size"],
    recurrence_read_twice: ["E15.local-recurrence", "3.3-24", "E15.new-liver-lesions", "E15.extrahepatic-disease"],
    per_lesion_per_patient: KOSE,
    complications: ["3.3-32", "E15.morbidity", "E16.morbidity", "3.3-33", "E15.mortality"],
}
CALCULATED = {recurrence_read_twice: {3: 14, 5: 13}, per_lesion_per_patient: {2: 26}}  # by place among the marks
BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])
EACH = pytest.mark.parametrize("make", FIGURES, ids=lambda make: make.__name__)


def source(id):
    return fact(id) if id in facts() else figure(id)


def ends(trace):
    """The numbers a mark stands for: both ends of a bar, the place of a dot or of a limit's tick."""
    if trace["type"] == "bar":
        return (trace["base"][0], trace["base"][0] + trace["x"][0])
    return (trace["x"][-1],)


@EACH
@BOTH
def test_marks_are_the_facts(make, width):
    """Each mark lies where its fact says, in the order of the rows, and the others are those calculated here."""
    marks = [ends(trace) for trace in getattr(make(), width)["data"]]
    calculated = CALCULATED.get(make, {})

    assert {place: marks[place] for place in calculated} == {place: (n,) for place, n in calculated.items()}
    assert [each for place, each in enumerate(marks) if place not in calculated] == [
        tuple(map(float, source(id).value.bounds())) for id in FIGURES[make]
    ]


@EACH
@BOTH
def test_value_stands_beside_its_mark(make, width):
    """Each value is written out beside its mark."""
    notes = [note["text"] for note in getattr(make(), width)["layout"]["annotations"]]

    for id in FIGURES[make]:
        assert f"<b>{source(id).value.text()}</b>" in notes


@EACH
def test_alt_text_has_every_value(make):
    """Who cannot see the drawing is told every value with how well it is checked."""
    for id in FIGURES[make]:
        assert source(id).value.text() in make().alt
    for number in CALCULATED.get(make, {}).values():
        assert f"about {number}\N{NO-BREAK SPACE}%, calculated" in make().alt
    assert make().alt.count("as printed in the review") == sum(id in facts() for id in FIGURES[make])


@EACH
def test_table_has_every_value_with_its_link(make):
    """The table lists the same facts as the drawing, each with its link, and each row says what it counts."""
    links = [cell for row in make().table for cell in row if isinstance(cell, Link)]

    assert [link.source.id for link in links] == FIGURES[make]
    assert [link.text for link in links] == [source(id).value.text() for id in FIGURES[make]]
    assert {len(row) for row in make().table} == {len(make().table[0])}
    assert len({row[0] for row in make().table}) == len(make().table)


@EACH
def test_same_figure_same_bytes(make):
    """A figure made twice is the same to the byte, or a notebook would change when nothing has."""
    once, again = (json.dumps(make()._repr_mimebundle_()) for _ in range(2))

    assert once == again


@EACH
@BOTH
def test_colours_are_names_of_the_stylesheet(make, width):
    """A colour typed into a drawing would not follow the theme."""
    text = json.dumps(getattr(make(), width))

    assert set(re.findall(r"var\((--[\w-]+)\)", text)) <= set(LIGHT)
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgba?\(", text)


@EACH
@BOTH
def test_traces_are_of_the_basic_bundle(make, width):
    """The page carries the small bundle of Plotly only."""
    assert {trace["type"] for trace in getattr(make(), width)["data"]} <= {"bar", "scatter"}


@EACH
@BOTH
def test_nothing_is_smaller_than_13_pixels(make, width):
    """The least size of type on the course's pages."""
    sizes = [note["font"]["size"] for note in getattr(make(), width)["layout"]["annotations"]]

    assert min(sizes) >= 13


@EACH
@BOTH
def test_nothing_lies_beyond_the_axis(make, width):
    """Every mark is within what is drawn."""
    low, high = getattr(make(), width)["layout"]["xaxis"]["range"]

    assert all(low <= end <= high for trace in getattr(make(), width)["data"] for end in ends(trace))


@EACH
def test_narrow_puts_labels_above_marks(make):
    """On a narrow page nothing stands to the left of the axis."""
    assert make().narrow["layout"]["margin"]["l"] < 20 < make().wide["layout"]["margin"]["l"]
    assert make().narrow["layout"]["height"] > make().wide["layout"]["height"]


def test_axis_of_diameters_is_in_centimetres():
    """The last number under the axis carries the unit; that of shares stays per cent."""
    assert size_limits().wide["layout"]["xaxis"]["ticktext"][-1] == "8\N{NO-BREAK SPACE}cm"
    assert complications().wide["layout"]["xaxis"]["ticktext"][-1] == "15\N{NO-BREAK SPACE}%"


def test_band_lies_between_the_two_limits():
    """The two readings differ between the diameters of section 3.3, and the title says where."""
    drawn = size_limits()
    bands = [shape for shape in drawn.wide["layout"]["shapes"] if shape.get("xref") == "x"]

    assert [(band["x0"], band["x1"]) for band in bands] == [(fact("3.3-28").value.low, fact("3.3-29").value.low)]
    assert "Above 3 and up to 5\N{NO-BREAK SPACE}cm" in drawn.title


@pytest.mark.parametrize(("make", "limits"), [(size_limits, {"3.3-28": True, "5-06": False, "3.3-11": True})])
def test_limit_that_is_not_meant_itself_has_a_gap(make, limits):
    """A gap between line and tick says that the limit is not included."""
    gaps = {id: None in trace["x"] for id, trace in zip(FIGURES[make], make().wide["data"], strict=True)}

    assert {id: gaps[id] for id in limits} == limits


def test_shares_read_literally_are_parts_of_the_printed_one():
    """63 and 59 per cent of 22 per cent are 13.86 and 12.98 per cent, drawn as whole numbers and called about."""
    whole, new, outside = (fact(id).value.low for id in ("3.3-24", "3.3-25", "3.3-26"))

    assert [float(whole * part / 100) for part in (new, outside)] == [13.86, 12.98]


@pytest.mark.parametrize(
    ("risk", "lesions", "expected"), [(0, 6, 0), (1, 1, 1), ("1/20", 1, "1/20"), ("1/2", 3, "7/8")]
)
def test_at_least_one_failure(risk, lesions, expected):
    """No risk, a sure one, one lesion, and several."""
    assert at_least_one(Fraction(risk), lesions) == Fraction(expected)


def test_denominators_stand_in_the_rows():
    """Each share says whom or what it was counted among."""
    among = [row[1].replace("\N{NO-BREAK SPACE}", " ") for row in per_lesion_per_patient().table[1:3]]

    assert among == ["all lesions ablated", "129 patients"]
