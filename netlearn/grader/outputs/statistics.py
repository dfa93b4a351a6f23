"""How the items did: difficulty, discrimination and what was chosen, as numbers and a figure."""

import statistics
from collections import Counter
from collections.abc import Sequence
from typing import Any

from attrs import frozen

from netlearn.figures.template import TEMPLATE, light
from netlearn.grader.record import NOT_FOUND, Record, Result

__all__ = ["HEAD", "ItemStatistics", "figure", "item_statistics"]

HEAD = ("item", "kind", "answered", "not answered", "do not know", "difficulty", "discrimination", "dangerous",
         "wrong and sure", "chosen")  # fmt: skip


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
    unanswered: int
    dont_know: int
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
        counts = (self.answered, self.unanswered, self.dont_know)
        return (self.item, self.kind, *counts, *numbers, chosen)


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
    scores = [float(result.score) for result in results]
    picked = Counter(option for result in results for option in result.chosen.split(", ") if option)
    return ItemStatistics(
        *key,
        answered=len(given),
        unanswered=len(pairs) - len(given),
        dont_know=sum(result.result == "dont-know" for result in results),
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


def figure(items: Sequence[ItemStatistics]) -> dict[str, Any]:
    """Return a Plotly drawing of the items that have both numbers: difficulty across, discrimination up."""
    shown = [item for item in items if item.difficulty is not None and item.discrimination is not None]
    points = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [_rounded(item.difficulty) for item in shown],
        "y": [_rounded(item.discrimination) for item in shown],
        "text": [item.name for item in shown],
        "textposition": "top center",
        "marker": {"size": 10, "color": "var(--nl-c1)"},
        "hovertemplate": "%{text}: difficulty %{x}, discrimination %{y}<extra></extra>",
    }
    layout = {
        "template": TEMPLATE,
        "xaxis": {"title": {"text": "difficulty (mean score; 1: everybody right)"}, "range": [-0.05, 1.05]},
        "yaxis": {"title": {"text": "discrimination (correlation with the other scores)"}, "range": [-1.05, 1.05]},
        "height": 480,
    }
    drawing: dict[str, Any] = light({"data": [points], "layout": layout})
    return drawing
