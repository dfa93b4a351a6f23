"""Checks the case library: every file is read, and every answer typed there is what the table answers now."""

from collections.abc import Iterator

from netlearn import knowledge
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.clinic.cases import FOLDER, Patient, answer, read_case
from netlearn.editions import edition_ids


def faults() -> Iterator[Fault]:
    """Yield what is wrong with each patient."""
    for file in knowledge.names(FOLDER):
        yield from faults_in(file, _of_file, file)


def _of_file(file: str) -> Iterator[Fault]:
    yield from answers(read_case(knowledge.load(file), file), file)


def answers(patient: Patient, file: str) -> Iterator[Fault]:
    """Yield each typed answer that is not what the table answers."""
    for number, asked in enumerate(patient.asked, start=1):
        for edition in edition_ids():
            typed, now = asked.answers[edition], answer(asked.table, edition, asked.given[edition])
            if typed != now:
                yield Fault(
                    file, f"asked[{number}]", edition, f"{asked.table} answers {now!r}, the file says {typed!r}"
                )
