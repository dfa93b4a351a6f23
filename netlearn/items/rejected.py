"""What is said of an answer that is wrong for this patient: what stands against it, or what would make it right.

A sentence never suggests what would harm: where a danger would be left standing, it is named, and nothing is offered.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from netlearn.decision import Decision, decide
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.table import Rule
from netlearn.decision.unary import Interval, UnaryTest, Value
from netlearn.editions import edition_entry
from netlearn.errors import InputError
from netlearn.items import maps, stories
from netlearn.items.asked_for import MOST, condition, lacking, missing, together_are
from netlearn.items.common import NOT_STATED
from netlearn.items.harm import DOSES
from netlearn.items.indicative import indicative
from netlearn.items.nearest import Remedy
from netlearn.items.phrases import holds, key_of, oddities, phrases
from netlearn.items.remarks import because, known, otherwise, rules_of, warnings
from netlearn.items.wording import amount

UNASKED = "Nothing in this history asks for that."


def rejection(decision: Decision, id: str, key: str, change: Remedy | None) -> str:
    """What is said of the wrong answer ``id`` where ``key`` is right."""
    return (
        _written(decision, id, key)
        or _danger(decision, id, change)
        or (otherwise(decision, id, "", change) if change and is_offered(decision, id, change) else "")
        or (_named(decision) if id == NOT_STATED else _against(decision, id))
    )


def is_offered(decision: Decision, id: str, change: Remedy) -> bool:
    """Whether a change may be proposed: few enough, leaving no danger, and of a patient whom somebody might meet."""
    verdict = load(decision.table, decision.edition).verdicts.get(id)
    warns = verdict is not None and verdict.tone == "unsuitable"
    if not 0 < len(change.clauses) <= (1 if warns else MOST) or (_after(decision, change) and not warns):
        return False
    if (
        id == NOT_STATED and decision.table == DOSES
    ):  # doses of which nobody speaks are not held out as a matter of opinion
        return False
    if id == NOT_STATED and not all(isinstance(value, Fraction) for value in change.inputs.values()):
        return False
    if stories.lasting().intersection(change.inputs):
        return False
    before = known(decision)
    return decision.table == maps.TABLE or oddities({**before, **change.inputs}) <= oddities(before)


def _written(decision: Decision, id: str, key: str) -> str:
    """What the data say of that answer, where a table has words of its own for it."""
    for each in stories.refusals():
        if id in each.answers and each.fit(decision, key):
            return stories.filled(each.says, {"here": together_are(list(_facts(decision, _fired(decision))))})
    return ""


def _danger(decision: Decision, id: str, change: Remedy | None) -> str:
    """What could harm this patient, changed as proposed, if that answer were taken; "" where it warns by itself."""
    verdict = load(decision.table, decision.edition).verdicts.get(id)
    if verdict is None or verdict.tone not in ("suitable", "doubtful"):
        return ""
    after = _after(decision, change)
    dangers = [text for text in warnings(decision) if text in after]
    said = because(decision)  # what the right answer says is not said twice
    return " ".join([_against(decision, id), *(text for text in dangers if text not in said)]) if dangers else ""


def _after(decision: Decision, change: Remedy | None) -> list[str]:
    """The dangers in the story of the patient changed as proposed; those there are where nothing is proposed."""
    if change is None or decision.table == maps.TABLE:
        return warnings(decision)
    return warnings(decide(decision.table, decision.edition, **{**known(decision), **change.inputs}))


def _against(decision: Decision, id: str) -> str:
    """What the answer asks for and this patient has not; of one that is overruled, what prevails."""
    table, given = load(decision.table, decision.edition), known(decision)
    rules = [rule for rule in table.rules if rule.verdict == id]
    if any(holds(rule.when, given) for rule in rules):
        facts = list(_facts(decision, _fired(decision)))
        return _barred(decision, facts) if facts else UNASKED
    rules = [rule for rule in rules if not _against_what_is_kept(table.name, rule, given)]
    for start, tests in (("only where", missing(rules, given)), ("where", lacking(rules, given))):
        if start == "where" and (bars := _still_bars(decision, tests)):
            return bars
        asked = [condition(table, name, test, given.get(name)) for name, test in tests.items()]
        if any(asked):
            return f"This is the answer {start} {together_are([each for each in asked if each])}."
    held = [text for name in missing(rules, given) if (text := stated(decision, name, given[name]))]
    return f"This is not the answer where {together_are(held[:1])}." if held else UNASKED


def _barred(decision: Decision, facts: Sequence[str]) -> str:
    """What decides against an answer: of an answer that warns, that it rules others out."""
    verdict = load(decision.table, decision.edition).verdicts.get(decision.verdict or "")
    warns = verdict is not None and verdict.tone == "unsuitable"
    return f"Here {together_are(facts)}, and that {'rules it out' if warns else 'comes first'}."


def _still_bars(decision: Decision, tests: Mapping[str, UnaryTest]) -> str:
    """What would still decide if the tests were met: "Here the portal vein is occluded, and that prevails."."""
    table, facts = load(decision.table, decision.edition), list(_facts(decision, _fired(decision)))
    met = {name: value for name, test in tests.items() if (value := _one_of(table.input(name), test)) is not None}
    if not facts or not tests or len(met) < len(tests) or set(met).intersection(_fired(decision)):
        return ""
    try:
        after = decide(decision.table, decision.edition, **{**known(decision), **met})
    except InputError:
        return ""
    same = after.status == "decided" and after.verdict == decision.verdict
    return _barred(decision, facts) if same else ""


def _one_of(asked: Input, test: UnaryTest) -> Value | None:
    """A value that a test accepts; None where none is found beside its limits."""
    if not asked.numeric:
        return next((each for each in asked.values if test.accepts(each)), None)
    ends = [end for each in test.choices if isinstance(each, Interval) for end in (each.low, each.high)]
    near = [end + step for end in ends if end is not None for step in (0, asked.step, -asked.step)]
    return next((each for each in near if test.accepts(each)), None)


def _against_what_is_kept(table: str, rule: Rule, given: Mapping[str, Value]) -> bool:
    """Whether a rule asks for something else than what the question is about, such as another drug."""
    return any(name in given and phrases(table, name).kept(given[name]) for name in lacking([rule], given))


def _named(decision: Decision) -> str:
    """Why the rules do say something: "They do: the largest lesion measures more than 5 cm."."""
    table, given = load(decision.table, decision.edition), known(decision)
    if not decision.verdict:
        return "They say two things at once, and that is the answer here."
    for id in decision.rules:
        when = table.rule(id).finding_of or table.rule(id).when
        told = [name for name in when if name in given]
        said = [name for name in told if not _is_unsaid(decision, name, given[name])] or told
        if facts := [each for name in said if (each := _fitting(decision, name, when[name]))]:
            return f"They do: {together_are(facts)}."
    return "They do, and for every patient."


def _fitting(decision: Decision, name: str, test: UnaryTest) -> str:
    """What a patient has of what a test asks for: of a number the region asked for."""
    value = known(decision)[name]
    if isinstance(value, Fraction):
        return condition(load(decision.table, decision.edition), name, test)
    return stated(decision, name, value)


def _fired(decision: Decision) -> Mapping[str, UnaryTest]:
    """The conditions of the first rule that answers; those of its finding, where it names one."""
    if not decision.rules:
        return {}
    rule = load(decision.table, decision.edition).rule(decision.rules[0])
    return rule.finding_of or rule.when


def _facts(decision: Decision, when: Mapping[str, UnaryTest], *, unsaid: bool = False) -> Iterator[str]:
    """Yield what the patient has of the inputs that a condition asks for, in clauses; with ``unsaid`` all of it."""
    given = known(decision)
    told = [name for name in when if name in given and (unsaid or not _is_unsaid(decision, name, given[name]))]
    said = (stated(decision, name, given[name]) for name in told)
    return (text for text in said if text)


def _is_unsaid(decision: Decision, name: str, value: Value) -> bool:
    return key_of(value) in phrases(decision.table, name).unsaid


def stated(decision: Decision, name: str, value: Value) -> str:
    """One input as it is in this patient, as a clause; "" where there are no words for that."""
    words = phrases(decision.table, name)
    key = key_of(value) if key_of(value) in words.would or not isinstance(value, Fraction) else ""
    said = words.now.get(key) or indicative(words.would.get(key, ""))
    if key or not isinstance(value, Fraction):
        return said
    return said.replace("{range}", amount(load(decision.table, decision.edition).input(name), value))


def later(edition: str, of: str) -> str:
    """What is said of an answer that only the rules of another edition know."""
    asked = edition_entry(edition).label
    return f"Only {rules_of(of)} have that answer; this question goes by those of {asked}."
