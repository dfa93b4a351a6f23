"""What the figures of rows in chapters 1, 2 and 3.3 keep: the facts, all of them, drawn, in words and in a table."""

import json
import re

import pytest

from netlearn.evidence import fact, facts, figure
from netlearn.figures import Link
from netlearn.figures.ablation import complications, per_lesion_per_patient, recurrence_read_twice, size_limits
from netlearn.figures.epidemiology import syndrome_share
from netlearn.figures.prognosis import synchronous_share
from netlearn.figures.template import LIGHT

OF_ALL = ["E28.liver-at-diagnosis"]
SYNDROME = ["carcinoid-syndrome-share.all-primaries", "carcinoid-syndrome-share.small-bowel"]
FIGURES = {
    syndrome_share: [*SYNDROME, "carcinoid-heart-screening.share"],
    synchronous_share: ["2-02", "2-03", *OF_ALL],
    size_limits: ["3.3-28", "3.3-29", "5-06", "3.3-11", "ablation-size.largest-size"],
    recurrence_read_twice: ["E15.local-recurrence", "3.3-24", "E15.new-liver-lesions", "E15.extrahepatic-disease"],
    per_lesion_per_patient: ["kose-2020.local-recurrence-per-lesion", "kose-2020.local-recurrence-per-patient"],
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
