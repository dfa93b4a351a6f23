"""One count of patients is another share of all patients than of those with liver metastases."""

from fractions import Fraction

import pytest

from netlearn.clinic.shares import at_diagnosis, response_and_control
from netlearn.errors import InputError


def test_the_same_count_gives_two_shares() -> None:
    assert at_diagnosis(90, 30, 280).both == (Fraction(45, 2), Fraction(75))


def test_the_shares_are_equal_where_every_patient_has_liver_metastases() -> None:
    assert at_diagnosis(3, 1, 0).both == (75, 75)


def test_nobody_found_at_diagnosis_is_a_share_of_nothing() -> None:
    assert at_diagnosis(0, 4, 4).both == (0, 0)


def test_no_share_of_those_affected_where_nobody_is() -> None:
    assert at_diagnosis(0, 0, 12).both == (0, None)


def test_no_share_of_nobody_at_all() -> None:
    assert at_diagnosis(0, 0, 0).both == (None, None)


def test_a_count_may_be_text() -> None:
    assert at_diagnosis("3", "1", "4") == at_diagnosis(3, 1, 4)


@pytest.mark.parametrize("count", [-1, 2.5, "many", None])
def test_what_is_no_count_is_refused_by_name(count: object) -> None:
    with pytest.raises(InputError, match="metachronous"):
        at_diagnosis(3, count, 4)


def test_control_adds_those_who_stood_still() -> None:
    assert response_and_control(3, 1, 12) == (Fraction(75, 4), 25)


def test_control_is_response_where_nobody_stood_still() -> None:
    assert response_and_control(2, 0, 2) == (50, 50)


def test_no_response_of_nobody() -> None:
    assert response_and_control(0, 0, 0) == (None, None)


def test_a_count_of_outcomes_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="stable"):
        response_and_control(3, -1, 4)
