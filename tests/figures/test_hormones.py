"""The drawing of the liver as a filter: what it must say, wherever it is read."""

import json
import re

from netlearn.evidence import fact
from netlearn.figures import Link
from netlearn.figures.hormones import liver_filter
from netlearn.figures.template import LIGHT

FIGURE = liver_filter()
STREAMS = [shape["path"] for shape in FIGURE.wide["layout"]["shapes"] if shape["type"] == "path"]


def widths(path):
    """How wide a stream is where it begins, and where it leaves the liver."""
    points = [tuple(map(float, point.split(","))) for point in re.findall(r"[\d.]+,[\d.]+", path)]
    return tuple(abs(2 * (points[i][1] - points[5][1])) for i in (0, 2))


def test_as_much_enters_both_livers_and_more_leaves_the_one_with_metastases():
    (released, little), (same, more) = map(widths, STREAMS)

    assert released == same
    assert little < more < released


def test_metastases_lie_in_the_second_liver_only():
    (spots,) = FIGURE.wide["data"]
    healthy, ill = (shape for shape in FIGURE.wide["layout"]["shapes"] if shape["type"] == "rect")

    assert all(ill["y0"] < y < ill["y1"] for y in spots["y"]) and healthy["y1"] < ill["y0"]


def test_every_step_leads_to_the_fact_that_says_it():
    cited = [cell.source for row in FIGURE.table for cell in row if isinstance(cell, Link)]

    assert cited == list(map(fact, ("1-09", "2-08", "2-09", "2-09", "2-07", "2-10")))


def test_widths_are_said_to_be_no_measurement():
    assert "not how much" in FIGURE.subtitle and "No width was measured" in FIGURE.caption


def test_what_no_source_was_read_for_is_said_to_be_recalled():
    assert "recalled, not read" in FIGURE.caption


def test_colours_are_the_stylesheets():
    used = set(re.findall(r"var\((--nl-[\w-]+)\)", json.dumps(FIGURE.wide)))

    assert used <= set(LIGHT)
