"""An order that is asked back, or stopped, counts as not given."""

import pytest

from netlearn.clinic.crisis import Action, judge
from netlearn.clinic.crisis.load import kinds, moves, read_edition, read_moves, room
from netlearn.errors import KnowledgeError
from tests.clinic.test_crisis_judging import IN_BOTH, OCTREOTIDE, VASOPRESSORS, octreotide
from tests.clinic.test_crisis_load import entry, raw

REFUSED = {
    "octreotide-no-route": octreotide("500 microgram", None),
    "octreotide-no-dose": octreotide(None, "IV"),
    "octreotide-overdose": octreotide("300 mg", "IV"),
}


def test_every_order_that_is_asked_back_or_stopped_is_tried_here() -> None:
    assert {move.id for move in moves().values() if move.refused} == set(REFUSED)
    assert all(action.move.id == id for id, action in REFUSED.items())


@IN_BOTH
@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("drug", VASOPRESSORS)
def test_an_order_that_was_asked_back_changes_nothing_of_what_follows_but_the_minute(
    drug: str, refused: Action, edition: str
) -> None:
    asked, plain = judge([refused, drug], edition, "after-prrt"), judge(["stop", drug], edition, "after-prrt")

    assert asked.steps[1].standing == plain.steps[1].standing != "late"
    assert (asked.out_of_order, asked.end.given) == ((), plain.end.given)


def test_octreotide_that_was_given_first_still_makes_the_vasopressor_late() -> None:
    assert judge([OCTREOTIDE, "noradrenaline"], "2026", "after-prrt").steps[1].standing == "late"


@pytest.mark.parametrize(("kind", "field"), [("order", "then"), ("aim", "moves"), ("aim", "unjudged")])
def test_an_order_that_is_asked_back_counts_nowhere_as_given(kind: str, field: str) -> None:
    data = raw("2026")
    data[kind][0][field] = ["octreotide-no-route"]

    with pytest.raises(KnowledgeError, match=rf"{data[kind][0]['id']}\.{field} is 'octreotide-no-route'"):
        read_edition(data, moves(), room(), "crisis/2026.toml")


def test_a_move_that_is_asked_back_gives_nothing() -> None:
    data = raw("actions")
    entry(data, "move", "plasma")["refused"] = True

    with pytest.raises(KnowledgeError, match=r"plasma\.refused"):
        read_moves(data, kinds(), room(), "actions.toml")
