"""What chapter 3 says of its two patients is what the tables answer."""

import pytest

from netlearn.clinic.cases import case
from netlearn.decision import decide


def embolisation(**changes):
    """Vera as chapter 3 has her, by the rules of 2026, with changes."""
    asked = next(each for each in case("vera@3").asked if each.table == "embolisation")
    return decide("embolisation", "2026", **{**asked.given["2026"], **changes})


def test_no_rule_of_today_gives_her_a_reason_for_the_artery():
    assert embolisation().status == "not-stated"


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"progressive": True}, "indicated"),
        ({"progressive": True, "portal_vein_occlusion": True}, "contraindicated"),
        ({"progressive": True, "liver_predominant": False}, "criteria-not-met"),
    ],
)
def test_the_links_of_the_text_lead_where_it_says(changes, verdict):
    assert embolisation(**changes).verdict == verdict


@pytest.mark.parametrize("edition", ["review-2012", "2026"])
def test_burning_her_largest_lesion_is_doubtful_in_both_editions(edition):
    asked = next(each for each in case("vera@3").asked if each.table == "rfa")

    assert decide("rfa", edition, **asked.given[edition]).verdict == "doubtful"


def test_a_closed_portal_vein_leaves_radioembolisation_doubtful():
    shut = {"resectable": False, "progressive": True, "liver_predominant": True, "portal_vein_occlusion": True}
    sound = {"ascites_or_liver_failure": False, "lung_shunt_percent": 5, "gut_shunt_uncorrectable": False}

    assert decide("sirt", "2026", **shut, **sound).verdict == "doubtful"


@pytest.mark.parametrize(("edition", "verdict"), [("review-2012", "excluded"), ("2026", None)])
def test_resection_of_the_second_patient_is_excluded_then_and_open_now(edition, verdict):
    asked = next(each for each in case("tomas@3").asked if each.table == "resection")

    assert decide("resection", edition, **asked.given[edition]).verdict == verdict


def test_a_transplant_is_shut_to_him_for_what_the_text_names():
    """In 2012 his symptoms are controlled; in 2026 the primary is in place and he is over the limit of age."""
    asked = next(each for each in case("tomas@3").asked if each.table == "transplant")
    then, now = (decide("transplant", edition, **asked.given[edition]) for edition in ("review-2012", "2026"))

    assert (then.verdict, now.verdict) == ("not-indicated", "not-eligible")
    assert {"primary-in-place", "age"} <= set(now.rules)
