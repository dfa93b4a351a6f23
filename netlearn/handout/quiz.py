"""The quiz in a learner's notebook: the page's own widget, and below it the record that is saved and handed in."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from weakref import WeakSet

import traitlets
from attrs import define, field
from IPython.display import display

from netlearn.handout import keeping
from netlearn.handout.keeping import Kept
from netlearn.items.item import Json
from netlearn.widgets.course_widget import call
from netlearn.widgets.quiz import Quiz
from netlearn.widgets.quiz_data import SEEDS

__all__ = ["RecordedQuiz", "called", "record"]

_SAID = ("answer", "confidence", "seed")


@define(eq=False)
class _Desk:
    """What one learner has answered in this kernel, and every widget that shows it."""

    notebook: Path | None
    kept: Kept
    asked: Mapping[str, Mapping[str, int]]  # slug to seed to version
    display_id: str
    widgets: "WeakSet[RecordedQuiz]" = field(factory=WeakSet)
    is_shown: bool = False

    def show(self, *, update: bool = False) -> None:
        """Show the record, or bring all that are shown up to date: they share one id."""
        if update and not self.is_shown:
            return
        self.is_shown = True
        data, metadata = record(self.kept, len(self.asked))
        display(data, raw=True, metadata=metadata, display_id=self.display_id, update=update)

    def changed(self) -> None:
        """Tell all who keep or show the answers."""
        keeping.save(self.kept, self.notebook)
        for widget in self.widgets:
            widget.follow()
        self.show(update=True)


_desks: dict[tuple[Any, ...], _Desk] = {}


class RecordedQuiz(Quiz):
    """The questions of a chapter, live. Below them stands a record of the answers, which is saved with the notebook.

    ``seeds`` maps the slug of each item to ask to the seed of the learner's own variant; left out, all items are asked,
    in several variants to practise with. ``answers`` maps slugs to the newest answers. To make the quiz again loses
    none of them. Raises InputError for a slug that the chapter has no item of.

    >>> RecordedQuiz("02-significance")
    Quiz('02-significance')
    """

    _page = traitlets.Unicode("").tag(sync=True)  # the page that showed it first: see live.js

    def __init__(self, chapter: str, seeds: Mapping[str, str] | None = None, *, root: Path | None = None) -> None:
        own = SEEDS if seeds is None else {slug: [seed] for slug, seed in seeds.items()}
        super().__init__(chapter, *(seeds or ()), root=root, seeds=own, paged=True)
        self._call = called(chapter, seeds)
        self._desk = _desk(root, self._call, self._pool)
        self._desk.widgets.add(self)
        self.follow()
        self.observe(self._on_answers, "answers")
        self.observe(self._on_page, "kept")

    def follow(self) -> None:
        """Show what is kept, whoever answered."""
        kept = self._desk.kept
        self.set_trait("answers", dict(kept.answers))
        self.set_trait("kept", kept.page)

    def _on_answers(self, change: Mapping[str, Any]) -> None:
        """Take in what the page says: its answers have no number yet."""
        new = [(slug, said) for slug, said in change["new"].items() if self._is_new(slug, said)]
        for slug, said in new:
            version = self._desk.asked[slug][str(said["seed"])]
            self._desk.kept.record(slug, {**{key: said.get(key) for key in _SAID}, "version": version})
        if new:
            self._desk.changed()

    def _is_new(self, slug: str, said: Any) -> bool:
        if (
            not isinstance(said, dict)
            or "number" in said
            or str(said.get("seed")) not in self._desk.asked.get(slug, {})
        ):
            return False
        before = self._desk.kept.answers.get(slug, {})
        return any(said.get(key) != before.get(key) for key in _SAID) or not before

    def _on_page(self, change: Mapping[str, Any]) -> None:
        if change["new"] != self._desk.kept.page:
            self._desk.kept.page = change["new"]
            self._desk.changed()

    def _ipython_display_(self) -> None:
        data, metadata = self._repr_mimebundle_()
        data.pop("text/html")  # the answers are in it
        display(data, raw=True, metadata=metadata)
        self._desk.show()


def called(chapter: str, seeds: Mapping[str, str] | None) -> str:
    """Return the call that makes a quiz: its ``repr``."""
    return call("Quiz", repr(chapter), *([] if seeds is None else [f"seeds={dict(seeds)!r}"]))


def record(kept: Kept, asked: int) -> tuple[Json, Json]:
    """Return the record of what was answered of ``asked`` items: what it shows, and its metadata.

    >>> record(Kept(), 12)
    ({'text/plain': 'Answers recorded: 0 of 12. Save the notebook to hand them in.'}, {})
    """
    text = f"Answers recorded: {len(kept.answers)} of {asked}. Save the notebook to hand them in."
    return {"text/plain": text}, {"netlearn": kept.to_json()} if kept.answers or kept.page else {}


def _desk(root: Path | None, name: str, pool: Json) -> _Desk:
    notebook = keeping.notebook_path()
    key = (notebook, root, name)
    if key not in _desks:
        shown = [variant for entry in pool["items"] for variant in entry["variants"]]
        asked: dict[str, dict[str, int]] = {variant["item"]: {} for variant in shown}
        for variant in shown:
            asked[variant["item"]][variant["seed"]] = variant["version"]
        display_id = hashlib.sha256(repr(key).encode()).hexdigest()[:16]
        _desks[key] = _Desk(notebook, keeping.restored(notebook, asked), asked, display_id)
    return _desks[key]
