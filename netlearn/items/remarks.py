"""What is said of an answer: why it is right, or what would have to be otherwise in this patient."""

import re
from collections.abc import Iterator, Sequence

from netlearn.decision import Decision
from netlearn.decision.load import load
from netlearn.decision.unary import Value
from netlearn.editions import edition_entry
from netlearn.items import stories
from netlearn.items.common import CONFLICT, NOT_STATED
from netlearn.items.nearest import Remedy
from netlearn.items.phrases import holds
from netlearn.items.wording import NUMBERS, demanded, listed, together

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_ASIDE = re.compile(r" \([^()]*\b(?:recalled|second-hand|not read)\b[^()]*\)")
_SHARED = re.compile(r"^(?P<who>[^:,;]+?) is (?P<what>left .+)$")
_CLOSE = 2  # conditions that one sentence bears


def rules_of(edition: str) -> str:
    """An edition as its answers name it: "the rules of 2012"."""
    return f"the rules of {edition_entry(edition).label}"


def because(decision: Decision) -> str:
    """Why the answer is what it is, with what must be kept in mind; of a conflict, what the table says of it.

    How well a source was read stands with the evidence, not here.
    """
    table, known = load(decision.table, decision.edition), _known(decision)
    clashes = [c.because for c in table.conflicts if holds(c.when, known)]
    said = " ".join(clashes) if decision.status == "conflict" else decision.because
    reasons = list(_merged(_SENTENCE.split(plainly(said)))) if said else []
    return " ".join([*reasons, *(text for text in _in_mind(decision) if text not in reasons)])


def plainly(text: str) -> str:
    """A reason without what it says of how a source was read.

    >>> plainly("Heat could injure a bile duct (recalled, not read for neuroendocrine metastases).")
    'Heat could injure a bile duct.'
    """
    for of, says in stories.plain_words():
        text = text.replace(of, says)
    return _ASIDE.sub("", text)


def _known(decision: Decision) -> dict[str, Value]:
    return {name: value for name, value in decision.inputs.items() if value is not None}


def _in_mind(decision: Decision) -> Iterator[str]:
    """Yield one sentence of each caution that the patient's own story calls for, such as the vessel beside a lesion."""
    for caution in load(decision.table, decision.edition).cautions:
        which = stories.reminders().get(caution.id)
        if which is not None and caution.when and holds(caution.when, _known(decision)):
            yield _SENTENCE.split(plainly(caution.because))[which]


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
        yield f"{listed(who)} are {what}" if len(who) > 1 else each


def _small(text: str, number: int) -> str:
    return text[:1].lower() + text[1:] if number else text


def otherwise(decision: Decision, id: str, label: str, change: Remedy, *, named: bool = False) -> str:
    """What would make another answer right: "This would be right if the tumour were well differentiated."

    ``named`` says the answer by its label, where it does not stand beside the sentence.
    """
    if id == NOT_STATED:
        start = f"{rules_of(decision.edition)} would say nothing"
    elif id == CONFLICT:
        start = "two definitions would fit"
    else:
        start = f"the answer would be “{label}”" if named else "this would be right"
    return conditional(start, change.clauses)


def conditional(start: str, clauses: Sequence[str]) -> str:
    """A conclusion and its conditions; more of them than a sentence bears follow in a second one.

    >>> conditional("this would be right", ["the drug were sunitinib", "there were fever", "the disease were stable"])
    'This would be right if the drug were sunitinib and there were fever. Besides, the disease must be stable.'
    """
    demands = [demanded(each) for each in clauses if demanded(each)]
    if len(clauses) > _CLOSE + 1 and len(demands) >= _CLOSE:
        many = NUMBERS[len(clauses)].capitalize()
        return f"{many} things would have to change for that, among them: {listed(demands[:_CLOSE])}."
    later = [each for each in clauses if demanded(each)][_CLOSE - len(clauses) :] if len(clauses) > _CLOSE else []
    first = [each for each in clauses if each not in later]
    said = f"{start[:1].upper()}{start[1:]} if {together(first)}."
    return f"{said} Besides, {together([demanded(each) for each in later], ' must be')}." if later else said


def never(decision: Decision, id: str, label: str, right: str) -> str:
    """Of an answer to which no change of this patient leads: which answer there is."""
    rules = rules_of(decision.edition)
    if id == NOT_STATED:
        return f"{rules[:1].upper()}{rules[1:]} cover this patient: the answer is “{right}”."
    return f"Nothing that could be otherwise here would make it “{label}”: the answer is “{right}”."
