"""The figures of chapter 3.4 say what the rules answer: six places of a body, the weeks, and the hours."""

import json
import re
from itertools import pairwise

import pytest

from netlearn.evidence import fact
from netlearn.figures import Link
from netlearn.figures.embolisation import dangers, dangers_asked
from netlearn.figures.embolisation_times import night, sessions
from netlearn.figures.template import LIGHT

BOTH = pytest.mark.parametrize("width", ["wide", "narrow"])
EACH = pytest.mark.parametrize("made", [dangers, sessions, night])


def said(drawing):
    """All words of a drawing."""
    return " ".join(note["text"] for note in drawing["layout"]["annotations"])


def test_each_place_says_what_its_rule_answers():
    """A bar is “no”, a caution that leaves the verdict is an echocardiogram, all others are for selected patients."""
    answers = {each.place: (each.answer.verdict, each.said) for each in dangers_asked()}

    assert answers == {
        "Over half the liver is tumour": ("indicated-selected", "selected patients only"),
        "Portal vein closed": ("contraindicated", "no"),
        "Kidneys that fail": ("contraindicated", "no"),
        "Carcinoid heart": ("indicated", "echo first"),
        "Bile duct joined to the bowel": ("indicated-selected", "selected patients only"),
        "Bleeding disorder": ("contraindicated", "no"),
    }


def test_the_heart_is_a_caution_of_its_rule():
    heart = next(each for each in dangers_asked() if each.place == "Carcinoid heart")

    assert "carcinoid-heart-first" in {caution.id for caution in heart.answer.cautions}


@BOTH
def test_every_place_is_marked_and_said(width):
    drawing = getattr(dangers(), width)

    assert len(drawing["data"][-1]["x"]) == len(dangers_asked()) == 6
    words = re.sub(r"</?b>", "", said(drawing))
    assert all(word in words for each in dangers_asked() for word in each.place.split())


@BOTH
def test_labels_of_one_side_do_not_overlap(width):
    notes = getattr(dangers(), width)["layout"]["annotations"]
    for side in ("left", "right"):
        heights = [note["y"] for note in notes if note["xanchor"] == side]

        assert all(later - earlier >= 15 for earlier, later in pairwise(heights))


@BOTH
def test_the_wait_is_the_tinted_stretch(width):
    band = getattr(sessions(), width)["layout"]["shapes"][0]

    assert (band["x0"], band["x1"]) == tuple(map(int, fact("3.4-32").value.bounds()))


@BOTH
def test_tomas_comes_back_within_it(width):
    (points,) = getattr(sessions(), width)["data"]

    assert points["x"] == [0, 5]


@BOTH
def test_the_usual_hours_end_where_the_fact_ends(width):
    band = getattr(night(), width)["layout"]["shapes"][0]

    assert (band["x0"], band["x1"]) == (0, int(fact("3.4-28").value.bounds()[1]))


@BOTH
def test_what_is_seen_at_any_hour_is_said_in_full(width):
    words = re.sub(r"</?b>", "", said(getattr(night(), width)))

    assert "at any hour: rigors, worse: doctor now" in words and "fever again: seen the same day" in words


def test_what_is_recalled_is_said_to_be():
    assert "Recalled" in dangers().caption and "recalled" in night().caption


@EACH
def test_tables_lead_to_sources(made):
    assert any(isinstance(cell, Link) for row in made().table for cell in row)


@EACH
@BOTH
def test_colours_have_a_light_value(made, width):
    assert set(re.findall(r"var\((--nl-[a-z0-9-]+)\)", json.dumps(getattr(made(), width)))) <= set(LIGHT)
