"""Checks what puts several decisions together: every name there exists, none is missing, each source is known."""

from collections.abc import Iterator, Mapping

from netlearn import knowledge
from netlearn.checks.citations import unknown_id
from netlearn.checks.fault import Fault
from netlearn.checks.guard import refusals
from netlearn.decision.load import load

FILE = "assemblies.toml"
# The colours in which a verdict of each group of the board may be shown.
TONES = {
    "first-line": ("suitable",),
    "option": ("suitable", "doubtful", "plain"),
    "rescue": ("doubtful",),
    "watch": ("suitable",),
    "not-now": ("doubtful", "plain"),
    "nothing-to-ask": ("plain",),
    "criteria-not-met": ("unsuitable", "plain"),
    "against": ("unsuitable",),
    "not-stated": ("doubtful", "unsuitable"),
}


def faults() -> Iterator[Fault]:
    """Yield what is wrong with the assemblies' file."""
    from netlearn.clinic.plan import plan

    wrong = tuple(refusals(FILE, plan))
    yield from wrong or (*_unknown_sources(), *tones(plan().verdicts))


def tones(groups: Mapping[tuple[str, str, str], str]) -> Iterator[Fault]:
    """Yield each verdict shown in a colour that its group on the board contradicts."""
    for (table, verdict, edition), group in groups.items():
        tone = load(table, edition).verdicts[verdict].tone
        if tone not in TONES[group]:
            says = f"is {tone!r}, and the board has {verdict!r} under {group!r}; accepted: {', '.join(TONES[group])}"
            yield Fault(f"tables/{edition}/{table}.toml", f"verdicts.{verdict}", "tone", says)


def _unknown_sources() -> Iterator[Fault]:
    for table, verdicts in knowledge.load(FILE)["sources"].items():
        for verdict, kinds in verdicts.items():
            for kind, ids in kinds.items():
                for id in ids:
                    yield from unknown_id(kind, id, f"sources.{table}.{verdict}", FILE, kind)
