"""What chapter 2 adds and subtracts follows from the facts, and its maps and patients have the answers of the tables."""

import re

import pytest

from netlearn.clinic.cases import case
from netlearn.clinic.lesions import MAP, STATED, from_page
from netlearn.clinic.liver import BORDERS
from netlearn.decision import decide
from netlearn.evidence import fact, figure
from netlearn.links import markdown_links
from netlearn.widgets.address import read
from tests.chapters.reading import chapter, section

CHAPTER = chapter("02-significance")
TYPES = ["2-16", "2-18", "2-20"]
IDS = ["1-26", "1-27", "2-02", "2-03", "2-06", *TYPES]
SET = {words: address.parts["liver"] for words, href in markdown_links(CHAPTER.text) if (address := read(href))}


def test_calculated_numbers_are_right():
    """What the prose adds and subtracts follows from the facts."""
    low, high = (
        dict(zip(IDS, ends, strict=True)) for ends in zip(*(fact(id).value.bounds() for id in IDS), strict=True)
    )

    expected = [
        f"{low['2-02'] + low['2-03']}–{high['2-02'] + high['2-03']} %",
        f"{max(low['1-26'], low['2-06'])}–{min(high['1-26'], high['2-06'])} %",
        f"{sum(low[i] for i in TYPES)}–{sum(high[i] for i in TYPES)} %",
        f"{low['1-27'] - high['1-26']} to {high['1-27'] - low['1-26']} points",
    ]

    assert set(expected) == {words for words, why in CHAPTER.plain.items() if why.startswith("calculated")}


def test_middles_of_the_shares_add_up_to_the_whole():
    """The note on the shares says so."""
    assert sum(sum(fact(id).value.bounds()) for id in TYPES) / 2 == 100


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("only the lesion in VI", "I"),
        ("small ones in IV and VIII", "I"),
        ("small ones in II, V and VII", "unclassified"),
        ("a dominant one in IV, a small one in V", "I"),
        ("Tomas's liver, called diffuse", "III"),
    ],
)
def test_map_that_a_link_sets_has_the_type_that_the_text_says(words, verdict):
    """A link draws a whole map: what it does not name holds nothing, and nobody calls it diffuse."""
    fields = SET[words]
    stated = fields.get(STATED) == "true"
    given = from_page({**{name: state for name, state in fields.items() if name != STATED}, STATED: stated})

    assert decide("liver-involvement", **given).verdict == verdict


def test_every_map_of_the_text_is_tested():
    assert len(SET) == 5


def test_tomas_as_the_link_draws_him_is_the_patient_of_the_file():
    """The page's map knows no "multiple", so the link draws small ones in the same segments."""
    assert set(SET["Tomas's liver, called diffuse"]) - {STATED} == set(case("tomas@2").known[MAP])


def test_map_that_opens_is_vera():
    source = next(cell.source for cell in CHAPTER.code if cell.id == "liver-map")

    assert dict(re.findall(r'(\w+)="(\w+)"', source)) == case("vera@2").known[MAP]


def test_patient_who_fits_two_types_gets_the_caution_that_the_text_promises():
    """Type I is read first, and the reader is told that type II fits too."""
    answer = decide("liver-involvement", lesions_by_segment={"IV": "dominant", "V": "small"}, diffuse_multifocal=False)

    assert "two-definitions" in [caution.id for caution in answer.cautions]


def test_diffuse_in_one_lobe_is_the_conflict_that_the_text_promises():
    answer = decide("liver-involvement", lesions_by_segment={"VI": "small", "VII": "small"}, diffuse_multifocal=True)

    assert answer.status == "conflict"


def test_adjacent_pairs_are_those_of_the_map():
    """The pairs of segments listed are the borders that the map counts."""
    pairs = re.search(r"share a border: ([^.]*)\.", CHAPTER.text)[1].split(", ")

    assert {frozenset(pair.split("–")) for pair in pairs} == BORDERS


def test_tomas_is_too_old_by_the_criteria_that_the_text_names():
    age = int(re.search(r"Tomas, (\d+)", CHAPTER.text)[1])

    assert age > figure("milan-net.age").value.bounds()[-1]


def test_his_index_is_three_times_hers_and_beyond_the_trial_of_his_drug():
    hers, his = (case(patient).known["ki67_percent"] for patient in ("vera@2", "tomas@2"))

    assert his == 3 * hers
    assert his >= figure("clarinet.ki67-below").value.bounds()[0]


def test_symptoms_that_open_transplantation_are_none_of_his():
    assert case("tomas@2").known["symptomatic"] is False


def test_no_rule_of_2026_speaks_of_tomas_whose_pattern_shut_the_door_in_2012():
    answers = {each.table: each.given for each in case("tomas@2").asked}["resection"]
    old, new = (decide("resection", edition, **answers[edition]) for edition in ("review-2012", "2026"))

    assert (old.verdict, new.status) == ("excluded", "not-stated")


def test_type_two_settles_no_operation_in_either_edition():
    """The text says so of Vera."""
    answers = {each.table: each.given for each in case("vera@2").asked}["resection"]

    assert {decide("resection", edition, **given).status for edition, given in answers.items()} == {"undetermined"}


def test_debulking_is_asked_in_the_words_of_the_text():
    """In 2012 above 90 %, today from 70 %: the limits of the two tables."""
    words = section(CHAPTER, "What each pattern opens")

    assert fact("3.1-58").value.text().replace("\N{NO-BREAK SPACE}", " ") in words
    assert figure("debulking-70.threshold").value.text().replace("\N{NO-BREAK SPACE}", " ") in words
