"""What is said of each row of a board, part by part, as the page draws it (``static/board-said.js``): a test compares.

The referral and the export say the same: one case, one edition, and where another differs.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from netlearn.clinic.asking import PriorTreatment, asking
from netlearn.clinic.assemblies import assembled, tables
from netlearn.clinic.board import Board, Row
from netlearn.clinic.board_compare import (
    CAUTION,
    GROUP,
    SAME,
    ComparedRow,
    compared,
    only_in,
    other_edition,
)
from netlearn.clinic.board_data import ASSEMBLIES
from netlearn.clinic.board_text import few, notes
from netlearn.clinic.plan import plan
from netlearn.clinic.plan_records import Case
from netlearn.clinic.told import takes, told
from netlearn.decision.words import inputs_of
from netlearn.editions import edition_entry, edition_ids
from netlearn.errors import InputError
from netlearn.words import in_sentence, say, section

MAP = "lesions_by_segment"


@frozen
class TwoBoards:
    """The board of one edition, and that of another beside it: None where that edition refuses the case.

    ``given`` is what was given before; ``growing`` that the disease grows now, on it or after it.
    """

    board: Board
    other: Board | None
    refused: str = ""
    given: tuple[PriorTreatment, ...] = ()
    growing: bool = False

    @property
    def rows(self) -> tuple[ComparedRow, ...]:
        """The rows of the board beside those of the other; where that is refused, nothing is compared."""
        if self.other is None:
            return tuple(ComparedRow(row, (), SAME, ()) for row in self.board.rows)
        return compared(self.board, self.other)

    @property
    def only_there(self) -> tuple[Row, ...]:
        """The rows that only the other edition has."""
        return tuple(only_in(self.other, self.board)) if self.other else ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of both editions, the older first."""
        pair = (self.board.edition, other_edition(self.board.edition))
        return tuple(edition_entry(id).label for id in sorted(pair, key=edition_ids().index))

    @property
    def other_label(self) -> str:
        """The label of the other edition."""
        return edition_entry(other_edition(self.board.edition)).label


def two_boards(case: Case, edition: str, assembly: str = "pathway", prior: Sequence[str] = ()) -> TwoBoards:
    """The boards about one case, to whom ``prior`` was given. Raises InputError where the edition itself refuses it."""
    board = assembled(assembly, case, edition)
    given, growing = asking().prior.given(prior, case), case.get("progressive") is True
    try:
        return TwoBoards(board, assembled(assembly, case, other_edition(edition)), given=given, growing=growing)
    except InputError as refused:
        return TwoBoards(board, None, refused.plain, given, growing)


def said(one: ComparedRow, both: TwoBoards) -> dict[str, Any]:
    """What is said of one row, part by part.

    >>> both = two_boards({"functioning": False}, "2026", "systemic")
    >>> said(both.rows[0], both)["tags"]
    [['2012', 'no table'], ['2026', 'Criteria not met']]
    """
    row = one.row
    return {
        "treatment": capital(row.treatment),
        "answer": row.answer,
        "given": _given(row, both),
        "reason": say("board", "ask", names=few(row.missing)) if row.missing else row.reason,
        "caution": _caution(row),
        "tags": [[label, _tag(label, one, both)] for label in both.labels],
        "change": say("board", f"change_{one.change}"),
        "how": _how(one, both),
        "evidence": list(row.evidence),
        "updates": list(one.updates),
    }


def capital(text: str) -> str:
    """A treatment's name at the head of a row.

    >>> capital("octreotide, for symptoms")
    'Octreotide, for symptoms'
    """
    return text[:1].upper() + text[1:]


def _given(row: Row, both: TwoBoards) -> str:
    """That this treatment was given before, or which of those that the row names; and that the disease grows, if so."""
    names = [one.label for one in both.given if one.is_row(row.table, row.asked)]
    return say("board", "given_growing" if both.growing else "given", names=", ".join(names)) if names else ""


def _caution(row: Row) -> str:
    if row.caution is None:
        return ""
    return say("board", "caution", risk=capital(say("risk", row.caution.risk)), title=row.caution.title)


def _tag(label: str, one: ComparedRow, both: TwoBoards) -> str:
    """The group in one edition; of several rows that speak of the same, each group with its treatments."""
    if label != both.other_label:
        return str(section("board_tag")[one.row.group])
    if both.other is None:
        return say("board", "refused")
    groups: dict[str, list[str]] = {}
    for each in one.others:
        groups.setdefault(section("board_tag")[each.group], []).append(each.treatment)
    if len(groups) < 2:
        return next(iter(groups), say("board", "absent"))
    return "; ".join(f"{tag}: {', '.join(names)}" for tag, names in groups.items())


def _how(one: ComparedRow, both: TwoBoards) -> str:
    """What the other edition says, where it differs."""
    if one.change == SAME or not one.others:
        return ""
    if one.change == CAUTION:
        there = _cautions(one)
    elif one.change == GROUP:
        there = [_placed(section("board_tag")[each.group], each.answer) for each in one.others]
    else:
        there = [each.answer for each in one.others]
    return " ".join(ended(say("board", "says", edition=both.other_label, said=text)) for text in dict.fromkeys(there))


def _cautions(one: ComparedRow) -> list[str]:
    """The gravest caution there, where the row shows another; else what is said more or less there, by its title."""
    if any(_caution(each) != _caution(one.row) for each in one.others):
        return [_caution(each) or say("board", "no_caution") for each in one.others]
    parts = (("fewer", one.fewer), ("further", one.further))
    return [say("board", key, titles=few(titles)) for key, titles in parts if titles]


def _placed(tag: str, answer: str) -> str:
    """A group and the answer in it, said once where they are one."""
    return answer if answer == tag else f"{tag}, {in_sentence(answer)}"


def ended(text: str) -> str:
    """A text with a full stop, unless it ends in a mark.

    >>> ended("What is it?"), ended("That")
    ('What is it?', 'That.')
    """
    return text if text.endswith((".", "?", "!")) else f"{text}."


def facts(case: Case, edition: str, assembly: str = "pathway") -> list[str]:
    """What is told of the patient, a line each, in the order of the case.

    >>> facts({"grade": "NET G2", "lesions_by_segment": {"VI": "dominant"}}, "2026")
    ['Grade: NET G2', 'Segment VI: dominant']
    """
    known = told(case, tables(assembly, edition)).known
    return [
        line for name, value in case.items() if name in known for line in _fact(name, known[name], edition, assembly)
    ]


def _fact(name: str, value: Any, edition: str, assembly: str) -> Iterator[str]:
    if name == MAP:
        yield from (say("board", "segment", segment=segment, lesions=lesions) for segment, lesions in value.items())
        return
    own = [i for i in _asked(edition, assembly) if i.name == name]
    taken = next((i for i in own if takes(i, value)), None)
    yield f"{own[0].label}: {taken.show(taken.parse(value)) if taken else value}"  # what none takes stands for several


def _asked(edition: str, assembly: str) -> Iterator[Any]:
    for table in tables(assembly, edition):
        yield from inputs_of(table.name, edition).values()


def referral(case: Case, edition: str, assembly: str = "pathway", prior: Sequence[str] = ()) -> str:
    """A board as plain text for a referral: what is told, every group with its rows, and what the other edition says.

    ``prior`` names what was given before, the first first (``questions.toml``); no table asks in which order.

    >>> print(referral({"grade": "NEC"}, "2026", "systemic").splitlines()[0])
    Choosing a systemic therapy, edition 2026
    """
    both = two_boards(case, edition, assembly, prior)
    name = next(widget for widget, shown in ASSEMBLIES.items() if shown == assembly)
    head = say("board", "referral", board=say("board", name), edition=edition_entry(edition).label)
    lines = [head, say("board", "note"), ""]
    lines += [say("board", "patient") + ":", *(f"- {fact}" for fact in facts(case, edition, assembly))]
    if prior:
        lines.append(f"- {asking().prior.question}: {'; '.join(asking().prior.named(prior))}")
    lines += [note for note in notes(both.board) if note.startswith(say("board", "contradicts", why=""))]
    for group, label in plan().labels.items():
        found = [one for one in both.rows if one.row.group == group]
        lines += ["", f"{label}:", *(_line(said(one, both)) for one in found)] if found else []
    if both.only_there:
        lines += ["", f"{say('board', 'only', edition=both.other_label)}:"]
        lines += [f"- {capital(row.treatment)}: {ended(row.answer)}" for row in both.only_there]
    return "\n".join([*lines, "", say("board", "no_order"), ""])


def _line(parts: Mapping[str, Any]) -> str:
    told = [ended(parts[name]) for name in ("answer", "given", "reason", "caution") if parts[name]]
    change = [f"[{capital(parts['change'])}. {parts['how']}]"] if parts["how"] else []
    return f"- {parts['treatment']}: {' '.join((*told, *change))}"


def exported(case: Case, edition: str, assembly: str = "pathway", prior: Sequence[str] = ()) -> dict[str, Any]:
    """A board as plain data to keep: the case, and the rows as :meth:`Board.to_json` has them.

    ``prior`` names what was given before, the first first; it stands there only where something is named.

    >>> list(exported({"grade": "NEC"}, "2026", "systemic"))
    ['assembly', 'edition', 'case', 'rows', 'contradictions', 'set_aside', 'follows']
    """
    plain = assembled(assembly, case, edition).to_json()
    head: dict[str, Any] = {"assembly": assembly, "edition": edition, "case": dict(case)}
    if prior:
        asking().prior.named(prior)
        head["prior"] = list(prior)
    return {**head, **{name: plain[name] for name in ("rows", "contradictions", "set_aside", "follows")}}
