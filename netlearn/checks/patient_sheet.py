"""Checks the page that a patient takes home: sourced line by line, unsigned until signed, and every situation on it.

A situation of ``urgency.toml`` stands in one part: no card calls for help in a case of which the patient is not told.
"""

from collections.abc import Iterator
from typing import Any

from netlearn import knowledge
from netlearn.checks.card_lines import hearsay, of_line, signed
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.clinic import urgency
from netlearn.clinic.patient_sheet import FILE, PatientSheet, read_sheet


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the page."""
    yield from faults_in(FILE, lambda: of_sheet(knowledge.load(FILE)))


def of_sheet(raw: Any) -> Iterator[Fault]:
    """Yield what is wrong with the page as its file has it."""
    sheet = read_sheet(raw)
    yield from signed(sheet.sign_off, FILE)
    for step in (part.step for part in sheet.parts):
        for line in step.lines:
            yield from of_line(line, step, FILE)
            yield from hearsay(line.text, step, FILE)
    yield from _each_once(sheet)


def _each_once(sheet: PatientSheet) -> Iterator[Fault]:
    told = sorted(name for part in sheet.parts for name in part.situation)
    known = sorted(knowledge.load(urgency.FILE)["call"])
    if told != known:
        yield Fault(FILE, "part", "situation", f"tells of {', '.join(told)}; accepted, each once: {', '.join(known)}")
