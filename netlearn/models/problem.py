"""What is asked of the heat equation: a mesh of tissue, its heating, and the cells kept at a temperature.

Needs numpy; nothing that runs in the reader's browser imports this module.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from netlearn.models.damage import Arrhenius
from netlearn.models.mesh import Floats, Mesh
from netlearn.models.tissue import Tissue


@frozen(eq=False)
class Held:
    """Cells kept at one temperature in °C: a cold probe, or a vessel full of fresh blood.

    With a ``film`` in W/(m²·K), heat passes into them through that resistance as well.
    """

    cells: NDArray[np.bool_]
    temperature: float
    film: float = np.inf


@frozen(eq=False)
class Problem:
    """Tissue on a mesh and what is done to it, from a start at body temperature or at ``start`` in °C.

    ``heating`` is in W/m³, for each cell or for all. The outer faces named in ``rims`` are kept at body temperature,
    the others insulate. With ``damage``, perfusion falls as tissue dies. With ``contact``, weights of cells that sum
    to 1, all heating falls with the mean share of water left in them: a dry layer around an electrode stops current.
    """

    mesh: Mesh
    tissue: Tissue
    heating: Floats | float = 0.0
    held: Sequence[Held] = ()
    rims: Sequence[str] = ("outer",)
    damage: Arrhenius | None = None
    contact: Floats | None = None
    start: Floats | float | None = None

    @property
    def held_cells(self) -> NDArray[np.bool_]:
        """Which cells any of ``held`` keeps."""
        mask = np.zeros(self.mesh.size, dtype=bool)
        for part in self.held:
            mask |= part.cells
        return mask

    @property
    def first(self) -> Floats:
        """The enthalpy at the start."""
        tissue = self.tissue
        temperature = np.zeros(self.mesh.size) + (tissue.body if self.start is None else self.start)
        for part in self.held:
            temperature[part.cells] = part.temperature
        return np.interp(temperature, tissue.temperature.values, tissue.temperature.at)
