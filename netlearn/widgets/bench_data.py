"""What the ablation bench needs on the page beside its decision tables: what it offers, and the models' answers."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from netlearn.clinic.ablation import ERROR_CM, MARGINS_CM, ZONES_CM
from netlearn.models import coverings
from netlearn.models.geometry import LARGEST
from netlearn.models.grid import FILE
from netlearn.models.parameters import parameters
from netlearn.value import json_value

BENCH = "ablation-bench"
TABLES = ("rfa", "pai")
START = {"margin_cm": 0.5, "zone_cm": 4}  # teaching choices, as all that is on offer: the review gives none


def bench_data() -> dict[str, Any]:
    """The choices, the known coverings and, where it has been computed, the grid of the heat models.

    >>> bench_data()["margins"], bench_data()["zones"], bench_data()["coverings"][1]
    ([0, 0.5, 1], [3, 4, 5], [4, 1.06])
    """
    data = {
        "table": BENCH,
        "edition": "model",
        "start": START,
        "margins": [json_value(each) for each in MARGINS_CM],
        "zones": [json_value(each) for each in ZONES_CM],
        "error": json_value(ERROR_CM),
        "largest": LARGEST,
        "coverings": [[covering.count, json_value(covering.ratio)] for covering in coverings.known()],
    }
    return data | (physics(_grid()) if _grid() else {})


def physics(tables: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of the heat models, and the parameters that name and draw what they hold."""
    p = parameters("bioheat")
    model = {
        "isotherm": p["lethal_heat"],
        "levels": {name: p[f"{name}_cold"] for name in ("harmful", "lethal", "target")},
        "perfusion": p["perfusion"],
        "vessel": p["vessel_diameter"],
        "electrode": p["electrode_length"],
        "cryoprobe": p["cryoprobe_length"],
        "probe": p["cryoprobe_temperature"],
    }
    return {"grid": dict(tables), "model": model}


def _grid() -> dict[str, Any]:
    """The tables of the committed grid; empty where there is none."""
    path = files("netlearn.knowledge").joinpath(FILE)
    return dict(json.loads(path.read_text(encoding="utf-8"))["tables"]) if path.is_file() else {}
