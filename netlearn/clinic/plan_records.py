"""What the plan of the assemblies is made of: contradictions, an order between groups, displaced rows, names."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from netlearn.decision import Caution, Decision
from netlearn.decision.table import Table
from netlearn.decision.unary import UnaryTest

Case = Mapping[str, Any]


@frozen
class Contradiction:
    """What cannot be true of one patient, or nobody would meet: tests that do not all hold together, and why."""

    when: Mapping[str, UnaryTest]
    because: str

    def holds(self, known: Case, members: Iterable[Table]) -> bool:
        """Whether the case says all of it; what is unknown is not said."""
        asked = {i.name: i for table in members for i in table.inputs}
        values = {name: asked[name].parse(known.get(name)) for name in self.when if name in asked}
        return all((value := values.get(name)) is not None and test.accepts(value) for name, test in self.when.items())


@frozen
class Before:
    """One group of treatments is tried before another, and why."""

    first: str
    then: str
    because: str


@frozen
class Displaced:
    """A row of one ``verdict`` that stands in another ``group`` where the case says ``when``, answered by a caution."""

    verdict: str
    when: Mapping[str, bool]
    caution: str
    group: str

    def of(self, decision: Decision) -> Caution | None:
        """The caution that answers for a decision; None where the case does not say so."""
        told = all(decision.inputs.get(name) is value for name, value in self.when.items())
        found = [caution for caution in decision.cautions if caution.id == self.caution]
        return found[0] if told and found and decision.verdict == self.verdict else None


@frozen
class Gone:
    """What a case says where the object of a treatment is gone; ``of`` says which of what is asked in turn."""

    when: Mapping[str, Any]
    of: Mapping[str, Sequence[str]] = {}

    def holds(self, known: Case, chosen: Case) -> bool:
        """Whether the case says so of a treatment that it does not name itself."""
        said = all(known.get(name) == value for name, value in self.when.items())
        return said and all(known.get(name) is None and chosen[name] in values for name, values in self.of.items())


@frozen
class Treatment:
    """What a table's treatment is called: its ``name``, then the words of the values asked in turn."""

    name: str
    words: Mapping[str, Mapping[str, str]]

    def called(self, table: Table, asked: Mapping[str, tuple[Any, ...]]) -> str:
        """The treatment for some values of what is asked in turn.

        >>> from netlearn.clinic.plan import plan
        >>> from netlearn.decision import load
        >>> plan().treatments["ssa"].called(load("ssa"), {"drug": ("octreotide",), "goal": ("symptom-control",)})
        'octreotide, for symptoms'
        """
        parts = [_joined([self._word(table, name, v) for v in values]) for name, values in asked.items()]
        return ", ".join(filter(None, [self.name, *parts]))

    def _word(self, table: Table, name: str, value: Any) -> str:
        return self.words.get(name, {}).get(str(value)) or table.input(name).show(value)


def _joined(words: list[str]) -> str:
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
