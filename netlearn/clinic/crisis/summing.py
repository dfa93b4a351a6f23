"""What the summary of one edition lists of a run: whom nobody called, what harmed or came late, what is missing."""

from collections.abc import Iterator

from netlearn.clinic.crisis.judging import RunOutcome
from netlearn.clinic.crisis.load import moves, room
from netlearn.clinic.crisis.records import STANDINGS
from netlearn.clinic.crisis.scenes import scene
from netlearn.words import say

CALL = "senior-help"  # the aim that is named first where it is missing
UNDONE = "undone"
_LISTED = ("harmful", "wrong", "late")
Point = tuple[str, str]  # the key of a word, and what is said after it


def points(outcome: RunOutcome) -> tuple[Point, ...]:
    """The points of a summary, in their order; what is only good practice comes last.

    >>> from netlearn.clinic.crisis import judge
    >>> points(judge(["noradrenaline", "wait", "call"], "2026", "second-night"))[0]
    ('late', 'Senior anaesthetist called, minute 2.')
    >>> points(judge(["noradrenaline"], "2026", "second-night"))[0][1][:33]
    'the emergency team was not called'
    """
    return (*_uncalled(outcome), *_steps(outcome), *_rest(outcome))


def _uncalled(outcome: RunOutcome) -> Iterator[Point]:
    """Nobody called: in the scene's words, also where the edition does not speak of calling."""
    missing = next((aim for aim in outcome.missing if aim.id == CALL), None)
    called = any(step.move == "call-senior-help" for step in outcome.steps)
    label = scene(outcome.scene).uncalled or (missing.label if missing else "")
    if label and not called:
        yield "missing", f"{label}. {missing.because if missing else say('crisis', 'call_unsaid')}"


def _steps(outcome: RunOutcome) -> Iterator[Point]:
    """What harmed, was wrong or came late, the same at several minutes together."""
    minutes: dict[tuple[str, str], list[str]] = {}
    for step in sorted(outcome.steps, key=lambda step: STANDINGS.index(step.standing)):
        if step.standing in _LISTED:
            minutes.setdefault((step.standing, step.move), []).append(_minute(step.before.minute))
    for (standing, move), at in minutes.items():
        label = moves()[move].label
        told = ", ".join(dict.fromkeys(at))
        yield standing, say("crisis", "at_minute", step=label[0].upper() + label[1:], minute=told)


def _rest(outcome: RunOutcome) -> Iterator[Point]:
    yield from (("missing", f"{aim.label}. {aim.because}") for aim in outcome.missing if aim.id != CALL)
    yield from (("order", f"{order.label}. {order.because}") for order in outcome.out_of_order)
    yield from ((UNDONE, f"{aim.label}. {aim.because}") for aim in outcome.undone)


def _minute(minute: int) -> str:
    """The minute as it is shown: the last one that is counted stands for all after it."""
    return say("crisis", "over", minute=minute - 1) if minute == room().last_minute else str(minute)


def credit(outcome: RunOutcome) -> str:
    """The credit in words, and why it is no more where it is capped.

    >>> from netlearn.clinic.crisis import judge
    >>> credit(judge(["call", "bleeding found"], "2026"))[:50]
    'Credit 1/4. Another cause was left untreated: that'
    """
    capped = [say("crisis", "capped", cap=str(room().untreated_credit))] if outcome.capped else []
    return " ".join([say("crisis", "credit", credit=str(outcome.credit)) + ".", *capped])
