"""Checks that a card says whom to call, and how soon, by its situation, in one wording with all the others."""

from collections.abc import Iterator

from netlearn.checks.fault import Fault
from netlearn.clinic.card_lines import CardStep
from netlearn.clinic.urgency import situations

ANYWHERE = ("ambulance", "emergency team")
WITH_FEVER = ("doctor now", "duty now", "the centre", "within the hour")
CALLING = ("red", "call", "nurse")  # the parts of a card that say whom to call


def typed_calls(text: str, part: CardStep, file: str) -> Iterator[Fault]:
    """Yield where a line types whom to call, and where it has a sign and does not call by its situation."""
    fevered = any(word in text.lower() for word in ("fever", "jaundice"))
    for typed in (words for words in (*ANYWHERE, *(WITH_FEVER if fevered else ())) if words in text):
        yield Fault(
            file, part.id, "text", f"{text!r} types {typed!r}; accepted: a situation of urgency.toml, such as {{alarm}}"
        )
    for name in situations(text) if part.id in CALLING else ():
        if f"{{{name}}}" not in text:
            yield Fault(file, part.id, "text", f"{text!r} has a sign of {name}; accepted: whom to call, as {{{name}}}")
