"""How far heat and cold reach: what the heat models answer for one probe, beside the text that explains it."""

from typing import Any

import anywidget
import traitlets

from netlearn.markup import Html
from netlearn.models import grid
from netlearn.models.parameters import parameters
from netlearn.widgets import assets, static_html
from netlearn.widgets.bench_data import bench_data


class HeatAndCold(anywidget.AnyWidget):
    """One radiofrequency electrode and one cryoprobe in liver: move one thing and see what the zone does.

    It keeps no case and decides nothing: a reader plays with models that were computed beforehand.

    >>> HeatAndCold()
    HeatAndCold()
    """

    _esm = assets.esm()
    _css = assets.stylesheet()
    _kind = traitlets.Unicode("reach").tag(sync=True)
    _data: Any = traitlets.List().tag(sync=True)
    value = traitlets.Dict().tag(sync=True)
    edition = traitlets.Unicode("model").tag(sync=True)

    def __init__(self) -> None:
        super().__init__(_data=[bench_data()])

    def _html(self) -> str:
        inside = Html('<div class="nl nl-default">{}<p class="nl-quiet">{}</p></div>')
        note = "A model with typical values; not for planning a treatment."
        return static_html.element("net-reach", {}, {}, inside.format(static_html.terms(*_sizes()), note))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": self._html(), "text/plain": repr(self)}, metadata

    def __repr__(self) -> str:
        """The call that makes this widget again."""
        return "HeatAndCold()"


def _sizes() -> list[tuple[str, str]]:
    """The zones of both probes as the widget first shows them: each control as it starts.

    >>> [term for term, size in _sizes()]
    ['Heat: destroyed across the electrode', 'Cold: the ice across the cryoprobe']
    """
    p, tables = parameters("bioheat"), grid.load().tables
    heat, ice = tables["heat"], tables["ice"]
    power, _, vessel, time = (axis.values for axis in heat.axes)
    hot = {"power": power[len(power) // 2], "vessel": vessel[-1], "time": time[-1], "perfusion": p["perfusion"]}
    cold = {"probe": p["cryoprobe_temperature"], "perfusion": p["perfusion"], "time": ice.axes[-1].values[-1]}
    across = grid.interpolate(heat, "damage_width", **hot)
    edge = 2 * grid.interpolate(ice, "edge_radius", **cold)
    return [
        ("Heat: destroyed across the electrode", f"{across:.1f}\u00a0mm"),
        ("Cold: the ice across the cryoprobe", f"{edge:.1f}\u00a0mm"),
    ]
