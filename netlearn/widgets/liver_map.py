"""The liver map: mark the metastases, read the type of liver involvement."""

from collections.abc import Mapping
from typing import Any

from netlearn.clinic.lesions import MAP, PAGE_STATES, STATED, read_map, to_page, told
from netlearn.decision import decide
from netlearn.decision.derivation import derivation_of
from netlearn.decision.follows import following
from netlearn.decision.table import Table
from netlearn.errors import InputError
from netlearn.markup import Html
from netlearn.widgets import static_html
from netlearn.widgets.course_widget import CourseWidget, call
from netlearn.words import in_sentence, listed, say, section


class LiverMap(CourseWidget):
    """The liver in eight segments.

    ``value`` is what ``decide`` takes, ``{"lesions_by_segment": {"VI": "dominant"}, "diffuse_multifocal": False}``:
    segments left out hold no metastasis, and None says that it is unknown whether the disease is stated to be diffuse.
    A map says what is drawn on it, so disease that is not stated to be diffuse starts as False, not as unknown.
    Raises InputError for a segment or a state that does not exist.

    >>> liver = LiverMap(VI="dominant", II="small")
    >>> liver.result["verdict"]
    'II'
    >>> liver.value = {"lesions_by_segment": {"VI": "dominant", "V": "small"}, "diffuse_multifocal": False}
    >>> liver.result["verdict"]
    'I'
    >>> liver
    LiverMap(edition='review-2012', V='small', VI='dominant', diffuse_multifocal=False)
    """

    table = "liver-involvement"

    def __init__(self, edition: str | None = None, *, diffuse_multifocal: bool | None = False, **segments: str) -> None:
        self._kind = "liver"
        super().__init__(told(segments, diffuse_multifocal), edition)

    def _plain(self, value: Mapping[str, Any], edition: str) -> dict[str, Any]:
        for name in value:
            if name not in (MAP, STATED):
                raise InputError(name, value[name], f"{MAP!r} and {STATED!r}")
        stated = value.get(STATED)
        if stated is not None and not isinstance(stated, bool):
            raise InputError(STATED, stated, "True, False or None (unknown)")
        return told(read_map(value.get(MAP, {}), PAGE_STATES, may_be_empty=True), stated)

    def _decide(self) -> dict[str, Any]:
        return decide(self.table, self.edition, **self.value).to_json()

    def _html(self) -> str:
        values = to_page(self.value)
        derivation = derivation_of(self._table)
        assert derivation is not None
        given = static_html.shown(derivation.inputs, values)
        instead = {} if self.value[MAP] else section("map")
        inside = static_html.content(self._table, self.result, given, instead=instead)
        inside += _follows(self._table, self.result["verdict"]) if self.value[MAP] else Html("")
        return static_html.element("net-liver", {"edition": self.edition}, values, inside)

    def __repr__(self) -> str:
        """The call that makes this widget again."""
        marked = [f"{segment}={state!r}" for segment, state in self.value[MAP].items()]
        stated = f"{STATED}={self.value[STATED]!r}"
        return call("LiverMap", f"edition={self.edition!r}", *marked, stated)


def _follows(table: Table, verdict: str | None) -> Html:
    """What the type leads to, for readers without script; nothing where no type is decided."""
    found = following(table, verdict) if verdict else None
    if found is None:
        return Html("")
    labels = {v.id: v.label for v in found.table.verdicts.values()}
    open_ = found.decision.status == "undetermined"
    verdicts = found.decision.possible if open_ else tuple(filter(None, (found.decision.verdict,)))
    answer = listed([labels[id] for id in verdicts], "or") or say("outcome", "not-stated")
    told = f"{say('map', 'further')} {answer}." if open_ else f"{answer}. {found.decision.because}"
    head = say("map", "follows", table=in_sentence(found.table.title))
    return Html('<div class="nl nl-default"><p class="nl-h">{}</p><p>{}</p></div>').format(head, told)
