"""What chapter 3.3 calculates and decides in its text is what the models and the tables answer."""

import re
from fractions import Fraction
from functools import partial

import pytest

from netlearn.clinic.ablation import ERROR_CM, chances, size
from netlearn.decision import decide
from netlearn.evidence import fact, figure
from netlearn.figures.ablation import at_least_one
from netlearn.models import grid
from netlearn.widgets import AblationBench
from tests.chapters.reading import chapter

TEXT = chapter("03.3-ablation").text


def measured_rows():
    """The rows of the table of measured diameters, as (measured, low, high, answer)."""
    rows = re.findall(r"^\| ([\d.]+) cm \| ([\d.]+)–([\d.]+) cm \| (.*) \|$", TEXT, re.MULTILINE)
    return [tuple(row) for row in rows]


def patient(**changes):
    """The patient of the worked case, with changes."""
    given = {"resectable": False, "largest_diameter_cm": "3.1", "lesion_count": 4, "lobes_involved": "right"}
    return {**given, "adjacent_to": "none", **changes}


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


@pytest.mark.parametrize("row", measured_rows(), ids=lambda row: row[0])
def test_row_of_measured_diameters_is_what_the_table_answers(row):
    """Each row gives the interval of ±2 mm, and what the rule says inside it with its probability."""
    measured, low, high, answer = row
    found = chances("rfa", **patient(largest_diameter_cm=measured))
    shares = {"1/4": "one quarter", "3/4": "three quarters"}
    names = [each.verdict for each in found]

    assert [Fraction(end) - Fraction(measured) for end in (low, high)] == [-ERROR_CM, ERROR_CM]
    if len(found) == 1:
        assert answer == names[0]
    elif {str(each.share) for each in found} == {"1/2"}:
        assert answer == f"{' or '.join(names)}, one half each"
    else:
        assert answer == ", ".join(f"{each.verdict} {shares[str(each.share)]}" for each in found)


def test_table_of_measured_diameters_has_seven_rows():
    """The test above sees every row."""
    assert [row[0] for row in measured_rows()] == ["2.8", "3.0", "3.1", "3.2", "4.8", "5.0", "5.2"]


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
        ({"lesion_count": 2, "largest_diameter_cm": 5}, "doubtful"),  # question 2
        ({"lesion_count": 7, "largest_diameter_cm": 2, "lobes_involved": "left"}, None),  # question 3
        ({"resectable": True}, "surgery-first"),
    ],
)
def test_patient_in_the_text_has_the_verdict_it_says(changes, verdict):
    """The text, the worked case and the questions say what the decision table says."""
    answer = decide("rfa", **patient(**changes))

    assert answer.verdict == verdict
    assert answer.status == ("decided" if verdict else "not-stated")


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
