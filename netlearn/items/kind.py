"""What a kind of exercise is: everything that the rest of the course asks of it, in one object.

Each module of ``netlearn.items.kinds`` ends in such an object, named ``KIND``; nothing else knows a kind by its name.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any

from attrs import frozen

from netlearn.items.item import Body, Item, Json
from netlearn.items.reading import FieldReader
from netlearn.items.variant import Grade, Variant

Place = tuple[str, str, str]  # table, edition and clause


@frozen
class Candidates:
    """Answers that people might give to a variant, by what its author means them to be worth.

    ``right`` holds at least one that the page offers, ``wrong`` at least one; ``unread`` are no answers and cost
    nothing; ``others`` are worth whatever the grade says, and are there to hold two graders to the same.
    """

    right: Iterable[Any]
    partly: Iterable[Any] = ()
    wrong: Iterable[Any] = ()
    unread: Iterable[Any] = ()
    others: Iterable[Any] = ()


@frozen
class LmsOption:
    """One option of a question for a learning management system, with what is said when it is chosen."""

    text: str
    right: bool
    feedback: tuple[str, ...]


@frozen
class LmsChoice:
    """A question with options for a learning management system; ``several`` where more than one may be ticked."""

    options: tuple[LmsOption, ...]
    several: bool = False


@frozen
class LmsNumber:
    """A question for a number, right from ``low`` to ``high``, in ``unit``, which the system does not read."""

    low: Fraction
    high: Fraction
    unit: str
    right: str
    wrong: str


@frozen
class LmsOrder:
    """Steps to put in order for a learning management system, as they stand where they are right."""

    steps: tuple[str, ...]
    is_only_one: bool


@frozen
class LmsMatching:
    """Things to match with groups for a learning management system; ``others`` are groups that nothing belongs to."""

    pairs: tuple[tuple[str, str], ...]
    others: tuple[str, ...]


LmsQuestion = LmsChoice | LmsNumber | LmsOrder | LmsMatching


@frozen
class ItemKind:
    """What a kind of exercise can do.

    ``keys`` are the fields of its part of an item's file, which ``check`` reads. ``generate`` makes the variant of a
    seed, ``parse`` reads an answer or raises InputError, ``grade`` judges what was read. ``words`` says an answer as
    people read it, ``candidates`` gives answers, ``offered`` what there is to choose from in words. ``lms`` makes the
    question for a learning management system, or says why there is none, of the kind or of one variant.
    """

    keys: tuple[str, ...]
    check: Callable[[FieldReader], Body]
    generate: Callable[[Item, str], Variant]
    parse: Callable[[Variant, object], Any]
    grade: Callable[[Variant, Any], Grade]
    candidates: Callable[[Variant], Candidates]
    words: Callable[[Variant, Any], str]
    lms: Callable[[Variant], LmsQuestion | str] | str
    offered: Callable[[Variant], Sequence[str]] = lambda variant: ()
    #: why the key is as it is, sentence by sentence, where its words do not say it
    reasons: Callable[[Variant], Sequence[str]] = lambda variant: ()
    #: whether what is offered are the pieces of one text, and no list
    is_running: bool = False
    #: the clauses of decision tables that an item can ask
    asks: Callable[[Item], list[Place]] = lambda item: []
    #: the table by which the page judges answers, "" where the variant itself is enough
    table: str = ""
    #: the data of a widget by which the page judges answers, "" for none, and the evidence and errata that grades may
    #: name beyond a variant
    data: str = ""
    #: scripts of the site by which the page asks, beside the kind's own
    scripts: tuple[str, ...] = ()
    named: Callable[[], tuple[Sequence[str], Sequence[str]]] = lambda: ((), ())
    #: the parts of a variant that can be shown without its key, () where it cannot be asked so
    open_parts: tuple[str, ...] = ()
    #: the dimensions whose units the page must know
    dimensions: Callable[[Variant], Sequence[str]] = lambda variant: ()


def texts_of(parts: Iterable[Json], ids: Sequence[str] | None = None) -> list[str]:
    """The texts of options, steps or pieces, of all or of those named, in the order of the names.

    >>> texts_of([{"id": "a", "text": "First "}, {"id": "b", "text": "Second"}], ["b", "a"])
    ['Second', 'First']
    """
    texts = {each["id"]: each["text"].strip() for each in parts}
    return [texts[id] for id in (texts if ids is None else ids)]
