"""Amounts for the tests of quantities and of numbers: what is drawn, and what a refusal says."""

import pytest
from hypothesis import strategies as st

from netlearn.errors import InputError
from netlearn.quantity import Quantity, as_number
from netlearn.units import SPELT

UNITS = sorted({unit.name for unit in SPELT.values()})
NUMBERS = st.fractions(min_value=0, max_value=10**9, max_denominator=10**9)
QUANTITIES = st.builds(Quantity, NUMBERS, st.sampled_from(UNITS))
# text that looks like an amount more often than chance would have it
NEARLY = st.lists(st.sampled_from([*"0123456789.,⁄/+-*e^ \u00a0\n", "nan", "inf", *SPELT]), max_size=8).map("".join)


def diameter(value):
    """A field of the decision tables: 0 to 30 cm."""
    return as_number(value, "largest_diameter_cm", "cm", 0, 30)


def refusal(function, *args, **kwargs):
    """What the refusal says."""
    with pytest.raises(InputError) as caught:
        function(*args, **kwargs)
    return str(caught.value)
