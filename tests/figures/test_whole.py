"""The figures of chapter 4 count people, and say of whom."""

import json
import re

import pytest

from netlearn.figures import Link
from netlearn.figures.template import LIGHT
from netlearn.figures.whole import found_by_the_blood_test, still_quiet

BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])
EACH = pytest.mark.parametrize(
    ("made", "people", "sources"),
    [
        (found_by_the_blood_test, [92, 46], ["practice-3.1-1.sensitivity", "practice-3.1-1.second-sensitivity"]),
        (still_quiet, [96, 33], ["clarinet-placebo.stable-at-entry", "clarinet-placebo.progression-free"]),
    ],
)


@BOTH
@EACH
def test_as_many_dots_are_full_as_the_share_says(made, people, sources, width):
    """Each share is two sets of dots, those who are counted and the others, a hundred together."""
    dots = [len(trace["x"]) for trace in getattr(made(), width)["data"]]

    assert dots[::2] == people
    assert [full + rest for full, rest in zip(dots[::2], dots[1::2], strict=True)] == [100, 100]


@EACH
def test_table_leads_to_each_source(made, people, sources):
    """Every share of the table is a link to its figure."""
    assert [cell.source.id for row in made().table[1:] for cell in row if isinstance(cell, Link)] == sources


@EACH
def test_the_words_say_each_share(made, people, sources):
    """Whoever does not see the dots reads their number."""
    assert all(f"{share}\N{NO-BREAK SPACE}%" in made().alt or f"{share}.0" in made().alt for share in people)


@BOTH
@EACH
def test_colours_have_a_light_value(made, people, sources, width):
    """JupyterLab knows every colour that is drawn."""
    assert set(re.findall(r"--nl-[a-z0-9-]+", json.dumps(getattr(made(), width)))) <= set(LIGHT)
