"""The next question, compared with asking each answer for itself; what a checklist may hold."""

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import netlearn as nl
from netlearn import knowledge
from netlearn.checks.questions import can_open
from netlearn.clinic import asking
from netlearn.clinic.asking import asking as how
from netlearn.clinic.assemblies import choices, own, tables
from netlearn.clinic.drawing import patients
from netlearn.clinic.implied import contradicted
from netlearn.clinic.questions import NextQuestion, next_questions
from netlearn.clinic.told import told
from netlearn.decision import decide, load
from netlearn.decision.load import with_required
from netlearn.editions import edition_ids
from netlearn.errors import KnowledgeError

BOTH = pytest.mark.parametrize("edition", edition_ids())
Case = dict[str, Any]


def open_rows(case: Case, edition: str) -> int | None:
    """How many answers of the systemic tables are open, each treatment for itself.

    None for a case that is excluded or contradicts itself.
    """
    try:
        board = nl.systemic(case, edition)
    except nl.InputError:
        return None
    return None if board.contradictions else len(board.behind("needs-an-answer"))


def values(name: str, edition: str, case: Case) -> Iterator[Any]:
    """One value of each cell into which the open tables split an input."""
    asked = {d.table for d in nl.systemic(case, edition).behind("needs-an-answer")}
    members = [load(table, edition) for table in asked]
    members += [load(i.table, edition) for t in members for i in t.inputs if i.table]
    having = [t for t in members if any(i.name == name for i in t.inputs)]
    own = having[0].input(name)
    yield from (own.witness(cell) for cell in own.split([test for t in having for test in t.tests_on(name)]))


def settled(question: NextQuestion, case: Case, edition: str) -> Fraction:
    """How many rows a question settles on average, each answer given for itself."""
    now = open_rows(case, edition)
    assert now is not None
    (name,) = question.inputs
    left = [open_rows({**case, name: value}, edition) for value in values(name, edition, case)]
    possible = [now - each for each in left if each is not None]
    return Fraction(sum(possible), len(possible))


def partial(patient: Case, edition: str, rng: random.Random) -> Case:
    """A part of what is so of a patient, with no verdict beside what it follows from."""
    names = {i.name for table in tables("systemic", edition) for i in table.inputs}
    return {name: value for name, value in patient.items() if name in names and rng.random() < 0.5}


@pytest.mark.engine
@BOTH
@pytest.mark.parametrize("part", range(4))
def test_it_settles_what_asking_each_answer_for_itself_settles(edition: str, part: int) -> None:
    """A hundred partial cases of each edition, and one question of each, drawn."""
    rng = random.Random(f"{edition} {part}")
    for patient in patients(edition, 25, seed=f"brute force {part}"):
        case = partial(patient, edition, rng)
        found = [q for q in next_questions(case, edition, "systemic") if len(q.inputs) == 1 and q.kind != "aim"]
        for question in rng.sample(found, min(1, len(found))):
            assert question.settles == settled(question, case, edition), (case, question)


def answered(case: Case, edition: str) -> dict[Any, str | None]:
    """The status of each row of the systemic tables, each decided for itself; None where the case is refused."""
    members = tables("systemic", edition)
    known = told(case, members).known
    found: dict[Any, str | None] = {}
    for table in members:
        for chosen in choices(table, known):
            try:
                made = decide(table.name, edition, **own(table, known), **chosen)
                found[table.name, *chosen.values()] = made.status
            except nl.InputError:
                found[table.name, *chosen.values()] = None
    return found


def stands(case: Case, edition: str) -> bool:
    """Whether no row refuses a case, and it does not contradict itself."""
    try:
        return not nl.systemic(case, edition).contradictions
    except nl.InputError:
        return False


def cells(name: str, edition: str) -> list[Any]:
    """One value of each cell into which all systemic tables split an input."""
    members = [t for table in tables("systemic", edition) for t in with_required(table)]
    having = [t for t in members if any(i.name == name for i in t.inputs)]
    own_input = having[0].input(name)
    return [own_input.witness(c) for c in own_input.split([test for t in having for test in t.tests_on(name)])]


def settled_by_form(question: NextQuestion, case: Case, edition: str) -> Fraction:
    """How many rows a form settles on average, row by row, every combination of its fields given for itself."""
    now = answered(case, edition)
    alone = {n: [v for v in cells(n, edition) if stands({**case, n: v}, edition)] for n in question.inputs}
    combined = [dict(zip(alone, values, strict=True)) for values in product(*alone.values())]
    possible = [{**case, **each} for each in combined]
    coherent = [each for each in possible if not contradicted(each, tables("systemic", edition), question.inputs)]
    after = [found for found in (answered(each, edition) for each in coherent) if None not in found.values()]
    total = Fraction(0)
    for row in (row for row, status in now.items() if status == "undetermined"):
        left = [each[row] for each in after if row in each]
        total += Fraction(sum(status != "undetermined" for status in left), len(left)) if left else 0
    return total


@pytest.mark.engine
@BOTH
@pytest.mark.parametrize("part", range(4))
def test_a_form_settles_what_all_combinations_of_its_fields_settle(edition: str, part: int) -> None:
    rng = random.Random(f"forms {edition} {part}")
    for patient in patients(edition, 12, seed=f"forms {part}"):
        case = partial(patient, edition, rng)
        found = [q for q in next_questions(case, edition, "systemic") if q.kind == "form" and len(q.inputs) < 4]
        for question in rng.sample(found, min(1, len(found))):
            assert question.settles == settled_by_form(question, case, edition), (case, question)


@BOTH
def test_a_board_with_nothing_open_has_no_next_question_and_another_has_one(edition: str) -> None:
    for patient in patients(edition, 5):
        assert next_questions(patient, edition) == ()
    assert next_questions({}, edition)


@BOTH
def test_systemic_treatment_is_asked_for_its_aim_first_and_another_board_never(edition: str) -> None:
    first, *others = next_questions({}, edition, "systemic")

    assert (first.inputs, first.kind, first.settles) == (("goal",), "aim", 0)
    assert first.sentence == how().aim.why
    assert all("goal" not in q.inputs for q in (*others, *next_questions({}, edition)))


@BOTH
@pytest.mark.parametrize("goal", ["symptom-control", "growth-control", "survival", "both"])
def test_an_aim_that_is_told_is_not_asked_again(goal: str, edition: str) -> None:
    assert all(q.kind != "aim" for q in next_questions({"goal": goal}, edition, "systemic"))


@BOTH
def test_what_can_change_nothing_is_not_asked(edition: str) -> None:
    case = {"somatostatin_receptor_positive": False, "functioning": False}
    asked = {name for question in next_questions(case, edition, "systemic") for name in question.inputs}

    assert "somatostatin_receptor_positive" not in asked
    assert not asked & {"krenning_score", "scintigraphy_uptake", "syndrome", "gallstone_risk_factors"}


@BOTH
def test_treatments_and_purposes_are_rows_and_no_questions(edition: str) -> None:
    asked = {name for question in next_questions({}, edition) for name in question.inputs}

    assert not asked & {"drug", "goal", "target", "combined_with", "modality", "planned_field"}


@BOTH
def test_a_verdict_is_asked_before_what_it_follows_from(edition: str) -> None:
    asked = {name for question in next_questions({}, edition) for name in question.inputs}

    assert "grade" in asked
    assert not asked & {"ki67_percent", "mitoses_per_2mm2", "mitoses_per_10hpf", "morphology"}
    assert all("grade" in q.inputs for q in next_questions({}, edition) if "differentiation" in q.inputs)


def test_a_grade_of_which_a_part_was_told_is_asked_for_the_rest() -> None:
    asked = {name for q in next_questions({"ki67_percent": 12}, "review-2012", "systemic") for name in q.inputs}

    assert "mitoses_per_10hpf" in asked
    assert "grade" not in asked


@BOTH
def test_what_settles_most_comes_first(edition: str) -> None:
    settles = [question.settles for question in next_questions({}, edition)]

    assert settles == sorted(settles, reverse=True)


@pytest.mark.parametrize(
    ("least", "most", "may_open", "said"),
    [
        (4, 4, ("PRRT",), "settles 4 of 9, may open PRRT"),
        (1, 4, (), "settles 1 to 4 of 9"),
        (0, 2, ("a", "b", "c", "d"), "settles 0 to 2 of 9, may open a; b; c; 1 more"),
    ],
)
def test_a_sentence_says_what_it_would_do(least: int, most: int, may_open: tuple[str, ...], said: str) -> None:
    assert NextQuestion(("x",), "X", Fraction(2), least, most, 9, may_open).sentence == said


def test_what_it_may_open_is_named() -> None:
    case = {"carcinoid_syndrome": True, "on_analogue": True, "child_pugh": "none"}
    stools = next(q for q in next_questions(case, "2026") if "stools_per_day" in q.inputs)

    assert "telotristat" in stools.may_open


@BOTH
def test_a_checklist_is_one_question_and_names_only_what_matters(edition: str) -> None:
    lists = [question for question in next_questions({}, edition) if len(question.inputs) > 1]

    assert lists
    for question in lists:
        assert how().together(question.inputs[0]) is not None
        assert all(how().together(name) == how().together(question.inputs[0]) for name in question.inputs)


@BOTH
def test_what_a_checklist_holds_can_only_exclude(edition: str) -> None:
    for each in how().checklists.values():
        for name, harmless in each.harmless.items():
            for table in tables("pathway", edition):
                if any(i.name == name for i in table.inputs):
                    assert not can_open(table, name, not harmless), (table.name, name)


def test_what_can_open_something_would_be_found() -> None:
    assert can_open(load("prrt", "2026"), "somatostatin_receptor_positive", True)


def test_an_input_in_two_checklists_is_an_error_of_the_data() -> None:
    raw = knowledge.load(asking.FILE)
    twice = {"again": {"question": "Any?", "harmless": {"pregnant": False}}}

    with pytest.raises(KnowledgeError, match="pregnant"):
        asking.read({**raw, "checklists": {**raw["checklists"], **twice}})
