"""The scenes of the crisis room: how each begins, what is known beforehand, and what is found where one looks."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from netlearn import knowledge
from netlearn.clinic.crisis.actions import Action
from netlearn.clinic.crisis.load import TEACHING_DEVICE, kinds, room
from netlearn.clinic.crisis.reading import RecordReader
from netlearn.clinic.crisis.records import Cited, Room
from netlearn.errors import InputError
from netlearn.naming import one_of

FILE = "crisis/scenes.toml"
HIDDEN = "other-cause"  # the entry of `given` with which a scene begins that is no crisis
CAUSES = ("bleeding", "vena-cava-compression", "anaphylaxis", "arrhythmia")


@frozen(kw_only=True)
class Scene(Cited):
    """One opening of the room. The machine is the same in all of them; only where it starts differs.

    ``cause`` is what looking there finds, "" where it is a crisis; the fields named after the causes say what is seen.
    ``without`` are the actions that make no sense here, ``stop`` and ``call`` what "stop handling the tumour" and "call
    the senior anaesthetist" are called, ``uncalled`` what is said where nobody was called, ``example`` a run to safety
    under the newest edition, ``note`` what the judgements rest on, ``truth`` what it was. The monitor shows the bands
    of the room moved by the shifts, in mmHg and beats a minute; that of the pulse until the cause is treated.
    """

    title: str
    opening: str
    known: tuple[str, ...]
    pressure: str
    load: str
    bleeding: str
    vena_cava_compression: str
    anaphylaxis: str
    arrhythmia: str
    truth: str
    example: tuple[str, ...]
    basis: str
    given: tuple[str, ...] = ()
    cause: str = ""
    without: tuple[str, ...] = ()
    stop: str = ""
    call: str = ""
    uncalled: str = ""
    note: str = ""
    systolic_shift: int = 0
    diastolic_shift: int = 0
    pulse_shift: int = 0

    def seen(self, cause: str) -> str:
        """What is seen where one looks for a cause.

        >>> scene("liver-divided").seen("bleeding").startswith("Yes")
        True
        """
        return str(getattr(self, cause.replace("-", "_")))

    def looked(self, action: Action) -> Action:
        """What looking comes to here: where the cause is looked for, it is found.

        >>> str(scene("liver-divided").looked(Action("look-for-bleeding")))
        'bleeding-found'
        """
        return Action(f"{self.cause}-found") if self.cause and action.name == f"look-for-{self.cause}" else action

    def shown(self, action: Action) -> str:
        """What an action shows where it is a look for another cause, "" where it is none.

        >>> scene("liver-divided").shown(Action("bleeding-found")).startswith("Yes")
        True
        """
        looks = {f"look-for-{cause}": cause for cause in CAUSES} | {f"{self.cause}-found": self.cause}
        return self.seen(looks[action.name]) if action.name in looks else ""


@cache
def scenes() -> Mapping[str, Scene]:
    """Every scene by its id, in the order of the file; a room begins with the first.

    >>> list(scenes())[:2]
    ['liver-handled', 'induction']
    """
    return read_scenes(knowledge.load(FILE), room(), FILE)


def scene(name: str | None = None) -> Scene:
    """One scene. Raises InputError for a name that is none.

    >>> scene().id
    'liver-handled'
    """
    name = next(iter(scenes())) if name is None else name
    if not isinstance(name, str) or name not in scenes():
        raise InputError("scene", name, one_of(name, scenes()))
    return scenes()[name]


def read_scenes(raw: Mapping[str, Any], of: Room, file: str) -> Mapping[str, Scene]:
    """The scenes of a parsed file, checked: all that is invented is marked as a teaching device."""
    reader = RecordReader(file)
    reader.only(raw, ("scene",))
    made = reader.records(Scene, raw, "scene")
    for each in made:
        _check(reader, each, of)
    return MappingProxyType({each.id: each for each in made})


def _check(reader: RecordReader, made: Scene, of: Room) -> None:
    reader.member(f"{made.id}.basis", made.basis, (TEACHING_DEVICE,))
    reader.member(f"{made.id}.pressure", made.pressure, [band.id for band in of.pressures])
    reader.member(f"{made.id}.load", made.load, [band.id for band in of.loads])
    reader.member(f"{made.id}.cause", made.cause, ("", *CAUSES))
    for field, words, known in (
        ("given", made.given, [entry.id for entry in of.given]),
        ("without", made.without, list(kinds())),
    ):
        for word in words:
            reader.member(f"{made.id}.{field}", word, known)
    if bool(made.call) is not bool(made.uncalled):
        reader.refuse(f"{made.id}.uncalled", made.uncalled, ": a text where there is a call of its own")
    if bool(made.cause) is not (HIDDEN in made.given):
        reader.refuse(
            f"{made.id}.given", made.given, f": {HIDDEN!r} where there is a cause to be found, and only there"
        )
