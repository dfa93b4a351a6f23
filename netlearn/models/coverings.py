"""How many overlapping balls of one size cover a larger ball. Pure Python.

From above, a covering that is known: its centres lie in ``knowledge/models/coverings.toml``, found by numerical search,
and :func:`covers` proves each of them in whole numbers. From below, a bound that no covering can beat:

* A ball smaller than the large one meets its surface in a cap of angular radius at most θ, sin θ = 1/ratio, which holds
  no two opposite points. Three such caps never cover a sphere (Lusternik and Schnirelmann), so four are needed.
* Let n ≥ 4 caps cover the sphere. Their centres are the corners of at most 2n - 4 triangles that fill it, each within
  a circle with no centre inside, hence of angular radius at most θ. One of them has an area of at least 4π/(2n - 4),
  and of all triangles in a circle the equilateral one is the largest: cos θ ≤ cot(nπ/(6n - 12))/√3.
* The volumes: n ≥ ratio³.

Where both meet, the number is proved to be the least; elsewhere the truth lies between them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import count, pairwise, product
from math import ceil, pi, sqrt, tan
from typing import Any

from attrs import frozen

from netlearn.errors import KnowledgeError
from netlearn.knowledge import load

FILE = "models/coverings.toml"
SAFE = 1e-9  # the bound gives way by this much, so that rounding never makes it claim too many
FINEST = 24  # how often a cube is halved before a covering counts as not proved

Point = tuple[Fraction, Fraction, Fraction]
Whole = tuple[int, int, int]


@frozen
class Covering:
    """``count`` balls of radius 1 around ``centres`` that cover the ball of radius ``ratio`` around the origin."""

    count: int
    ratio: Fraction
    centres: tuple[Point, ...]


@cache
def known() -> tuple[Covering, ...]:
    """The coverings of the file, by count and so by ratio.

    >>> known()[0].count, known()[1].count, float(known()[1].ratio)
    (1, 4, 1.06)
    """
    found = tuple(_covering(raw) for raw in load(FILE)["covering"])
    for before, after in pairwise(found):
        if not (before.count < after.count and before.ratio < after.ratio):
            raise KnowledgeError(f"{FILE}: covering {after.count}: count and ratio must rise from one to the next")
    return found


def _covering(raw: Mapping[str, Any]) -> Covering:
    centres = tuple((Fraction(x), Fraction(y), Fraction(z)) for x, y, z in raw["centres"])
    if len(centres) != raw["count"]:
        raise KnowledgeError(f"{FILE}: covering {raw['count']}: centres are {len(centres)}; accepted: as many as count")
    return Covering(raw["count"], Fraction(raw["ratio"]), centres)


def enough(ratio: Fraction) -> Covering | None:
    """The smallest known covering of a ball ``ratio`` times as wide as its parts; None when none reaches so far.

    >>> enough(Fraction(6, 5)).count, enough(Fraction(5))
    (6, None)
    """
    return next((covering for covering in known() if covering.ratio >= ratio), None)


def at_least(ratio: Fraction) -> int:
    """A number of balls that no covering can do without.

    >>> [at_least(Fraction(r)) for r in ("1", "1.01", "1.06", "1.07", "1.2", "1.23")]
    [1, 4, 4, 5, 6, 7]
    """
    if ratio <= 1:
        return 1
    cosine = sqrt(1 - 1 / float(ratio) ** 2)
    by_caps = next(n for n in count(4) if 1 / (tan(n * pi / (6 * n - 12)) * sqrt(3)) >= cosine - SAFE)
    return max(by_caps, ceil(ratio**3))


def covers(centres: Sequence[Point], ratio: Fraction) -> bool:
    """Whether unit balls around the centres are shown to cover the ball of radius ``ratio``, in whole numbers.

    The cube around the large ball is halved in each direction until every part lies outside the large ball or inside
    one of the small ones, which is decided by its corners. False when a part is not settled after 24 halvings.

    >>> middle = [(Fraction(0), Fraction(0), Fraction(0))]
    >>> covers(middle, Fraction(9, 10)), covers(middle, Fraction(11, 10))
    (True, False)
    """
    scale = _common_denominator([ratio, *(x for centre in centres for x in centre)]) << FINEST
    radius, large = scale, int(ratio * scale)
    balls = tuple((int(x * scale), int(y * scale), int(z * scale)) for x, y, z in centres)
    todo: list[tuple[Whole, int, tuple[Whole, ...]]] = [((-large, -large, -large), 2 * large, balls)]
    while todo:
        corner, side, near = todo.pop()
        if _nearest(corner, side, (0, 0, 0)) >= large**2 or any(_farthest(corner, side, c) <= radius**2 for c in near):
            continue
        near = tuple(c for c in near if _nearest(corner, side, c) < radius**2)
        if not near or side <= large >> (FINEST - 2):
            return False
        todo.extend((part, side // 2, near) for part in _eighths(corner, side // 2))
    return True


def _common_denominator(numbers: Iterable[Fraction]) -> int:
    product_of = 1
    for number in numbers:
        product_of *= (product_of * number).denominator
    return product_of


def _eighths(corner: Whole, half: int) -> Iterator[Whole]:
    x, y, z = corner
    for across, along, up in product((0, half), repeat=3):
        yield x + across, y + along, z + up


def _nearest(corner: Whole, side: int, point: Whole) -> int:
    """The square of the distance from a point to the cube; written out, because nearly all the time goes here."""
    (x, y, z), (a, b, c) = corner, point
    across = x - a if x > a else a - x - side if a > x + side else 0
    along = y - b if y > b else b - y - side if b > y + side else 0
    up = z - c if z > c else c - z - side if c > z + side else 0
    return across * across + along * along + up * up


def _farthest(corner: Whole, side: int, point: Whole) -> int:
    """The square of the distance from a point to the farthest corner of the cube."""
    (x, y, z), (a, b, c) = corner, point
    across = x + side - a if x + x + side > a + a else a - x
    along = y + side - b if y + y + side > b + b else b - y
    up = z + side - c if z + z + side > c + c else c - z
    return across * across + along * along + up * up
