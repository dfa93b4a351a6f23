"""What is said of an answer: why it is right, or what would have to be otherwise in this patient."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from netlearn.decision import Decision
from netlearn.decision.load import load
from netlearn.decision.unary import Value
from netlearn.editions import edition_entry
from netlearn.items import stories
from netlearn.items.common import CONFLICT, NOT_STATED
from netlearn.items.nearest import Remedy
from netlearn.items.phrases import holds
from netlearn.items.wording import together
from netlearn.words import listed

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_ASIDE = re.compile(r" \([^()]*\b(?:recalled|second-hand|not read|p value)\b[^()]*\)")
_SHARED = re.compile(r"^(?P<who>[^:,;]+?) persists (?P<what>beyond .+)$")


def rules_of(edition: str) -> str:
    """An edition as its answers name it: "the rules of 2012"."""
    return f"the rules of {edition_entry(edition).label}"


def because(decision: Decision) -> str:
    """Why the answer is what it is, with what must be kept in mind; of a conflict, what the table says of it.

    How well a source was read stands with the evidence, not here.
    """
    table, given = load(decision.table, decision.edition), known(decision)
    clashes = [c.because for c in table.conflicts if holds(c.when, given)]
    said = clashes[0] if decision.status == "conflict" else decision.because
    reasons = list(_merged(_SENTENCE.split(plainly(said, given)))) if said else []
    kept = [text for text, _ in _in_mind(decision) if text not in reasons]
    kept += [each.says for each in stories.additions() if each.fit(decision, decision.verdict or decision.status)]
    if decision.status != "not-stated":
        return " ".join([*reasons, *kept])
    first = warnings(decision)
    later = [text for text in kept if text not in first]
    return " ".join([*first, *reasons, *later, *_next(decision)])


def plainly(text: str, given: Mapping[str, Value] | None = None) -> str:
    """A reason without what it says of how a source was read, and about this patient where it leaves that open.

    >>> plainly("Heat could injure a bile duct (recalled, not read for neuroendocrine metastases).")
    'Heat could injure a bile duct.'
    """
    for each in stories.plain_words():
        if holds(each.when, given or {}):
            text = text.replace(each.of, each.says)
    return _ASIDE.sub("", text)


def known(decision: Decision) -> dict[str, Value]:
    """What is known of the patient of a decision."""
    return {name: value for name, value in decision.inputs.items() if value is not None}


def warnings(decision: Decision) -> list[str]:
    """The dangers in this patient's story that forbid to propose a change that would leave them standing."""
    return [text for text, bars in _in_mind(decision) if bars]


def _in_mind(decision: Decision) -> Iterator[tuple[str, bool]]:
    """Yield one sentence of each caution that the patient's own story calls for, such as the vessel beside a lesion."""
    table = load(decision.table, decision.edition)
    tone = table.verdicts[decision.verdict].tone if decision.verdict else ""
    for caution in table.cautions:
        which = stories.reminders().get(caution.id)
        said = which is not None and tone in (which.tones or (tone,))
        if which and said and caution.when and holds(caution.when, known(decision)):
            yield (
                _SENTENCE.split(plainly(caution.because, known(decision)))[which.sentence],
                which.bars and caution.risk == "A",
            )


def _next(decision: Decision) -> Iterator[str]:
    """Yield what to do where the rules do not say."""
    yield from [step.says for step in _steps(decision) if step.says][:1]


def same_acts(decision: Decision) -> frozenset[str]:
    """The answers that are the same act as the next step where the rules do not say; none where they do.

    >>> from netlearn.decision import decide
    >>> same_acts(decide("interferon", goal="survival", ssa_failed_at_maximum_dose=True))
    frozenset()
    """
    return _of_steps(decision, lambda step: step.acts)


def wrongs_the_safe(decision: Decision) -> bool:
    """Whether an answer beside the edition's silence comes to the very act that is due next, for whatever reason.

    >>> from netlearn.decision import decide
    >>> wrongs_the_safe(decide("interferon", goal="survival", ssa_failed_at_maximum_dose=True))
    False
    """
    return bool(_of_steps(decision, lambda step: (*step.acts, *step.safe)))


def _of_steps(decision: Decision, which: Callable[[stories.NextStep], tuple[str, ...]]) -> frozenset[str]:
    if decision.status != "not-stated":
        return frozenset()
    shown = load(decision.table, decision.edition).verdicts
    return frozenset(id for step in _steps(decision) for id in which(step) if id in shown)


def _steps(decision: Decision) -> Iterator[stories.NextStep]:
    """Yield the next steps of the silences that leave a patient without a rule."""
    given = known(decision)
    for silence in load(decision.table, decision.edition).silent:
        if all(test.accepts(given[name]) for name, test in silence.when.items() if name in given):
            yield stories.step(decision.table, silence.id)


def _merged(sentences: Sequence[str]) -> Iterator[str]:
    """Yield sentences; those that say the same of several things become one."""
    found = [_SHARED.match(each) for each in sentences]
    seen: set[str] = set()
    for each, match in zip(sentences, found, strict=True):
        what = match["what"] if match else each
        if what in seen:
            continue
        seen.add(what)
        who = [_small(m["who"], n) for n, m in enumerate(m for m in found if m and m["what"] == what)]
        yield f"{listed(who)} persist {what}" if len(who) > 1 else each


def _small(text: str, number: int) -> str:
    return text[:1].lower() + text[1:] if number else text


def otherwise(decision: Decision, id: str, label: str, change: Remedy, *, named: bool = False) -> str:
    """What would make another answer right: "This would be right if the tumour were well differentiated."

    ``named`` says the answer by its label, where it does not stand beside the sentence.
    """
    if id == NOT_STATED and named:
        start = f"{rules_of(decision.edition)} would say nothing"
    elif id == CONFLICT:
        start = "two definitions would fit"
    else:
        start = f"the answer would be “{label}”" if named else "this would be right"
    return conditional(start, [each for each in change.clauses if stories.implied().get(each) not in change.clauses])


def conditional(start: str, clauses: Sequence[str]) -> str:
    """A conclusion and its conditions.

    >>> conditional("this would be right", ["the drug were sunitinib", "there were fever"])
    'This would be right if the drug were sunitinib and there were fever.'
    """
    return f"{start[:1].upper()}{start[1:]} if {together(clauses)}."
