"""What chapter 4.4 calculates and decides in its text is what the figures and the tables answer."""

import pytest

from netlearn.clinic.cases import case
from netlearn.decision import decide
from netlearn.evidence import figure
from netlearn.figures.chemotherapy import what_was_counted


def chemotherapy(edition="2026", **changes):
    """Tomas as chapter 4.4 has him, with changes."""
    given = {"grade": "NET G2", "ki67_percent": 12, "differentiation": "well", "primary_site": "pancreas"}
    return decide("chemotherapy", edition, **{**given, "prior_systemic": True, **changes})


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "option"),
        ({"primary_site": "midgut"}, "rescue"),
        ({"grade": "NET G3", "ki67_percent": 32}, "option"),
        ({"grade": "NET G3", "ki67_percent": 55}, "option"),
        ({"grade": "NET G3", "ki67_percent": 60}, None),
        ({"grade": "NEC", "ki67_percent": None, "differentiation": "poor"}, "first-line"),
    ],
)
def test_the_explorer_answers_what_the_text_says(changes, verdict):
    """Each patient to whom a link of the text sets the explorer."""
    assert chemotherapy(**changes).verdict == verdict


def test_ines_has_her_answer_today_without_a_count_and_not_in_2012():
    asked = next(each for each in case("ines@4.4").asked if each.table == "chemotherapy")
    then, now = (decide("chemotherapy", edition, **asked.given[edition]) for edition in ("review-2012", "2026"))

    assert then.status == "undetermined"
    assert now.verdict == "first-line"


def test_radionuclides_are_an_option_for_tomas_in_both_editions():
    asked = next(each for each in case("tomas@4.4").asked if each.table == "prrt")

    assert {decide("prrt", edition, **given).verdict for edition, given in asked.given.items()} == {"option"}


def test_five_of_eleven_is_the_share_that_is_printed():
    thalidomide = next(row for row in what_was_counted().table if row[0].startswith("Thalidomide"))

    assert thalidomide[2] == "5 of 11"


def test_of_a_hundred_people_forty_are_those_who_respond_in_the_randomised_trial():
    assert figure("e2211.response-captem").value.low == 40
    assert figure("e2211.response-captem").checked == "recalled"


def test_shares_that_overlap_add_to_more_than_all():
    """Recurrence in place, new in the liver, outside it; and response beside “stabilised”."""
    places = ("local-recurrence", "new-liver-lesions", "extrahepatic-disease")

    assert sum(figure(f"E15.{place}").value.low for place in places) == 144
