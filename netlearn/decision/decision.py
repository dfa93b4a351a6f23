"""The answer to a case, with its reasons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from netlearn.decision.unary import Value


@dataclass(frozen=True, slots=True)
class Caution:
    """An erratum or a risk that travels with a decision. Risk A could harm, B misleads, C is wording."""

    id: str
    risk: str
    title: str
    text: str

    def to_json(self) -> dict[str, str]:
        """The caution as plain data."""
        return {"id": self.id, "risk": self.risk, "title": self.title, "text": self.text}


@dataclass(frozen=True, slots=True)
class Flip:
    """A single change that alters the answer: ``input`` becoming ``to`` gives ``status`` and ``verdict``.

    ``set`` is one value that makes the change.
    """

    input: str
    to: str
    set: Value = field(repr=False)
    status: str
    verdict: str | None
    possible: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The flip as plain data; a number becomes a float."""
        value = self.set if isinstance(self.set, bool | str) else float(self.set)
        return {
            "input": self.input,
            "to": self.to,
            "set": value,
            "status": self.status,
            "verdict": self.verdict,
            "possible": list(self.possible),
        }


@dataclass(frozen=True, slots=True)
class Decision:
    """What a table answers for one case.

    ``status`` is ``decided``, ``not-stated``, ``undetermined`` or ``conflict``; ``verdict`` is given only when decided;
    ``possible`` lists the verdicts still open or in conflict, ``missing`` the unknown inputs that matter;
    ``evidence`` names facts and figures, ``updates`` what was published since the review, behind the rules that tell;
    ``changes`` works out the flips of this decision: whoever decided gives it.
    """

    table: str
    edition: str
    status: str
    verdict: str | None
    possible: tuple[str, ...]
    missing: tuple[str, ...]
    findings: tuple[str, ...]
    rules: tuple[str, ...]
    because: str
    evidence: tuple[str, ...]
    cautions: tuple[Caution, ...]
    inputs: Mapping[str, Value | None] = field(repr=False)
    requires: tuple["Decision", ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict, repr=False)
    updates: tuple[str, ...] = ()
    changes: Callable[["Decision"], tuple[Flip, ...]] = field(default=lambda _: (), compare=False, repr=False)

    def flips(self) -> tuple[Flip, ...]:
        """The smallest single changes that alter the answer, in the order of the inputs."""
        return self.changes(self)

    def to_json(self) -> dict[str, Any]:
        """The decision as plain data, the same that the page computes."""
        lists = ("possible", "missing", "findings", "rules", "evidence", "updates")
        plain = {key: getattr(self, key) for key in ("table", "edition", "status", "verdict", "because")}
        plain |= {key: list(getattr(self, key)) for key in lists}
        return {**plain, "cautions": [c.to_json() for c in self.cautions], "error": None}
