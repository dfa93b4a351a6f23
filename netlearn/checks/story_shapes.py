"""The shapes of the files that tell a drawn patient in sentences: ``vignettes.toml`` and ``stories.toml``."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from netlearn.checks.table_shapes import Texts, When, WithPlain


@frozen(kw_only=True)
class PatientRow:
    """What may be drawn of a patient that no table asks."""

    ages: tuple[int, int]
    ages_of: Mapping[str, tuple[int, int]]
    woman: Mapping[str, str]
    man: Mapping[str, str]


@frozen(kw_only=True)
class OmissionRow:
    """An input that is left out."""

    input: str
    when: When
    one_in: int = 1
    tables: Texts = ()


@frozen(kw_only=True)
class OrderRow:
    """Pairs of inputs of which the first is never more than the second."""

    not_more: tuple[tuple[str, str], ...]
    near: tuple[tuple[str, str, int], ...]


@frozen(kw_only=True)
class PersonRow:
    """Whom a value demands."""

    sex: Literal["", "woman", "man"] = ""
    ages: tuple[int, ...] = ()


@frozen(kw_only=True)
class OwnPhrasesRow:
    """The words for one input of one table, where they differ from those for the rest."""

    would: str | Mapping[str, str] = field(default="", metadata={"key": "if"})
    now: str | Mapping[str, str] = field(default="", metadata={"key": "is"})
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
    well: Texts = ()


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
    questions: Mapping[str, str]
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
    edition: Texts = ()
    when: When = field(factory=dict)
    given: When = field(factory=dict)


@frozen(kw_only=True)
class PieceRow:
    """One filling of a slot; a quiet one does not tell what its tests pin."""

    says: Texts
    when: When = field(factory=dict)
    quiet: bool = False


@frozen(kw_only=True)
class PlainlyRow:
    """Words of a reason, and what is said for them."""

    of: str
    says: str
    when: When = field(factory=dict)


@frozen(kw_only=True)
class RemindRow:
    """A caution of which an answer reminds, and which of its sentences is said; -1 is the last."""

    caution: str
    sentence: int = 0
    bars: bool = True
    tones: tuple[Literal["suitable", "doubtful", "unsuitable", "plain", "notstated"], ...] = ()


@frozen(kw_only=True)
class NextRow:
    """What to do where a silence of a table leaves a patient without a rule."""

    table: str
    silences: Texts
    says: str
    acts: Texts = ()
    safe: Texts = ()


@frozen(kw_only=True)
class OtherwiseRow:
    """What is said where nothing else is written."""

    next: str
    accepted: str
    implied: Mapping[str, str]
    never: Mapping[str, str]


@frozen(kw_only=True)
class RefusedRow:
    """What is said of wrong answers of a table."""

    table: str
    answers: Texts
    says: str
    keys: Texts = ()
    edition: Texts = ()
    when: When = field(factory=dict)


@frozen(kw_only=True)
class AlsoRow:
    """What is added to the reason of a right answer of a table."""

    table: str
    says: str
    keys: Texts = ()
    edition: Texts = ()
    when: When = field(factory=dict)


@frozen(kw_only=True)
class HarmfulRow:
    """Wrong answers of a table that could harm."""

    table: str
    answers: Texts
    keys: Texts = ()
    edition: Texts = ()
    when: When = field(factory=dict)


@frozen(kw_only=True)
class StoriesFile(WithPlain):
    """The file stories.toml."""

    list: Mapping[str, Mapping[str, str]]
    lasting: Mapping[Literal["inputs"], Texts]
    slot: Mapping[str, tuple[PieceRow, ...]]
    sentence: tuple[SentenceRow, ...]
    plainly: tuple[PlainlyRow, ...]
    remind: tuple[RemindRow, ...]
    next: tuple[NextRow, ...]
    otherwise: OtherwiseRow
    also: tuple[AlsoRow, ...]
    refused: tuple[RefusedRow, ...]
    harmful: tuple[HarmfulRow, ...]
