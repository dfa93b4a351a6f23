"""The figures of chapter 3.2: months asked for, and survival, each row with whom it was counted among."""

import pytest

from netlearn.clinic.transplant import limit_in_months
from netlearn.errors import KnowledgeError
from netlearn.evidence import fact, figure
from netlearn.figures import Link
from netlearn.figures.transplant import clock, survival_of_the_chosen


def sources(made):
    return [cell.source.id for row in made.table[1:] for cell in row if isinstance(cell, Link)]


def test_the_year_is_drawn_as_twelve_months():
    ends = [max(x for x in trace["x"] if x is not None) for trace in clock().wide["data"] if trace["type"] == "scatter"]
    limits = [trace["x"][-1] for trace in clock().wide["data"] if trace["type"] == "scatter"]

    assert limits == [12, 6] and ends == [18, 18]


def test_the_clock_leads_to_its_three_texts():
    assert sources(clock()) == ["3.2-22", "milan-net.stability", "milan-net.stability-as-printed-2023"]


def test_the_clock_says_to_which_day():
    days = [row[1] for row in clock().table[1:]]

    assert days == ["to the transplantation", "to the transplantation", "to the listing"]


@pytest.mark.parametrize(("source", "months"), [(fact("3.2-22"), 12), (figure("milan-net.stability"), 6)])
def test_a_limit_in_years_or_months_is_one_in_months(source, months):
    assert limit_in_months(source) == months


def test_a_share_is_no_limit_in_months():
    with pytest.raises(KnowledgeError, match="in months or years"):
        limit_in_months(figure("milan-net-outcomes.survival-5-years"))


def test_each_era_has_its_own_row():
    """57.8 % stands beside 49.2 %, and nowhere for the whole time (E26)."""
    rows = {row[0]: row[2].source.id for row in survival_of_the_chosen().table[1:]}

    assert rows["Transplanted, USA, before 2002"] == "E26.survival-before-meld"
    assert rows["Transplanted, USA, after 2002"] == "E26.survival-after-meld"
    assert fact("3.2-15").value == figure("E26.survival-after-meld").value


def test_every_row_says_who_was_chosen():
    assert all(row[1] for row in survival_of_the_chosen().table[1:])
    assert "No row was randomised" in survival_of_the_chosen().caption
