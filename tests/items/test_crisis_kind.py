"""A run as an exercise: any defensible order earns all, and what is dangerous earns nothing."""

from fractions import Fraction
from itertools import permutations

import pytest

from netlearn.clinic.crisis import scenes
from netlearn.errors import InputError
from netlearn.items import grade, parse
from netlearn.items.bank import exercises, load_items
from netlearn.items.variant import Variant

CRISES = [id for id, scene in scenes().items() if not scene.cause]


def asked(scene: str, edition: str = "2026") -> Variant:
    parts = {"scene": scene, "truth": scenes()[scene].truth}
    return Variant("crisis", edition=edition, accepted="a run", parts=parts)


@pytest.mark.parametrize("scene", scenes())
def test_the_example_of_every_scene_is_right(scene: str) -> None:
    said = grade(asked(scene), list(scenes()[scene].example))
    assert (said.result, said.dangerous) == ("right", False)


@pytest.mark.parametrize("order", list(permutations(("call", "phenylephrine", "stop", "look for bleeding"))))
def test_every_order_of_what_may_come_in_any_order_is_right(order: tuple[str, ...]) -> None:
    """Help, handling stopped, a vasopressor and a look for another cause: none of them waits for another."""
    assert grade(asked("liver-handled"), [*order, "wait", "wait", "wait"]).result == "right"


@pytest.mark.parametrize("scene", scenes())
@pytest.mark.parametrize(
    "slip", ["octreotide 300 mg IV", "octreotide 0.3 g", "octreotide 150 mg SC", "octreotide 2 mg/h"]
)
def test_a_thousandfold_dose_is_dangerous_and_earns_nothing_even_in_a_run_that_is_safe(scene: str, slip: str) -> None:
    said = grade(asked(scene), [slip, *scenes()[scene].example])
    assert (said.score, said.dangerous) == (0, True)
    assert "E01" in said.errata


@pytest.mark.parametrize("drug", ["noradrenaline", "adrenaline", "phenylephrine", "vasopressin"])
@pytest.mark.parametrize("scene", CRISES)
def test_any_vasopressor_will_do_and_none_is_dangerous(scene: str, drug: str) -> None:
    run = ["call", drug, "look for bleeding", "wait", "wait", "wait"]
    assert grade(asked(scene), run).result == "right"
    withheld = grade(asked(scene), [line for line in run if line != drug])
    assert (withheld.score, withheld.dangerous) == (0, True)


@pytest.mark.parametrize("scene", CRISES)
def test_octreotide_and_plasma_without_a_vasopressor_earn_nothing_though_the_pressure_returns(scene: str) -> None:
    run = ["call", "octreotide 300 microgram IV", "plasma", "look for bleeding", "wait", "wait", "wait", "wait"]
    said = grade(asked(scene), run)
    assert (said.score, said.dangerous) == (0, True)


def test_octreotide_before_the_vasopressor_costs_a_part() -> None:
    said = grade(
        asked("liver-handled"), ["call", "octreotide 300 microgram IV", "phenylephrine", "wait", "wait", "wait"]
    )
    assert (said.result, said.dangerous) == ("partly", False)
    assert any(text.startswith("Out of order: the vasopressor before any octreotide") for text in said.feedback)


def test_a_run_that_stops_before_the_pressure_is_back_earns_half() -> None:
    whole = ["call", "phenylephrine", "look for bleeding"]
    assert grade(asked("liver-handled"), whole).score == Fraction(1, 2)
    assert grade(asked("liver-handled"), [*whole, "wait"]).score == 1


@pytest.mark.parametrize("scene", [id for id in scenes() if id not in CRISES])
def test_another_cause_that_nobody_looked_for_is_never_right(scene: str) -> None:
    said = grade(asked(scene), ["call", "phenylephrine", "wait", "wait", "wait", "wait"])
    assert said.result != "right"
    assert any(text.startswith("Missing: the other cause found") for text in said.feedback)


def test_feedback_on_a_ward_names_the_emergency_team_that_nobody_called() -> None:
    said = grade(asked("after-prrt"), ["noradrenaline", "wait", "wait"])

    assert any(text.startswith("Missing: the emergency team was not called. ") for text in said.feedback)


def test_adrenaline_withheld_in_anaphylaxis_is_dangerous() -> None:
    said = grade(asked("antibiotic"), ["call", "look for anaphylaxis", "phenylephrine", "wait", "wait"])
    assert (said.score, said.dangerous) == (0, True)


@pytest.mark.parametrize(
    ("scene", "line"),
    [
        ("liver-handled", "bleeding-found"),
        ("induction", "stop"),
        ("biopsy", "stop-own-analogue"),
        ("induction", "dance"),
    ],
)
def test_what_cannot_be_done_in_a_scene_is_no_answer(scene: str, line: str) -> None:
    with pytest.raises(InputError):
        parse(asked(scene), ["call", line])


def test_lines_may_stand_in_one_text() -> None:
    assert parse(asked("liver-handled"), "call; octreotide 0.3 mg i.v.\nwait;") == [
        "call-senior-help",
        "octreotide 0.3 mg IV",
        "wait",
    ]


def test_there_are_three_items_of_the_kind_in_the_bank() -> None:
    assert sum(item.kind == "crisis" for item in load_items(exercises()).values()) >= 3
