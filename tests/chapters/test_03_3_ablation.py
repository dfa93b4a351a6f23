"""What chapter 3.3 calculates and decides in its text is what the models and the tables answer."""

from fractions import Fraction
from functools import partial

import pytest

from netlearn.clinic.ablation import ERROR_CM, chances, size
from netlearn.decision import decide
from netlearn.evidence import fact, figure
from netlearn.figures.ablation import at_least_one
from netlearn.models import grid
from netlearn.widgets import AblationBench

def patient(**changes):
    """Vera as chapter 3.3 has her, with changes."""
    given = {"resectable": False, "largest_diameter_cm": "3.1", "lesion_count": 2, "lobes_involved": "left"}
    return {**given, "adjacent_to": "large-vessel", **changes}


def test_volumes_and_zones_are_those_of_the_bench():
    """One zone of 4 cm is enough for 3 cm with half a centimetre all round; 3.1 cm takes four, 4 cm seven."""
    zones = {diameter: size(diameter, "0.5", 4).to_json() for diameter in ("3", "3.1", "4")}

    assert round(size(5, 0, 4).lesion_ml / size(3, 0, 4).lesion_ml, 1) == 4.6
    assert [each["zones_at_least"] for each in zones.values()] == [1, 4, 7]
    assert [each["zones_enough"] for each in zones.values()] == [1, 4, 7]


def test_the_bench_starts_with_the_rim_and_the_zone_that_the_text_names():
    """The text says half a centimetre all round and a zone of 4 cm."""
    value = AblationBench().value

    assert (value["margin_cm"], value["zone_cm"]) == (0.5, 4)


def test_shares_calculated_in_the_text_are_right():
    """What the text multiplies and adds follows from the facts."""
    whole, new, outside = (fact(id).value.low / 100 for id in ("3.3-24", "3.3-25", "3.3-26"))
    risk = figure("kose-2020.local-recurrence-per-lesion").value.low
    once = at_least_one(risk / 100, 6)

    assert [round(100 * n) for n in (whole * new, whole * outside, new + outside, once)] == [14, 13, 122, 26]
    assert risk == 5
    assert 4 < figure("E15.new-liver-lesions").value.low / (100 * whole * new) < 5


def test_an_error_of_two_millimetres_leaves_a_quarter_suitable():
    """The text says what the rule may say of 3.1 cm when the reading is off by 2 mm."""
    found = {each.verdict: each.share for each in chances("rfa", **patient())}

    assert Fraction(2, 10) == ERROR_CM
    assert found == {"suitable": Fraction(1, 4), "doubtful": Fraction(3, 4)}


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "doubtful"),
        ({"largest_diameter_cm": 3}, "suitable"),
        ({"largest_diameter_cm": 4}, "doubtful"),
        ({"largest_diameter_cm": 5}, "doubtful"),
        ({"largest_diameter_cm": "5.1"}, "unsuitable"),
        ({"lesion_count": 6}, None),
        ({"lesion_count": 6, "lobes_involved": "both"}, "contraindicated"),
        ({"resectable": True}, "surgery-first"),
    ],
)
def test_patient_in_the_text_has_the_verdict_it_says(changes, verdict):
    """The text says what the decision table says."""
    answer = decide("rfa", **patient(**changes))

    assert answer.verdict == verdict
    assert answer.status == ("decided" if verdict else "not-stated")


@pytest.mark.parametrize("changes", [{"adjacent_to": "bile-duct"}, {"biliary_enteric_anastomosis": True}])
def test_a_duct_is_doubtful_at_best_today(changes):
    """Whatever the size, and microwave is no way out."""
    given = patient(largest_diameter_cm=2, biliary_enteric_anastomosis=False, adjacent_to="none") | changes

    assert decide("rfa", "2026", modality="microwave", **given).verdict == "doubtful"


def test_a_bile_duct_beside_the_lesion_adds_a_caution_and_leaves_the_verdict():
    """The bench is asked what travels with the verdict."""
    answer = decide("rfa", **patient(adjacent_to="bile-duct"))

    assert answer.verdict == "doubtful"
    assert {"heat", "E09"} <= {caution.id for caution in answer.cautions}


@pytest.mark.parametrize(
    ("diameter", "combined", "verdict"),
    [("4.9", "rfa", "option"), ("5", "rfa", "excluded"), ("2", "none", "not-as-monotherapy")],
)
def test_alcohol_is_what_the_text_says(diameter, combined, verdict):
    """Under 5 cm and with another technique an option; at exactly 5 cm excluded; alone never."""
    answer = decide("pai", largest_diameter_cm=diameter, adjacent_to="bile-duct", combined_with=combined)

    assert answer.verdict == verdict


def test_the_newer_edition_has_no_rule_for_six_lesions_in_both_lobes():
    """What the section on changes says of the newer edition."""
    answer = decide("rfa", "2026", modality="rfa", **patient(lesion_count=6, lobes_involved="both"))

    assert answer.status == "not-stated"


def test_the_models_do_what_the_reader_is_told_to_watch():
    """A near vessel dents the side that faces it, blood flow shrinks the zone, growth slows, cold lags behind ice."""
    heat, ice = grid.load().tables["heat"], grid.load().tables["ice"]
    usual = {"power": 40, "time": 6, "perfusion": 60, "vessel": 30}
    zone = partial(grid.interpolate, heat)
    widths = [zone("damage_width", **usual | {"time": minutes}) for minutes in (3, 6, 9)]
    frozen = {"probe": -140, "perfusion": 60}
    share = [
        grid.interpolate(ice, "target_radius", time=minutes, **frozen)
        / grid.interpolate(ice, "edge_radius", time=minutes, **frozen)
        for minutes in (1, 15)
    ]

    assert zone("damage_towards", **usual | {"vessel": 2}) < zone("damage_away", **usual | {"vessel": 2})
    assert zone("damage_width", **usual | {"perfusion": 120}) < zone("damage_width", **usual)
    assert 0 < widths[2] - widths[1] < widths[1] - widths[0]
    assert max(share) < 1
