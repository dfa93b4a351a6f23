"""The numbers that the models rest on, each with its unit, its range and where it comes from.

They live in ``knowledge/models``. A basis is one of three: a fact of the review (``fact``), works of the bibliography
(``cites``), or ``typical, not cited``: a usual textbook value that nobody has tied to a source for this course.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from netlearn.errors import KnowledgeError, quoted
from netlearn.knowledge import load

TYPICAL = "typical, not cited"
_KEYS = {"quantity", "value", "unit", "low", "high", "basis", "fact", "cites", "note"}
_TEXTS = ("quantity", "unit", "basis", "fact", "note")
_NEEDED = ("quantity", "value", "unit", "low", "high", "basis")
_BASES = (TYPICAL, "fact", "cited")


@frozen
class Parameter:
    """One number: ``value`` in ``unit``, within ``low`` to ``high``; ``basis`` says how far to trust it."""

    name: str
    quantity: str
    value: float
    unit: str
    low: float
    high: float
    basis: str
    fact: str = ""
    cites: tuple[str, ...] = ()
    note: str = ""


class Parameters(Mapping[str, float]):
    """The values of one model by name; ``about`` gives the whole parameter.

    >>> p = parameters("pharmacokinetics")
    >>> p["somatostatin_half_life"], p.about("somatostatin_half_life").fact
    (2.5, '4.1-05')
    """

    def __init__(self, parts: Mapping[str, Parameter]) -> None:
        self._parts = dict(parts)

    def __getitem__(self, name: str) -> float:
        return self.about(name).value

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def about(self, name: str) -> Parameter:
        """The parameter of that name. Raises KnowledgeError when there is none."""
        if not isinstance(name, str) or name not in self._parts:
            raise KnowledgeError(f"parameter {quoted(name)} does not exist; there are: {', '.join(self._parts)}")
        return self._parts[name]


def parameters(model: str) -> Parameters:
    """The parameters of a model: ``bioheat`` or ``pharmacokinetics``.

    Raises KnowledgeError, naming the file, the parameter and the field, for anything missing, unknown or out of range.

    >>> parameters("bioheat").about("conductivity").unit
    'W/(m·K)'
    """
    file = f"models/{model}.toml"
    return read(load(file, float), file)


def read(raw: Mapping[str, Any], file: str) -> Parameters:
    """Parameters from parsed TOML: one table for each, of the fields of :class:`Parameter` without its name."""
    return Parameters({name: _parameter(name, spec, f"{file}: {name}") for name, spec in raw.items()})


def _parameter(name: str, spec: Any, where: str) -> Parameter:
    if not isinstance(spec, Mapping):
        raise KnowledgeError(f"{where} is {spec!r}; accepted: a table with {', '.join(_NEEDED)}")
    for key in spec:
        if key not in _KEYS:
            raise KnowledgeError(f"{where}.{key} is not a known key; accepted: {', '.join(sorted(_KEYS))}")
    for key in _NEEDED:
        if key not in spec:
            raise KnowledgeError(f"{where}.{key} is missing")
    checked: dict[str, Any] = {key: _number(spec[key], f"{where}.{key}") for key in ("value", "low", "high")}
    checked |= {key: _text(spec[key], f"{where}.{key}") for key in _TEXTS if key in spec}
    made = Parameter(name=name, cites=_texts(spec.get("cites", []), f"{where}.cites"), **checked)
    _check(made, where)
    return made


def _check(made: Parameter, where: str) -> None:
    """A value lies in its range, and a basis names exactly what it claims to rest on."""
    if not made.low <= made.value <= made.high:
        raise KnowledgeError(f"{where}.value is {made.value}; accepted: from {made.low} to {made.high}")
    if made.basis not in _BASES:
        raise KnowledgeError(f"{where}.basis is {made.basis!r}; accepted: {', '.join(map(repr, _BASES))}")
    if bool(made.fact) is not (made.basis == "fact"):
        raise KnowledgeError(f"{where}.fact is {made.fact!r}; accepted: a fact's id with basis 'fact', else nothing")
    if bool(made.cites) is not (made.basis == "cited"):
        raise KnowledgeError(f"{where}.cites is {list(made.cites)!r}; accepted: keys with basis 'cited', else nothing")


def _number(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise KnowledgeError(f"{where} is {value!r}; accepted: a number")
    return float(value)


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value:
        raise KnowledgeError(f"{where} is {value!r}; accepted: a text")
    return value


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise KnowledgeError(f"{where} is {value!r}; accepted: a list of texts")
    return tuple(value)
