"""Sizing an ablation, and the probability of each answer when the measured diameter may be off by 2 mm."""

from fractions import Fraction

import pytest

from netlearn.clinic.ablation import chances, size
from netlearn.decision import decide
from netlearn.errors import InputError

CASE = {"resectable": False, "lesion_count": 2, "lobes_involved": "right", "adjacent_to": "none"}


def shares(diameter, table="rfa", **given):
    return {c.verdict or c.status: c.share for c in chances(table, largest_diameter_cm=diameter, **given)}


@pytest.mark.parametrize(
    ("diameter", "expected"),
    [
        (2.8, {"suitable": 1}),  # 2.6 to 3.0: the boundary itself has no width
        (2.9, {"suitable": Fraction(3, 4), "doubtful": Fraction(1, 4)}),
        (3.0, {"suitable": Fraction(1, 2), "doubtful": Fraction(1, 2)}),
        (3.2, {"doubtful": 1}),
        (4.8, {"doubtful": 1}),
        (4.9, {"doubtful": Fraction(3, 4), "unsuitable": Fraction(1, 4)}),
        (5.0, {"doubtful": Fraction(1, 2), "unsuitable": Fraction(1, 2)}),
        (5.1, {"doubtful": Fraction(1, 4), "unsuitable": Fraction(3, 4)}),
        (5.2, {"unsuitable": 1}),
    ],
)
def test_share_is_what_of_the_interval_lies_in_each_region(diameter, expected):
    assert shares(diameter, **CASE) == expected


def test_boundary_that_belongs_to_the_larger_side_has_the_same_shares():
    """Alcohol injection excludes exactly 5 cm, radiofrequency does not call it unsuitable."""
    given = {"adjacent_to": "bile-duct", "combined_with": "rfa"}
    assert shares(5, "pai", **given) == {"option": Fraction(1, 2), "excluded": Fraction(1, 2)}


@pytest.mark.parametrize("diameter", [0.05, 0.1, 3.17, 29.9, 30])
def test_shares_add_up_to_one(diameter):
    assert sum(shares(diameter, **CASE).values()) == 1


def test_interval_ends_where_the_table_accepts_nothing():
    """0.1 cm is read as 0 to 0.3 cm, so nothing lies below 0."""
    (only,) = chances("rfa", largest_diameter_cm=0.1, **CASE)
    assert (only.verdict, only.share) == ("suitable", 1)


def test_unknown_inputs_make_undetermined_answers():
    found = chances("rfa", largest_diameter_cm=5, resectable=False, lobes_involved="right")
    assert [(c.status, c.share) for c in found] == [("undetermined", Fraction(1, 2)), ("decided", Fraction(1, 2))]


def test_answer_that_size_cannot_change_is_certain():
    assert shares(5, **{**CASE, "resectable": True}) == {"surgery-first": 1}


def test_silence_is_an_answer_too():
    assert shares(4, **{**CASE, "lesion_count": 6}) == {"not-stated": 1}


def test_no_error_of_measurement_leaves_the_decision():
    (only,) = chances("rfa", error_cm=Fraction(1, 10**6), largest_diameter_cm=3.1, **CASE)
    assert only.verdict == decide("rfa", largest_diameter_cm=3.1, **CASE).verdict


@pytest.mark.parametrize("diameter", [None, 0, 31, "3,1"])
def test_diameter_that_is_missing_or_not_accepted_is_refused(diameter):
    with pytest.raises(InputError, match="largest_diameter_cm"):
        chances("rfa", largest_diameter_cm=diameter, **CASE)


def test_required_diameter_is_the_lesion_and_twice_the_margin():
    assert [float(size(3.1, margin, 4).required_cm) for margin in (0, 0.5, 1)] == [3.1, 4.1, 5.1]


@pytest.mark.parametrize(("diameter", "zones"), [(3, "1"), (3.01, "4")])
def test_one_zone_is_enough_up_to_its_own_size(diameter, zones):
    assert size(diameter, 0.5, 4).zones.words == zones


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ((3, 0.7, 4), "margin_cm"),
        ((3, 0.5, 4.5), "zone_cm"),
        ((3, None, 4), "margin_cm"),
        ((0, 0.5, 4), "largest_diameter_cm"),
        ((29.1, 0.5, 4), "largest_diameter_cm"),
    ],
)
def test_size_that_is_not_on_offer_is_refused(given, field):
    with pytest.raises(InputError, match=field):
        size(*given)


def test_largest_lesion_with_its_margin_is_sized():
    assert size(29, 0.5, 4).required_cm == 30
