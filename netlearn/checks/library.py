"""Checks how the case library is sorted: every table has one topic, and what is put by hand is there."""

from collections.abc import Iterator
from itertools import chain

from netlearn import evidence, knowledge
from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.checks.stories import tables
from netlearn.clinic import library
from netlearn.clinic.cases import cases
from netlearn.items.plays import plays

FILE = library.FILE


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the topics and the levels."""
    yield from faults_in(FILE, _topics)
    yield from faults_in(FILE, _levels)
    yield from faults_in(FILE, _after)


def _topics() -> Iterator[Fault]:
    listed = list(chain.from_iterable(topic.tables for topic in library.topics()))
    for table in tables():
        if listed.count(table) != 1:
            yield Fault(FILE, "topic", table, f"stands in {listed.count(table)} topics; accepted: in one")
    yield from (Fault(FILE, "topic", table, "is no table") for table in listed if table not in tables())


def _levels() -> Iterator[Fault]:
    raw = knowledge.load(FILE)
    if set(raw["difficulty"]) != set(library.LEVELS):
        yield Fault(FILE, "difficulty", "", f"accepted: {', '.join(library.LEVELS)}")
    for slug, level in raw["by_hand"].items():
        if slug not in cases():
            yield Fault(FILE, "by_hand", slug, "is no patient of the library")
        if level not in library.LEVELS:
            yield Fault(FILE, "by_hand", slug, f"{level!r} is no level; accepted: {', '.join(library.LEVELS)}")


def _after() -> Iterator[Fault]:
    for section, slug in library.plays_after().items():
        if section not in evidence.sections():
            yield Fault(FILE, "after", section, "is no section of the review")
        if slug not in plays():
            yield Fault(FILE, "after", section, f"{slug!r} is no play; accepted: {', '.join(plays())}")
