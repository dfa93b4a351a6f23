"""The page of editions: where two editions of a table answer differently, what changed there, and what caused it."""

from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen
from docutils import nodes

from netlearn.decision import EDITIONS, Difference, compare, load, names
from netlearn.decision.inputs import Input
from netlearn.decision.table import Table
from netlearn.decision.words import Shown, inputs_of, outcome_shown, region_words, witness_words
from netlearn.site.pages import Group, KnowledgeDirective
from netlearn.site.tables_page import ordered
from netlearn.site.theme import edition_words

BEFORE, AFTER = EDITIONS
SHOWN = 3  # regions of one change that are put into words; all are counted


@frozen
class AnswerChange:
    """One change of answer: in how many regions, some of them in words, a case, and what caused it."""

    before: Shown
    after: Shown
    count: int
    regions: tuple[str, ...]
    witness: str
    updates: tuple[str, ...]
    errata: tuple[str, ...]

    @property
    def more(self) -> int:
        """How many regions are counted and not shown."""
        return self.count - len(self.regions)


@frozen
class TableComparison:
    """One table in two editions: what they ask, and every change of answer, the most frequent first."""

    name: str
    title: str
    asked: tuple[str, ...]
    changes: tuple[AnswerChange, ...]
    taken_over: bool

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"change-{self.name}"

    @property
    def regions(self) -> int:
        """The number of regions in which the editions differ."""
        return sum(change.count for change in self.changes)


class EditionsList(KnowledgeDirective):
    """Every table that both editions have: a summary, then each change of answer as an entry."""

    template = "editions.html"

    def groups(self) -> Iterator[Group]:
        """Yield one group for each table."""
        for found in comparisons():
            yield Group(found.title, found.anchor, [found])

    def run(self) -> list[nodes.Node]:
        """Return the summary and one section for each table."""
        found = comparisons()
        summary = self.render(
            "editions-summary.html",
            differing=[one for one in found if one.changes],
            same=[one for one in found if not one.changes],
            before=edition_words(BEFORE),
            after=edition_words(AFTER),
        )
        return [nodes.raw("", summary, format="html"), *(self.section(group) for group in self.groups())]


@cache
def comparisons() -> tuple[TableComparison, ...]:
    """Every table that both editions have, compared, in the order of the review."""
    return tuple(comparison(name) for name in ordered() if all(name in names(edition) for edition in EDITIONS))


def comparison(name: str) -> TableComparison:
    """One table in both editions.

    >>> comparison("pai").changes, comparison("pai").taken_over
    ((), True)
    """
    old, new = load(name, BEFORE), load(name, AFTER)
    return TableComparison(
        name=name,
        title=new.title,
        asked=asked_anew(old, new),
        changes=changes(old, new, compare(name, BEFORE, AFTER)),
        taken_over=bool(new.same_as),
    )


def changes(old: Table, new: Table, differences: tuple[Difference, ...]) -> tuple[AnswerChange, ...]:
    """Differences with the same outcomes and the same causes put together, the most frequent first."""
    groups: dict[tuple[object, ...], list[Difference]] = {}
    for one in differences:
        groups.setdefault((one.before, one.after, one.updates, one.errata), []).append(one)
    inputs = inputs_of(new.name, old.edition, new.edition)
    found = [_change(old, new, inputs, group) for group in groups.values()]
    return tuple(sorted(found, key=lambda change: -change.count))


def _change(old: Table, new: Table, inputs: Mapping[str, Input], group: list[Difference]) -> AnswerChange:
    first = min(group, key=lambda one: len(one.region.when))
    shown = sorted(group, key=lambda one: len(one.region.when))[:SHOWN]
    return AnswerChange(
        before=outcome_shown(first.before, old.verdicts, new.verdicts),
        after=outcome_shown(first.after, new.verdicts, old.verdicts),
        count=len(group),
        regions=tuple(region_words(inputs, one.region) for one in shown),
        witness=witness_words(inputs, first.region),
        updates=first.updates,
        errata=first.errata,
    )


def asked_anew(old: Table, new: Table) -> tuple[str, ...]:
    """What the newer edition asks otherwise than the older, as sentences.

    >>> asked_anew(load("grade"), load("grade", "2026"))[0].replace("\\xa0", " ")
    '“Mitoses per 10 HPF” became “Mitoses per 2 mm²”.'
    """
    then, now = {i.name: i.label for i in old.inputs}, {i.name: i.label for i in new.inputs}
    renamed = [f"“{then[o]}” became “{now[n]}”." for n, o in new.renames.items()]
    added = [label for name, label in now.items() if name not in then and name not in new.renames]
    dropped = [label for name, label in then.items() if name not in now and name not in new.renames.values()]
    lists = (("Asked only by the newer edition", added), ("No longer asked", dropped))
    return (*renamed, *(f"{what}: {'; '.join(labels)}." for what, labels in lists if labels))
