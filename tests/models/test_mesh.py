"""Meshes: volumes, areas and edges."""

import numpy as np
import pytest

from netlearn.models.mesh import growing, rings, shells, through


@pytest.mark.parametrize(("dimension", "volume"), [(1, 0.02), (2, np.pi * 0.02**2), (3, 4 / 3 * np.pi * 0.02**3)])
def test_shells_fill_their_slab_cylinder_or_ball(dimension, volume):
    assert shells(np.linspace(0, 0.02, 8), dimension).volumes.sum() == pytest.approx(volume)


def test_rings_fill_their_cylinder():
    mesh = rings(np.linspace(0, 0.02, 8), np.linspace(-0.03, 0.05, 9))

    assert mesh.volumes.sum() == pytest.approx(np.pi * 0.02**2 * 0.08)


def test_outer_faces_of_rings_are_the_surface_of_their_cylinder():
    mesh = rings(np.linspace(0, 0.02, 8), np.linspace(-0.03, 0.05, 9))

    assert mesh.rims["outer"].areas.sum() == pytest.approx(2 * np.pi * 0.02 * 0.08)
    assert mesh.rims["low"].areas.sum() == mesh.rims["high"].areas.sum() == pytest.approx(np.pi * 0.02**2)


def test_every_inner_face_joins_neighbours():
    """The gaps on both sides of a face add up to the distance between the centres."""
    mesh = rings(np.array([0, 1.0, 3, 4]), np.array([0, 2.0, 3, 7, 8]))
    one, other = mesh.centres[mesh.pairs[:, 0]], mesh.centres[mesh.pairs[:, 1]]

    assert len(mesh.pairs) == 2 * 4 + 3 * 3
    assert np.allclose(np.linalg.norm(other - one, axis=1), mesh.gaps.sum(axis=1))


def test_edges_pass_through_every_point():
    edges = through([0, 0.75, 3, 25], 0.7)

    assert {0, 0.75, 3, 25} <= set(edges.tolist())
    assert np.diff(edges).max() <= 0.7


def test_growing_edges_end_where_they_should_and_never_shrink():
    edges = growing(np.array([0.0, 0.7, 1.4]), 80, growth=1.25)

    assert edges[-1] == pytest.approx(80)
    assert np.all(np.diff(edges)[1:] >= np.diff(edges)[:-1] * 0.9)
