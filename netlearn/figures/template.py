"""One Plotly template for the page and for JupyterLab.

Colours are the stylesheet's names, such as ``var(--nl-c1)``, so that the page can draw a figure in either
theme; where nothing can look a name up, :func:`light` puts the light theme's values in.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

__all__ = ["LIGHT", "TEMPLATE", "light"]

_SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
_SERIF = "Charter, 'Sitka Text', Cambria, Georgia, serif"
_NAME = re.compile(r"var\((--nl-[a-z0-9-]+)\)")

#: The light theme's colours; a test compares them with the stylesheet.
LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "--nl-paper": "#fdfcfa",
        "--nl-raised": "#ffffff",
        "--nl-tint": "#e2f0f2",
        "--nl-ink": "#211b18",
        "--nl-ink-2": "#4d453f",
        "--nl-ink-3": "#665d56",
        "--nl-link": "#0c5a6b",
        "--nl-grid": "#e7e0d9",
        "--nl-axis": "#8a7f76",
        "--nl-c1": "#1a66d6",
        "--nl-c2": "#b8530e",
        "--nl-c3": "#0a5347",
        "--nl-c4": "#a03aa8",
        "--nl-c5": "#5c430a",
        "--nl-c6": "#777069",
    }
)

_AXIS = {
    "gridcolor": "var(--nl-grid)",
    "gridwidth": 1,
    "linecolor": "var(--nl-axis)",
    "zeroline": False,
    "ticks": "",
    "tickfont": {"size": 13, "color": "var(--nl-ink-2)"},
}

#: What every figure shares: type, colours in their order, no legend box, annotations without arrows.
TEMPLATE: Mapping[str, Any] = MappingProxyType(
    {
        "layout": {
            "font": {"family": _SANS, "size": 14, "color": "var(--nl-ink)"},
            "title": {
                "font": {"family": _SERIF, "size": 21, "color": "var(--nl-ink)"},
                "subtitle": {"font": {"family": _SANS, "size": 14, "color": "var(--nl-ink-2)"}},
                "x": 0,
                "xref": "container",
                "xanchor": "left",
                "pad": {"l": 16},
            },
            "paper_bgcolor": "var(--nl-paper)",
            "plot_bgcolor": "var(--nl-paper)",
            "colorway": [f"var(--nl-c{number})" for number in range(1, 7)],
            "xaxis": _AXIS,
            "yaxis": {**_AXIS, "showgrid": False},
            "showlegend": False,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": "var(--nl-raised)",
                "bordercolor": "var(--nl-link)",
                "font": {"size": 13, "color": "var(--nl-ink)"},
                "align": "left",
            },
            "separators": ". ",
            "annotationdefaults": {"showarrow": False, "xanchor": "left"},
        }
    }
)


def light(drawing: Any) -> Any:
    """Return a copy of a drawing, or of any part of it, with the light theme's colours put in.

    >>> light({"marker": {"color": ["var(--nl-c1)", "red"]}})
    {'marker': {'color': ['#1a66d6', 'red']}}
    """
    if isinstance(drawing, str):
        return _NAME.sub(lambda name: LIGHT[name[1]], drawing)
    if isinstance(drawing, Mapping):
        return {key: light(value) for key, value in drawing.items()}
    if isinstance(drawing, list | tuple):
        return [light(value) for value in drawing]
    return drawing
