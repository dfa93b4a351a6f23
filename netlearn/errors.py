"""The errors of the house: each names the field, the value and what is accepted. An error message never raises."""

from reprlib import Repr
from typing import Any

_LONGEST = 80  # characters of a value that a message quotes
_LONGEST_NUMBER = 2000  # bits of a whole number that is written out before it is cut


class NetlearnError(ValueError):
    """Anything netlearn refuses; the base of the two kinds below."""


class KnowledgeError(NetlearnError):
    """The course's own data are wrong: names the file, the id and the field."""


class _Quoting(Repr):
    """How values are quoted: numbers and texts cut where they are long, lists and tables at a depth."""

    def __init__(self) -> None:
        super().__init__()
        self.maxstring = self.maxother = self.maxlong = _LONGEST
        self.maxdict = self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = 12
        self.maxlevel = 4

    def repr_int(self, x: int, level: int) -> str:
        """A whole number; Python itself refuses to print those of more than 4,300 digits."""
        return super().repr_int(x, level) if x.bit_length() <= _LONGEST_NUMBER else "a whole number of very many digits"

    def repr_instance(self, x: Any, level: int) -> str:
        """Anything else, on one line, without bytes that cannot be printed."""
        text = " ".join(repr(x).encode("utf-8", "backslashreplace").decode().split())
        if " at 0x" in text:  # an address says nothing to anybody
            return _kind(x)
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def quoted(value: object) -> str:
    """The value as a message quotes it: its repr, short, on one line; this never raises, whatever the value is.

    >>> quoted("3 kg"), quoted([1, "a"]), quoted(float("nan"))
    ("'3 kg'", "[1, 'a']", 'nan')
    >>> quoted(10**5000), len(quoted("x" * 10**6))
    ('a whole number of very many digits', 80)
    """
    try:
        return _Quoting().repr(value)
    except Exception:  # its __repr__, its class or its depth may fail in any way
        return _kind(value)


def _kind(value: object) -> str:
    try:
        return f"a value of type {type(value).__name__}"
    except Exception:
        return "a value that cannot be shown"


def _is_name(field: object) -> bool:
    return isinstance(field, str) and field.isprintable() and 0 < len(field) <= 2 * _LONGEST


class InputError(NetlearnError):
    """A value given by a reader is refused: names the field, the value and what is accepted.

    ``label`` is what people call the field; the message then begins with it. ``sentence`` is the same for a reader who
    knows no names of inputs, such as that of a widget; :attr:`plain` is it, or the message where there is none.

    >>> raise InputError("largest_diameter_cm", "3 kg", "a length such as 3.1 or '31 mm'")
    Traceback (most recent call last):
    netlearn.errors.InputError: largest_diameter_cm: '3 kg' is not accepted; accepted: a length such as 3.1 or '31 mm'
    >>> raise InputError("ki67_percent", 101, "a number within [0..100]", label="Ki-67 index")
    Traceback (most recent call last):
    netlearn.errors.InputError: Ki-67 index (ki67_percent): 101 is not accepted; accepted: a number within [0..100]
    """

    def __init__(self, field: str, value: object, accepted: str, label: str = "", sentence: str = "") -> None:
        field = field if _is_name(field) else quoted(field)  # a key of what was given, say
        name = f"{label} ({field})" if label and label != field else field
        super().__init__(f"{name}: {quoted(value)} is not accepted; accepted: {accepted}")
        self.field = field
        self.value = value
        self.accepted = accepted
        self.label = label
        self.sentence = sentence

    @property
    def plain(self) -> str:
        """The refusal in words for a reader."""
        return self.sentence or str(self)
