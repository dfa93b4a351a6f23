"""The page of tables: every decision table of every edition as a grid to read, with its silences and its proof."""

from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from netlearn import evidence
from netlearn.decision import Proof, load, names, prove
from netlearn.decision.inputs import Input
from netlearn.decision.load import editions_of
from netlearn.decision.table import Clause, Rule, Table
from netlearn.decision.words import accepted_words, conditions, joined
from netlearn.editions import edition_ids
from netlearn.site.pages import Group, KnowledgeDirective
from netlearn.site.theme import date_words, edition_words
from netlearn.value import decimal_text, keep_together


@frozen
class RuleRow:
    """One rule in the grid: its number, a cell for each column, and the numbers of the rules it prevails over."""

    number: int
    anchor: str
    rule: Rule
    cells: tuple[str, ...]
    over: tuple[tuple[int, str], ...]


_NOTES = ("silent", "conflicts", "impossible", "implausible", "cautions")


@frozen
class Note:
    """A silence, conflict, impossible or implausible case, or caution: where it holds, but for which rules."""

    clause: Clause
    where: str
    unless: tuple[tuple[int, str], ...] = ()


@frozen
class TableSheet:
    """One table of one edition as the page shows it."""

    table: Table
    anchor: str
    columns: tuple[Input, ...]
    rows: tuple[RuleRow, ...]
    notes: Mapping[str, tuple[Note, ...]]
    asked_besides: tuple[str, ...]
    boundaries: tuple[tuple[str, str], ...]
    proof: str

    @property
    def edition(self) -> str:
        """The edition for a reader."""
        return edition_words(self.table.edition)

    @property
    def same_as(self) -> str:
        """The edition whose rules these are, for a reader; empty when the table has its own."""
        return edition_words(self.table.same_as)

    @property
    def reviewed(self) -> str:
        """The month of the last review, for a reader."""
        return date_words(self.table.reviewed)


class TablesList(KnowledgeDirective):
    """Every table, in the order of the review; each of its editions is an entry."""

    template = "tables.html"

    def groups(self) -> Iterator[Group]:
        """Yield one group for each table."""
        for name in ordered():
            sheets = [sheet(name, edition) for edition in editions_of(name)]
            yield Group(title(name), f"table-{name}", sheets)


@cache
def ordered() -> tuple[str, ...]:
    """Every table that some edition has, in the order of the review's sections that they rest on.

    >>> ordered()[:2]
    ('grade', 'liver-involvement')
    """
    places = {id: n for n, id in enumerate(evidence.facts())}

    def place(name: str) -> tuple[int, str]:
        """Where the review first speaks of it, in the section that it rests on most."""
        own = (places[id] for id in _cited(name) if evidence.fact(id).section == section_of(name))
        return min(own, default=len(places)), name

    return tuple(sorted({name for edition in edition_ids() for name in names(edition)}, key=place))


@cache
def title(name: str) -> str:
    """What a table is called, in its newest edition.

    >>> title("rfa")
    'Ablation by radiofrequency or microwave'
    """
    return load(name, editions_of(name)[-1]).title


@cache
def section_of(name: str) -> str:
    """The section of the review that a table rests on most; "" where it rests on none.

    >>> section_of("rfa"), section_of("sirt")
    ('3.3', '3.5')
    """
    sections = [evidence.fact(id).section for id in _cited(name)]
    own = [s for s in sections if not any(other.startswith(f"{s}.") for other in sections)]  # 3.5 rather than 3
    return max(own, key=own.count, default="")


def _cited(name: str) -> tuple[str, ...]:
    """The facts on which a table's rules rest in the oldest edition that has it."""
    return tuple(id for rule in load(name, editions_of(name)[0]).rules for id in rule.facts)


@cache
def sheet(name: str, edition: str) -> TableSheet:
    """One table of one edition as the page shows it.

    >>> found = sheet("grade", "review-2012")
    >>> [column.label for column in found.columns], found.rows[0].cells
    (['Ki-67 index', 'Mitoses per 10\\xa0HPF'], ('>\\xa020\\xa0%', ''))
    """
    table = load(name, edition)
    asked = {name for rule in table.rules for name in rule.when}
    columns = tuple(i for i in table.inputs if i.name in asked)
    numbers = {rule.id: (n, rule_anchor(table, rule)) for n, rule in enumerate(table.rules, start=1)}
    return TableSheet(
        table=table,
        anchor=f"table-{name}-{edition}",
        columns=columns,
        rows=tuple(_row(table, rule, columns, numbers) for rule in table.rules),
        notes={kind: _notes(table, kind, numbers) for kind in _NOTES},
        asked_besides=tuple(i.label for i in table.inputs if i.name not in asked),
        boundaries=boundaries(table, prove(name, edition)),
        proof=proof_words(prove(name, edition)),
    )


def rule_anchor(table: Table, rule: Rule) -> str:
    """The place of a rule on the page."""
    return f"rule-{table.name}-{table.edition}-{rule.id}"


def _row(table: Table, rule: Rule, columns: tuple[Input, ...], numbers: Mapping[str, tuple[int, str]]) -> RuleRow:
    said = {name: rule.reads.get(name) or accepted_words(table.input(name), test) for name, test in rule.when.items()}
    cells = tuple(said.get(i.name, "") for i in columns)
    return RuleRow(*numbers[rule.id], rule, cells, tuple(sorted(numbers[id] for id in rule.over)))


def _notes(table: Table, kind: str, numbers: Mapping[str, tuple[int, str]]) -> tuple[Note, ...]:
    def note(clause: Clause) -> Note:
        unless = sorted(numbers[id] for id in getattr(clause, "unless", ()))
        return Note(clause, joined(conditions(table, clause)), tuple(unless))

    return tuple(note(clause) for clause in getattr(table, kind))


def boundaries(table: Table, proof: Proof) -> tuple[tuple[str, str], ...]:
    """Each numeric input with the numbers at which an answer can change.

    >>> boundaries(load("grade"), prove("grade"))[0]
    ('Ki-67 index', '20\\xa0%')
    """
    ends: dict[str, list[str]] = {}
    for name, end in proof.boundaries:
        ends.setdefault(name, []).append(decimal_text(end))
    asked = {name: table.input(name) for name in ends}
    return tuple((i.label, keep_together(f"{', '.join(ends[name])} {i.unit}".strip())) for name, i in asked.items())


def proof_words(proof: Proof) -> str:
    """What walking the whole table found, in a sentence.

    >>> proof_words(prove("grade")).replace("\\xa0", " ")
    'holds: 4 regions and 3 rules, no gap, no undeclared conflict, every rule reached'
    """
    regions = _count(proof.regions, "region")
    rules = _count(proof.rules, "rule")
    if proof.ok:
        return f"holds: {regions} and {rules}, no gap, no undeclared conflict, every rule reached"
    kinds = ("gaps", "conflicts", "false_silences", "unreachable")
    found = ", ".join(f"{kind.replace('_', ' ')}: {len(getattr(proof, kind))}" for kind in kinds)
    return f"fails: {regions} and {rules}; {found}"


def _count(number: int, thing: str) -> str:
    return f"{number}\N{NO-BREAK SPACE}{thing}{'' if number == 1 else 's'}"
