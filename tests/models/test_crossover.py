"""The toy of two arms: growth shows the whole gain, life only what is left after crossover."""

from fractions import Fraction

import pytest

from netlearn.errors import InputError
from netlearn.models.crossover import two_arms


@pytest.mark.parametrize(("crossing", "apart"), [(0, (6, 6)), (50, (6, 3)), (85, (6, Fraction(9, 10))), (100, (6, 0))])
def test_months_apart_in_growth_and_in_life(crossing, apart):
    assert two_arms(5, 30, 6, crossing).apart == apart


def test_a_drug_that_gives_nothing_sets_nothing_apart():
    assert two_arms(5, 30, 0, 50).apart == (0, 0)


def test_life_that_ends_before_growth_is_refused_by_name():
    with pytest.raises(InputError, match="life"):
        two_arms(5, 4, 6, 50)


@pytest.mark.parametrize("share", [-1, 101, "all", None])
def test_what_is_no_share_is_refused_by_name(share):
    with pytest.raises(InputError, match="crossing"):
        two_arms(5, 30, 6, share)
