"""The figure of chapter 3.1 shows each share as people, full where they are counted, and says every one in words."""

import json
import re

import pytest

from netlearn.errors import KnowledgeError
from netlearn.evidence import fact, figure
from netlearn.figures import Link
from netlearn.figures.people import count, people_figure
from netlearn.figures.rows import RangeRow
from netlearn.figures.surgery import alive_and_back
from netlearn.figures.template import LIGHT

IDS = ["E35.mayo-survival", "E35.mayo-recurrence", "recurrence-after-resection.recurrence-free-5-years"]
PEOPLE = [74, 94, 30]
BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])


@BOTH
def test_as_many_dots_are_full_as_the_share_says(width):
    """Each share is two sets of dots, those who are counted and the others, a hundred together."""
    dots = [len(trace["x"]) for trace in getattr(alive_and_back(), width)["data"]]

    assert dots[::2] == PEOPLE
    assert [full + rest for full, rest in zip(dots[::2], dots[1::2], strict=True)] == [100] * 3


def test_table_leads_to_each_source():
    """Every share of the table is a link to its fact or figure."""
    found = [cell.source.id for row in alive_and_back().table[1:] for cell in row if isinstance(cell, Link)]

    assert found == IDS


@BOTH
def test_what_is_recalled_is_hollow(width):
    """Of the three only the recurrence of Mayo 2010 is recalled."""
    symbols = [trace["marker"]["symbol"] for trace in getattr(alive_and_back(), width)["data"]][::2]

    assert symbols == ["circle", "circle-open", "circle"]


@BOTH
def test_each_share_is_said_beside_its_dots(width):
    """A rounded share is “about” so many."""
    said = " ".join(note["text"] for note in getattr(alive_and_back(), width)["layout"]["annotations"])

    assert all(words in said for words in ("<b>74</b>", "<b>94</b>", "about 30"))


@BOTH
def test_colours_have_a_light_value(width):
    """JupyterLab knows every colour that is drawn."""
    named = set(re.findall(r"--nl-[a-z0-9-]+", json.dumps(getattr(alive_and_back(), width))))

    assert named <= set(LIGHT)


@pytest.mark.parametrize("source", [fact("3.1-09"), figure("mccully-2024.median-duration-octreotide-first")])
def test_a_range_and_what_is_no_share_are_refused(source):
    """A range has no one number of people, and minutes are none."""
    row = RangeRow.of("a row", "some", source)

    with pytest.raises(KnowledgeError, match="one share in per cent"):
        count(row)


def test_a_percentage_sign_keeps_to_its_number():
    """Words of the figure do not wrap before the sign."""
    row = RangeRow.of("alive", "some", figure("E35.mayo-survival"))
    made = people_figure([row], name="x", title="74 % live", subtitle="", caption="")

    assert made.title == "74\N{NO-BREAK SPACE}% live"


@BOTH
def test_a_limit_is_said_as_one(width):
    """“> 60 %” fills sixty dots and says “more than”."""
    made = people_figure([RangeRow.of("alive", "some", fact("3.1-05"))], name="x", title="", subtitle="", caption="")
    drawn = getattr(made, width)

    assert len(drawn["data"][0]["x"]) == 60
    assert "more than 60" in drawn["layout"]["annotations"][0]["text"]
