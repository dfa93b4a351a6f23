"""A run of the crisis room in words, for readers without script: the scene, the steps under every edition, the rest."""

from collections.abc import Iterable

from netlearn.clinic.crisis import Debrief, RunOutcome, Step, scenes
from netlearn.clinic.crisis.load import room
from netlearn.clinic.crisis.records import Statement
from netlearn.clinic.crisis.scenes import Scene
from netlearn.clinic.crisis.summing import UNDONE, credit, points
from netlearn.editions import edition_entry
from netlearn.markup import Html
from netlearn.words import say, section

_TONES = {
    "harmful": "unsuitable",
    "wrong": "error",
    "late": "outdated",
    "insufficient-alone": "doubtful",
    "outdated": "conflict",
    "not-stated": "notstated",
    "good-practice": "plain",
    "right": "suitable",
}


def content(played: Debrief, *, own: bool) -> Html:
    """The default content of a room: the scene, and a run of it; ``own`` where it is the reader's, not the example.

    >>> from netlearn.clinic.crisis import debrief
    >>> "Known beforehand" in str(content(debrief(["call"]), own=True))
    True
    """
    heading = "" if own else say("crisis", "example")
    parts = (scene_html(played.scene), _heading(heading), _steps(played), *map(_summary, played.outcomes))
    said = Html('<p class="nl-h">{}</p>{}')
    agreed = [
        said.format(say("crisis", kind), _listed(_because(getattr(played, kind)))) for kind in ("agree", "changed")
    ]
    note = f"{say('crisis', 'credit_is')} {say('crisis', 'teaching')} {say('frame', 'advice')}"
    return Html('<div class="nl nl-default">{}{}<p class="nl-quiet">{}</p></div>').format(
        Html("").join(parts), Html("").join(agreed), note
    )


def scene_html(scene: Scene) -> Html:
    """A scene in words: what happens, and what is known beforehand."""
    return Html('<p><b>{}.</b> {}</p><p class="nl-h">{}</p>{}').format(
        scene.title, scene.opening, say("crisis", "known"), _listed(scene.known)
    )


def scenes_html() -> Html:
    """Every scene of the room in words."""
    return Html("").join(
        Html('<div class="nl nl-scene">{}</div>').format(scene_html(each)) for each in scenes().values()
    )


def _heading(text: str) -> Html:
    return Html('<p class="nl-h">{}</p>').format(text) if text else Html("")


def _listed(texts: Iterable[object]) -> Html:
    return Html("<ul>{}</ul>").format(Html("").join(Html("<li>{}</li>").format(text) for text in texts))


def _because(statements: Iterable[Statement]) -> list[str]:
    return [each.because for each in statements]


def _steps(played: Debrief) -> Html:
    names = [edition_entry(outcome.edition).label for outcome in played.outcomes]
    heads = Html("").join(Html('<th scope="col">{}</th>').format(name) for name in (say("crisis", "done"), *names))
    rows = Html("").join(_row(number, row) for number, row in enumerate(played.rows, 1))
    return Html('<table class="nl-moves"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(heads, rows)


def _row(number: int, row: tuple[Step, ...]) -> Html:
    first = row[0]
    done = Html('<th scope="row"><span class="nl-num">{}</span>{}</th>').format(
        say("crisis", "step_at", number=number, minute=first.before.minute), _named(first)
    )
    cells = Html("").join(Html("<td><p><b>{}.</b> {}</p></td>").format(_tag(step), step.because) for step in row)
    return Html("<tr>{}{}</tr>").format(done, cells)


def _named(step: Step) -> str:
    plain = step.action.dose is None and step.action.route is None
    return step.action.kind.label if plain else str(step.action)


def _tag(step: Step) -> Html:
    mark = '<span class="nl-tag" data-verdict="{0}"><span class="nl-icon i-{0}" aria-hidden="true"></span>{1}</span>'
    return Html(mark).format(_TONES[step.standing], section("crisis")[step.standing])


def _state(outcome: RunOutcome) -> str:
    """Whether the pressure is restored; the last minute that is counted stands for all after it."""
    end, word = outcome.end, "safe" if outcome.stable else "not_safe"
    if end.minute < room().last_minute:
        return say("crisis", word, minute=end.minute)
    return say("crisis", f"{word}_over", minute=end.minute - 1)


def _summary(outcome: RunOutcome) -> Html:
    state = _state(outcome)
    said = points(outcome)
    whole = all(key == UNDONE for key, _ in said)
    left = Html("<p>{}</p>").format(say("crisis", "nothing_missing")) if whole else Html("")
    listed = _listed(f"{say('crisis', key)}: {text}" for key, text in said) if said else Html("")
    return Html('<p class="nl-h">{}</p><p>{} {}</p>{}{}<p class="nl-quiet">{}</p>').format(
        edition_entry(outcome.edition).label, state, outcome.note, left, listed, credit(outcome)
    )
