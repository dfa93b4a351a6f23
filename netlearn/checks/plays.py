"""Checks every patient who is played through: each step is told before it is asked, and has an answer by the tables."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from netlearn import knowledge
from netlearn.checks.citations import LOOK_UPS, unknown_id
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.decision.unary import plain
from netlearn.editions import edition_ids
from netlearn.items import grade
from netlearn.items.grading import right_answer
from netlearn.items.play_steps import questions
from netlearn.items.plays import FOLDER, LEAST, Play, PlayStep, read_play, told_before
from netlearn.links import numbers

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def faults() -> Iterator[Fault]:
    """Yield what is wrong with each play."""
    for file in knowledge.names(FOLDER):
        yield from faults_in(file, _of_file, file)


def _of_file(file: str) -> Iterator[Fault]:
    play = read_play(knowledge.load(file), file)
    if len(play.steps) < LEAST:
        yield Fault(file, "step", "", f"there are {len(play.steps)} decisions; accepted: at least {LEAST}")
    yield from untold(play, file)
    for number, raw in enumerate(knowledge.load(file)["step"], 1):
        for answer in raw.get("answer", ()):
            yield from _sources(answer, f"step {number}: {answer['id']}", file)
    for number, step in enumerate(play.steps, 1):
        yield from faults_in(file, _of_step, play, step, f"step {number}", file)


def _sources(answer: Mapping[str, Any], place: str, file: str) -> Iterator[Fault]:
    """Yield each source of an answer of a play's own that does not exist; and that it names none, and no basis."""
    if not any(answer.get(name) for name in (*LOOK_UPS, "basis")):
        yield Fault(file, place, "basis", f"is missing; accepted: {', '.join(LOOK_UPS)}, or a basis that is no source")
    for name in LOOK_UPS:
        for id in answer.get(name, ()):
            yield from unknown_id(name, id, place, file, name)


def untold(play: Play, file: str) -> Iterator[Fault]:
    """Yield each sentence of a case that is told twice, or neither told nor listed as left out."""
    for name in dict.fromkeys((*(step.case for step in play.steps), *play.untold)):
        steps = [step for step in play.steps if step.case == name]
        told = [*(number for step in steps for number in step.tells), *play.untold.get(name, ())]
        every = range(1, len(steps[0].patient.sentences) + 1) if steps else ()
        for number in sorted({*told, *every}):
            if told.count(number) != 1 or number not in every:
                says = f"sentence {number} stands {told.count(number)} times under tells and untold; accepted: once"
                yield Fault(file, "untold", name, says)


def _of_step(play: Play, step: PlayStep, place: str, file: str) -> Iterator[Fault]:
    if step.rows and not step.question:
        yield Fault(file, place, "question", "is missing; accepted: what is asked of these rows")
    yield from _numbers(play, step, place, file)
    asked = questions(play)[play.steps.index(step)]
    right = right_answer(asked.variant)
    if grade(asked.variant, right).result != "right" or len(asked.variant["key"]) == len(asked.variant["options"]) - 1:
        yield Fault(file, place, "asks", "every answer is right, or none")
    named = {each["id"] for each in asked.variant["options"]}
    for name in step.rows:
        if not any(id == name or id.partition(":")[0] == name for id in named):
            yield Fault(file, place, "rows", f"{name!r} is no row of this patient's board")


def _numbers(play: Play, step: PlayStep, place: str, file: str) -> Iterator[Fault]:
    """Yield the numbers that a table is given and nobody has told, and those of a play that no case has."""
    told = told_before(play.steps, step)
    if step.asks:
        given = step.asked.given[edition_ids()[-1]] or step.asked.given[edition_ids()[0]]
        for name, value in given.items():
            if isinstance(value, bool | str | dict):
                continue
            word = f"|{_WORDS[int(value)]}" if value in range(len(_WORDS)) else ""
            if not re.search(rf"(?<![\d.])({re.escape(plain(value))}{word})(?!\.?\d)\b", told, re.IGNORECASE):
                yield Fault(file, place, name, f"{plain(value)} is given to {step.asked.table} and told nowhere before")
    known = set(numbers(" ".join(each.patient.story for each in play.steps)))
    for number in numbers(f"{step.says} {step.question} {play.end}"):
        if number not in known:
            yield Fault(file, place, "says", f"{plain(number)} stands in no story of this play")
