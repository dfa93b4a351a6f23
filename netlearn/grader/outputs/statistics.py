"""How the items did: right and wrong, difficulty, discrimination and what was chosen."""

import statistics
from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from netlearn.grader.record import NOT_FOUND, Record, Result

__all__ = ["HEAD", "ItemStatistics", "item_statistics"]

HEAD = ("item", "kind", "answered", "right", "partly right", "wrong", "do not know", "not answered", "not found",
        "difficulty", "discrimination", "dangerous", "wrong and sure", "chosen")  # fmt: skip


@frozen
class ItemStatistics:
    """One item over a class.

    ``difficulty`` is the mean score of those who answered (1: everybody was right). ``discrimination`` is the
    correlation of the item's score with the sum of the other scores; None where either does not vary.
    ``item`` is its key, ``chapter/slug@version``.
    """

    item: str
    kind: str
    answered: int
    right: int
    partly: int
    wrong: int
    dont_know: int
    unanswered: int
    missing: int
    difficulty: float | None
    discrimination: float | None
    dangerous: int
    wrong_and_sure: int
    chosen: tuple[tuple[str, int], ...]

    @property
    def chapter(self) -> str:
        """The chapter of the item."""
        return self.item.partition("/")[0]

    @property
    def name(self) -> str:
        """The item within its chapter, ``slug@version``."""
        return self.item.partition("/")[2]

    def row(self) -> tuple[object, ...]:
        """Return the cells of the table."""
        chosen = "; ".join(f"{option}: {count}" for option, count in self.chosen)
        numbers = (_rounded(self.difficulty), _rounded(self.discrimination), self.dangerous, self.wrong_and_sure)
        return (self.item, self.kind, self.answered, *self.ended, *numbers, chosen)

    @property
    def ended(self) -> tuple[int, int, int, int, int, int]:
        """How often the item was right, partly right, wrong, not known, not answered and not found."""
        return self.right, self.partly, self.wrong, self.dont_know, self.unanswered, self.missing


def _rounded(value: float | None) -> object:
    return "" if value is None else round(value, 3)


def item_statistics(records: Sequence[Record]) -> tuple[ItemStatistics, ...]:
    """Return the statistics of every item and task, in the order in which they stand."""
    found: dict[tuple[str, str], list[tuple[Result, float]]] = {}
    for record in records:
        for result in record.results:
            rest = float(record.score - result.score)
            kind = result.kind or "item"
            found.setdefault((result.key.item, kind), []).append((result, rest))
    return tuple(_of(key, pairs) for key, pairs in found.items())


def _of(key: tuple[str, str], pairs: list[tuple[Result, float]]) -> ItemStatistics:
    given = [(result, rest) for result, rest in pairs if result.result not in ("unanswered", NOT_FOUND)]
    results = [result for result, _ in given]
    ended = Counter(result.result for result, _ in pairs)
    scores = [float(result.score) for result in results]
    picked = Counter(option for result in results for option in result.chosen.split(", ") if option)
    return ItemStatistics(
        *key,
        answered=len(given),
        right=ended["right"],
        partly=ended["partly"],
        wrong=len(given) - ended["right"] - ended["partly"] - ended["dont-know"],
        dont_know=ended["dont-know"],
        unanswered=ended["unanswered"],
        missing=ended[NOT_FOUND],
        difficulty=statistics.fmean(scores) if scores else None,
        discrimination=_correlation(scores, [rest for _, rest in given]),
        dangerous=sum(result.dangerous for result in results),
        wrong_and_sure=sum(result.result == "wrong" and result.confidence == "sure" for result in results),
        chosen=tuple(sorted(picked.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def _correlation(left: list[float], right: list[float]) -> float | None:
    if len(set(left)) < 2 or len(set(right)) < 2:
        return None
    return statistics.correlation(left, right)
