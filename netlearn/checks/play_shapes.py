"""The structure of the files of plays."""

from collections.abc import Mapping

from attrs import field, frozen

Texts = tuple[str, ...]


@frozen(kw_only=True)
class PlayAnswerRow:
    """What a step says of one of its answers in words of its own."""

    id: str
    text: str = ""
    says: str = ""
    adds: str = ""
    right: bool = False
    harmful: bool = False
    facts: Texts = ()
    figures: Texts = ()
    updates: Texts = ()
    basis: str = ""


@frozen(kw_only=True)
class PlayRow:
    """One step of a play."""

    case: str
    says: str = ""
    tells: tuple[int, ...] = ()
    asks: str = ""
    rows: Texts = ()
    question: str = ""
    answer: tuple[PlayAnswerRow, ...] = ()


@frozen(kw_only=True)
class PlayFile:
    """A file of plays/."""

    slug: str
    title: str
    version: int
    step: tuple[PlayRow, ...]
    end: str = ""
    untold: Mapping[str, tuple[int, ...]] = field(factory=dict)
