"""What a reader is told when a value is refused: the same sentences as on the page (``fields.js``)."""

from typing import TYPE_CHECKING

from netlearn.decision.unary import plain
from netlearn.errors import InputError, quoted
from netlearn.quantity import as_number
from netlearn.words import listed, say

if TYPE_CHECKING:
    from netlearn.decision.inputs import Input

_LONGEST = 60  # characters of a value that a sentence quotes


def refused(asked: "Input", raw: object) -> str:
    """Why an input refuses a value, in sentences."""
    if not asked.numeric:
        labels = listed(asked.labels or tuple(map(str, asked.values)), "or")
        return say("refused", "choice", label=asked.label, value=_quoted(raw), labels=labels)
    accepted = _accepted(asked)
    if not isinstance(raw, str) or _is_read(asked, raw):
        return accepted
    if "," in raw and asked.kind != "integer":
        return f"{accepted} {say('refused', 'comma')}"
    return f"{say('refused', 'unread', value=_quoted(raw))} {accepted}"


def _accepted(asked: "Input") -> str:
    domain = asked.domain
    assert domain is not None and domain.low is not None and domain.high is not None
    ends = f"{'from' if domain.low_closed else 'over'}_{'to' if domain.high_closed else 'under'}"
    unit = f"\u00a0{asked.unit}" if asked.unit else ""
    span = say("refused", ends, low=plain(domain.low), high=plain(domain.high) + unit)
    return say("refused", "whole" if asked.kind == "integer" else "number", label=asked.label, span=span)


def _is_read(asked: "Input", text: str) -> bool:
    """Whether the text states an amount of the right dimension, if one out of range."""
    try:
        as_number(text, asked.name, asked.unit, None, None)
    except InputError:
        return False
    return True


def _quoted(raw: object) -> str:
    text = " ".join(raw.split()) if isinstance(raw, str) else quoted(raw)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
