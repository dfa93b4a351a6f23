"""What holds for every card that is carried: a line has a source or says that it has none, and no dose is hearsay."""

from collections.abc import Collection, Iterator

from netlearn import evidence, prose
from netlearn.checks.citations import LOOK_UPS, unknown_id
from netlearn.checks.fault import Fault
from netlearn.clinic.card_lines import GOOD_PRACTICE, CardLine, CardStep, signature
from netlearn.editions import edition_ids

HEARSAY = ("second-hand", "recalled")


def signed(sign_off: str, file: str) -> Iterator[Fault]:
    """Yield a fault where a sign-off does not name a clinician and a day."""
    if sign_off and not signature(sign_off)[0]:
        says = f'{sign_off!r} names no clinician with a date; accepted: "" or "Dr Name, 2026-12-31"'
        yield Fault(file, "", "sign_off", says)


def of_line(line: CardLine, step: CardStep, file: str) -> Iterator[Fault]:
    """Yield what a line cites and does not exist, and where it has neither a source nor the words that it has none."""
    for field in LOOK_UPS:
        for id in getattr(line, field):
            yield from unknown_id(field, id, step.id, file, field)
    if bool(line.sources) == bool(line.basis) or line.basis not in ("", GOOD_PRACTICE):
        says = f"{line.text!r} cites {', '.join(line.sources) or 'nothing'}"
        yield Fault(file, step.id, "basis", f'{says}; accepted: sources, or basis = "{GOOD_PRACTICE}"')
    if line.edition not in ("", *edition_ids()):
        yield Fault(file, step.id, "edition", f"{line.edition!r} is no edition; accepted: {', '.join(edition_ids())}")


def hearsay(text: str, step: CardStep, file: str, units: Collection[str] = ()) -> Iterator[Fault]:
    """Yield the numbers of a text that were not read at their source, where units are named those alone; and rates."""
    for placeholder in prose.PLACEHOLDER.findall(text):
        id = placeholder.partition(":")[0]
        entry = evidence.fact(id) if id in evidence.facts() else evidence.figure(id)
        unit = entry.value.unit if entry.value else ""
        if "per hour" in unit:
            yield Fault(file, step.id, "text", f"{{{placeholder}}} is a rate; no rate stands on the card")
        if entry.checked in HEARSAY and (not units or unit in units):
            yield Fault(file, step.id, "text", f"{{{placeholder}}} is {entry.checked}; accepted: what was read")
