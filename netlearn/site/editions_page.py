"""The page of editions: what changed for whom, and, folded, every region in which two editions answer differently."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from attrs import frozen
from docutils import nodes

from netlearn.decision import Difference, compare, load
from netlearn.decision.inputs import Input
from netlearn.decision.load import editions_of
from netlearn.decision.table import Table
from netlearn.decision.words import Shown, inputs_of, outcome_shown, region_words, witness_words
from netlearn.editions import EditionEntry, edition_entry, edition_ids
from netlearn.site.changed_for_whom import Changed, changed_for_whom
from netlearn.site.pages import Group, KnowledgeDirective
from netlearn.site.tables_page import ordered

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
    before: EditionEntry
    after: EditionEntry
    asked: tuple[str, ...]
    changes: tuple[AnswerChange, ...]
    for_whom: tuple[Changed, ...]
    taken_over: bool

    @property
    def anchor(self) -> str:
        """Its place on the page; of a table that changed twice, the first change has the short one."""
        first = self.before.id == editions_of(self.name)[0]
        return f"change-{self.name}" if first else f"change-{self.name}-{self.after.id}"

    @property
    def regions(self) -> int:
        """The number of regions in which the editions differ."""
        return sum(change.count for change in self.changes)


class EditionsList(KnowledgeDirective):
    """Every table that two editions have: a summary, then each change of answer as an entry."""

    template = "editions.html"

    def groups(self) -> Iterator[Group]:
        """Yield one group for each table and each two editions that follow one another."""
        for found in comparisons():
            more = len(editions_of(found.name)) > 2
            title = f"{found.title}, {found.before.label} and {found.after.label}" if more else found.title
            yield Group(title, found.anchor, [found])

    def run(self) -> list[nodes.Node]:
        """Return the summary and one section for each table."""
        found = comparisons()
        summary = self.render(
            "editions-summary.html",
            differing=[one for one in found if one.changes],
            same=[one for one in found if not one.changes],
            editions=[edition_entry(id).title for id in edition_ids()],
        )
        return [nodes.raw("", summary, format="html"), *(self.section(group) for group in self.groups())]


@cache
def comparisons() -> tuple[TableComparison, ...]:
    """Every table in each two editions that have it one after the other, in the order of the review."""
    return tuple(comparison(name, *pair) for name in ordered() for pair in pairwise(editions_of(name)))


def comparison(name: str, before: str, after: str) -> TableComparison:
    """One table in two editions.

    >>> taken_over = comparison("liver-involvement", "review-2012", "2026")
    >>> taken_over.changes, taken_over.taken_over
    ((), True)
    """
    old, new = load(name, before), load(name, after)
    return TableComparison(
        name=name,
        title=new.title,
        before=edition_entry(before),
        after=edition_entry(after),
        asked=asked_anew(old, new),
        changes=changes(old, new, compare(name, before, after)),
        for_whom=changed_for_whom(name, before, after),
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
    renames = {n: o for n, o in new.renames.items() if o in then}  # an edition before may have renamed it already
    renamed = [f"“{then[o]}” became “{now[n]}”." for n, o in renames.items()]
    added = [label for name, label in now.items() if name not in then and name not in renames]
    dropped = [label for name, label in then.items() if name not in now and name not in renames.values()]
    lists = (("Asked only by the newer edition", added), ("No longer asked", dropped))
    return (*renamed, *(f"{what}: {'; '.join(labels)}." for what, labels in lists if labels))
