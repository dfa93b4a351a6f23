"""Things that nobody should give to the library, and that somebody will."""

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st


class SaysNothing:
    """Its repr raises."""

    def __repr__(self):
        raise RuntimeError("no repr")


class SaysTooMuch:
    """Its repr is a million characters on many lines."""

    def __repr__(self):
        return "much\n" * 200_000


class EqualsNothing:
    """Comparing it raises, as an array does, and so it cannot be hashed."""

    __hash__ = None

    def __eq__(self, other):
        raise ValueError("the truth of an array is ambiguous")


class Odd(Mapping):
    """A mapping whose keys are no texts."""

    def __getitem__(self, key):
        return SaysNothing()

    def __iter__(self):
        return iter((1, None, SaysNothing()))

    def __len__(self):
        return 3


def _nested():
    deep = []
    for _ in range(20_000):
        deep = [deep]
    return deep


def _round():
    itself = []
    itself.append(itself)
    return itself


# by a name that a failing test can print
NASTY = {
    "no-repr": SaysNothing(),
    "long-repr": SaysTooMuch(),
    "no-eq": EqualsNothing(),
    "odd-mapping": Odd(),
    "nested": _nested(),
    "recursive": _round(),
    "huge": 10**5000,
    "minus-huge": -(10**5000),
    "nan": math.nan,
    "inf": math.inf,
    "minus-zero": -0.0,
    "decimal-nan": Decimal("NaN"),
    "decimal-far": Decimal("1e999999"),
    "fine-fraction": Fraction(1, 10**5000),
    "complex": 1j,
    "bytes": b"\xff\x00" * 100,
    "surrogate": "\ud800",
    "null": "\x00",
    "empty": "",
    "long": "9" * 100_000,
    "comma": "5,25",
    "kilogram": "3 kg",
    "digits": "٣",
    "float-id": 2.20,
    "list": ["cm"],
    "dict": {"a": [1]},
    "set": {1, 2},
    "class": int,
    "function": len,
    "generator": (x for x in ()),
    "object": object(),
    "false": False,
    "zero": 0,
    "edition": 2026,
}


def _nasty(name):
    return NASTY[name]


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.fractions()
    | st.text(max_size=20)
    | st.binary(max_size=20)
    | st.complex_numbers()
    | st.sampled_from(list(NASTY)).map(_nasty),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=5,
)
