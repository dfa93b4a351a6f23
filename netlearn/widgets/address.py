"""Links that set a widget, as chapters write them: ``[set it to 3.1 cm](#set=1&ablation.largest_diameter_cm=3.1)``.

The form is told in ``static/address.js``, which acts on it in the reader's browser; here it is read and checked, so
that no chapter holds a link that its widget would refuse.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from urllib.parse import unquote

from attrs import frozen

from netlearn.clinic.asking import asking
from netlearn.clinic.board_data import ASSEMBLIES, asks_prior, board_tables
from netlearn.clinic.crisis.lines import read_line
from netlearn.clinic.crisis.scenes import scene
from netlearn.clinic.plan import plan
from netlearn.decision.derivation import asked_inputs
from netlearn.decision.inputs import Input
from netlearn.decision.load import editions_of, load
from netlearn.editions import edition_ids
from netlearn.errors import InputError, NetlearnError
from netlearn.figures import supply
from netlearn.links import numbers
from netlearn.quantity import as_number
from netlearn.widgets.bench_data import START, TABLES

VERSION, UNKNOWN, EDITION = "1", "unknown", "edition"
_LIVER, _ROOM, _PRIOR = "liver-involvement", "crisis", "prior"
_HASH = re.compile(r"#((?:case|set)=.*)$", re.DOTALL)
_FIELD = re.compile(r"([\w-]+)\.([\w-]+)=(.*)", re.DOTALL)


class AddressError(NetlearnError):
    """A link that sets a widget is wrong: the message names its target and what is accepted."""


@frozen
class Address:
    """What a link says of each widget by name: a ``whole`` case, or changes to the one that is there."""

    whole: bool
    parts: Mapping[str, Mapping[str, str]]


def read(href: str) -> Address | None:
    """Read a link's target; None when it sets no widget. Raises AddressError for one that cannot be read.

    >>> read("#set=1&ablation.largest_diameter_cm=3.1").parts
    {'ablation': {'largest_diameter_cm': '3.1'}}
    >>> read("../book/evidence.md#ev-2-20") is None
    True
    """
    found = _HASH.search(href)
    if not found:
        return None
    head, *rest = found[1].split("&")
    kind, _, version = head.partition("=")
    if version != VERSION:
        raise AddressError(f"{href}: {kind}={version}; accepted: {kind}={VERSION}")
    parts: dict[str, dict[str, str]] = {}
    for part in filter(None, rest):
        field = _FIELD.fullmatch(unquote(part))
        if not field:
            raise AddressError(f"{href}: {part!r}; accepted: WIDGET.FIELD=VALUE")
        parts.setdefault(field[1], {})[field[2]] = field[3]
    if not parts:
        raise AddressError(f"{href}: says of no widget what it shall show")
    return Address(kind == "case", parts)


def check_link(text: str, href: str) -> Address | None:
    """Check a link and return what it says; None for one that sets no widget.

    Raises AddressError for a name, an input or a value that no widget takes, and for a number in the link's text that
    is none of its values.

    >>> check_link("set it to 3.1 cm", "#set=1&ablation.largest_diameter_cm=3.1").whole
    False
    >>> check_link("set it to 3.2 cm", "#set=1&ablation.largest_diameter_cm=3.1")
    Traceback (most recent call last):
    netlearn.widgets.address.AddressError: [set it to 3.2 cm]: 3.2 is no value of the link; its values: 3.1
    """
    address = read(href)
    if address is None:
        return None
    for name, fields in address.parts.items():
        for field, value in fields.items():
            _check(name, fields.get(EDITION), field, value, href)
    _check_text(text, [value for fields in address.parts.values() for value in fields.values()])
    return address


def _check(name: str, edition: str | None, field: str, value: str, href: str) -> None:
    table = re.sub(r"-\d+$", "", name)
    if table in (_ROOM, supply.NAME):
        (_check_room if table == _ROOM else _check_supply)(field, value, href)
        return
    there = [each for each in editions_of(_tables(table)[0]) if edition in (None, each)]
    if not there:
        raise AddressError(f"{href}: {name} has no edition {edition!r}")
    if field == EDITION or value == UNKNOWN:
        return
    if field == _PRIOR and table in ASSEMBLIES and asks_prior(table):
        _check_prior(value, href)
        return
    # a board keeps what only its other edition asks, and says so
    read = edition_ids() if table in ASSEMBLIES else there
    asked = [i for each in read for i in _inputs(table, each) if i.name == field]
    if not asked and not (table == "ablation" and field in START):
        raise AddressError(f"{href}: {field!r} is no input of {name}")
    if table in ASSEMBLIES and plan().joint(field, value):
        return
    try:
        (as_number(value, field, "cm", 0, None) if not asked else asked[-1].parse(_value(asked[-1], value)))
    except InputError as refused:
        raise AddressError(f"{href}: {refused}") from None


def _check_prior(value: str, href: str) -> None:
    """What was given before, in its order."""
    try:
        asking().prior.named(value.split(","))
    except InputError as refused:
        raise AddressError(f"{href}: {refused}") from None


def _check_supply(field: str, value: str, href: str) -> None:
    """A state of the drawing of the two vessels."""
    names = [state.name for state in supply.STATES]
    if field != "show" or value not in names:
        raise AddressError(f"{href}: {field}={value}; accepted: show={', show='.join(names)}")


def _check_room(field: str, value: str, href: str) -> None:
    """A scene of the crisis room, and the lines that are played in it, one after another."""
    try:
        if field == "scene":
            scene(value)
        elif field == "actions":
            list(map(read_line, filter(None, value.split(";"))))
        else:
            raise AddressError(f"{href}: {field!r} is none of scene, actions")
    except InputError as refused:
        raise AddressError(f"{href}: {refused}") from None


def _tables(name: str) -> tuple[str, ...]:
    """The tables that a widget of that name plays with: a table's own name is one."""
    boards = {board: board_tables(board) for board in ASSEMBLIES if board == name}
    found = {"liver": (_LIVER,), "ablation": TABLES, **boards}.get(name, (name,))
    if not editions_of(found[0]):
        raise AddressError(
            f"{name!r} is no widget; accepted: liver, ablation, crisis, board, selector, or the name of a table"
        )
    return found


def _inputs(name: str, edition: str) -> Iterator[Input]:
    for table in _tables(name):
        if edition in editions_of(table):
            yield from asked_inputs(load(table, edition))


def _value(asked: Input, text: str) -> object:
    return next((value for value in asked.values if str(value).lower() == text), text)


def _check_text(text: str, values: list[str]) -> None:
    given = {number for value in values for number in numbers(value.replace("-", " "))}
    for number in numbers(re.sub(r"Ki-67|\b20(?:12|26)\b", "", text)):
        if number not in given:
            raise AddressError(f"[{text}]: {_plain(number)} is no value of the link; its values: {', '.join(values)}")


def _plain(number: Fraction) -> str:
    return f"{float(number):g}"
