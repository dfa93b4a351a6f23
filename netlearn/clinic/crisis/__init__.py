"""The crisis room: a carcinoid crisis during an operation, as a finite deterministic state machine.

The room behaves the same whatever edition reads it, and how it behaves is invented for teaching; what each edition
says of each move is cited. All of it is data in `knowledge/crisis`.

>>> import netlearn.clinic.crisis as crisis
>>> octreotide = crisis.Action("octreotide", dose="300 mg", route="IV")
>>> crisis.judge([octreotide], edition="review-2012").verdicts
('harmful',)
>>> crisis.judge(["call", "noradrenaline"], edition="2026").complete
True
"""

from netlearn.clinic.crisis.actions import Action
from netlearn.clinic.crisis.debriefing import Debrief, debrief
from netlearn.clinic.crisis.exporting import export
from netlearn.clinic.crisis.judging import RunOutcome, Step, judge
from netlearn.clinic.crisis.load import editions
from netlearn.clinic.crisis.proof import RoomProof, prove
from netlearn.clinic.crisis.scenes import Scene, scenes
from netlearn.clinic.crisis.state import State

__all__ = [
    "Action",
    "Debrief",
    "RoomProof",
    "RunOutcome",
    "Scene",
    "State",
    "Step",
    "debrief",
    "editions",
    "export",
    "judge",
    "prove",
    "scenes",
]
