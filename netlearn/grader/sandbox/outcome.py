"""What a run of a learner's code came to, read from bytes that the code itself may have written."""

import signal
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from netlearn.plain_json import plain, strict_json

__all__ = ["TaskOutcome", "Usage", "judge", "no_outcome", "read_answer"]

_AROUND = 16  # bytes round a value on its line
_LEAST = 4096  # an error's text, escaped, may be longer than a value
_SHOWN = 2000  # bytes of what was printed that a record keeps
_NAMES = {4: "an illegal instruction", 6: "an abort", 7: "a bus error", 8: "a floating-point trap", 9: "a kill",
          11: "a segmentation fault", 24: "the limit on processor time"}  # fmt: skip


@frozen
class Usage:
    """Resources used: processor and wall-clock seconds, and bytes of memory at the peak."""

    cpu: float = 0
    wall: float = 0
    memory: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        """Add times, and keep the higher peak."""
        return Usage(self.cpu + other.cpu, self.wall + other.wall, max(self.memory, other.memory))


@frozen
class TaskOutcome:
    """How one code task ended: ``graded``, ``died``, ``timeout`` or ``refused``; and what it returned until then.

    ``returned`` holds for each case ``["value", value]`` or ``["error", text]``.
    """

    status: str
    reason: str = ""
    returned: tuple[tuple[str, Any], ...] = ()
    source: int | None = None  # the number of the cell whose function ran
    attempted: bool = True  # False: the function still does what the stub does
    output: str = ""
    notes: tuple[str, ...] = ()
    isolation: tuple[str, ...] = ()
    usage: Usage = field(factory=Usage, eq=False)


@frozen
class _Answer:
    """What the child wrote: the number of the cell that ran, why none was run, and what was returned, case by case."""

    source: int | None = None
    wrong: str = ""
    returned: tuple[tuple[str, Any], ...] = ()
    attempted: bool = True


def read_answer(data: bytes, cases: int, sources: int, most: int = 2**20) -> _Answer:
    """Read what ``netlearn.grader.sandbox.child`` writes, of so many cases and cells.

    No value has more than ``most`` bytes. Raises ValueError where the bytes are anything else.

    >>> read_answer(b'["source", 0]\\n["value", 3]\\n["val', 2, 1).returned
    (('value', 3),)
    >>> read_answer(b'["source", 7]\\n["value", 3]\\n', 1, 1)
    Traceback (most recent call last):
    ValueError: it names code cell 8 of 1
    """
    lines = [_line(line, most) for line in data.split(b"\n")[:-1]]  # what follows the last newline was cut off
    if not lines:
        return _Answer()
    (kind, head), *rest = lines
    if kind == "load" and isinstance(head, str) and not rest:
        return _Answer(wrong=head[:1000])
    if kind == "stub" and not rest:
        return _Answer(attempted=False)
    if kind != "source" or type(head) is not int:
        raise ValueError("it does not begin as an answer does")
    if not 0 <= head < sources:
        raise ValueError(f"it names code cell {head + 1} of {sources}")
    if len(rest) > cases or any(kind not in ("value", "error") for kind, _ in rest):
        raise ValueError(f"it has {len(rest)} results for {cases} cases, or results of an unknown kind")
    return _Answer(head, "", tuple((kind, value if kind == "value" else str(value)[:1000]) for kind, value in rest))


def _line(line: bytes, most: int) -> tuple[str, Any]:
    if len(line) > max(most, _LEAST) + _AROUND:
        raise ValueError(f"one value takes {len(line)} bytes; at most {most} are accepted")
    pair = strict_json(line)
    if type(pair) is not list or len(pair) != 2 or type(pair[0]) is not str:
        raise ValueError("it is not made of pairs")
    return pair[0], _plain(pair[1])


def _plain(value: Any) -> Any:
    """Refuse what the child never writes, such as a nesting that cannot be handed on."""
    try:
        return plain(value)
    except TypeError as error:
        raise ValueError(str(error)) from None


def judge(
    report: Mapping[str, Any], limits: Mapping[str, Any], answer: bytes, printed: bytes, cases: int, sources: int
) -> TaskOutcome:
    """Say what happened, from the server's report and the bytes that the child left.

    >>> report = {"late": True, "exit": -9, "cpu": 0.1, "memory": 1, "wall": 2.0, "isolation": []}
    >>> judge(report, {"wall": 2, "cpu": 2, "output": 9, "answer": 9}, b"", b"", 1, 1).reason
    'it was still running after 2 s'
    """
    outcome = TaskOutcome(
        "graded",
        isolation=tuple(report["isolation"]),
        usage=Usage(report["cpu"], report["wall"], report["memory"]),
        output=printed[:_SHOWN].decode("utf-8", "backslashreplace"),
        notes=(f"it printed more than {limits['output']} bytes",) if len(printed) >= limits["output"] else (),
    )
    try:
        read = read_answer(answer, cases, sources, limits["answer"])
    except ValueError as error:
        return evolve(outcome, status="refused", reason=f"it wrote to the grader by itself: {error}")
    complete = bool(read.wrong) or not read.attempted or len(read.returned) == cases
    status, reason = _ending(report, limits, complete)
    returned = (("error", read.wrong),) * cases if read.wrong else read.returned
    made = evolve(outcome, status=status, reason=reason, source=read.source, returned=returned)
    return evolve(made, attempted=read.attempted)


def _ending(report: Mapping[str, Any], limits: Mapping[str, Any], complete: bool) -> tuple[str, str]:
    code = report["exit"]
    if report["late"]:
        return "timeout", f"it was still running after {limits['wall']:g} s"
    if code == -signal.SIGXCPU or (code < 0 and report["cpu"] >= limits["cpu"] * 0.95):
        return "timeout", f"it used {limits['cpu']:g} s of processor time"
    if code < 0:
        return "died", f"the process was ended by {_NAMES.get(-code, 'a signal')} (signal {-code})"
    if complete:
        return "graded", ""
    return "died", f"the process ended itself with status {code} before the last case"


def no_outcome(reason: str, isolation: Sequence[str] = ()) -> TaskOutcome:
    """Return the outcome of code that was not run."""
    return TaskOutcome("refused", reason, isolation=tuple(isolation))
