"""What chapter 4.2 calculates and says of Vera is what the figures and the tables answer."""

from fractions import Fraction

import pytest

from netlearn.clinic.cases import case
from netlearn.decision import decide
from netlearn.evidence import figure
from netlearn.figures.interferon import difference
from netlearn.trials import trial


def test_the_true_difference_may_be_a_little_harm_or_a_large_gain():
    """From 3 points fewer to 43 points more, of 35 and 33 patients."""
    found = trial("kolby-2003").results[0]
    fewer, more = (int(each.value.low) for each in (found.patients_b, found.patients_a))
    shares = [float(figure(f"E05.survival-{arm}").value.low) for arm in ("octreotide", "combination")]
    low, high = difference(shares[0], fewer, shares[1], more)

    assert (fewer, more) == (35, 33)
    assert fewer + more == figure("E05.patients").value.low
    assert (round(low), round(high)) == (-3, 43)


def test_the_points_are_the_difference_of_the_arms():
    """56.8 less 36.6."""
    shares = [figure(f"E05.survival-{arm}").value.low for arm in ("octreotide", "combination")]

    assert shares[1] - shares[0] == figure("E05.survival-difference").value.low == Fraction("20.2")


def test_the_interval_of_the_largest_trial_holds_one():
    """0.73 to 1.18, as the side note prints it."""
    low, high = figure("s0518.hazard-ratio").interval

    assert (low, high) == (Fraction("0.73"), Fraction("1.18"))
    assert low < 1 < high


def test_three_small_arms_are_eighty_patients():
    """Both arms against lanreotide, and the third against interferon."""
    both, lanreotide = (trial("faiss-2003-lanreotide").results[0], trial("faiss-2003-interferon").results[0])

    assert both.patients_a.value.low + both.patients_b.value.low + lanreotide.patients_b.value.low == 80


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_of_vera_more_must_be_known_and_longer_life_is_not_shown(edition):
    """Nobody has settled whether her octreotide was ever at its maximum dose."""
    symptoms, survival = (each for each in case("vera@4.2").asked if each.table == "interferon")

    assert decide("interferon", edition, **symptoms.given[edition]).missing == ("ssa_failed_at_maximum_dose",)
    assert decide("interferon", edition, **survival.given[edition]).verdict == "no-significant-benefit"


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_before_an_analogue_has_failed_the_rules_are_silent(edition):
    """As the text says before the reader tries it."""
    told = {"goal": "symptom-control", "ssa_failed_at_maximum_dose": False}

    assert decide("interferon", edition, **told).status == "not-stated"
