"""Checks the shape of every knowledge file whose reader takes it as it is: the keys, and what kind of value each has.

The core, which also runs in the reader's browser, reads these files plainly; whatever it may rely on is checked here.
The patients, the crisis room and the models' parameters have readers that refuse a wrong shape themselves.
"""

import tomllib
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from types import GenericAlias
from typing import Any, Literal

from attrs import field, fields, frozen, make_class

from netlearn.checks.course import knowledge_folder
from netlearn.checks.fault import Fault
from netlearn.checks.glossary import GlossaryFile
from netlearn.checks.guard import said_by
from netlearn.checks.schema import ErrataFile, EvidenceFile, UpdatesFile, structure
from netlearn.checks.words import NAMES
from netlearn.decision.load import SECTIONS
from netlearn.decision.table import Clause

Texts = tuple[str, ...]
When = Mapping[str, str]


@frozen(kw_only=True)
class WithPlain:
    """Anything whose texts may hold numbers that are no clinical claims; ``plain`` says of each why."""

    plain: When = field(factory=dict)


@frozen(kw_only=True)
class InputRow:
    """An input of a table that is more than "boolean" or a list of words."""

    boolean: bool = False
    choice: Texts = ()
    number: str = ""
    integer: str = ""
    table: str = ""
    label: str = ""
    hint: str = ""
    unit: str = ""
    step: str | Fraction = ""
    labels: Texts = ()


@frozen(kw_only=True)
class VerdictRow:
    """A verdict of a table."""

    label: str = ""
    tone: str = ""
    share: str = ""
    was: str = ""


def _row(kind: type[Clause]) -> type:
    """What a clause of a table is read from: its fields but the id, with its tests as texts; which must be there
    the reader of tables says."""
    types: dict[str, Any] = {a.name: a.type if a.type in (str, Texts) else When for a in fields(kind) if a.name != "id"}
    made = {name: field(type=type_, default=None) for name, type_ in types.items()}
    return make_class(f"{kind.__name__}Row", made, bases=(WithPlain,), kw_only=True)


@frozen(kw_only=True)
class TableHead(WithPlain):
    """A file of tables/<edition>/ without its clauses; one that is the same as the older edition's has no more."""

    table: str
    edition: str
    title: str = ""
    question: str = ""
    purpose: str = ""
    reviewed: str = ""
    sign_off: str = ""
    renames: Mapping[str, str] = field(factory=dict)
    same_as: str = ""
    derivation: str = ""
    inputs: Mapping[str, Literal["boolean"] | Texts | InputRow] = field(factory=dict)
    verdicts: Mapping[str, VerdictRow] = field(factory=dict)


def _clauses(kind: Any) -> Any:
    rows: Any = GenericAlias(Mapping, (str, _row(kind)))
    return field(type=rows, factory=dict)


_CLAUSES = {name: _clauses(kind) for name, kind in SECTIONS.items()}
TableFile = make_class("TableFile", _CLAUSES, bases=(TableHead,), kw_only=True)


@frozen(kw_only=True)
class DosesFile(WithPlain):
    """The file doses.toml."""

    drugs: Mapping[str, Texts]
    formulations: Mapping[str, Texts]
    routes: Mapping[str, Texts]
    frequencies: Mapping[str, Texts]
    contexts: Mapping[str, Texts]
    measured_in: Mapping[str, str]
    page: Mapping[str, Texts]
    labels: Mapping[str, str]


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
class AssembliesFile(WithPlain):
    """The file assemblies.toml."""

    groups: Mapping[str, str]
    assemblies: Mapping[str, Texts]
    treatments: Mapping[str, str | TreatmentRow]
    sources: Mapping[str, Mapping[str, OrderSourcesRow]]
    each: Mapping[str, Texts]
    contradictions: Mapping[str, ContradictionRow]
    implausible: Mapping[str, ContradictionRow]
    verdicts: Mapping[str, Mapping[str, str | Mapping[str, str]]]


@frozen(kw_only=True)
class ChecklistRow:
    """What is asked as one question; beside each input the value that excludes nothing."""

    question: str
    harmless: Mapping[str, bool]


@frozen(kw_only=True)
class QuestionsFile:
    """The file questions.toml."""

    order: Texts
    checklists: Mapping[str, ChecklistRow]


@frozen(kw_only=True)
class PatientsFile:
    """The file patients.toml."""

    yes: Mapping[str, int]
    weights: Mapping[str, Mapping[str, int]]
    numbers: Mapping[str, tuple[Fraction, ...]]


@frozen(kw_only=True)
class PatientRow:
    """What may be drawn of a patient that no table asks."""

    ages: tuple[int, int]
    woman: Mapping[str, str]
    man: Mapping[str, str]


@frozen(kw_only=True)
class OmissionRow:
    """An input that is left out."""

    input: str
    when: When
    one_in: int = 1


@frozen(kw_only=True)
class OrderRow:
    """Pairs of inputs of which the first is never more than the second."""

    not_more: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class PersonRow:
    """Whom a value demands."""

    sex: Literal["", "woman", "man"] = ""
    ages: tuple[int, ...] = ()


@frozen(kw_only=True)
class OwnPhrasesRow:
    """The words for one input of one table, where they differ from those for the rest."""

    would: str | Mapping[str, str] = field(default="", metadata={"key": "if"})
    topic: str = ""
    says: Texts | Mapping[str, Texts] = ()
    has: Mapping[str, Texts] = field(factory=dict)
    short: str | Mapping[str, str | Texts] = ""
    at: Mapping[str, Texts] = field(factory=dict)
    usual: tuple[Fraction, ...] = ()
    ladder: tuple[Fraction, ...] = ()
    usually: bool | Fraction | str = ""
    step: str | Fraction | int = ""
    keep: Texts = ()
    person: Mapping[str, PersonRow] = field(factory=dict)
    unsaid: Texts = ()
    unknown: Texts = ()


@frozen(kw_only=True)
class PhrasesRow(OwnPhrasesRow):
    """The words for one input."""

    topic: str
    would: str | Mapping[str, str] = field(metadata={"key": "if"})


@frozen(kw_only=True)
class VignettesFile(WithPlain):
    """The file vignettes.toml."""

    patient: PatientRow
    openings: Mapping[str, Texts]
    omit: tuple[OmissionRow, ...]
    order: OrderRow
    unlikely: Mapping[str, When]
    inputs: Mapping[str, PhrasesRow]
    tables: Mapping[str, Mapping[str, OwnPhrasesRow]]


@frozen(kw_only=True)
class SentenceRow:
    """A sentence that tells several inputs."""

    topic: str
    says: Texts
    tables: Texts = ()
    when: When = field(factory=dict)


@frozen(kw_only=True)
class PieceRow:
    """One filling of a slot."""

    says: Texts
    when: When = field(factory=dict)


@frozen(kw_only=True)
class StoriesFile(WithPlain):
    """The file stories.toml."""

    list: Mapping[str, Mapping[str, str]]
    slot: Mapping[str, tuple[PieceRow, ...]]
    sentence: tuple[SentenceRow, ...]


@frozen(kw_only=True)
class WorksFile:
    """The file works.toml."""

    short: Mapping[str, str]


@frozen(kw_only=True)
class SearchFile:
    """The file search.toml."""

    synonyms: Mapping[str, Texts]
    ignored: Mapping[str, Texts]


@frozen(kw_only=True)
class CoveringRow:
    """One covering."""

    count: int
    ratio: Fraction
    centres: tuple[tuple[Fraction, Fraction, Fraction], ...]


@frozen(kw_only=True)
class CoveringsFile:
    """The file models/coverings.toml."""

    covering: tuple[CoveringRow, ...]


@frozen(kw_only=True)
class LevelRow:
    """How well something is checked, in words."""

    mark: Literal["printed", "checked", "recalled"]
    short: str
    words: str


@frozen(kw_only=True)
class LevelRows:
    """Every level that the knowledge names."""

    as_printed: LevelRow = field(metadata={"key": "as-printed"})
    abstract: LevelRow
    second_hand: LevelRow = field(metadata={"key": "second-hand"})
    recalled: LevelRow


_SECTIONS: Mapping[str, Any] = {
    **{name: field(type=When) for name in NAMES},
    "checked": field(type=LevelRows),
    "ask": field(type=When),
}
WordsFile = make_class("WordsFile", dict(_SECTIONS), kw_only=True)


SHAPES: Mapping[str, type] = {
    "evidence/*.toml": EvidenceFile,
    "errata/*.toml": ErrataFile,
    "updates/*.toml": UpdatesFile,
    "tables/*/*.toml": TableFile,
    "glossary.toml": GlossaryFile,
    "doses.toml": DosesFile,
    "assemblies.toml": AssembliesFile,
    "questions.toml": QuestionsFile,
    "patients.toml": PatientsFile,
    "vignettes.toml": VignettesFile,
    "stories.toml": StoriesFile,
    "works.toml": WorksFile,
    "search.toml": SearchFile,
    "words.toml": WordsFile,
    "models/coverings.toml": CoveringsFile,
}


def faults(folder: Path | None = None) -> Iterator[Fault]:
    """Yield each key that is unknown or missing, and each value of a wrong kind."""
    folder = folder or knowledge_folder()
    for pattern, shape in SHAPES.items():
        for path in sorted(folder.glob(pattern)):
            yield from _of_file(path, path.relative_to(folder).as_posix(), shape)


def _of_file(path: Path, name: str, shape: type) -> Iterator[Fault]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Fraction)
        structure(name, content, shape)
    except tomllib.TOMLDecodeError as error:
        yield Fault(name, "", "", f"not valid TOML: {error}")
    except Exception as error:  # one fault of this file, and the next is read
        yield from said_by(error, name)
