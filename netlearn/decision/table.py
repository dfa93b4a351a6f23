"""A decision table as data: inputs, rules, and what is silent, in conflict, impossible or implausible."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from netlearn.decision.inputs import Input
from netlearn.decision.unary import UnaryTest

When = Mapping[str, UnaryTest]


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition over the inputs, all of whose tests must hold; ``because`` says why in one sentence."""

    id: str
    when: When
    because: str = ""
    facts: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    errata: tuple[str, ...] = ()
    inferred: str = ""  # why a literal, or a rule's precedence, has no fact behind it


@dataclass(frozen=True, slots=True)
class Rule(Clause):
    """A clause that gives a verdict; it prevails over the rules named in ``over`` and over no other.

    ``finding_of`` says of which inputs the words of ``finding`` speak and what they say of each, as tests that must
    hold wherever the rule does; empty where they speak of none, None where nobody has said.
    ``reads`` says a test in its source's own measure, where that is another than the input's: a day's dose.
    """

    verdict: str = ""
    over: tuple[str, ...] = ()
    finding: str = ""
    finding_of: When | None = None
    reads: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Silence(Clause):
    """A region for which the edition has no rule, ``unless`` one of the rules named speaks in a part of it."""

    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exclusion(Clause):
    """A clause that excludes a case; ``because`` ends "accepted: …", ``says`` tells a reader what to ask about it."""

    says: str = ""


@dataclass(frozen=True, slots=True)
class CautionClause(Clause):
    """A clause that adds a caution to every decision it touches; ``because`` is its text.

    Where no rule speaks, one that ``heads`` the answer stands in place of the silence; and where an answer is open,
    once the amount that it is about is known.
    """

    title: str = ""
    risk: str = "C"
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a verdict is shown: its name, its tone (colour and shape) and the fact that gives its share.

    ``was`` is the verdict of the older edition of which this one is a part, where a newer one divides more finely.
    """

    id: str
    label: str = ""
    tone: str = "plain"
    share: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of one edition, as read from ``knowledge/tables``."""

    name: str
    edition: str
    title: str
    question: str
    inputs: tuple[Input, ...]
    verdicts: Mapping[str, Verdict]
    rules: tuple[Rule, ...]
    cautions: tuple[CautionClause, ...] = ()
    silent: tuple[Silence, ...] = ()
    conflicts: tuple[Clause, ...] = ()
    impossible: tuple[Exclusion, ...] = ()
    implausible: tuple[Exclusion, ...] = ()  # what nobody would meet: decided like any case, never drawn or suggested
    renames: Mapping[str, str] = field(default_factory=dict)  # input here -> input of the older edition
    purpose: str = ""
    reviewed: str = ""
    sign_off: str = ""
    same_as: str = ""
    follows: str = ""  # table that takes this one's verdict further: what a map of the liver says leads to resection
    derivation: str = ""  # module whose derivation() works the inputs out from what a person gives

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause that bears on an answer, in the order in which terminals list them."""
        return (*self.rules, *self.cautions, *self.silent, *self.conflicts, *self.impossible)

    def input(self, name: str) -> Input:
        """The input of that name."""
        return next(i for i in self.inputs if i.name == name)

    def rule(self, id: str) -> Rule:
        """The rule of that id."""
        return next(r for r in self.rules if r.id == id)

    @property
    def every_clause(self) -> tuple[Clause, ...]:
        """Every clause, those that say what is implausible included."""
        return (*self.clauses, *self.implausible)

    def tests_on(self, name: str) -> tuple[UnaryTest, ...]:
        """Every test on one input that bears on an answer."""
        return tuple(c.when[name] for c in self.clauses if name in c.when)

    def splits_of(self, name: str) -> tuple[UnaryTest, ...]:
        """Every test of any clause on one input: into its cells the input is split."""
        return tuple(c.when[name] for c in self.every_clause if name in c.when)

    def in_words(self, clause: Clause) -> str:
        """The condition of a clause for people: ``Ki-67 index > 20 %``; clauses are joined by ``and``."""
        reads = clause.reads if isinstance(clause, Rule) else {}
        told = (_words(self.input(name), test, reads.get(name, "")) for name, test in clause.when.items())
        return " and ".join(told) or "always"


def _words(asked: Input, test: UnaryTest, reads: str) -> str:
    label = asked.label or asked.name
    if reads:
        return f"{label} {reads}"
    if asked.numeric:
        return f"{label} {test.text}" + (f" {asked.unit}" if asked.unit else "")
    accepted = [asked.describe(v).removeprefix("= ") for v in asked.values if test.accepts(v)]
    return f"{label}: {' or '.join(accepted)}"
