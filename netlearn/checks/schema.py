"""What a knowledge file may hold: one class per kind of row, read strictly.

Nothing is converted: a text is a text, a number an exact fraction, and an unknown key is an error.
"""

import re
from ast import literal_eval
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import cattrs
from attrs import fields, frozen, has
from cattrs.gen import make_dict_structure_fn, mapping_structure_factory, override

from netlearn.errors import KnowledgeError, quoted

_T = TypeVar("_T")
_Hook = Callable[[Any, Any], Any]

Bound = Literal["", ">", ">=", "<", "<="]
Kind = Literal["number", "rule", "definition", "mechanism", "trial", "open", "complication"]
Status = Literal["confirmed", "likely", "internal", "ambiguous", "outdated", "ok", "unverified"]
Checked = Literal["abstract", "second-hand", "recalled"]
# Core: stated in the prose or asked by an item. Detail: in the fold "claim by claim". Wording: says nothing of its own.
Weight = Literal["core", "detail", "wording"]


@frozen(kw_only=True)
class QuantityRow:
    """The fields of a value, shared by facts and figures."""

    quantity: str = ""
    low: Fraction | None = None
    high: Fraction | None = None
    bound: Bound = ""
    unit: str = ""
    approximate: bool = False
    population: str = ""


@frozen(kw_only=True)
class FactRow(QuantityRow):
    """One ``[[fact]]`` of evidence/<section>.toml."""

    id: str
    kind: Kind
    claim: str
    citations: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    topic: str
    errata: tuple[str, ...] = ()
    weight: Weight
    checked: Literal["as-printed", "abstract", "second-hand", "recalled"]


@frozen(kw_only=True)
class FigureRow(QuantityRow):
    """One ``[[erratum.figure]]`` or ``[[update.figure]]``."""

    name: str
    cites: tuple[str, ...]
    checked: Checked
    settle: str = ""
    interval: tuple[Fraction, Fraction] | None = None
    interval_kind: str = ""


@frozen(kw_only=True)
class ErratumRow:
    """One ``[[erratum]]`` of errata/<group>.toml."""

    id: str
    title: str
    status: Status
    risk: Literal["A", "B", "C", ""]
    facts: tuple[str, ...]
    says: str
    source: str
    teach: str
    cites: tuple[str, ...]
    figure: tuple[FigureRow, ...] = ()


@frozen(kw_only=True)
class UpdateRow:
    """One ``[[update]]`` of updates/<nn>-<topic>.toml."""

    id: str
    title: str
    statement: str
    cites: tuple[str, ...]
    address: str = ""
    checked: Checked
    settle: str = ""
    sections: tuple[str, ...]
    facts: tuple[str, ...]
    errata: tuple[str, ...]
    figure: tuple[FigureRow, ...] = ()


@frozen(kw_only=True)
class EvidenceFile:
    """A file of evidence/."""

    section: str
    title: str
    fact: tuple[FactRow, ...]


@frozen(kw_only=True)
class ErrataFile:
    """A file of errata/."""

    erratum: tuple[ErratumRow, ...]


@frozen(kw_only=True)
class UpdatesFile:
    """A file of updates/."""

    number: int
    topic: str
    title: str
    update: tuple[UpdateRow, ...]


def structure(name: str, content: Mapping[str, Any], into: type[_T]) -> _T:
    """Read the content of one file into its class; ``name`` is the file's name, for the error.

    Raises:
        KnowledgeError: a key is unknown or missing or a value has the wrong type; names the file and the place.

    >>> structure("updates/01-x.toml", {"number": "1", "topic": "x", "title": "X", "update": []}, UpdatesFile)
    Traceback (most recent call last):
    netlearn.errors.KnowledgeError: updates/01-x.toml: number: '1' is not a whole number
    """
    try:
        return _CONVERTER.structure(content, into)
    except (cattrs.BaseValidationError, cattrs.ForbiddenExtraKeysError) as error:
        problems = cattrs.transform_error(error, format_exception=_say)
        raise KnowledgeError("\n".join(f"{name}: {_place(p, content)}" for p in problems)) from None


def _say(error: BaseException, _: type | None) -> str:
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        return "unknown key " + ", ".join(sorted(error.extra_fields))
    if isinstance(error, KeyError):
        return "required key is missing"
    text = str(error)
    return text.replace("typing.Literal", "").replace("not in literal", "is not one of")


def _place(problem: str, content: Any) -> str:
    """Turn ``… @ $.fact[3].low`` into ``2-04: low: …``: rows are called by their ids, not their numbers."""
    text, path = problem.rsplit(" @ $", 1)
    place = []
    for step in _steps(path):
        content = _step(content, step)
        row = content if isinstance(content, dict) and isinstance(step, int) else {}
        place.append(str(row.get("id", row.get("name", f"[{step}]" if isinstance(step, int) else step))))
    return ": ".join([*(part for part in place if part not in _LISTS), text])


_LISTS = {"fact", "erratum", "update", "figure", "trial", "result"}
_STEP = re.compile(r"""\.(\w+)|\[(\d+)\]|\[('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\]""")
_KEYS: dict[str, str] = {}  # fields of rows that stand under another key


def _steps(path: str) -> list[str | int]:
    """The keys and numbers of a path such as ``.rules['small'].facts[0]``."""
    found = [match.groups() for match in _STEP.finditer(path)]
    return [int(n) if n else str(literal_eval(key)) if key else _KEYS.get(name, name) for name, n, key in found]


def _step(content: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return content[step] if isinstance(content, list) else None
    return content.get(step) if isinstance(content, dict) else None


def _exactly(accepted: type, words: str, convert: Callable[[Any], Any]) -> _Hook:
    def hook(value: Any, _: Any) -> Any:
        if type(value) is not accepted and not (accepted is Fraction and type(value) is int):
            raise TypeError(f"{quoted(value)} is not {words}")
        return convert(value)

    return hook


def _is_tuple(into: Any) -> bool:
    return get_origin(into) is tuple


def _is_mapping(into: Any) -> bool:
    return get_origin(into) is Mapping


def _is_union(into: Any) -> bool:
    return get_origin(into) in (Union, UnionType)


def _fits(value: Any, into: Any) -> bool:
    """Whether a value is of the kind that one member of a union holds; what is inside is looked at later."""
    if get_origin(into) is Literal:
        return value in get_args(into)
    if into is Fraction:
        return type(value) in (int, Fraction)
    holder = list if _is_tuple(into) else dict if _is_mapping(into) or has(into) else into
    return type(value) is holder


def _row(kind: Any, converter: cattrs.Converter) -> _Hook:
    """How a class is read from a table; a field may stand under another key, which its metadata then name."""
    keys = {a.name: a.metadata["key"] for a in fields(kind) if "key" in a.metadata}
    _KEYS.update(keys)
    other: dict[str, Any] = {name: override(rename=key) for name, key in keys.items()}
    return _tabled(make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **other))


def _mapping(into: Any, converter: cattrs.Converter) -> _Hook:
    return _tabled(mapping_structure_factory(into, converter, structure_to=dict))


def _tabled(read: _Hook) -> _Hook:
    def hook(value: Any, into: Any) -> Any:
        if not isinstance(value, dict):
            raise TypeError(f"{quoted(value)} is not a table")
        return read(value, into)

    return hook


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _exactly(str, "a text", str))
    converter.register_structure_hook(int, _exactly(int, "a whole number", int))
    converter.register_structure_hook(bool, _exactly(bool, "true or false", bool))
    converter.register_structure_hook(Fraction, _exactly(Fraction, "a number", Fraction))
    as_tuple = converter.get_structure_hook(tuple[str, ...])

    def listed(value: Any, into: Any) -> Any:  # or a text would pass for a list of letters
        if not isinstance(value, list):
            raise TypeError(f"{quoted(value)} is not a list")
        return as_tuple(value, into)

    def chosen(value: Any, into: Any) -> Any:
        members = [member for member in get_args(into) if member is not NoneType]  # TOML knows no nothing
        for member in members:
            if len(members) == 1 or _fits(value, member):
                return converter.structure(value, member)
        raise TypeError(f"{quoted(value)} is of none of the kinds that may stand here")

    converter.register_structure_hook_func(_is_tuple, listed)
    converter.register_structure_hook_func(_is_union, chosen)
    converter.register_structure_hook_factory(_is_mapping, lambda into: _mapping(into, converter))
    converter.register_structure_hook_factory(has, lambda kind: _row(kind, converter))
    return converter


_CONVERTER = _converter()
