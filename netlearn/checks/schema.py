"""What a knowledge file may hold: one class per kind of row, read strictly.

Nothing is converted: a text is a text, a number an exact fraction, and an unknown key is an error.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Literal, TypeVar, get_origin

import cattrs
from attrs import frozen

from netlearn.errors import KnowledgeError

_T = TypeVar("_T")

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
    for step in path.replace("[", ".[").split(".")[1:]:
        known = content is not None
        content = _step(content, step) if known else None
        label = content.get("id", content.get("name", step)) if isinstance(content, dict) else step
        place.append(str(label))
    return ": ".join([*(part for part in place if part not in _LISTS), text])


_LISTS = {"fact", "erratum", "update", "figure"}


def _step(content: Any, step: str) -> Any:
    if step.startswith("["):
        index = int(step.strip("[]"))
        return content[index] if isinstance(content, list) else None
    return content.get(step) if isinstance(content, dict) else None


def _exactly(accepted: type, words: str, convert: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        if type(value) is not accepted and not (accepted is Fraction and type(value) is int):
            raise TypeError(f"{value!r} is not {words}")
        return convert(value)

    return hook


def _is_tuple(into: Any) -> bool:
    return get_origin(into) is tuple


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _exactly(str, "a text", str))
    converter.register_structure_hook(int, _exactly(int, "a whole number", int))
    converter.register_structure_hook(bool, _exactly(bool, "true or false", bool))
    converter.register_structure_hook(Fraction, _exactly(Fraction, "a number", Fraction))
    as_tuple = converter.get_structure_hook(tuple[str, ...])

    def listed(value: Any, into: Any) -> Any:  # or a text would pass for a list of letters
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is not a list")
        return as_tuple(value, into)

    converter.register_structure_hook_func(_is_tuple, listed)
    return converter


_CONVERTER = _converter()
