"""The figures of chapter 3.5: flow that stops and flow that goes on, and livers after years counted in people."""

import json
import re

import pytest

from netlearn.figures import Link
from netlearn.figures.radioembolisation import block_or_irradiate, whole_or_lobe
from netlearn.figures.template import LIGHT

BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])
EACH = pytest.mark.parametrize("made", [block_or_irradiate, whole_or_lobe])


def test_the_flow_ends_before_the_tumour_or_runs_through_it():
    shapes = block_or_irradiate().wide["layout"]["shapes"]
    left, right = next((shape["x0"], shape["x1"]) for shape in shapes if shape["type"] == "circle")
    ends = [
        max(float(x) for x in re.findall(r"([\d.]+),", shape["path"])) for shape in shapes if shape["type"] == "path"
    ]

    assert ends[0] < left and ends[1] > right


def test_particles_lie_before_the_tumour_and_spheres_in_it():
    shapes = block_or_irradiate().wide["layout"]["shapes"]
    left, right = next((shape["x0"], shape["x1"]) for shape in shapes if shape["type"] == "circle")
    particles, rays, spheres = (trace["x"] for trace in block_or_irradiate().wide["data"])

    assert max(particles) < left
    assert rays == spheres and left < min(spheres) and max(spheres) < right


def test_nothing_is_said_to_be_to_scale():
    assert "Nothing is to scale" in block_or_irradiate().caption


@BOTH
def test_as_many_dots_are_full_as_the_share_says_in_whole_people(width):
    dots = [len(trace["x"]) for trace in getattr(whole_or_lobe(), width)["data"]]

    assert dots[::2] == [56, 41, 27, 13]


@BOTH
def test_what_was_rounded_is_said_to_be_about(width):
    said = [note["text"] for note in getattr(whole_or_lobe(), width)["layout"]["annotations"]]

    assert sum("about" in text for text in said) == 3
    assert any("<b>41</b> with ascites" in text for text in said)


def test_the_table_keeps_the_exact_shares():
    cells = [cell.text for row in whole_or_lobe().table for cell in row if isinstance(cell, Link)]

    assert [re.sub(r"\s", " ", cell) for cell in cells] == ["56.4 %", "41.0 %", "26.7 %", "13.3 %"]


def test_that_nobody_was_drawn_by_lot_is_said():
    assert "Nobody was drawn by lot" in whole_or_lobe().caption


@EACH
@BOTH
def test_colours_have_a_light_value(made, width):
    assert set(re.findall(r"var\((--nl-[a-z0-9-]+)\)", json.dumps(getattr(made(), width)))) <= set(LIGHT)
