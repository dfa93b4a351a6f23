"""The liver map: mark the metastases, read the type of liver involvement."""

from collections.abc import Mapping
from typing import Any

from netlearn.clinic.liver import PAGE_STATES, SEGMENTS
from netlearn.decision import decide
from netlearn.decision.derivation import derivation_of
from netlearn.errors import InputError
from netlearn.widgets import static_html
from netlearn.widgets.course_widget import CourseWidget, call

_STATES = ", ".join(map(repr, PAGE_STATES))


class LiverMap(CourseWidget):
    """The liver in eight segments.

    ``value`` is ``{"segments": {"VI": "dominant", "II": "small"}, "diffuse_multifocal": False}``: segments left
    out hold no metastasis; ``diffuse_multifocal`` says whether the disease is stated to be diffuse, None is unknown.
    A map says what is drawn on it, so disease that is not stated to be diffuse starts as False, not as unknown.
    Raises InputError for a segment or a state that does not exist.

    >>> liver = LiverMap(VI="dominant", II="small")
    >>> liver.result["verdict"]
    'II'
    >>> liver.value = {"segments": {"VI": "dominant", "V": "small"}, "diffuse_multifocal": False}
    >>> liver.result["verdict"]
    'I'
    >>> liver
    LiverMap(edition='review-2012', V='small', VI='dominant', diffuse_multifocal=False)
    """

    table = "liver-involvement"

    def __init__(
        self, edition: str = "review-2012", *, diffuse_multifocal: bool | None = False, **segments: str
    ) -> None:
        self._kind = "liver"
        super().__init__({"segments": segments, "diffuse_multifocal": diffuse_multifocal}, edition)

    def _plain(self, value: Mapping[str, Any], edition: str) -> dict[str, Any]:
        for name in value:
            if name not in ("segments", "diffuse_multifocal"):
                raise InputError(name, value[name], "'segments' and 'diffuse_multifocal'")
        stated = value.get("diffuse_multifocal")
        if stated is not None and not isinstance(stated, bool):
            raise InputError("diffuse_multifocal", stated, "True, False or None (unknown)")
        return {"segments": _segments(value.get("segments", {})), "diffuse_multifocal": stated}

    def _decide(self) -> dict[str, Any]:
        stated = self.value["diffuse_multifocal"]
        return decide(
            self.table, self.edition, lesions_by_segment=self.value["segments"], diffuse_multifocal=stated
        ).to_json()

    def _html(self) -> str:
        values = {**self.value["segments"], "diffuse_multifocal": self.value["diffuse_multifocal"]}
        derivation = derivation_of(self._table)
        assert derivation is not None
        inside = static_html.content(self._table, self.result, static_html.shown(derivation.inputs, values))
        return static_html.element("net-liver", {"edition": self.edition}, values, inside)

    def __repr__(self) -> str:
        """The call that makes this widget again."""
        marked = [f"{segment}={state!r}" for segment, state in self.value["segments"].items()]
        stated = f"diffuse_multifocal={self.value['diffuse_multifocal']!r}"
        return call("LiverMap", f"edition={self.edition!r}", *marked, stated)


def _segments(given: object) -> dict[str, str]:
    """The marked segments in the order of their numbers; those said to hold "none" are left out."""
    if not isinstance(given, Mapping):
        raise InputError("segments", given, f"a mapping of segments {', '.join(SEGMENTS)} to {_STATES}")
    for segment, state in given.items():
        if segment not in SEGMENTS:
            raise InputError("segments", segment, ", ".join(SEGMENTS))
        if state not in PAGE_STATES:
            raise InputError(str(segment), state, _STATES)
    return {s: given[s] for s in SEGMENTS if given.get(s, "none") != "none"}
