"""Reading one record from TOML, strictly: what is wrong is named with its file, its id and its field."""

from collections.abc import Collection, Mapping
from typing import Any, NoReturn, TypeVar

from attrs import NOTHING, Attribute, fields

from netlearn import prose
from netlearn.clinic.crisis.records import When
from netlearn.errors import KnowledgeError

T = TypeVar("T")
_ACCEPTED: dict[Any, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    bool | None: "true or false",
    int | None: "a whole number",
    tuple[str, ...]: "a list of texts",
    When: "a table of conditions",
}


class RecordReader:
    """Reads the records of one file.

    >>> from netlearn.clinic.crisis.records import Given
    >>> RecordReader("room.toml").record(Given, {"id": "plasma", "label": "plasma"}).label
    'plasma'
    >>> RecordReader("room.toml").record(Given, {"id": "plasma", "lable": "plasma"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    netlearn.errors.KnowledgeError: room.toml: plasma.lable is 'plasma'; accepted keys: id, label, ...
    """

    def __init__(self, file: str) -> None:
        self.file = file

    def refuse(self, where: str, value: object, accepted: str) -> NoReturn:
        """Say which field of this file is wrong, what it holds and what is accepted."""
        raise KnowledgeError(f"{self.file}: {where} is {value!r}; accepted{accepted}")

    def only(self, raw: Mapping[str, Any], known: Collection[str], where: str = "") -> None:
        """Refuse keys that are not known."""
        for key in raw:
            if key not in known:
                self.refuse(f"{where}{key}", raw[key], f" keys: {', '.join(known)}")

    def text(self, raw: Mapping[str, Any], key: str) -> str:
        """A text of the file's head that must be there."""
        value = raw.get(key)
        return value if isinstance(value, str) and value else self.refuse(key, value, ": a text")

    def texts(self, raw: Mapping[str, Any], key: str, where: str = "") -> tuple[str, ...]:
        """A list of texts, empty where the key is left out."""
        value = raw.get(key, [])
        if isinstance(value, list) and all(isinstance(text, str) for text in value):
            return tuple(value)
        return self.refuse(where or key, value, f": {_ACCEPTED[tuple[str, ...]]}")

    def table(self, raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        """A table of the file that must be there."""
        value = raw.get(key)
        return value if isinstance(value, dict) and value else self.refuse(key, value, f": a table headed [{key}]")

    def member(self, where: str, value: str, known: Collection[str]) -> None:
        """Refuse a word that is not in the list."""
        if value not in known:
            self.refuse(where, value, f": {', '.join(known)}")

    def records(self, kind: type[T], raw: Mapping[str, Any], key: str) -> tuple[T, ...]:
        """The list of records under ``key``; an id may stand once only."""
        entries = raw.get(key)
        if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
            return self.refuse(key, entries, f": a list of entries, each headed [[{key}]]")
        made = tuple(self.record(kind, entry) for entry in entries)
        ids = [getattr(item, "id", "") for item in made]
        for id in ids:
            if ids.count(id) > 1:
                self.refuse(f"{key}.id", id, ": an id that stands once")
        return made

    def record(self, kind: type[T], raw: Mapping[str, Any], where: str = "") -> T:
        """One record: every key known, every type right, every number in its texts looked up."""
        where = where or str(raw.get("id", "an entry without id"))
        known = {a.name: a for a in fields(kind)}  # type: ignore[arg-type]
        self.only(raw, known, f"{where}.")
        for name, attribute in known.items():
            if attribute.default is NOTHING and raw.get(name) in (None, "", []):
                self.refuse(f"{where}.{name}", raw.get(name), f": {_ACCEPTED[attribute.type]}")
        values = {name: self._value(known[name], value, where) for name, value in raw.items()}
        cited = tuple(prose.cited(values))
        texts = {n: self._filled(v, f"{where}.{n}", cited) for n, v in values.items() if isinstance(v, str | tuple)}
        return kind(**{**values, **texts})

    def _filled(self, value: Any, where: str, cited: Collection[str]) -> Any:
        """A text, or each text of a list, with its numbers filled in."""
        if isinstance(value, tuple):
            return tuple(self._filled(each, where, cited) for each in value)
        return prose.filled(value, f"{self.file}: {where}", cited)

    def _value(self, attribute: "Attribute[Any]", value: Any, where: str) -> Any:
        field, kind = f"{where}.{attribute.name}", attribute.type
        if kind is When and isinstance(value, dict):
            return self.record(When, value, field)
        if kind == tuple[str, ...]:
            return self.texts({field: value}, field)
        plain = bool if kind == bool | None else int if kind == int | None else kind
        if plain in (str, int, bool) and type(value) is plain:
            return value
        return self.refuse(field, value, f": {_ACCEPTED[kind]}")
