"""Checks the case library: every file is read, and every answer typed there is what the table answers now."""

from collections.abc import Iterator

from netlearn import knowledge
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.clinic.cases import FOLDER, NO_TABLE, Patient, answer, read_file
from netlearn.clinic.states import AT, unlisted
from netlearn.editions import edition_ids


def faults() -> Iterator[Fault]:
    """Yield what is wrong with each patient."""
    for file in knowledge.names(FOLDER):
        yield from faults_in(file, _of_file, file)


def _of_file(file: str) -> Iterator[Fault]:
    for patient in read_file(knowledge.load(file), file):
        yield from answers(patient, file)
        if AT in patient.slug:
            yield from unsaid(patient, file)


def answers(patient: Patient, file: str) -> Iterator[Fault]:
    """Yield each typed answer that is not what the table answers."""
    for number, asked in enumerate(patient.asked, start=1):
        for edition in edition_ids():
            typed, now = asked.answers[edition], answer(asked.table, edition, asked.given[edition])
            if typed != now:
                said = f"{asked.table} answers {now!r}, the file says {typed!r}"
                yield Fault(file, f"{_state(patient)}asked[{number}]", edition, said)


def unsaid(patient: Patient, file: str) -> Iterator[Fault]:
    """Yield each input that a scene's tables ask and of which the scene says neither a value nor that it is unknown."""
    for number, asked in enumerate(patient.asked, start=1):
        for edition in (each for each in edition_ids() if asked.answers[each] != NO_TABLE):
            listed = frozenset((*asked.given[edition], *patient.unknown))
            for name in unlisted(asked.table, edition, listed):
                where = f"{_state(patient)}asked[{number}]"
                yield Fault(file, where, name, f"{asked.table} asks it; say it under known, given or unknown")


def _state(patient: Patient) -> str:
    at = patient.slug.partition(AT)[2]
    return f"at {at}: " if at else ""
