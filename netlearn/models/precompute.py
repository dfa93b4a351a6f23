"""Computing the grid of :mod:`netlearn.models.grid`: about 160 runs of the solver, several minutes on two cores.

    python -m netlearn.models.precompute

Needs numpy and scipy; nothing that runs in the reader's browser imports this module.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import product
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from netlearn import knowledge
from netlearn.models.bioheat import solve
from netlearn.models.grid import AXES, FILE, FORMAT, SETTINGS, fingerprint
from netlearn.models.parameters import parameters
from netlearn.models.probe import MM, cryoprobe, electrode
from netlearn.models.zones import colder, cooling_rate, destroyed, extent, hotter, midplane, width

Rows = Mapping[str, list[float]]
WATCH = 2.0  # s between the moments at which cooling is followed


def heat(power: float, perfusion: float, vessel: float) -> Rows:
    """The quantities of table ``heat`` at each time, in mm."""
    p, times = parameters("bioheat"), [60 * minutes for minutes in AXES["heat"][-1].values]
    history = solve(electrode(p, power, perfusion, vessel, SETTINGS["step"]), times, SETTINGS["tolerance"])
    rows: dict[str, list[float]] = {}
    for moment in range(len(times)):
        for name, inside in (
            ("isotherm", hotter(history, moment, p["lethal_heat"])),
            ("damage", destroyed(history, moment)),
        ):
            rows.setdefault(f"{name}_width", []).append(width(history, inside) / MM)
            rows.setdefault(f"{name}_towards", []).append(extent(history, inside, 1) / MM)
            rows.setdefault(f"{name}_away", []).append(extent(history, inside, -1) / MM)
    return rows


def cold(probe: float, perfusion: float) -> Rows:
    """The quantities of tables ``ice``, in mm at each time, and ``cooling``, in K/min at each distance."""
    p, minutes = parameters("bioheat"), AXES["ice"][-1].values
    times = np.arange(WATCH, 60 * minutes[-1] + WATCH / 2, WATCH)
    history = solve(cryoprobe(p, probe, perfusion, SETTINGS["step"]), times.tolist(), SETTINGS["tolerance"])
    rows: dict[str, list[float]] = {}
    for name in ("edge", "harmful", "lethal", "target"):
        level = p["liquidus"] if name == "edge" else p[f"{name}_cold"]
        fields = [colder(history, int(np.searchsorted(times, 60 * m)), level) for m in minutes]
        rows[f"{name}_radius"] = [width(history, inside) / 2 / MM for inside in fields]
        rows[f"{name}_length"] = [extent(history, inside, 1) / MM for inside in fields]
    rows["rate"] = [
        cooling_rate(times, midplane(history, distance * MM), 0.0, p["harmful_cold"])
        for distance in AXES["cooling"][-1].values
    ]
    return rows


def compute(processes: int = 2) -> dict[str, object]:
    """The whole grid as it is written to the file."""
    with get_context("spawn").Pool(processes) as pool:
        hot = pool.starmap(heat, _points("heat"), chunksize=1)
        icy = pool.starmap(cold, _points("ice"), chunksize=1)
    radii = [{name: row for name, row in rows.items() if name != "rate"} for rows in icy]
    tables = {
        "heat": _table("heat", "mm", 0.1, hot),
        "ice": _table("ice", "mm", 0.1, radii),
        "cooling": _table("cooling", "K/min", 0.1, [{"rate": rows["rate"]} for rows in icy]),
    }
    return {"format": FORMAT, "fingerprint": fingerprint(), "tables": tables}


def _points(table: str) -> list[tuple[float, ...]]:
    """Every point of a table's axes but the last, which one run answers whole."""
    return list(product(*(axis.values for axis in AXES[table][:-1])))


def _table(name: str, unit: str, scale: float, runs: Iterable[Rows]) -> dict[str, object]:
    values: dict[str, list[int]] = {}
    for rows in runs:
        for quantity, row in rows.items():
            values.setdefault(quantity, []).extend(round(value / scale) for value in row)
    axes = [{"name": axis.name, "unit": axis.unit, "values": list(axis.values)} for axis in AXES[name]]
    return {"axes": axes, "unit": unit, "scale": scale, "values": values}


def write(path: Path | None = None) -> Path:
    """Compute the grid and write it, compact and in a fixed order; the path written is returned."""
    target = path or Path(knowledge.__file__).parent / FILE
    target.write_text(json.dumps(compute(), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return target


if __name__ == "__main__":
    print(write())
