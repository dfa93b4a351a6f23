"""Checks the sentences of stories.toml: they speak of inputs, values and slots that there are, and of nothing else."""

from collections.abc import Iterator, Mapping

from netlearn.checks.fault import Fault
from netlearn.checks.guard import faults_in
from netlearn.decision import load, names
from netlearn.decision.inputs import Input
from netlearn.decision.unary import UnaryTest
from netlearn.editions import edition_ids
from netlearn.items import phrases, stories

FILE = stories.FILE
PERSON = ("patient", "she", "her", "him")
LISTS = {"both": ("has", "lacks"), "has": ("has",), "lacks": ("lacks",)}
Inputs = Mapping[str, tuple[Input, ...]]


def faults() -> Iterator[Fault]:
    """Yield each sentence, slot and list that names what is not there."""
    yield from faults_in(FILE, _faults)
    yield from faults_in(phrases.FILE, _words)


def tables() -> tuple[str, ...]:
    """Every table of any edition."""
    return tuple(sorted({table for edition in edition_ids() for table in names(edition)}))


def asked(among: tuple[str, ...]) -> Inputs:
    """The inputs of some tables in any edition, by name; an input may differ from edition to edition."""
    found: dict[str, tuple[Input, ...]] = {}
    for edition in edition_ids():
        for table in names(edition):
            for each in load(table, edition).inputs if table in among else ():
                found[each.name] = (*found.get(each.name, ()), each)
    return found


def can_be(test: UnaryTest, asked: Input) -> bool:
    """Say whether any value that an input accepts passes a test: every limit is tried, the ends, and between them.

    >>> from netlearn.decision.unary import parse_test
    >>> age = next(each for each in load("transplant", "2026").inputs if each.name == "age_years")
    >>> can_be(parse_test("<= 0"), age), can_be(parse_test("< 0"), age)
    (True, False)
    """
    fits = test.kind == "number" if asked.numeric else test.kind != "number"
    return fits and any(test.accepts(asked.witness(cell)) for cell in asked.split((test,)))


def _faults() -> Iterator[Fault]:
    every, known = tables(), asked(tables())
    for number, sentence in enumerate(stories.every_sentence(), 1):
        place = f"sentence {number}"
        yield from (Fault(FILE, place, "tables", f"{t!r} is no table") for t in sentence.tables if t not in every)
        mine = asked(sentence.tables or every)
        yield from _of_tests(place, {**sentence.given, **sentence.when}, mine)
        for text in sentence.says:
            yield from _of_slots(place, text, mine, sentence.tables or every)
    for name, pieces in stories.pieces().items():
        for piece in pieces:
            yield from _of_tests(f"slot.{name}", piece.when, known)
            for text in piece.says:
                yield from _of_slots(f"slot.{name}", text, known, every)
    for topic, ways in stories.lists().items():
        yield from _of_list(topic, ways)
    for table in every:
        mine = asked((table,))
        for text in phrases.openings(table):
            yield from _of_slots(f"openings.{table}", text, mine, (table,), phrases.FILE)


def _of_tests(place: str, when: Mapping[str, UnaryTest], known: Inputs) -> Iterator[Fault]:
    for name, test in when.items():
        if name not in known:
            yield Fault(FILE, place, "when", f"{name!r} is no input of its tables")
        elif not any(can_be(test, each) for each in known[name]):
            yield Fault(FILE, place, "when", f"{name!r} never has that value")


def _of_slots(place: str, text: str, known: Inputs, among: tuple[str, ...], file: str = FILE) -> Iterator[Fault]:
    for slot in stories.slots(text):
        if slot in PERSON or slot in stories.pieces():
            continue
        if slot not in known:
            yield Fault(
                file, place, "says", f"{{{slot}}} is no slot, no word for the patient and no input of its tables"
            )
        elif not all(_fills(each, table) for each in known[slot] for table in among if slot in asked((table,))):
            yield Fault(file, place, "says", f"{{{slot}}} has no `short` words for some value")


def _fills(each: Input, table: str) -> bool:
    words = phrases.phrases(table, each.name)
    return each.numeric or all(words.shorts(value) for value in each.values)


def _of_list(topic: str, ways: Mapping[str, str]) -> Iterator[Fault]:
    if topic not in (*phrases.TOPICS, "otherwise"):
        yield Fault(FILE, f"list.{topic}", "", f"is no topic; accepted: {', '.join(phrases.TOPICS)}, otherwise")
    for way, needs in LISTS.items():
        if not all(f"{{{need}}}" in ways.get(way, "") for need in needs):
            yield Fault(FILE, f"list.{topic}", way, f"needs {' and '.join('{' + need + '}' for need in needs)}")


def _words() -> Iterator[Fault]:
    """Yield words for an input that no table has, and what a patient lacks in words without "no"."""
    known = asked(tables())
    for name, raw in phrases.raw_words():
        if name not in known:
            yield Fault(phrases.FILE, f"inputs.{name}", "", "is an input of no table")
        for text in raw.get("has", {}).get("false", ()):
            if not text.startswith("no "):
                yield Fault(phrases.FILE, f"inputs.{name}", "has", f"{text!r} must begin with 'no'")
