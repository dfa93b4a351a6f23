"""What chapter 2 adds and subtracts follows from the facts, and its patients have the types of the table."""

import re

import pytest

from netlearn.clinic.liver import BORDERS
from netlearn.decision import decide
from netlearn.evidence import fact
from tests.chapters.reading import chapter

CHAPTER = chapter("02-significance")
TYPES = ["2-16", "2-18", "2-20"]
IDS = ["1-26", "1-27", "2-02", "2-03", "2-06", *TYPES]


def test_calculated_numbers_are_right():
    """What the prose adds and subtracts follows from the facts."""
    low, high = (
        dict(zip(IDS, ends, strict=True)) for ends in zip(*(fact(id).value.bounds() for id in IDS), strict=True)
    )

    expected = [
        f"{low['2-02'] + low['2-03']}–{high['2-02'] + high['2-03']} %",
        f"{max(low['1-26'], low['2-06'])}–{min(high['1-26'], high['2-06'])} %",
        f"{sum(low[i] for i in TYPES)} and {sum(high[i] for i in TYPES)} %",
        f"{sum(low[i] + high[i] for i in TYPES) / 2} %",
        f"{low['1-27'] - high['1-26']} to {high['1-27'] - low['1-26']} points",
    ]

    assert set(expected) == {words for words, why in CHAPTER.plain.items() if why.startswith("calculated")}


@pytest.mark.parametrize(
    ("lesions", "stated", "verdict"),
    [
        ({"VI": "dominant", "II": "small", "III": "small"}, False, "II"),
        ({"VI": "dominant"}, False, "I"),  # II and III cleared
        ({"IV": "small", "VIII": "small"}, False, "I"),
        ({"II": "small", "V": "small", "VII": "small"}, False, "unclassified"),
        ({"II": "small", "VI": "small", "VIII": "small"}, False, "unclassified"),
        ({"IV": "dominant", "V": "small"}, False, "I"),
        ({"VI": "dominant", "V": "small", "VII": "small"}, False, "I"),
        ({"VI": "small", "VII": "small"}, True, None),
    ],
)
def test_patient_in_the_text_has_the_type_it_says(lesions, stated, verdict):
    """The text, the worked case and the questions say what the decision table says."""
    answer = decide("liver-involvement", lesions_by_segment=lesions, diffuse_multifocal=stated)

    assert answer.verdict == verdict
    assert answer.status == ("decided" if verdict else "conflict")


def test_patient_who_fits_two_types_gets_the_caution_that_the_text_promises():
    """Type I is read first, and the reader is told that type II fits too."""
    answer = decide("liver-involvement", lesions_by_segment={"IV": "dominant", "V": "small"}, diffuse_multifocal=False)

    assert "two-definitions" in [caution.id for caution in answer.cautions]


def test_adjacent_pairs_are_those_of_the_map():
    """The pairs of segments listed are the borders that the map counts."""
    pairs = re.search(r"share a border \(([^)]*)\)", CHAPTER.text)[1].split(", ")

    assert {frozenset(pair.split("–")) for pair in pairs} == BORDERS
