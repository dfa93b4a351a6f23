"""Finite volumes for the heat equation: shells around a plane, a line or a point, and rings around an axis.

Lengths are in metres. Needs numpy; nothing that runs in the reader's browser imports this module.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Cells = NDArray[np.intp]


@frozen(eq=False)
class Rim:
    """The outer faces of one side: their cells, areas in m² and distances from the cells' centres in m."""

    cells: Cells
    areas: Floats
    gaps: Floats


@frozen(eq=False)
class Mesh:
    """Cells and the faces between them.

    ``centres`` has one row for each cell: its distance from the middle, or r and z. ``shape`` is the number of cells
    along each coordinate. ``pairs`` names the two cells of each inner face, ``areas`` its area in m² and ``gaps`` its
    distance from each centre. ``rims`` holds the outer faces: "outer", and "low" and "high" along an axis.
    """

    shape: tuple[int, ...]
    centres: Floats
    volumes: Floats
    pairs: Cells
    areas: Floats
    gaps: Floats
    rims: Mapping[str, Rim]

    @property
    def size(self) -> int:
        """The number of cells."""
        return len(self.volumes)


def shells(edges: Floats, dimension: int = 3) -> Mesh:
    """Layers between ``edges``: parallel (dimension 1, per m²), cylindrical (2, per m of length), spherical (3).

    >>> mesh = shells(np.linspace(0, 0.03, 4))
    >>> bool(np.isclose(mesh.volumes.sum(), 4 / 3 * np.pi * 0.03**3))
    True
    """
    unit = {1: 1.0, 2: 2 * np.pi, 3: 4 * np.pi}[dimension]
    areas = unit * edges ** (dimension - 1)
    middles = (edges[1:] + edges[:-1]) / 2
    count = len(middles)
    inner = np.arange(count - 1)
    return Mesh(
        shape=(count,),
        centres=middles[:, None],
        volumes=unit * np.diff(edges**dimension) / dimension,
        pairs=np.stack([inner, inner + 1], axis=1),
        areas=areas[1:-1],
        gaps=np.stack([edges[1:-1] - middles[:-1], middles[1:] - edges[1:-1]], axis=1),
        rims={"outer": Rim(np.array([count - 1]), areas[-1:], edges[-1:] - middles[-1:])},
    )


def rings(r_edges: Floats, z_edges: Floats) -> Mesh:
    """Rings around an axis, numbered so that ``centres[:, 0].reshape(mesh.shape)`` varies along the first index.

    >>> rings(np.linspace(0, 0.03, 4), np.linspace(-0.02, 0.02, 5)).shape
    (3, 4)
    """
    r, z = (r_edges[1:] + r_edges[:-1]) / 2, (z_edges[1:] + z_edges[:-1]) / 2
    discs, heights = np.pi * np.diff(r_edges**2), np.diff(z_edges)
    number = np.arange(len(r) * len(z)).reshape(len(r), len(z))
    sides = 2 * np.pi * np.outer(r_edges, heights)  # the cylindrical faces, by edge
    across = _inner(number[:-1], number[1:], sides[1:-1], r_edges[1:-1] - r[:-1], r[1:] - r_edges[1:-1])
    flat = np.outer(np.ones(len(z) - 1), discs)
    along = _inner(number.T[:-1], number.T[1:], flat, z_edges[1:-1] - z[:-1], z[1:] - z_edges[1:-1])
    rims = {
        "outer": Rim(number[-1], sides[-1], np.full(len(z), r_edges[-1] - r[-1])),
        "low": Rim(number[:, 0], discs, np.full(len(r), z[0] - z_edges[0])),
        "high": Rim(number[:, -1], discs, np.full(len(r), z_edges[-1] - z[-1])),
    }
    pairs, areas, gaps = (np.concatenate(parts) for parts in zip(across, along, strict=True))
    centres = np.stack([a.ravel() for a in np.meshgrid(r, z, indexing="ij")], axis=1)
    return Mesh((len(r), len(z)), centres, np.outer(discs, heights).ravel(), pairs, areas, gaps, rims)


def _inner(first: Cells, second: Cells, areas: Floats, before: Floats, after: Floats) -> tuple[Cells, Floats, Floats]:
    """The faces between ``first`` and ``second``, row by row; ``before`` and ``after`` are the gaps of each row."""
    width = first.shape[1]
    pairs = np.stack([first.ravel(), second.ravel()], axis=1)
    return pairs, areas.ravel(), np.stack([np.repeat(before, width), np.repeat(after, width)], axis=1)


def through(points: Sequence[float], step: float) -> Floats:
    """Edges through all the given rising points, at most ``step`` apart.

    >>> [round(float(x), 2) for x in through([0, 1, 2.5], step=1)]
    [0.0, 1.0, 1.75, 2.5]
    """
    parts = [np.linspace(a, b, int(np.ceil((b - a) / step - 1e-9)) + 1)[1:] for a, b in pairwise(points)]
    return np.concatenate([[points[0]], *parts])


def growing(edges: Floats, end: float, growth: float = 1.25) -> Floats:
    """The edges and more beyond them up to ``end``, each step ``growth`` times the one before.

    >>> [round(float(x), 2) for x in growing(np.array([0.0, 1.0]), end=7, growth=2)]
    [0.0, 1.0, 3.0, 7.0]
    """
    first, span = edges[-1] - edges[-2], end - edges[-1]
    count = round(np.log(1 + span / first * (growth - 1) / growth) / np.log(growth))
    widths = growth ** np.arange(1, max(count, 1) + 1)
    return np.concatenate([edges, edges[-1] + np.cumsum(widths) * span / widths.sum()])
