"""The figure of chapter 4.3 counts people, keeps the parts of a whole apart, and says what is recalled."""

import json
import re

import pytest

from netlearn.figures import Link
from netlearn.figures.prrt import response_and_control
from netlearn.figures.template import LIGHT

BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])


def counted(width):
    """How many dots each trace holds that is not of the others, and its symbol."""
    traces = getattr(response_and_control(), width)["data"]
    return [(len(trace["x"]), trace["marker"]["symbol"]) for trace in traces if trace["marker"]["size"] > 3]


@BOTH
def test_as_many_dots_are_full_as_each_share_says(width):
    """NETTER-1's two arms, the four parts of control, and the two chances by uptake."""
    assert [people for people, _ in counted(width)] == [18, 3, 2, 28, 16, 35, 20, 60]


@BOTH
def test_only_what_is_recalled_is_hollow(width):
    """Of all shares only the stable ones of the older series are recalled."""
    assert [people for people, symbol in counted(width) if symbol == "circle-open"] == [35]


@BOTH
def test_every_row_is_a_hundred_people(width):
    """The five rows hold as many dots as people, the parts of control side by side in one."""
    dots = [len(trace["x"]) for trace in getattr(response_and_control(), width)["data"]]

    assert sum(dots) == 500


def test_the_parts_of_control_begin_where_the_part_before_ends():
    """One row, counted on: nobody is in two parts."""
    parts = response_and_control().wide["data"][4:8]
    places = [place for part in parts for place in zip(part["x"], part["y"], strict=True)]

    assert len(set(places)) == len(places) == 81


@BOTH
def test_the_whole_and_its_parts_are_said_beside_the_dots(width):
    """Control is printed as one number, with what it is made of in the next line."""
    said = [note["text"] for note in getattr(response_and_control(), width)["layout"]["annotations"]]

    assert "<b>80</b> shrank or stable (recalled)" in said
    assert "2 complete, 28 partial, 16 minor, 35 stable" in said


def test_table_and_words_name_every_source_once():
    """The table leads to each share, the whole after its parts, and the words say them all."""
    found = [cell.source.id for row in response_and_control().table[1:] for cell in row if isinstance(cell, Link)]

    assert found == [
        "netter-1.response-prrt",
        "netter-1.response-control",
        "E23.complete-response",
        "E23.partial-response",
        "E23.minor-response",
        "E23.stable-disease",
        "E23.disease-control",
        "4.3-14",
        "4.3-15",
    ]
    assert "shrank or stable" in response_and_control().alt


@BOTH
def test_colours_have_a_light_value(width):
    """JupyterLab knows every colour that is drawn."""
    named = set(re.findall(r"--nl-[a-z0-9-]+", json.dumps(getattr(response_and_control(), width))))

    assert named <= set(LIGHT)
