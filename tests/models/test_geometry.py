"""Sizes on the ablation bench."""

from fractions import Fraction

import pytest

from netlearn.errors import InputError
from netlearn.models.geometry import least_margin, required_diameter, sphere_volume, spheres_needed, volume_ratio


def test_required_diameter_adds_the_margin_on_both_sides_exactly():
    assert required_diameter(3.1, "5 mm") == Fraction(41, 10)


def test_a_zone_of_the_required_diameter_leaves_just_the_margin():
    assert least_margin(2.7, required_diameter(2.7, 0.8)) == Fraction(8, 10)


def test_an_offset_takes_its_whole_length_from_the_margin():
    assert least_margin(3, 5) - least_margin(3, 5, offset="4 mm") == Fraction(4, 10)


@pytest.mark.parametrize(("offset", "left_out"), [("1 cm", False), ("1.1 cm", True)])
def test_the_margin_is_negative_only_when_some_of_the_lesion_is_left_out(offset, left_out):
    assert (least_margin(3, 5, offset) < 0) is left_out


def test_twice_the_diameter_is_eight_times_the_volume():
    assert volume_ratio(6, 3) == 8
    assert sphere_volume(6) == pytest.approx(8 * sphere_volume(3))


@pytest.mark.parametrize(
    ("required", "words"),
    [
        (3, "1"),
        (3.01, "4"),
        (3.18, "4"),
        (3.19, "5"),
        (3.35, "5"),
        (3.36, "5–6"),
        (3.67, "6"),
        (3.68, "7"),
        (7, "at least 26"),
    ],
)
def test_zones_of_3_cm_needed_either_side_of_each_limit(required, words):
    assert spheres_needed(required, 3).words == words


def test_a_wider_ball_never_needs_fewer_zones():
    needed = [spheres_needed(Fraction(n, 50), 3).enough for n in range(120, 318)]
    assert needed == sorted(needed)


def test_as_many_centres_as_zones_are_given():
    for required in (3, 4, 5, 6):
        spheres = spheres_needed(required, 3)
        assert len(spheres.centres) == spheres.enough


def test_beyond_the_known_coverings_only_a_lower_number_is_given():
    spheres = spheres_needed(10, 3)
    assert (spheres.enough, spheres.proved, spheres.centres) == (None, False, ())


@pytest.mark.parametrize("bad", [0, -1, 31, "3 kg", "5,25", None])
def test_a_length_that_is_none_is_refused_by_name(bad):
    with pytest.raises(InputError, match="lesion"):
        required_diameter(bad, 1)
