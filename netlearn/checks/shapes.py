"""Checks the shape of every knowledge file whose reader takes it as it is: the keys, and what kind of value each has.

The core, which also runs in the reader's browser, reads these files plainly; whatever it may rely on is checked here.
The patients, the crisis room and the models' parameters have readers that refuse a wrong shape themselves.
"""

import tomllib
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

from attrs import field, frozen, make_class

from netlearn import knowledge
from netlearn.checks.board_shapes import AssembliesFile, QuestionsFile
from netlearn.checks.course import knowledge_folder
from netlearn.checks.fault import Fault
from netlearn.checks.glossary import GlossaryFile
from netlearn.checks.guard import said_by
from netlearn.checks.play_shapes import PlayFile
from netlearn.checks.schema import ErrataFile, EvidenceFile, UpdatesFile, structure
from netlearn.checks.story_shapes import StoriesFile, VignettesFile
from netlearn.checks.table_shapes import TableFile, Texts, When, WithPlain
from netlearn.checks.trial_shapes import TrialsFile, TrialWordsFile
from netlearn.checks.word_names import NAMES


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
class PatientsFile:
    """The file patients.toml."""

    yes: Mapping[str, int]
    weights: Mapping[str, Mapping[str, int]]
    numbers: Mapping[str, tuple[Fraction, ...]]


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
class TopicRow:
    """What some patients of the library are about."""

    id: str
    title: str
    tables: Texts


@frozen(kw_only=True)
class DifficultyRow:
    """How hard some patients are, in words."""

    title: str
    hint: str


@frozen(kw_only=True)
class LibraryFile:
    """The file library.toml."""

    topic: tuple[TopicRow, ...]
    after: Mapping[str, str]
    difficulty: Mapping[str, DifficultyRow]
    by_hand: Mapping[str, str]


@frozen(kw_only=True)
class UrgencyFile:
    """The file urgency.toml."""

    call: Mapping[str, str]
    signs: Mapping[str, tuple[str, ...]]
    meant: Mapping[str, str]


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
    "trials/*.toml": TrialsFile,
    "trial_words.toml": TrialWordsFile,
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
    "urgency.toml": UrgencyFile,
    "library.toml": LibraryFile,
    "plays/*.toml": PlayFile,
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
        content = knowledge.parsed(path.read_text(encoding="utf-8"))
        structure(name, content, shape)
    except tomllib.TOMLDecodeError as error:
        yield Fault(name, "", "", f"not valid TOML: {error}")
    except Exception as error:  # one fault of this file, and the next is read
        yield from said_by(error, name)
