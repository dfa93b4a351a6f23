"""What schematic drawings share: shapes and words on a sheet a hundred wide, as many high as it has pixels."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import plotly.graph_objects as go

from netlearn.figures.template import TEMPLATE

__all__ = ["AIR", "metastases", "schematic", "words"]

AIR = 8  # px above and below


def schematic(
    height: int,
    traces: Sequence[dict[str, Any]],
    shapes: Sequence[dict[str, Any]],
    notes: Sequence[dict[str, Any]],
    **more: Any,
) -> dict[str, Any]:
    """Draw on a sheet 100 wide and ``height`` px high, from the top down; nothing of it is moved by a finger.

    >>> drawn = schematic(90, [], [], [words("liver", 50, 45)])
    >>> drawn["layout"]["height"], drawn["layout"]["yaxis"]["range"]
    (106, [90, 0])
    """
    layout = {
        "template": dict(TEMPLATE),
        "height": height + 2 * AIR,
        "margin": {"l": 4, "r": 4, "t": AIR, "b": AIR},
        "xaxis": {"range": [0, 100], "visible": False, "fixedrange": True},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "dragmode": False,
        "shapes": shapes,
        "annotations": notes,
        **more,
    }
    drawn: dict[str, Any] = go.Figure(traces, layout).to_dict()
    return drawn


def words(
    text: str,
    x: float,
    y: float,
    ink: str = "ink-2",
    size: int = 13,
    edge: Literal["left", "center", "right"] = "left",
) -> dict[str, Any]:
    """One line of words, ``size`` px high: its edge stands at ``x`` of 100, its middle ``y`` px from the top."""
    font = {"size": size, "color": f"var(--nl-{ink})"}
    return {"text": text, "x": x, "y": y, "xref": "x", "yref": "y", "xanchor": edge, "font": font}


def metastases(spots: Iterable[tuple[float, float]], size: int) -> dict[str, Any]:
    """Metastases as dots ``size`` px wide, each by its place: across, and px from the top."""
    across, down = zip(*spots, strict=True)
    marker = {"size": size, "color": "var(--nl-c4)", "line": {"width": 1, "color": "var(--nl-paper)"}}
    said = {"hoverinfo": "text", "hovertext": "a metastasis"}
    return {"type": "scatter", "mode": "markers", "x": across, "y": down, "marker": marker, **said}
