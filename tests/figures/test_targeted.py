"""The figure of chapter 4.5: no median without its comparator."""

import json
import re

import pytest

from netlearn.errors import KnowledgeError
from netlearn.figures import Link
from netlearn.figures.arms import Arms
from netlearn.figures.targeted import months_and_against_what
from netlearn.figures.template import LIGHT

MADE = pytest.mark.parametrize("made", [months_and_against_what()], ids=lambda made: made.name)


def marks(symbol):
    return [
        trace for trace in months_and_against_what().wide["data"] if trace.get("marker", {}).get("symbol") == symbol
    ]


def test_every_disc_has_its_square_on_the_same_line():
    discs, squares = marks("circle"), marks("square")

    assert len(discs) == len(squares) == 6
    assert [disc["y"] for disc in discs] == [square["y"] for square in squares]


def test_both_numbers_of_a_line_are_written():
    written = [note["text"] for note in months_and_against_what().wide["layout"]["annotations"]]

    assert {"<b>11.0</b>", "<b>4.6</b>"} <= set(written)


def test_who_read_the_scans_stands_in_the_table():
    assert {row[4] for row in months_and_against_what().table[1:]} == {"local reading", "central reading"}


def test_each_number_leads_to_its_source():
    numbers = [cell for row in months_and_against_what().table[1:] for cell in row[1:4]]

    assert all(isinstance(cell, Link) for cell in numbers)


def test_a_result_without_months_in_two_arms_is_refused():
    with pytest.raises(KnowledgeError, match="no result with a median of months"):
        Arms.of("Everolimus", "radiant-1-stratum-1", "response")


@MADE
def test_colours_have_a_light_value(made):
    assert set(re.findall(r"--nl-[a-z0-9-]+", json.dumps(made.wide))) <= set(LIGHT)
