"""A dose as it is written: what one reader may take one way and another reader another way, said in a sentence.

``static/dose-written.js`` is its twin on the page.
"""

import re

from netlearn.words import say

_NUMBER = re.compile(r"([-\u2212]?) ?([0-9]+(?:\.[0-9]+)?)(?![0-9.,])")
# Where a point groups thousands this is a thousand and more; "0.125" is not written so, nor is "33.34".
_GROUPED = re.compile(r"([1-9][0-9]{0,2})\.([0-9]{3})")


def slip(text: str) -> str:
    """Why a dose so written is not taken; empty where its number is above 0 and can be read in one way only.

    >>> slip("-5 mg"), slip("0.125 mg")
    ('A dose must be above 0.', '')
    >>> slip("1.000 microgram")
    'A dose of “1.000” can be 1 or, where a point groups thousands, 1000. Write one of these.'
    """
    found = _NUMBER.match(text.strip())
    if not found:
        return ""
    sign, number = found.groups()
    if sign or not number.strip("0."):
        return say("written", "above_zero")
    return _grouped(number)


def _grouped(number: str) -> str:
    """A number with a point before exactly three digits: as a small one it is written with two, or with four."""
    found = _GROUPED.fullmatch(number)
    if not found:
        return ""
    small = f"{number}0" if number[-1] != "0" else number.rstrip("0").rstrip(".")
    return say("written", "grouped", number=number, small=small, large="".join(found.groups()))
