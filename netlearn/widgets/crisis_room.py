"""The crisis room: one scene, what was done in it, and what each edition says of that."""

from collections.abc import Iterable, Mapping
from typing import Any

from netlearn.clinic.crisis import Action, Debrief, debrief, editions, scenes
from netlearn.clinic.crisis.exporting import cards, export
from netlearn.clinic.crisis.judging import read_actions
from netlearn.clinic.crisis.scenes import scene as named_scene
from netlearn.editions import default_edition
from netlearn.errors import InputError, NetlearnError
from netlearn.widgets import static_html
from netlearn.widgets.course_widget import CourseWidget, call
from netlearn.widgets.crisis_html import content

_KNOWN = ("scene", "actions")


class CrisisRoom(CourseWidget):
    """Play a scene of the crisis room.

    ``value`` holds the ``scene`` by its id and the ``actions`` as lines such as "octreotide 300 microgram IV".
    ``result`` is the debrief of them as plain data: what every edition says; ``edition`` changes nothing in it.
    Raises InputError for a scene or an action that does not exist.

    >>> room = CrisisRoom("liver-divided", actions=["call", "look for bleeding"])
    >>> room.value["actions"], room.result["outcomes"][1]["steps"][1]["move"]
    (['call-senior-help', 'look-for-bleeding'], 'bleeding-found')
    >>> room.value = {**room.value, "actions": ["octreotide 300 mg IV"]}
    >>> room.result["outcomes"][1]["steps"][0]["standing"]
    'harmful'
    """

    table = "crisis-room"

    def __init__(self, scene: str | None = None, actions: Iterable[Any] = (), edition: str | None = None) -> None:
        self._kind = "crisis"
        super().__init__({"scene": named_scene(scene).id, "actions": actions}, edition)

    def _exported(self, editions: list[str]) -> list[dict[str, Any]]:
        return [export(), cards()]

    def _check_edition(self, edition: object) -> list[str]:
        if edition not in editions():
            raise InputError("edition", edition, ", ".join(map(repr, editions())))
        return list(editions())

    def _plain(self, value: Mapping[str, Any], edition: str) -> dict[str, Any]:
        for name in value:
            if name not in _KNOWN:
                raise InputError(name, value[name], f"one of {', '.join(_KNOWN)}")
        actions = read_actions(value.get("actions", ()))
        return {"scene": named_scene(value.get("scene")).id, "actions": [line(action) for action in actions]}

    def _debrief(self) -> Debrief:
        return debrief(self.value.get("actions", ()), self.value.get("scene"))

    def _decide(self) -> dict[str, Any]:
        return {**self._debrief().to_json(), "error": ""}

    def _answer(self) -> None:
        try:
            result = self._decide()
        except NetlearnError as refused:
            result = {"error": str(refused)}
        self.set_trait("result", result)

    def _html(self) -> str:
        shown = scenes()[self.value["scene"]]
        played = self._debrief() if self.value["actions"] else debrief(shown.example, shown.id)
        return static_html.element("net-crisis", {}, self.value, content(played, own=bool(self.value["actions"])))

    def __repr__(self) -> str:
        """The call that makes this widget again."""
        given = [repr(self.value.get("scene"))]
        if self.value.get("actions"):
            given.append(f"actions={self.value['actions']!r}")
        if self.edition != default_edition():
            given.append(f"edition={self.edition!r}")
        return call("CrisisRoom", *given)


def line(action: Action) -> str:
    """An action as the line that a reader would type, with plain spaces.

    >>> line(Action("octreotide", dose="300 microgram", route="i.v."))
    'octreotide 300 microgram IV'
    """
    return " ".join(str(action).split())
