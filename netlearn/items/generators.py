"""Variants from the decision tables: a patient drawn for a target, and the answers of the regions round about.

The key begins with what ``decide`` answers for the variant's own inputs; nothing is typed. Where that is silence, the
answers that are the act due next are right as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import Any

from attrs import evolve

from netlearn.decision import Decision, decide, names
from netlearn.decision.diagram import compiled
from netlearn.decision.flips import outcome_of_decision
from netlearn.decision.load import load
from netlearn.decision.restrict import Outcome
from netlearn.decision.table import Table
from netlearn.decision.unary import Value, plain
from netlearn.editions import edition_ids
from netlearn.errors import InputError
from netlearn.items import maps, stories
from netlearn.items.common import CONFLICT, NOT_STATED, dont_know
from netlearn.items.harm import DOSES, errata_of, is_dangerous_prescription
from netlearn.items.item import Json
from netlearn.items.nearest import Remedy, changes
from netlearn.items.phrases import holds, oddities, omissions, phrases
from netlearn.items.rejected import is_offered, later, rejection
from netlearn.items.remarks import because, otherwise, rules_of, same_acts, wrongs_the_safe
from netlearn.items.sampling import Sampler
from netlearn.items.seeds import Draw
from netlearn.items.targets import sampler
from netlearn.items.values import value_in
from netlearn.items.variant import Variant
from netlearn.items.vignettes import asked_by, question, vignette
from netlearn.items.wording import capital

REASONS = 2  # rules that may answer one case: of an answer that warns, one is enough
AGAINST = ("unsuitable", "doubtful")  # the tones of answers that speak against what is asked
TRIES = 160  # cases drawn for a target, of which the first without anything unlikely is taken
MOST = 4  # other verdicts offered beside the right one
FEWEST = 2  # answers beside the edition's silence


def case_for(table: str, edition: str, target: str, seed: str) -> dict[str, Any]:
    """The inputs of a case that asks a target: exact values, those left out that would say nothing.

    >>> case_for("grade", "review-2012", "threshold:ki67_percent:20:above", "0")["ki67_percent"]
    Fraction(25, 1)
    """
    return dict(_case_for(table, edition, target, seed))


@lru_cache(maxsize=1024)  # whether a case is odd is asked before it is shown
def _case_for(table: str, edition: str, target: str, seed: str) -> Mapping[str, Any]:
    draw = Draw("case", table, edition, target, seed)
    samplers, pinned = sampler(table, edition, target)
    if table == maps.TABLE:
        return _map_case(edition, samplers[0], draw)
    best: tuple[tuple[int, int, int], dict[str, Value]] | None = None
    found: dict[tuple[Value, ...], tuple[int, int, int]] = {}  # the same case is drawn again and again
    for drawer in samplers:  # a wider one only where all cases so far contradict themselves
        for _ in range(TRIES):
            values = _values(table, edition, drawer, pinned, draw)
            drawn = tuple(values.values())
            odd = found[drawn] = found.get(drawn) or _odd(table, edition, values)
            if best is None or odd < best[0]:
                best = (odd, values)
            if not any(odd):
                break
        if best and not best[0][0]:
            break
    assert best is not None
    asked = compiled(table, edition).inputs[pinned[0]].name if pinned else ""
    return _told(table, edition, best[1], asked, draw)


def is_odd(table: str, edition: str, target: str, seed: str) -> bool:
    """Whether a target can be asked with that seed only of somebody whom nobody would meet, or who fails twice;
    or of one in whom a wrong answer is the very act that is due where the rules do not say.

    >>> is_odd("embolisation-session", "2026", "rule:interval-too", "0"), is_odd("rfa", "2026", "rule:small", "0")
    (True, False)
    """
    if table == maps.TABLE:
        return not any(each.is_likely for each in _maps_for(edition, sampler(table, edition, target)[0][0]))
    case = case_for(table, edition, target, seed)
    return any(_odd(table, edition, case)) or wrongs_the_safe(decide(table, edition, **case))


def _odd(table: str, edition: str, values: Mapping[str, Value]) -> tuple[int, int, int]:
    """How many things cannot be, how many nobody would meet, and where there are none how much is wrong at once."""
    odds = oddities(values)
    return (*odds, 0 if any(odds) else _crowd(table, edition, values))


def _crowd(table: str, edition: str, values: Mapping[str, Value]) -> int:
    """How many reasons answer a case, or speak against it, beyond those that a reader can weigh: nobody fails at
    everything."""
    decision, asked = decide(table, edition, **values), load(table, edition)
    tone = asked.verdicts[decision.verdict].tone if decision.verdict else ""
    against = sum(asked.verdicts[r.verdict].tone in AGAINST and holds(r.when, values) for r in asked.rules if r.verdict)
    against += sum(holds(silence.when, values) for silence in asked.silent)
    return max(0, len(decision.rules) - (1 if tone == "unsuitable" else REASONS), against - 1)


def _values(
    table: str, edition: str, drawer: Sampler, pinned: tuple[int, Fraction] | None, draw: Draw
) -> dict[str, Value]:
    diagram, cells = compiled(table, edition), drawer.sample(draw)
    values = {asked.name: value_in(table, edition, n, cells[n], draw) for n, asked in enumerate(diagram.inputs)}
    if pinned:
        values[diagram.inputs[pinned[0]].name] = pinned[1]
    return values


def _told(table: str, edition: str, values: dict[str, Value], asked: str, draw: Draw) -> dict[str, Value]:
    """The values without those to be left out, as long as the answer stays the same; the one asked about stays."""
    idle = [name for name, value in values.items() if _says_nothing(table, edition, name, value)]
    told = {name: value for name, value in values.items() if name not in idle}
    full = _answer(decide(table, edition, **values))
    for each in omissions():
        if each.tables and table not in each.tables:
            continue
        if each.input in told and each.input != asked and holds(each.when, values) and not draw.below(each.one_in):
            fewer = {key: value for key, value in told.items() if key != each.input}
            if _answer(decide(table, edition, **fewer)) == full:
                told = fewer
    return told


def _says_nothing(table: str, edition: str, name: str, value: Value) -> bool:
    """Whether an input that no clause of the table asks is as usual."""
    return value == phrases(table, name).usually and not load(table, edition).tests_on(name)


def _answer(decision: Decision) -> tuple[object, ...]:
    return decision.status, decision.verdict, decision.rules, decision.because


def _map_case(edition: str, drawer: Sampler, draw: Draw) -> dict[str, Any]:
    """A map that ends where the target wants it; fewer segments are drawn as often as more."""
    good = _maps_for(edition, drawer)
    good = [each for each in good if each.is_likely] or good
    count = draw.pick(sorted({len(each.lesions) for each in good}))
    return draw.pick([each for each in good if len(each.lesions) == count]).inputs


def _maps_for(edition: str, drawer: Sampler) -> list[maps.Map]:
    return [each for each, end in maps.maps(edition).items() if not end.impossible and drawer.goal([end])]


def variant_for(table: str, edition: str, target: str, seed: str) -> Variant:
    """The variant that asks a target of a table: vignette, question, options with feedback, key, inputs.

    >>> made = variant_for("rfa", "review-2012", "rule:small", "0")
    >>> made["key"], [each["id"] for each in made["options"]][-2:]
    (['suitable'], ['not-stated', 'dont-know'])
    """
    about = target.split(":")[1] if target.startswith("threshold:") else ""
    draw = Draw("words", table, edition, target, seed)
    made = variant_of(table, edition, case_for(table, edition, target, seed), draw, about)
    return evolve(made, seed=seed, parts={**made.parts, "target": target})


def variant_of(table: str, edition: str, inputs: Mapping[str, Any], draw: Draw, about: str = "") -> Variant:
    """The variant of one case. Raises InputError where what is known of it leaves the answer open."""
    decision = decide(table, edition, **inputs)
    if decision.status == "undetermined":
        raise InputError("inputs", dict(inputs), f"enough to decide: {', '.join(decision.missing)} is not known")
    exact = {**inputs} if table == maps.TABLE else {k: v for k, v in decision.inputs.items() if v is not None}
    near = maps.map_changes(decision, exact) if table == maps.TABLE else changes(decision, exact, about)
    key = option_id(outcome_of_decision(decision))
    near = tuple(change for change in near if option_id(change.outcome) != key)
    return Variant(
        kind="classify",
        stem=f"{vignette(table, edition, exact, draw)} {asked_by(edition, question(table, edition, exact))}",
        accepted="one of the options",
        edition=edition,
        errata=tuple(errata_of(decision)),
        parts={
            "table": table,
            "options": _options(decision, near),
            "key": [key, *sorted(same_acts(decision))],
            "inputs": {name: plain(v) if isinstance(v, Fraction) else v for name, v in exact.items()},
            "because": because(decision),
            "evidence": list(decision.evidence),
        },
    )


def option_id(outcome: Outcome) -> str:
    """The option that stands for an outcome."""
    return outcome.verdicts[0] if outcome.status == "decided" else outcome.status


def _options(decision: Decision, near: Sequence[Remedy]) -> list[Json]:
    """The verdicts in the table's order, nearest ones first to be chosen; then silence and "I don't know"."""
    table, key = load(decision.table, decision.edition), option_id(outcome_of_decision(decision))
    first = {option_id(change.outcome): change for change in reversed(near)}
    ranked = [option_id(change.outcome) for change in near]
    ranked += [verdict for verdict in table.verdicts if verdict not in ranked]
    ranked.sort(key=lambda id: id not in same_acts(decision))
    others = [id for id in ranked if id not in (key, NOT_STATED, CONFLICT)][:MOST]
    shown = [id for id in table.verdicts if id == key or id in others]
    shown += [CONFLICT] if table.conflicts else []
    made = [_option(decision, table, id, key, first.get(id), near) for id in shown]
    if len(made) < FEWEST:
        made += islice(_of_later_editions(table), FEWEST - len(made))
    return [*made, _option(decision, table, NOT_STATED, key, first.get(NOT_STATED), near), dont_know()]


def _of_later_editions(table: Table) -> Iterator[Json]:
    """Yield answers that the same table gives in other editions only: a question of one answer is none."""
    for edition in edition_ids():
        for id, verdict in load(table.name, edition).verdicts.items() if table.name in names(edition) else ():
            if id not in table.verdicts:
                yield {"id": id, "text": verdict.label, "evidence": [], "feedback": later(table.edition, edition)}


def _option(decision: Decision, table: Table, id: str, key: str, change: Remedy | None, near: Sequence[Remedy]) -> Json:
    made: Json = {"id": id, "text": _text(table, id), "evidence": []}
    if id == key:
        return {**made, "feedback": because(decision), "flips": _flip(decision, table, near)}
    if id in same_acts(decision):
        return {**made, "feedback": stories.accepted(rules_of(decision.edition))}
    made["feedback"] = rejection(decision, id, key, change)
    if change and made["feedback"] == otherwise(decision, id, "", change):
        made["change"] = {name: plain(v) if isinstance(v, Fraction) else v for name, v in change.inputs.items()}
    return {**made, "dangerous": True} if _dangerous(decision, table, id) else made


def _text(table: Table, id: str) -> str:
    if id == NOT_STATED:
        return f"{capital(rules_of(table.edition))} do not say"
    if id == CONFLICT:
        return "Two of its definitions fit, and nothing says which prevails"
    return table.verdicts[id].label


def _flip(decision: Decision, table: Table, near: Sequence[Remedy]) -> str:
    """What would give another answer, by its name; "" where nothing would."""
    for each in near:
        id = option_id(each.outcome)
        if is_offered(decision, id, each):
            return otherwise(decision, id, _text(table, id), each, named=True)
    return ""


def _dangerous(decision: Decision, table: Table, id: str) -> bool:
    """To call suitable what is not, where an erratum or a caution that could harm stands behind it; or what the
    stories say could harm."""
    if table.name == DOSES:
        return id == "accept" and is_dangerous_prescription(decision)
    key = option_id(outcome_of_decision(decision))
    if any(id in each.answers and each.fit(decision, key) for each in stories.harms()):
        return True
    wrongly = id in table.verdicts and table.verdicts[id].tone == "suitable"
    tone = table.verdicts[decision.verdict].tone if decision.verdict else ""
    return wrongly and tone == "unsuitable" and any(caution.risk == "A" for caution in decision.cautions)
