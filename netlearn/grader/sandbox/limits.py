"""What one piece of a learner's code may use."""

from typing import Any

from attrs import asdict, frozen

__all__ = ["Limits"]


@frozen
class Limits:
    """Limits on one code task: seconds, bytes. No further process or thread is allowed at all.

    >>> Limits(wall=2).to_json()["wall"]
    2
    """

    wall: float = 10  # seconds on the clock, then everything the code started is killed
    cpu: int = 8  # seconds of processor time
    memory: int = 512 * 2**20  # address space of the process
    output: int = 2**20  # any one file, what the code prints and what it returns among them
    answer: int = 16 * 2**10  # one returned value, as JSON
    files: int = 32  # open at a time

    def to_json(self) -> dict[str, Any]:
        """Return the limits as JSON."""
        return asdict(self)
