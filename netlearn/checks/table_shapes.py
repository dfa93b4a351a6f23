"""The shape of a table's file: its rows are made from the classes that decisions use; a field touches one place."""

from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction
from types import GenericAlias
from typing import Any, Literal

from attrs import field, frozen, make_class

from netlearn.decision.load import SECTIONS
from netlearn.decision.table import Clause

Texts = tuple[str, ...]
When = Mapping[str, str]


@frozen(kw_only=True)
class WithPlain:
    """Anything whose texts may hold numbers that are no clinical claims; ``plain`` says of each why."""

    plain: When = field(factory=dict)


@frozen(kw_only=True)
class InputRow:
    """An input of a table that is more than "boolean" or a list of words."""

    boolean: bool = False
    choice: Texts = ()
    number: str = ""
    integer: str = ""
    table: str = ""
    label: str = ""
    hint: str = ""
    unit: str = ""
    step: str | Fraction = ""
    labels: Texts = ()


@frozen(kw_only=True)
class VerdictRow:
    """A verdict of a table."""

    label: str = ""
    tone: Literal["suitable", "doubtful", "unsuitable", "plain", "notstated"] = "plain"
    share: str = ""
    was: str = ""


def _row(kind: type[Clause]) -> type:
    """What a clause of a table is read from: its fields but the id, with its tests as texts; which must be there
    the reader of tables says."""
    types: dict[str, Any] = {
        a.name: a.type if a.type in (str, bool, Texts) else When for a in fields(kind) if a.name != "id"
    }
    made = {name: field(type=type_, default=None) for name, type_ in types.items()}
    return make_class(f"{kind.__name__}Row", made, bases=(WithPlain,), kw_only=True)


@frozen(kw_only=True)
class TableHead(WithPlain):
    """A file of tables/<edition>/ without its clauses; one that is the same as the older edition's has no more."""

    table: str
    edition: str
    title: str = ""
    question: str = ""
    purpose: str = ""
    reviewed: str = ""
    sign_off: str = ""
    renames: Mapping[str, str] = field(factory=dict)
    same_as: str = ""
    derivation: str = ""
    follows: str = ""
    inputs: Mapping[str, Literal["boolean"] | Texts | InputRow] = field(factory=dict)
    verdicts: Mapping[str, VerdictRow] = field(factory=dict)


def _clauses(kind: Any) -> Any:
    rows: Any = GenericAlias(Mapping, (str, _row(kind)))
    return field(type=rows, factory=dict)


_CLAUSES = {name: _clauses(kind) for name, kind in SECTIONS.items()}
TableFile = make_class("TableFile", _CLAUSES, bases=(TableHead,), kw_only=True)
