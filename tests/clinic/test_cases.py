"""The case library: typed answers hold, together they reach all that the tables can say, and stories are whole."""

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

import netlearn as nl
from netlearn import knowledge
from netlearn.checks import faults_of
from netlearn.checks.reached import unmet
from netlearn.clinic.cases import Asked, Patient, answer, case, cases, read_case
from netlearn.decision import load, names
from netlearn.decision.unary import plain
from netlearn.editions import edition_ids
from netlearn.errors import InputError, KnowledgeError

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
EVERY_CASE = pytest.mark.parametrize("patient", cases().values(), ids=cases())
EVERY_QUESTION = pytest.mark.parametrize(
    ("asked", "edition"),
    [
        pytest.param(asked, edition, id=f"{patient.slug}-{number}-{asked.table}-{edition}")
        for patient in cases().values()
        for number, asked in enumerate(patient.asked, 1)
        for edition in edition_ids()
    ],
)
EVERY_TABLE = pytest.mark.parametrize(
    ("table", "edition"), [(table, edition) for edition in edition_ids() for table in names(edition)]
)
FILE = "cases/terminal-ileum-type-2.toml"


# The answers.
@EVERY_QUESTION
def test_the_typed_answer_is_what_the_table_answers(asked: Asked, edition: str) -> None:
    assert answer(asked.table, edition, asked.given[edition]) == asked.answers[edition]


@EVERY_QUESTION
def test_what_is_given_is_refused_when_it_is_misspelt(asked: Asked, edition: str) -> None:
    for name, value in asked.given[edition].items():
        with pytest.raises(InputError, match=f"{name}_"):
            nl.decide(asked.table, edition, **{f"{name}_": value})


# What the cases reach together.
def reached(table: str, edition: str) -> set[str]:
    """Verdicts, and the clauses of silences and conflicts that hold for certain, among the typed answers."""
    found: set[str] = set()
    for asked in (a for patient in cases().values() for a in patient.asked if a.table == table):
        kind, _, clauses = asked.answers[edition].partition(": ")
        if kind in ("silent", "conflict") and " | " not in clauses:
            found |= {f"{kind}: {clause}" for clause in clauses.split(", ")}
        elif not clauses:
            found.add(kind)
    return found


def everything(table: str, edition: str) -> set[str]:
    """Every verdict, declared silence and declared conflict of a table."""
    loaded = load(table, edition)
    silent, conflicts = (f"silent: {c.id}" for c in loaded.silent), (f"conflict: {c.id}" for c in loaded.conflicts)
    return {*loaded.verdicts, *silent, *conflicts}


@EVERY_TABLE
def test_the_cases_reach_every_verdict_silence_and_conflict(table: str, edition: str) -> None:
    assert everything(table, edition) - reached(table, edition) == set()


def test_some_patient_meets_every_rule_silence_and_caution_of_every_table() -> None:
    assert list(faults_of("reached")) == []


@EVERY_TABLE
@pytest.mark.parametrize("kind", ["rules", "silent", "cautions"])
def test_a_clause_that_no_patient_meets_is_a_fault(table: str, edition: str, kind: str) -> None:
    asked = [a for patient in cases().values() for a in patient.asked if a.table == table]
    loaded = load(table, edition)
    clauses = getattr(loaded, kind)
    extra = [replace(clause, id="never-met") for clause in clauses[:1]]

    found = [fault.id for fault in unmet(replace(loaded, **{kind: (*clauses, *extra)}), asked)]
    assert found == ["never-met"] * len(extra)


@EVERY_TABLE
def test_the_cases_name_nothing_that_the_table_does_not_have(table: str, edition: str) -> None:
    assert reached(table, edition) - everything(table, edition) == set()


def test_an_answer_that_a_table_gains_would_be_missed() -> None:
    assert reached("grade", "2026") == {"NET G1", "NET G2", "NET G3", "NEC", "silent: moderate"}


# The patients.
def test_there_are_at_least_24_patients() -> None:
    assert len(cases()) >= 24


def test_no_two_patients_share_a_title_or_a_story() -> None:
    assert len({c.title for c in cases().values()}) == len({c.story for c in cases().values()}) == len(cases())


def test_the_slug_of_a_case_is_the_name_of_its_file_so_none_stands_twice() -> None:
    files = [f"cases/{one.person}.toml" for one in cases().values()]

    assert list(dict.fromkeys(files)) == list(knowledge.names("cases"))


@EVERY_CASE
def test_every_line_of_a_story_is_a_whole_sentence(patient: Patient) -> None:
    assert len(patient.sentences) >= 2
    assert all(re.fullmatch(r"\S.*[.?!]", sentence) for sentence in patient.sentences)


@EVERY_CASE
def test_every_question_asks(patient: Patient) -> None:
    assert patient.question.endswith("?")


@EVERY_CASE
def test_the_moments_of_one_patient_can_be_told_apart(patient: Patient) -> None:
    asked = [(a.table, a.when) for a in patient.asked]

    assert len(set(asked)) == len(asked)


def numbers(value: Any) -> Iterator[Fraction]:
    """The plain numbers in what a table is given."""
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        yield Fraction(value)


def stands_in(story: str, number: Fraction) -> bool:
    """Whether a number occurs, in figures or up to ten in words, and not as a part of another number."""
    word = WORDS[int(number)] if number in range(len(WORDS)) else plain(number)
    return bool(re.search(rf"(?<![\d.])({re.escape(plain(number))}|\b{word})(?!\.?\d)\b", story, re.IGNORECASE))


@EVERY_CASE
def test_every_number_given_to_a_table_stands_in_the_story(patient: Patient) -> None:
    given = [patient.known, *(given for asked in patient.asked for given in asked.given.values())]
    pairs = {(name, number) for one in given for name, value in one.items() for number in numbers(value)}

    assert {(name, plain(number)) for name, number in pairs if not stands_in(patient.story, number)} == set()


def test_a_number_that_is_part_of_another_does_not_count() -> None:
    assert not stands_in("a lesion of 3.1 cm and 31 mitoses", Fraction(3))
    assert not stands_in("a lesion of 3.1 cm and 31 mitoses", Fraction(1))
    assert stands_in("a lesion of 3.1 cm and three others", Fraction(3))


@EVERY_CASE
def test_every_dose_stands_in_the_story_with_its_unit(patient: Patient) -> None:
    doses = {given["dose"].split("/")[0] for a in patient.asked for given in a.given.values() if "dose" in given}

    assert {dose for dose in doses if dose.replace(" ", "\u00a0") not in patient.story} == set()


@EVERY_CASE
def test_every_segment_on_the_map_stands_in_the_story(patient: Patient) -> None:
    segments = patient.known.get("lesions_by_segment", {})

    assert {s for s in segments if not re.search(rf"\b{s}\b", patient.story)} == set()


@EVERY_CASE
def test_prose_joins_numbers_and_units_and_writes_microgram_in_full(patient: Patient) -> None:
    prose = [patient.title, patient.story, patient.question, *(a.when + a.why for a in patient.asked)]

    assert not re.search(r"\d (%|cm|mm|mg|microgram|GBq|hours|weeks|months|years|days)|µg|mcg", "\n".join(prose))


# Safety.
def test_150_mg_of_short_acting_octreotide_is_only_ever_rejected() -> None:
    """E01: the misprint is there to be found, and nowhere else."""
    thousandfold = [a for c in cases().values() for a in c.asked if a.given["2026"].get("dose") in ("150 mg", "300 mg")]

    assert {a.answers[edition] for a in thousandfold for edition in edition_ids()} == {"reject"}


def test_the_misprinted_dose_stands_in_one_case() -> None:
    assert [c.slug for c in cases().values() if "150\u00a0mg" in c.story] == ["milligram-for-microgram"]


# How a file is read.
def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    raw = copy.deepcopy(dict(knowledge.load(FILE)))
    change(raw)
    return raw


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda raw: raw.update(age=61), "age is not a known key"),
        (lambda raw: raw.pop("title"), "title is None"),
        (lambda raw: raw.update(story="  "), "story is"),
        (lambda raw: raw.update(question=""), "question is"),
        (lambda raw: raw.update(slug="another"), "slug is 'another'"),
        (lambda raw: raw.update(asked=[]), r"asked is \[\]"),
        (lambda raw: raw["known"].update(ki67=2), "known.ki67 is an input of no table"),
        (lambda raw: raw.update(known=3), "known is 3"),
        (lambda raw: raw["asked"][0].update(given=3), r"asked\[1\].given is 3"),
        (lambda raw: raw["asked"][0].update(when=3), r"asked\[1\].when is 3"),
        (lambda raw: raw["asked"][0].update(why=""), r"asked\[1\].why is ''"),
        (lambda raw: raw["asked"][0].update(verdict="II"), r"asked\[1\].verdict is not a known key"),
        (lambda raw: raw["asked"][1].update(table="surgery"), r"asked\[2\].table is 'surgery'"),
        (lambda raw: raw["asked"][3]["given"].update(drugs="octreotide"), r"asked\[4\].given.drugs is not an input"),
        (lambda raw: raw["asked"][0].pop("review-2012"), r"asked\[1\].review-2012 is None"),
        (lambda raw: raw["asked"][0].update({"2026": "IV"}), r"asked\[1\].2026 is 'IV'"),
        (lambda raw: raw["asked"][1].update({"2026": "silent: type-2"}), r"asked\[2\].2026 is 'silent: type-2'"),
        (lambda raw: raw["asked"][1].update({"2026": "perhaps: defer"}), r"asked\[2\].2026 is 'perhaps: defer'"),
        (lambda raw: raw["asked"][1].update({"2026": "undetermined: no"}), r"asked\[2\].2026 is 'undetermined: no'"),
    ],
)
def test_a_file_is_refused_with_its_name_and_the_field(change: Callable[[dict[str, Any]], object], field: str) -> None:
    with pytest.raises(KnowledgeError, match=f"{FILE}: {field}"):
        read_case(changed(change), FILE)


def test_an_edition_that_is_left_out_answers_as_the_one_before_it() -> None:
    made = read_case(changed(lambda raw: raw["asked"][0].pop("2026")), FILE)

    assert made.asked[0].answers["2026"] == made.asked[0].answers["review-2012"]


def of_grade(raw: dict[str, Any]) -> dict[str, Any]:
    return next(asked for asked in raw["asked"] if asked["table"] == "grade")


def test_an_edition_that_is_left_out_does_not_inherit_what_its_own_table_does_not_know() -> None:
    with pytest.raises(KnowledgeError, match=r"\.2026 is 'not-G3'"):
        read_case(changed(lambda raw: of_grade(raw).pop("2026")), FILE)


def test_each_edition_is_given_only_what_its_table_asks() -> None:
    grade = asked_of("terminal-ileum-type-2", "grade", "")

    assert "mitoses_per_2mm2" not in grade.given["review-2012"]
    assert "mitoses_per_10hpf" not in grade.given["2026"]


def test_a_case_that_does_not_exist_is_refused_with_the_nearest_of_many() -> None:
    with pytest.raises(InputError, match=r"case: 'nobody' .* are nearest"):
        case("nobody")


# What counts as a difference between the editions.
def asked_of(slug: str, table: str, when: str = "") -> Asked:
    return next(a for a in case(slug).asked if (a.table, a.when) == (table, when))


@pytest.mark.parametrize(
    ("slug", "table", "when", "differs"),
    [
        ("terminal-ileum-type-2", "cytoreduction", "", True),
        ("terminal-ileum-type-2", "resection", "", False),  # silent by clauses of different names
        ("terminal-ileum-type-2", "grade", "", False),  # grade 1 is a part of what was not grade 3
        ("counts-not-done", "grade", "before the count", False),  # and so are grades 2 and 3, still open
        ("diffuse-in-one-lobe", "resection", "", True),
        ("many-new-drugs", "targeted", "axitinib", True),
    ],
)
def test_editions_differ_by_what_they_say_and_not_by_how_finely(
    slug: str, table: str, when: str, differs: bool
) -> None:
    assert asked_of(slug, table, when).differs is differs


def test_silences_that_hold_whatever_the_unknown_stand_alone() -> None:
    assert answer("sirt", "review-2012", {"liver_predominant": False}) == "silent: not-mainly-liver"


def test_silences_of_which_none_holds_for_certain_are_listed_apart() -> None:
    given = {"drug": "octreotide", "formulation": "short-acting", "dose": "100 microgram", "frequency": "single"}

    assert answer("dose-check", "2026", given) == (
        "silent: syndrome-other-dose | acute-other-dose | short-acting-elsewhere"
    )
