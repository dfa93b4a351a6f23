"""The shapes of what a board asks and says: assemblies.toml and questions.toml."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from netlearn.checks.table_shapes import Texts, When, WithPlain


@frozen(kw_only=True)
class ContradictionRow(WithPlain):
    """What cannot be said of one patient."""

    when: When
    because: str


@frozen(kw_only=True)
class TreatmentRow:
    """What a treatment is called, with a word for each value of what is asked in turn."""

    name: str = ""
    words: Mapping[str, When]


@frozen(kw_only=True)
class OrderSourcesRow:
    """Who says that something comes first, or last."""

    facts: Texts = ()
    updates: Texts = ()


@frozen(kw_only=True)
class BeforeRow:
    """Which group of treatments is tried before which, and why."""

    first: str
    then: str
    because: str


@frozen(kw_only=True)
class DisplacedRow:
    """A row that leaves its group where the case says so, and the caution that then answers."""

    verdict: str
    when: Mapping[str, bool]
    caution: str
    group: str


@frozen(kw_only=True)
class GoneRow:
    """What says that the object of a treatment is gone, and of which of what is asked in turn."""

    when: Mapping[str, bool | str]
    of: Mapping[str, Texts] = {}


@frozen(kw_only=True)
class AssembliesFile(WithPlain):
    """The file assemblies.toml."""

    groups: Mapping[str, str]
    before: tuple[BeforeRow, ...]
    assemblies: Mapping[str, Texts]
    treatments: Mapping[str, str | TreatmentRow]
    sources: Mapping[str, Mapping[str, OrderSourcesRow]]
    each: Mapping[str, Texts]
    together: Mapping[str, Mapping[str, Texts]]
    only_told: Mapping[str, Mapping[str, Texts]]
    gone: Mapping[str, GoneRow]
    displaced: Mapping[str, DisplacedRow]
    contradictions: Mapping[str, ContradictionRow]
    implausible: Mapping[str, ContradictionRow]
    verdicts: Mapping[str, Mapping[str, str | Mapping[str, str]]]


@frozen(kw_only=True)
class ChecklistRow:
    """What is asked as one question; beside each input the value that excludes nothing."""

    question: str
    harmless: Mapping[str, bool]


@frozen(kw_only=True)
class FormRow:
    """What is asked in one breath."""

    question: str
    inputs: Texts


@frozen(kw_only=True)
class AimRow:
    """What an assembly asks before anything else: the values of an input of which treatments are asked in turn."""

    assembly: str
    question: str
    why: str
    input: str
    both: str
    options: Mapping[str, str]


@frozen(kw_only=True)
class PriorTreatmentRow:
    """A treatment given before, and what it says of the patient."""

    id: str
    label: str
    says: Mapping[str, bool]
    row: Mapping[str, Any]
    told: Texts = ()


@frozen(kw_only=True)
class PriorRow:
    """The treatments that were given before, to be put in order."""

    question: str
    note: str
    treatments: tuple[PriorTreatmentRow, ...]


@frozen(kw_only=True)
class QuestionsFile:
    """The file questions.toml."""

    order: Texts
    checklists: Mapping[str, ChecklistRow]
    forms: Mapping[str, FormRow]
    aim: AimRow
    prior: PriorRow
