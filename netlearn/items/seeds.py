"""Chance without chance: draws that follow from names alone, the same on every machine and in every process."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A stream of draws that follows from its parts, by SHA-256 in counter mode.

    >>> Draw("demo", 1, "0").below(100), Draw("demo", 1, "0").below(100)
    (31, 31)
    """

    def __init__(self, *parts: object) -> None:
        self._key = _canonical([str(part) for part in parts])
        self._count = 0

    def below(self, limit: int) -> int:
        """A whole number from 0 to ``limit`` − 1; the bias of the remainder is below 2**-190."""
        self._count += 1
        block = hashlib.sha256(self._key + self._count.to_bytes(8, "big")).digest()
        return int.from_bytes(block, "big") % limit

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.below(len(choices))]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """The things in another order (Fisher and Yates).

        >>> sorted(Draw("demo").shuffled("abc"))
        ['a', 'b', 'c']
        """
        left = list(things)
        for last in range(len(left) - 1, 0, -1):
            other = self.below(last + 1)
            left[last], left[other] = left[other], left[last]
        return left


def seed_for(secret: bytes, learner: str, item: str, version: int) -> str:
    """The seed of one learner's variant: HMAC-SHA256 under the course's secret, so that nobody can work it out.

    >>> seed_for(b"secret", "ann", "rfa-size", 1) == seed_for(b"secret", "bob", "rfa-size", 1)
    False
    """
    return hmac.new(secret, _canonical([learner, item, version]), hashlib.sha256).hexdigest()[:16]


def _canonical(parts: list[object] | list[str]) -> bytes:
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
