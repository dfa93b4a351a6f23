"""The cautions that travel with a decision: those of the table by their own conditions, and the errata behind it."""

from collections.abc import Iterable, Sequence

from netlearn import knowledge
from netlearn.decision.decision import Caution
from netlearn.decision.diagram import Diagram
from netlearn.decision.load import with_numbers
from netlearn.decision.restrict import can_hold
from netlearn.decision.table import Clause, Table


def cautions_of(
    table: Table, diagram: Diagram, allowed: Sequence[Sequence[int]], clauses: Iterable[Clause]
) -> tuple[Caution, ...]:
    """The cautions that hold in some completion of a case and the errata of the clauses used, the gravest first."""
    touching = with_numbers(table, (c for c in table.cautions if can_hold(diagram, diagram.cautions[c.id], allowed)))
    found = [Caution(c.id, c.risk, c.title, c.because) for c in touching]
    found += [erratum_caution(e) for e in dict.fromkeys(e for c in [*clauses, *touching] for e in c.errata)]
    return tuple(sorted(found, key=lambda c: c.risk))


def erratum_caution(id: str) -> Caution:
    """An erratum as a caution.

    >>> erratum_caution("E01").risk
    'A'
    """
    row = knowledge.entry("erratum", id, "errata")
    if row:
        return Caution(id, row.get("risk") or "C", row["title"], row["teach"])
    from netlearn import evidence  # only now: most decisions do without its records

    found = evidence.erratum(id)
    return Caution(id, found.risk or "C", found.title, found.teach)
