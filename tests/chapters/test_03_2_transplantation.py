"""What chapter 3.2 says of Vera, Lena and Tomas is what the tables answer, and what it reckons is right."""

import pytest

from netlearn.clinic.cases import case
from netlearn.clinic.transplant import months_to_wait
from netlearn.decision import decide


def transplant(slug, edition, **changes):
    asked = next(each for each in case(slug).asked if each.table == "transplant")
    return decide("transplant", edition, **{**asked.given[edition], **changes})


def test_one_line_fails_for_her_today():
    assert transplant("vera@3.2", "2026").rules == ("stable-too-briefly",)


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"months_stable": 5}, "not-eligible"),
        ({"months_stable": 6}, "consider"),
        ({"months_stable": 6, "age_years": 61}, "not-eligible"),
    ],
)
def test_the_links_of_the_text_lead_where_it_says(changes, verdict):
    assert transplant("vera@3.2", "2026", **changes).verdict == verdict


@pytest.mark.parametrize("slug", ["vera@3.2", "transplant-ten-months"])
def test_in_2012_the_question_ends_with_symptoms_that_are_held(slug):
    assert transplant(slug, "review-2012").rules == ("symptoms-controlled",)


def test_the_second_patient_meets_every_line_of_today():
    assert transplant("transplant-ten-months", "2026").verdict == "consider"


def test_by_the_list_of_2012_she_would_wait_four_months():
    """Had she symptoms that drugs leave, the slowest clock is that of her scans."""
    known = case("transplant-ten-months").known
    since = [known[f"months_{name}"] for name in ("since_primary_diagnosis", "since_primary_resection", "stable")]

    assert months_to_wait(*since) == (4, 0)


def test_the_third_fails_two_lines():
    assert {"primary-in-place", "age"} <= set(transplant("tomas@3", "2026").rules)


def test_at_exactly_half_the_answer_stands_with_its_doubt():
    answer = transplant("transplant-ten-months", "2026", liver_involvement_percent=50)

    assert answer.verdict == "consider"
    assert "exactly-half" in {caution.id for caution in answer.cautions}
