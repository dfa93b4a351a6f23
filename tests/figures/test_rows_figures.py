"""What every figure of rows in chapters 1 and 2 keeps: the facts, all of them, drawn, in words and in a table."""

import json
import re

import pytest

from netlearn.evidence import fact, facts, figure
from netlearn.figures import Link
from netlearn.figures.epidemiology import syndrome_share
from netlearn.figures.prognosis import synchronous_share
from netlearn.figures.template import LIGHT

OF_ALL = ["E28.liver-at-diagnosis"]
SYNDROME = ["carcinoid-syndrome-share.all-primaries", "carcinoid-syndrome-share.small-bowel"]
FIGURES = {
    syndrome_share: [*SYNDROME, "carcinoid-heart-screening.share"],
    synchronous_share: ["2-02", "2-03", *OF_ALL],
}
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
    """Each mark lies where its fact says, in the order of the rows, and there is no other mark."""
    expected = [tuple(map(float, source(id).value.bounds())) for id in FIGURES[make]]

    assert [ends(trace) for trace in getattr(make(), width)["data"]] == expected


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
    assert make().alt.count("as printed in the review") == sum(id in facts() for id in FIGURES[make])


@EACH
def test_table_has_every_value_with_its_link(make):
    """The table lists the same facts as the drawing, each with its link."""
    links = [cell for row in make().table for cell in row if isinstance(cell, Link)]

    assert [link.source.id for link in links] == FIGURES[make]
    assert [link.text for link in links] == [source(id).value.text() for id in FIGURES[make]]
    assert {len(row) for row in make().table} == {len(make().table[0])}


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
def test_narrow_puts_labels_above_marks(make):
    """On a narrow page nothing stands to the left of the axis."""
    assert make().narrow["layout"]["margin"]["l"] < 20 < make().wide["layout"]["margin"]["l"]
    assert make().narrow["layout"]["height"] > make().wide["layout"]["height"]
