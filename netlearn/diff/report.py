"""The changes on a terminal."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from netlearn.decision import Difference
from netlearn.decision.diagram import compile_table
from netlearn.decision.proof import prove_table
from netlearn.decision.words import outcome_shown, region_words, witness_words
from netlearn.diff.changes import Changes, Edit, TableChange
from netlearn.diff.citations import citing, telling
from netlearn.diff.snapshot import Snapshot

_STYLES = {"new": "green", "removed": "red", "changed": "yellow"}
_SHOWN = 3  # regions of one change of answer that are put into words
_SHORT = 50  # letters of a part that stand with its new wording on one line
_KEYS = 12  # keys of one other file that are listed


def print_changes(console: Console, found: Changes, before: Snapshot, after: Snapshot, root: Path) -> None:
    """Print tables, then entries with what cites them, then other files, then cases."""
    for table in found.tables:
        console.print(*table_lines(table), sep="\n", end="\n\n")
    for edit in found.entries:
        console.print(*entry_lines(edit, before, after, root), sep="\n")
    for path, edits in groupby(found.files, key=lambda edit: edit.kind):
        console.print(*file_lines(path, list(edits), {name for name, _ in before.files}), sep="\n")
    for edit in found.cases:
        console.print(*case_lines(edit, root), sep="\n")
    console.print(summary(found))


def summary(found: Changes) -> str:
    """How much changed, in one line."""
    counts = {
        "tables": len(found.tables),
        "regions": sum(len(table.regions) for table in found.tables),
        "entries": len(found.entries),
        "other values": len(found.files),
        "answers to cases": len(found.cases),
    }
    return "Changed: " + ", ".join(f"{what} {count}" for what, count in counts.items()) + "."


def table_lines(table: TableChange) -> Iterator[str]:
    """One table: its regions by change of answer, then its edits."""
    yield f"[bold]tables/{table.edition}/{table.name}[/bold] [{_STYLES[table.state]}]{table.state}"
    if not table.comparable:
        yield "  an input became one of another kind: the answers cannot be compared by region"
    elif table.state == "changed" and not table.regions:
        yield "  every case is answered as before"
    for key, group in _grouped(table.regions).items():
        yield f"  {_outcomes(table, group[0])} in {len(group)} region{'s' * (len(group) > 1)}{_causes(key)}"
        for one in group[:_SHOWN]:
            yield escape(f"    {region_words(table.inputs, one.region)}")
        if len(group) > _SHOWN:
            yield f"    and {len(group) - _SHOWN} more regions"
        yield escape(f"    one case: {witness_words(table.inputs, group[0].region)}")
    for edit in table.edits:
        yield from (f"  {line}" for line in edit_lines(edit))
    if table.after and not prove_table(table.after, compile_table(table.after)).ok:
        yield f"  [red]not proved[/red]; see: netlearn prove {table.name} --edition {table.edition}"


def _grouped(regions: tuple[Difference, ...]) -> Mapping[tuple[object, ...], list[Difference]]:
    groups: dict[tuple[object, ...], list[Difference]] = {}
    for one in sorted(regions, key=lambda one: len(one.region.when)):
        groups.setdefault((one.before, one.after, one.updates, one.errata), []).append(one)
    return groups


def _outcomes(table: TableChange, one: Difference) -> str:
    then = table.before.verdicts if table.before else {}
    now = table.after.verdicts if table.after else {}
    before, after = outcome_shown(one.before, then, now), outcome_shown(one.after, now, then)
    return f"[bold]{escape(before.label)} → {escape(after.label)}[/bold]"


def _causes(key: tuple[object, ...]) -> str:
    named = ", ".join((*key[2], *key[3]))  # type: ignore[misc]
    return escape(f" ({named})") if named else ""


def edit_lines(edit: Edit) -> Iterator[str]:
    """One edit: what it is, and each part before and after."""
    yield f"{escape(edit.kind)} [bold]{escape(edit.id)}[/bold] [{_STYLES[edit.state]}]{edit.state}"
    for name, before, after in edit.parts:
        if before.split() == after.split():  # would look the same: a no-break space came or went
            yield escape(f"  {name}: only its spaces")
        elif max(len(before), len(after)) <= _SHORT:
            yield escape(f"  {name + ': ' if name else ''}{before} → {after}")
        else:
            yield from (escape(line) for line in (f"  {name}", f"    − {before}", f"    + {after}"))


def entry_lines(edit: Edit, before: Snapshot, after: Snapshot, root: Path) -> Iterator[str]:
    """One entry, with its place on its page and everything that cites it."""
    yield from edit_lines(edit)
    now = after.entries.get((edit.kind, edit.id))
    entry = now or before.entries[edit.kind, edit.id]
    yield f"  page: book/{entry.page}.md#{entry.anchor}"
    tables = after.tables if now else {**before.tables, **after.tables}
    cited = citing(root, tables, entry)
    yield escape(f"  cited by: {'; '.join(cited) or 'nothing'}")


def case_lines(edit: Edit, root: Path) -> Iterator[str]:
    """The answer of one case, and where the case is told: what prose says of the answer, only a reader can see."""
    yield from edit_lines(edit)
    if told := list(telling(root, edit.id.partition(",")[0])):
        yield escape(f"  told in: {'; '.join(told)}; read what is said there of the answer")


def file_lines(path: str, edits: list[Edit], older: set[str]) -> Iterator[str]:
    """One other file of the knowledge: its keys as far as they are few; the files in ``older`` were there before."""
    if path not in older:
        yield f"[bold]{escape(path)}[/bold] [green]new[/green], values: {len(edits)}"
        return
    yield f"[bold]{escape(path)}"
    for edit in edits[:_KEYS]:
        parts = " → ".join(edit.parts[0][1:]) if edit.parts else edit.state
        yield escape(f"  {edit.id}: {parts}")
    if len(edits) > _KEYS:
        yield f"  and {len(edits) - _KEYS} more"
