"""The quiz in a learner's notebook: the page's own widget, and below it the record that is saved and handed in."""

import hashlib
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any
from weakref import WeakSet

import traitlets
from attrs import define, field
from IPython import get_ipython
from IPython.display import display

from netlearn.handout import keeping
from netlearn.handout.assessed import unpack_questions
from netlearn.handout.keeping import Kept, Origin
from netlearn.handout.reading import RECORDED
from netlearn.handout.signing import release_id
from netlearn.items.answers import Answer, AnswerKey, of_mapping
from netlearn.items.answers_text import unpack
from netlearn.items.item import Json
from netlearn.widgets.course_widget import call
from netlearn.widgets.quiz import Quiz
from netlearn.widgets.quiz_data import SEEDS

__all__ = ["RecordedQuiz", "called", "record"]

_SAID = ("answer", "confidence", "seed")
_CELL_VARIABLE = "answers"  # what the last cell of the notebook defines


@define(eq=False)
class _Desk:
    """What one learner has answered in this kernel, and every widget that shows it."""

    origin: Origin
    kept: Kept
    asked: Mapping[str, Mapping[str, int]]  # slug to seed to version
    display_id: str
    warning: str = ""
    widgets: "WeakSet[RecordedQuiz]" = field(factory=WeakSet)
    shown: Json = field(factory=dict)

    def show(self) -> None:
        """Show the record; all that are shown share one id, and follow."""
        if not self.shown and (shell := get_ipython()):
            shell.events.register("post_run_cell", lambda *_: self.follow())
        self._display(update=False)

    def follow(self) -> None:
        """Bring all records that are shown up to date, where they would say something else now."""
        if self.shown and self.shown != self._record():
            self._display(update=True)

    def _record(self) -> Json:
        data, metadata = record(self.kept, len(self.asked), _in_last_cell(), self.warning)
        return {"data": data, "metadata": metadata}

    def _display(self, update: bool) -> None:
        self.shown = self._record()
        display(
            self.shown["data"],
            raw=True,
            metadata=self.shown["metadata"],
            display_id=self.display_id,
            update=update,
        )

    def changed(self) -> None:
        """Tell all who keep or show the answers."""
        keeping.save(self.kept, self.origin)
        for widget in self.widgets:
            widget.follow()
        self.follow()


_desks: dict[tuple[Any, ...], _Desk] = {}


class RecordedQuiz(Quiz):
    """The questions of a chapter, live. Below them stands a record of the answers, which is saved with the notebook.

    ``seeds`` maps the slug of each item to ask to the seed of the learner's own variant; left out, all items are asked,
    in several variants to practise with. ``answers`` maps slugs to the newest answers. To make the quiz again loses
    none of them. ``questions`` are those of an assessed notebook, which needs no bank; each is taken as often as it
    says. Raises InputError for a slug that the chapter has no item of.

    >>> RecordedQuiz("02-significance")
    Quiz('02-significance')
    """

    _page = traitlets.Unicode("").tag(sync=True)  # the page that showed it first: see live.js

    def __init__(
        self,
        chapter: str,
        seeds: Mapping[str, str] | None = None,
        *,
        questions: str = "",
        root: Path | None = None,
    ) -> None:
        pool = unpack_questions(questions) if questions else None
        seeds = seeds if pool is None else {each["item"]: each["seed"] for each in _variants(pool)}
        own = SEEDS if seeds is None else {slug: [seed] for slug, seed in seeds.items()}
        super().__init__(chapter, *(seeds or ()), root=root, seeds=own, paged=True, pool=pool)
        self._call = called(chapter, seeds)
        self._desk = _desk(root, Origin.here(chapter, release_id(chapter, seeds)), self._call, self._pool)
        self._desk.widgets.add(self)
        self.follow()
        self.observe(self._on_answers, "answers")
        self.observe(self._on_page, "kept")

    def follow(self) -> None:
        """Show what is kept, whoever answered."""
        kept = self._desk.kept
        self.set_trait("answers", {slug: _told(answer, kept.tries) for slug, answer in kept.answers.items()})
        self.set_trait("kept", kept.page)

    def _on_answers(self, change: Mapping[str, Any]) -> None:
        """Take in what the page says: its answers have no number yet."""
        said = [answer for slug, said in change["new"].items() if (answer := self._new(slug, said))]
        new = [answer for answer in said if self._desk.kept.may_try(answer.key.slug, self._attempts)]
        for answer in new:
            self._desk.kept.record(answer, counted=bool(self._attempts))
        if new:
            self._desk.changed()
        elif said:
            self.follow()  # an attempt too many: what counts is shown again

    @property
    def _attempts(self) -> int:
        """How often each question may be answered, 0 for as often as one likes."""
        return int(self._pool.get("assessed", 0))

    def _new(self, slug: str, said: Any) -> Answer | None:
        """Return what the page says as an answer, where it is one to this quiz and another than before."""
        variants = self._desk.asked.get(slug, {})
        if not isinstance(said, dict) or "number" in said or str(said.get("seed")) not in variants:
            return None
        key = AnswerKey(self._desk.origin.chapter, slug, variants[str(said["seed"])], str(said["seed"]))
        (answer,) = of_mapping({str(key): said}, key.chapter)
        before = self._desk.kept.answers.get(slug)
        is_new = before is None or any(_told(answer)[name] != _told(before)[name] for name in _SAID)
        return answer if is_new else None

    def _on_page(self, change: Mapping[str, Any]) -> None:
        if change["new"] != self._desk.kept.page:
            self._desk.kept.page = change["new"]
            self._desk.changed()

    def _ipython_display_(self) -> None:
        data, metadata = self._live()
        display(data, raw=True, metadata=metadata)
        self._desk.show()


def _told(answer: Answer, tries: Mapping[str, int] | None = None) -> Json:
    """Return an answer as the page and whoever observes the widget see it."""
    counted = {"tries": tries[answer.key.slug]} if tries and answer.key.slug in tries else {}
    return {**answer.to_json(), "seed": answer.key.seed, "version": answer.key.version, **counted}


def _variants(pool: Json) -> list[Json]:
    return [variant for entry in pool["items"] for variant in entry["variants"]]


def _in_last_cell() -> tuple[Answer, ...]:
    """Return the answers in the notebook's last cell, as it was last run."""
    return unpack(str(vars(sys.modules["__main__"]).get(_CELL_VARIABLE, "")))[0]


def called(chapter: str, seeds: Mapping[str, str] | None) -> str:
    """Return the call that makes a quiz: its ``repr``."""
    return call("Quiz", repr(chapter), *([] if seeds is None else [f"seeds={dict(seeds)!r}"]))


def record(kept: Kept, asked: int, pasted: Collection[Answer] = (), warning: str = "") -> tuple[Json, Json]:
    """Return the record of what was answered of ``asked`` items: what it shows, and its metadata.

    ``pasted`` are the answers in the last cell, and ``warning`` says what may be lost.

    >>> record(Kept(), 12)
    ({'text/plain': 'Answers recorded: 0 of 12. Save the notebook to keep them.'}, {})
    """
    there = {each.key: [each.answer] for each in pasted}
    missing = [slug for slug, each in kept.answers.items() if there.get(each.key) != [each.answer]]
    text = f"{RECORDED} {len(kept.answers)} of {asked}. Save the notebook to keep them."
    lines = [line for line in (warning, text, _missing(missing) if kept.answers else "") if line]
    metadata = {"netlearn": kept.to_json()} if kept.answers or kept.page else {}
    return {"text/plain": "\n".join(lines)}, metadata


def _missing(slugs: Sequence[str]) -> str:
    """Say what the last cell does not hold yet.

    >>> _missing(["a", "b"])
    'Not yet in the last cell: 2 answers (a, b). Copy my answers, paste over that cell, and run it.'
    """
    if not slugs:
        return "All of them are in the last cell too."
    number = f"{len(slugs)} answer{'s' if len(slugs) > 1 else ''}"
    how = "Copy my answers, paste over that cell, and run it."
    return f"Not yet in the last cell: {number} ({', '.join(slugs)}). {how}"


def _desk(root: Path | None, origin: Origin, name: str, pool: Json) -> _Desk:
    key = (origin.notebooks, root, name)
    if key not in _desks:
        shown = [variant for entry in pool["items"] for variant in entry["variants"]]
        asked: dict[str, dict[str, int]] = {variant["item"]: {} for variant in shown}
        for variant in shown:
            asked[variant["item"]][variant["seed"]] = variant["version"]
        display_id = hashlib.sha256(repr(key).encode()).hexdigest()[:16]
        kept, warning = keeping.restored(origin, asked)
        _desks[key] = _Desk(origin, kept, asked, display_id, warning)
    return _desks[key]
