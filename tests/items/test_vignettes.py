"""A case reads as English: whole sentences, the right pronoun, numbers with their units, nothing that cannot be."""

import re
from fractions import Fraction
from typing import Any

import pytest

from netlearn.decision import load
from netlearn.decision.unary import Interval
from netlearn.items.generators import case_for, variant_of
from netlearn.items.phrases import oddities, omissions, ordered, unlikely
from netlearn.items.seeds import Draw
from netlearn.items.variant import Variant
from netlearn.items.vignettes import vignette
from netlearn.items.wording import amount, range_words, together
from tests.items.bank import TABLES, TARGETS, asked

TABLE = pytest.mark.parametrize("table", TABLES, ids="/".join)
TENTH = Fraction(1, 10)
LIMITS = [Fraction(t[2].split(":")[2]) for t in TARGETS if t[2].startswith("threshold:ki67_percent:")]
DOSES = [(edition, target) for table, edition, target in TARGETS if table == "dose-check"]
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


def test_an_age_that_a_table_asks_for_is_the_one_given() -> None:
    assert " 61-year-old " in vignette("transplant", "2026", {"age_years": Fraction(61)}, Draw("a"))
    assert "year-old" not in vignette("transplant", "2026", {"grade": "NET G1"}, Draw("a"))


def ages(table: str, edition: str, **given: Any) -> list[int]:
    texts = [vignette(table, edition, given, Draw(str(n))) for n in range(30)]
    return [int(found[1]) for text in texts if (found := re.search(r"(\d+)-year-old", text))]


@pytest.mark.parametrize(("young", "low", "high"), [(True, 18, 35), (False, 60, 80)])
def test_whether_a_patient_is_young_is_said_by_the_age(young: bool, low: int, high: int) -> None:
    drawn = ages("cytoreduction", "review-2012", young_patient=young)
    assert len(drawn) == 30
    assert all(low < age < high for age in drawn)


def test_a_pregnant_patient_is_a_woman_who_can_be() -> None:
    texts = {vignette("prrt", "2026", {"pregnant": True}, Draw(str(n))) for n in range(20)}
    assert all("woman" in text and "She is pregnant." in text for text in texts)
    assert max(ages("prrt", "2026", pregnant=True)) < 45


def test_that_a_patient_is_not_pregnant_is_said_by_the_age_and_never_undone() -> None:
    assert min(ages("prrt", "2026", pregnant=False)) > 50
    assert "pregnan" not in vignette("prrt", "2026", {"pregnant": False}, Draw("a"))
    case = case_for("prrt", "2026", "silent:no-reason", "0")
    assert not any("pregnan" in each["feedback"] for each in variant_of("prrt", "2026", case, Draw("a"))["options"])


def test_what_a_patient_has_and_lacks_shares_a_sentence() -> None:
    given = {"fever": True, "abdominal_pain": True, "leucocytosis": False, "transaminases_raised": False}
    told = vignette("postembolisation", "review-2012", {**given, "hours_since_session": Fraction(48)}, Draw("a"))
    assert re.search(r"(He|She) has fever and abdominal pain, but no leucocytosis or rise in transaminases\.$", told)


def test_inputs_that_belong_together_are_told_together() -> None:
    told = vignette("rfa", "review-2012", {**CASE, "lesion_count": Fraction(1)}, Draw("a"))
    assert re.search(r"single .*liver metastasis of 3\.1\u00a0cm in the right lobe\.", told)
    assert re.search(r"It lies away from the large vessels and bile ducts, but [a-z ]+ resection\.$", told)


def test_a_case_is_told_in_the_order_of_the_topics() -> None:
    told = asked("embolisation", "2026", "rule:growth").stem
    places = [
        told.index(word) for word in ("embolisation", "nresectable", "growth", "Liver function", "is embolisation")
    ]
    assert places == sorted(places)


def test_nothing_is_told_twice_and_everything_once() -> None:
    case = {"carcinoid_syndrome": True, "on_analogue": True, "stools_per_day": Fraction(5), "child_pugh": "B"}
    told = vignette("telotristat", "2026", case, Draw("a"))
    assert [told.count(word) for word in ("carcinoid syndrome", "analogue", "5 stools", "Child-Pugh B")] == [1] * 4


def test_what_was_not_counted_is_said_as_clinicians_say_it() -> None:
    told = vignette("grade", "2026", {"ki67_percent": Fraction(30), "differentiation": "well"}, Draw("a"))
    assert "The mitoses were not counted." in told


def test_no_clinical_text_keeps_a_slot() -> None:
    texts = stems() + [o["feedback"] for t in TARGETS for o in asked(*t)["options"]]
    assert [text for text in texts if re.search(r"[{}]", text)] == []


def test_no_number_is_a_fraction() -> None:
    assert [stem for stem in stems() if re.search(r"\d/\d", stem)] == []


def orders() -> list[Variant]:
    """Every prescription, drawn only where a test asks: each process that collects tests imports this file."""
    return [asked("dose-check", edition, target) for edition, target in DOSES]


def test_a_prescription_is_written_as_on_a_chart() -> None:
    case = {"drug": "octreotide", "formulation": "short-acting", "context": "carcinoid-syndrome", "infusion": False}
    case |= {"dose_microgram": Fraction(100), "route": "SC", "frequency": "three-times-a-day", "acute": False}
    told = vignette("dose-check", "2026", case, Draw("a"))
    assert "short-acting octreotide 100\u00a0microgram SC three times a day" in told
    assert "crisis" not in told and "infusion" not in told


def test_a_prescription_is_in_one_sentence() -> None:
    assert [each.stem for each in orders() if len(re.findall(r"\.(?= |$)", each.stem)) != 1] == []


def test_no_feedback_on_a_dose_proposes_another_drug() -> None:
    assert [o["feedback"] for v in orders() for o in v["options"] if "if the drug were" in o["feedback"]] == []


def test_no_feedback_says_only_that_there_is_an_answer() -> None:
    bare = re.compile(r"(does say|do say|answer for this patient)\.$")
    assert [o["feedback"] for t in TARGETS for o in asked(*t)["options"] if bare.search(o["feedback"])] == []


def test_ki67_is_whole_unless_it_lies_next_to_a_limit() -> None:
    drawn = [Fraction(asked(*t)["inputs"]["ki67_percent"]) for t in TARGETS if "ki67_percent" in asked(*t)["inputs"]]
    assert len(drawn) > 50
    assert {value for value in drawn if value.denominator > 1} <= {e + s for e in LIMITS for s in (TENTH, -TENTH)}


def test_what_is_unknown_is_not_mentioned() -> None:
    text = vignette("rfa", "review-2012", {"lesion_count": Fraction(4)}, Draw("a"))
    assert "four" in text
    assert "cm" not in text


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_no_case_contradicts_the_calendar(seed: str) -> None:
    drawn = [case_for(*target, seed) for target in TARGETS if target[0] == "transplant"]
    assert [case for case in drawn if oddities(case)[0]] == []


def test_a_primary_resected_before_it_was_found_cannot_be() -> None:
    months = {"months_since_primary_diagnosis": Fraction(13), "months_since_primary_resection": Fraction(14)}
    assert oddities(months) == (1, 0)


def test_a_first_session_has_no_interval_before_it() -> None:
    drawn = [case_for("embolisation-session", "review-2012", "rule:as-recommended", str(n)) for n in range(20)]
    assert {"interval_since_last_session_weeks" in case for case in drawn if case["first_session"]} == {False}


@TABLE
def test_what_the_words_name_are_inputs_of_tables(table: tuple[str, str]) -> None:
    known = {i.name for each in TABLES for i in load(*each).inputs}
    named = {each.input for each in omissions()} | {name for pair in ordered() for name in pair}
    named |= {name for when in (*unlikely(), *(each.when for each in omissions())) for name in when}
    assert named <= known


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
