"""The drawing of the two vessels: what is open feeds, what is closed does not, and each claim leads to its fact."""

import json
import re

import pytest

from netlearn.evidence import fact
from netlearn.figures import Link
from netlearn.figures.supply import two_supplies
from netlearn.figures.template import LIGHT

FIGURE = two_supplies()
LAYOUT = FIGURE.wide["layout"]
ARTERY, VEIN = "var(--nl-c2)", "var(--nl-c1)"


def reaching_the_liver(colour):
    """How wide the vessel is that enters each liver, from top to bottom."""
    liver = next(shape for shape in LAYOUT["shapes"] if shape["type"] == "rect")["x0"]
    lines = [shape for shape in LAYOUT["shapes"] if shape["type"] == "line" and shape["line"]["color"] == colour]
    return [line["line"]["width"] for line in lines if line["x0"] < liver < line["x1"]]


@pytest.mark.parametrize(("colour", "is_open"), [(ARTERY, [True, False, False]), (VEIN, [True, True, False])])
def test_a_closed_vessel_is_empty_where_it_enters_the_liver(colour, is_open):
    assert [width > 1 for width in reaching_the_liver(colour)] == is_open


def test_metastases_are_full_only_while_the_artery_is_open():
    assert [trace["marker"]["symbol"] for trace in FIGURE.wide["data"]] == ["circle", "circle-open", "circle-open"]


def test_each_state_says_what_becomes_of_tumour_and_liver():
    said = [note["text"] for note in LAYOUT["annotations"]]

    assert [text for text in said if text.startswith("tumour")] == ["tumour: fed", "tumour: starves", "tumour: starves"]
    assert [text for text in said if text.startswith("liver")] == ["liver: fed", "liver: fed", "liver: in danger"]


def test_what_a_link_shows_is_said_as_it_is_drawn():
    said = [state["says"] for state in LAYOUT["meta"]["states"]]

    assert [text.split(". ")[0] for text in said] == [
        n["text"][3:-4] for n in LAYOUT["annotations"] if "<b>" in n["text"] and "✕" not in n["text"]
    ]
    assert [text.split(". ")[1] for text in said] == [
        "Tumour: fed; liver: fed.",
        "Tumour: starves; liver: fed.",
        "Tumour: starves; liver: in danger.",
    ]


def test_what_each_vessel_feeds_leads_to_the_fact_that_says_it():
    cited = [cell.source for row in FIGURE.table for cell in row if isinstance(cell, Link)]

    assert cited == list(map(fact, ("3-05", "3-07", "3-06")))


def test_the_share_is_the_one_printed():
    assert fact("3-05").value.text() in FIGURE.table[1][1].text


def test_what_was_not_read_is_said_to_be_recalled():
    assert "recalled, not read" in FIGURE.caption and "E08" in FIGURE.caption


def test_colours_are_the_stylesheets():
    used = set(re.findall(r"var\((--nl-[\w-]+)\)", json.dumps(FIGURE.wide)))

    assert used <= set(LIGHT)
