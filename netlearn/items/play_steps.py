"""The question of each step of a play, made from the tables, and the debrief: the harmful first, by each edition.

A step asks a table; where what is known leaves its answer open, it asks what must be known first; or it asks which
treatments of a board are open, any of which is right. Where the rules say nothing, to ask the team is right.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import evolve, frozen

from netlearn.clinic.assemblies import pathway
from netlearn.clinic.cases import Asked
from netlearn.clinic.plan import GROUPS, OPEN, plan
from netlearn.decision import Decision, decide
from netlearn.decision.diagram import Diagram, compiled
from netlearn.decision.flips import outcome_of_decision
from netlearn.decision.inputs import Cell, Input
from netlearn.decision.load import load, names
from netlearn.editions import edition_ids
from netlearn.items import grade
from netlearn.items.common import NOT_STATED, dont_know
from netlearn.items.generators import option_id, variant_of
from netlearn.items.harm import DOSES
from netlearn.items.item import Json
from netlearn.items.kinds.board import shown_row
from netlearn.items.play_answers import of_own_answers, with_own
from netlearn.items.plays import Play, PlayStep
from netlearn.items.remarks import because, rules_of, same_acts
from netlearn.items.review import debrief
from netlearn.items.seeds import Draw
from netlearn.items.variant import Grade, Variant
from netlearn.items.vignettes import asked_by, question
from netlearn.items.wording import capital
from netlearn.words import listed

TEAM = "ask the team"
NONE = "none"  # the option of a step with rows that none of them is open
MOST = 4  # inputs offered beside those that matter
SEED = "0"
ORDER = "Is this order one that the sources give, and if not, what is wrong with it?"
_ACCEPTED = "one of the options"


@frozen
class ByEdition:
    """What another edition answers at a step: ``says`` in a sentence or two, ``key`` the options right by it."""

    edition: str
    says: str
    key: tuple[str, ...]


@frozen
class PlayQuestion:
    """What a step asks: its variant by the newest edition, and the other editions where these answer otherwise."""

    told: tuple[str, ...]
    variant: Variant
    others: tuple[ByEdition, ...]


@frozen
class Debriefed:
    """One decision looked at afterwards: the step's number from 1, what was answered, and what it is worth."""

    number: int
    answer: Any
    confidence: str | None
    grade: Grade


@cache
def questions(play: Play) -> tuple[PlayQuestion, ...]:
    """What a play asks, step by step. Raises InputError where a step names what there is not."""
    return tuple(_question(play, number, step) for number, step in enumerate(play.steps, 1))


def look_back(play: Play, answers: Mapping[int, tuple[Any, str | None]]) -> tuple[Debriefed, ...]:
    """The decisions of a play, by the number of the step, in the order of the debrief.

    The harmful come first, then what was wrong and sure; right and sure comes last.

    >>> from netlearn.items.plays import play
    >>> made = play("a-sound-heart-first")
    >>> [each.number for each in look_back(made, {1: ("ask-first", "sure"), 3: ("first-option", "sure")})]
    [3, 1]
    """
    asked = questions(play)
    graded = [(Debriefed(n, a, sure, grade(asked[n - 1].variant, a)), sure) for n, (a, sure) in sorted(answers.items())]
    return tuple(each for each, _, _ in debrief((each, each.grade, sure) for each, sure in graded))


def _question(play: Play, number: int, step: PlayStep) -> PlayQuestion:
    made, others = _asked(step, f"{play.slug}:{number}")
    stem = made.stem if not step.question else asked_by(made.edition, step.question) if step.asks else step.question
    variant = evolve(made, stem=stem, item=f"step-{number}", version=play.version, seed=SEED)
    return PlayQuestion(step.told, variant, others)


def _asked(step: PlayStep, seed: str) -> tuple[Variant, tuple[ByEdition, ...]]:
    if not step.asks and not step.rows:
        return of_own_answers(step.answers, edition_ids()[-1]), ()
    made, others = _of_rows(step) if step.rows else _of_table(step, seed)
    return with_own(made, step.answers), others


# A table.
def _of_table(step: PlayStep, seed: str) -> tuple[Variant, tuple[ByEdition, ...]]:
    asked = step.asked
    edition = [each for each in edition_ids() if asked.table in names(each)][-1]
    decision = decide(asked.table, edition, **asked.given[edition])
    made = _missing(decision) if decision.status == "undetermined" else _verdicts(asked, edition, seed)
    about = (f"What is asked about: {asked.when}.",) if asked.when else ()
    others = _by_others(asked, edition, made) if asked.differs else ()
    return evolve(made, given=about), tuple(others)


def _verdicts(asked: Asked, edition: str, seed: str) -> Variant:
    given = asked.given[edition]
    made = variant_of(asked.table, edition, given, Draw("play", seed))
    options = [_to_the_team(each) if each["id"] == NOT_STATED else each for each in made["options"]]
    if asked.table == DOSES:  # what would make another order of this one is not asked at a bedside
        options = [_as_the_source_gives_it(each) for each in options]
    stem = asked_by(edition, ORDER if asked.table == DOSES else question(asked.table, edition, given))
    return evolve(made, stem=stem, parts={**made.parts, "options": options})


def _as_the_source_gives_it(option: Json) -> Json:
    """An option without what would make another order right: the source's own dose and interval stand in the reason."""
    shown = {**option, "flips": ""} if option.get("flips") else option
    return {**shown, "feedback": ""} if shown.get("change") else shown


def _to_the_team(option: Json) -> Json:
    return {**option, "text": f"{option['text']}: {TEAM}"}


def _missing(decision: Decision) -> Variant:
    """What must be known before a table can answer: any of the inputs that matter is right."""
    table = load(decision.table, decision.edition)
    labels = dict(_labels(decision))
    others = [name for name in labels if name not in decision.missing and decision.given.get(name) is None]
    known = [name for name in labels if name not in decision.missing and name not in others]
    shown = [*decision.missing, *[*others, *known][:MOST]]
    open_ = listed([f"“{table.verdicts[id].label}”" for id in decision.possible if id in table.verdicts], "or")
    still = f"Without it the answer stays open: {open_}."
    said = dict.fromkeys(decision.missing, still)
    said |= {name: _said_of_other(decision, name) for name in others}
    said |= dict.fromkeys(known, "That is known already.")
    options: list[Json] = [
        {"id": name, "text": labels[name], "evidence": [], "feedback": said[name]} for name in labels if name in shown
    ]
    several = len(decision.missing) > 1
    ask = "Name one thing that must be known to answer it." if several else "What must be known to answer it?"
    stem = f"{table.question} {ask}"
    parts = {"options": [*options, dont_know()], "key": list(decision.missing), "evidence": list(_asking(decision))}
    return Variant("choice", asked_by(decision.edition, stem), _ACCEPTED, decision.edition, parts=parts)


def _said_of_other(decision: Decision, name: str) -> str:
    """What is said of an input without which the answer can be settled: whether some value of it would settle it."""
    shown = [f"“{each}”" for each in _settling(decision, name)]
    if not shown:
        return "It may be worth knowing, but whatever it is, the answer stays open."
    return f"It settles the answer only where it is {listed(shown, 'or')}; otherwise the answer stays open."


def _settling(decision: Decision, name: str) -> Iterator[str]:
    """Yield the values of an input, as a form shows them, each of which would decide the case by itself."""
    tables = [compiled(each.table, each.edition) for each in (decision, *decision.requires)]
    asked, cells = next(found for diagram in tables for found in _cells(diagram, name))
    for value in map(asked.witness, cells):
        case = {**decision.given, name: value}
        if decide(decision.table, decision.edition, **case).status != "undetermined":
            yield asked.show(value)


def _cells(diagram: Diagram, name: str) -> Iterator[tuple[Input, Sequence[Cell]]]:
    return ((asked, cells) for asked, cells in zip(diagram.inputs, diagram.cells, strict=True) if asked.name == name)


def _asking(decision: Decision) -> Iterator[str]:
    """Yield the facts, figures and updates of the rules that ask what is not known."""
    tables = [load(each.table, each.edition) for each in (*decision.requires, decision)]
    rules = [rule for table in tables for rule in table.rules if set(rule.when).intersection(decision.missing)]
    known = set(decision.evidence)
    yield from dict.fromkeys(id for rule in rules for id in (*rule.facts, *rule.figures, *rule.updates) if id in known)


def _labels(decision: Decision) -> Iterator[tuple[str, str]]:
    """Yield what a decision may wait for, and its label: its own inputs, and those of the tables it requires."""
    for each in (*decision.requires, decision):
        for asked in load(each.table, each.edition).inputs:
            if not asked.table:
                yield asked.name, asked.label


def _by_others(asked: Asked, newest: str, made: Variant) -> Iterator[ByEdition]:
    for edition in edition_ids():
        if edition == newest:
            continue
        if asked.table not in names(edition):
            yield ByEdition(edition, "They do not ask this.", ())
        elif not asked.answers[edition].startswith("refused"):
            yield _by_other(decide(asked.table, edition, **asked.given[edition]), made)


def _by_other(decision: Decision, made: Variant) -> ByEdition:
    table = load(decision.table, decision.edition)
    if decision.status == "undetermined":
        open_ = listed([f"“{table.verdicts[id].label}”" for id in decision.possible if id in table.verdicts], "or")
        return ByEdition(decision.edition, f"Still open: {open_}.", ())
    said = table.verdicts[decision.verdict].label if decision.verdict else f"They do not say: {TEAM}"
    ids = {option_id(outcome_of_decision(decision)), *same_acts(decision)}
    newer = load(decision.table, made.edition).verdicts
    ids |= {id for id, verdict in newer.items() if verdict.was in ids}
    key = tuple(option["id"] for option in made["options"] if option["id"] in ids)
    return ByEdition(decision.edition, f"{said}. {because(decision)}", key)


# Rows of a board.
def _of_rows(step: PlayStep) -> tuple[Variant, tuple[ByEdition, ...]]:
    newest, now = _newest_rows(step)
    open_ = [row for row in now if row["group"] in OPEN]
    options = [_option(row, open_) for row in now]
    none: Json = {"id": NONE, "text": f"None of these: {TEAM}", "evidence": [], "feedback": ""}
    none["feedback"] = "" if open_ else f"{capital(rules_of(newest))} open none of these."
    parts = {
        "options": [*options, none, dont_know()],
        "key": [row["id"] for row in open_] or [NONE],
        "because": f"Open to this patient: {_named(open_)}." if open_ else "None of these is open to this patient.",
    }
    others = (_rows_by(step, edition, now) for edition in edition_ids() if edition != newest)
    made = Variant("choice", step.question, _ACCEPTED, newest, parts=parts)
    return made, tuple(each for each in others if each and set(each.key) != set(parts["key"]))


def _newest_rows(step: PlayStep) -> tuple[str, list[Json]]:
    """The newest edition whose board has all the rows that a step names, and these rows."""
    found = [(edition, list(_rows(step, edition))) for edition in reversed(edition_ids())]
    whole = (each for each in found if all(any(_is_row(row["id"], name) for row in each[1]) for name in step.rows))
    return next(whole, found[0])


def _is_row(row: str, name: str) -> bool:
    return name in {row, row.partition(":")[0]}


def _rows(step: PlayStep, edition: str) -> Iterator[Json]:
    for row in pathway(step.patient.known, edition).rows:
        made = shown_row(row)
        if row.table in step.rows or made["id"] in step.rows:
            yield {**made, "feedback": f"{plan().labels[row.group]}. {row.reason}"}


def _option(row: Json, open_: Sequence[Json]) -> Json:
    made: Json = {key: value for key, value in row.items() if key != "group"}
    others = [each for each in open_ if each is not row]
    if row in open_ and others:
        order = " No source of these rules gives an order among them." if _one_group(open_) else ""
        made["feedback"] += f" Open as well: {_named(others)}.{order}"
    return {**made, "text": capital(row["text"])}


def _one_group(rows: Sequence[Json]) -> bool:
    return len({row["group"] for row in rows}) == 1


def _named(rows: Sequence[Json]) -> str:
    return listed([row["text"] for row in sorted(rows, key=lambda row: GROUPS.index(row["group"]))])


def _rows_by(step: PlayStep, edition: str, now: Sequence[Json]) -> ByEdition | None:
    then = [row for row in _rows(step, edition) if row["group"] in OPEN]
    ids = [row["id"] for row in now]
    said = f"Open by these: {_named(then)}." if then else "None of these is open."
    return ByEdition(edition, said, tuple(row["id"] for row in then if row["id"] in ids) or (() if then else (NONE,)))
