"""Which errata and which harm stand behind a decision that an answer is judged by."""

from netlearn import evidence
from netlearn.decision import Decision, load

DOSES = "dose-check"


def errata_of(decision: Decision) -> list[str]:
    """The errata behind a decision that could harm or mislead; those of wording are left to the errata page."""
    known = evidence.errata()
    return [caution.id for caution in decision.cautions if caution.risk in ("A", "B") and caution.id in known]


def own_cautions(decision: Decision) -> list[str]:
    """The sentences of the table's own cautions on a decision that could harm or mislead."""
    own = {c.id for c in load(decision.table, decision.edition).cautions}
    return [c.text for c in decision.cautions if c.risk in ("A", "B") and c.id in own]


def is_dangerous_prescription(decision: Decision) -> bool:
    """A dose or form refused with an erratum that could harm behind it, or a caution of the table that could."""
    own = {c.id for c in load(decision.table, decision.edition).cautions}
    gravest = [c for c in decision.cautions if c.risk == "A"]
    return (decision.verdict == "reject" and bool(gravest)) or any(c.id in own for c in gravest)
