"""Whether the artery is a door, where nothing else bars the way: two questions shut it, one reason opens it."""

import pytest

from netlearn.clinic.arteries import embolise
from netlearn.errors import InputError


@pytest.mark.parametrize("reason", [(True, False, False), (False, True, False), (False, False, True)])
def test_one_reason_is_enough(reason):
    assert embolise(False, True, *reason).verdict == "indicated"


def test_without_a_reason_no_rule_speaks():
    assert embolise(False, True, False, False, False).status == "not-stated"


@pytest.mark.parametrize(("resectable", "liver_predominant"), [(True, True), (False, False), (True, False)])
def test_what_can_be_cut_out_or_lies_elsewhere_is_not_embolised(resectable, liver_predominant):
    assert embolise(resectable, liver_predominant, True, True, True).verdict == "criteria-not-met"


def test_what_is_neither_true_nor_false_is_refused():
    with pytest.raises(InputError, match="bulky"):
        embolise(False, True, False, False, "large")
