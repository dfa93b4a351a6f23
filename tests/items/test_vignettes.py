"""A case reads as English: whole sentences, the right pronoun, numbers with their units, nothing that cannot be."""

import re
from fractions import Fraction

import pytest

from netlearn.decision import load
from netlearn.decision.unary import Interval
from netlearn.items.generators import case_for
from netlearn.items.phrases import oddities, omissions, ordered, phrases, unlikely
from netlearn.items.seeds import Draw
from netlearn.items.vignettes import vignette
from netlearn.items.wording import amount, range_words, together
from tests.items.bank import TABLES, TARGETS, asked

TABLE = pytest.mark.parametrize("table", TABLES, ids="/".join)
CASE = {
    "resectable": False,
    "largest_diameter_cm": Fraction(31, 10),
    "lesion_count": Fraction(4),
    "lobes_involved": "right",
    "adjacent_to": "none",
}


def stems() -> list[str]:
    return [asked(*target).stem for target in TARGETS]


def test_every_sentence_begins_with_a_capital_or_a_number_and_ends_in_a_mark() -> None:
    sentences = [each for stem in stems() for each in re.split(r"(?<=[.?]) (?=\S)", stem)]
    assert [each for each in sentences if not re.match(r"[A-Z0-9].*[.?]$", each)] == []


def test_a_woman_is_she_and_a_man_is_he() -> None:
    wrong = {"woman": r"\b([Hh]e|[Hh]is)\b", "man": r"\b([Ss]he|[Hh]er)\b"}
    stray = [s for s in stems() for sex, other in wrong.items() if re.search(rf"\b{sex}\b", s) and re.search(other, s)]
    assert stray == []


def test_no_number_is_parted_from_its_unit() -> None:
    units = r"\d (%|cm|mg|microgram|g|GBq|mitosis|mitoses|HPF|mm²|(month|week|hour|day|year)s?)( |\.|,)"
    assert [stem for stem in stems() if re.search(units, stem)] == []


def test_the_same_case_reads_in_several_ways() -> None:
    assert len({vignette("rfa", "review-2012", CASE, Draw(str(n))) for n in range(20)}) > 10


def test_an_age_is_left_to_a_table_that_asks_for_it() -> None:
    assert "year-old" not in vignette("transplant", "2026", {"age_years": Fraction(61)}, Draw("a"))
    assert "year-old" not in vignette("cytoreduction", "review-2012", {"young_patient": True}, Draw("a"))


def test_what_is_unknown_is_not_mentioned() -> None:
    text = vignette("rfa", "review-2012", {"lesion_count": Fraction(4)}, Draw("a"))
    assert "four" in text
    assert "cm" not in text


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_no_case_contradicts_the_calendar(seed: str) -> None:
    drawn = [case_for(*target, seed) for target in TARGETS if target[0] == "transplant"]
    assert [case for case in drawn if oddities(case)[0]] == []


def test_a_primary_resected_before_it_was_found_cannot_be() -> None:
    months = {"months_since_primary_diagnosis": Fraction(11), "months_since_primary_resection": Fraction(12)}
    assert oddities(months) == (1, 0)


def test_a_first_session_has_no_interval_before_it() -> None:
    drawn = [case_for("embolisation-session", "review-2012", "rule:as-recommended", str(n)) for n in range(20)]
    assert {"interval_since_last_session_weeks" in case for case in drawn if case["first_session"]} == {False}


@TABLE
def test_what_the_words_name_are_inputs_of_tables(table: tuple[str, str]) -> None:
    known = {i.name for each in TABLES for i in load(*each).inputs}
    named = {name for name, _ in omissions()} | {name for pair in ordered() for name in pair}
    named |= {name for when in (*unlikely(), *(when for _, when in omissions())) for name in when}
    assert named <= known


@TABLE
def test_most_values_can_be_said_in_two_ways(table: tuple[str, str]) -> None:
    """Not those of an opening's slot, and not the words of a count of one."""
    inputs = [i for i in load(*table).inputs if not phrases(table[0], i.name).short and not i.numeric]
    single = [i.name for i in inputs for value in i.values if len(phrases(table[0], i.name).wordings(value)) < 2]
    allowed = {"carcinoid_heart_disease", "leucocytosis", "renal_failure", "transaminases_raised", "acute", "fever"}
    allowed |= {"gallstone_risk_factors", "carcinoid_syndrome", "history_of_carcinoid_syndrome", "abdominal_pain"}
    derived = {"one_lobe", "two_adjacent_segments", "dominant_with_contralateral_satellites", "caudate_involved"}
    assert set(single) <= allowed | derived


@pytest.mark.parametrize(
    ("microgram", "said"),
    [
        (150, "150\u00a0microgram"),
        (1_000, "1\u00a0mg"),
        (1_500, "1.5\u00a0mg"),
        (150_000, "150\u00a0mg"),
        (10**6, "1\u00a0g"),
    ],
)
def test_a_dose_is_written_in_the_unit_of_its_size(microgram: int, said: str) -> None:
    assert amount(load("dose-check").input("dose_microgram"), Fraction(microgram)) == said


@pytest.mark.parametrize(
    ("low", "low_closed", "high", "high_closed", "said"),
    [
        (0, False, 3, True, "at most 3\u00a0cm"),
        (0, False, 3, False, "less than 3\u00a0cm"),
        (5, False, 30, True, "more than 5\u00a0cm"),
        (5, True, 30, True, "at least 5\u00a0cm"),
        (3, True, 5, True, "from 3 to 5\u00a0cm"),
        (3, False, 5, False, "more than 3\u00a0cm but less than 5\u00a0cm"),
        (5, True, 5, True, "exactly 5\u00a0cm"),
    ],
)
def test_a_region_is_told_by_the_ends_that_the_domain_does_not_set(
    low: int, low_closed: bool, high: int, high_closed: bool, said: str
) -> None:
    region = Interval(Fraction(low), low_closed, Fraction(high), high_closed)
    assert range_words(load("rfa").input("largest_diameter_cm"), region) == said


def test_a_region_whose_ends_have_different_units_names_both() -> None:
    region = Interval(Fraction(500), True, Fraction(1500), True)
    assert range_words(load("dose-check").input("dose_microgram"), region) == "from 500\u00a0microgram to 1.5\u00a0mg"


def test_a_beginning_is_said_again_where_it_changes() -> None:
    clauses = ["the tumour were grade 3", "the tumour were well differentiated", "there were fever"]
    assert together(clauses) == "the tumour were grade 3, well differentiated and there were fever"
