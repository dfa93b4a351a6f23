"""An unknown is worth asking where its values lead to different answers; what stands in another group has moved."""

import pytest

from netlearn.clinic.unknowns import moved, worth_asking


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ([], []),
        (["option"], []),
        (["option", "option", "option"], []),
        (["option", "against", "option"], ["heart"]),
        (["option", "not-stated"], ["heart"]),
    ],
)
def test_only_an_unknown_that_can_change_the_answer_is_asked(answers, asked):
    assert worth_asking({"heart": answers}) == asked


def test_the_unknowns_come_in_the_order_of_the_alphabet():
    assert worth_asking({"size": ["a", "b"], "number": ["a", "b"], "lobes": ["a", "a"]}) == ["number", "size"]


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ({"prrt": "option"}, {"prrt": "option"}, []),
        ({"prrt": "option"}, {"prrt": "against"}, ["prrt"]),
        ({"prrt": "option"}, {}, ["prrt"]),
        ({}, {"prrt": "option"}, ["prrt"]),
    ],
)
def test_another_group_a_new_question_and_a_dropped_one_have_moved(before, now, found):
    assert moved(before, now) == found
