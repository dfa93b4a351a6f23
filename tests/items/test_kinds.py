"""Each kind of item: what scores, what scores in part, and what is no answer and so costs nothing."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from netlearn.errors import InputError
from netlearn.items import generate, grade, parse, pool
from netlearn.items.grading import right_answer
from netlearn.items.item import Json
from netlearn.items.variant import Variant
from tests.items.bank import items
from tests.items.vectors import vectors

SYNDROME = {
    "drug": "octreotide",
    "formulation": "short-acting",
    "dose": "150 microgram",
    "route": "SC",
    "frequency": "three-times-a-day",
}


def variant(slug: str, seed: str = "0") -> Variant:
    return generate(items()[slug], seed)


def placing(wanted: str) -> Variant:
    made = (variant("make-a-type", str(seed)) for seed in range(40))
    return next(each for each in made if each["wanted"] == wanted)


def test_the_right_choice_scores_one_with_its_evidence() -> None:
    made = grade(variant("share-type-three"), "III")
    assert (made.result, made.score, made.evidence) == ("right", 1, ("2-20",))


def test_a_wrong_choice_scores_nothing_and_says_why() -> None:
    made = grade(variant("share-type-three"), "I")
    assert (made.result, made.score, len(made.feedback)) == ("wrong", 0, 1)


@pytest.mark.parametrize("slug", sorted(items()))
def test_not_knowing_is_an_answer_that_is_not_wrong(slug: str) -> None:
    made = grade(variant(slug), "dont-know")
    assert (made.result, made.score) == ("dont-know", 0)


@pytest.mark.parametrize("slug", sorted(items()))
@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_no_answer_is_unanswered(slug: str, nothing: object) -> None:
    assert grade(variant(slug), nothing).result == "unanswered"


@pytest.mark.parametrize("slug", sorted(items()))
@pytest.mark.parametrize("rubbish", [3, "rubbish", [1], {"a": []}, True])
def test_what_cannot_be_read_is_a_format_error_that_says_what_is_accepted(slug: str, rubbish: object) -> None:
    made = grade(variant(slug), rubbish)
    assert (made.result, made.feedback) == ("format-error", (f"Accepted: {variant(slug).accepted}.",))


def test_parse_names_the_value_and_what_is_accepted() -> None:
    with pytest.raises(InputError, match=r"answer: 'IV' is not accepted; accepted: I, II, III, not-stated, dont-know"):
        parse(variant("share-type-three"), "IV")


@pytest.mark.parametrize(
    ("ticked", "score", "result"),
    [
        (["alcohol-and-rfa", "alcohol-and-cold"], "1", "right"),
        ("alcohol-and-cold, alcohol-and-rfa", "1", "right"),
        (["alcohol-and-rfa"], "1/2", "partly"),
        (["alcohol-and-rfa", "alcohol-and-cold", "alcohol-alone"], "1/2", "partly"),
        (["alcohol-and-rfa", "alcohol-alone"], "0", "wrong"),
        (["alcohol-alone", "heat-alone"], "0", "wrong"),
    ],
)
def test_multiple_choice_counts_right_ticks_less_wrong_ones(ticked: Any, score: str, result: str) -> None:
    made = grade(variant("ways-to-destroy"), ticked)
    assert (str(made.score), made.result) == (score, result)


def test_a_dangerous_tick_is_dangerous_beside_right_ones() -> None:
    assert grade(variant("ways-to-destroy"), ["alcohol-and-rfa", "heat-alone"]).dangerous is True


def test_a_tick_twice_is_no_answer() -> None:
    assert grade(variant("ways-to-destroy"), ["heat-alone", "heat-alone"]).result == "format-error"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("4.1 cm", "right"),
        ("41 mm", "right"),
        ("4.2 cm", "wrong"),
        ("4.0 cm", "wrong"),
        ("4.1", "format-error"),
        ("4,1 cm", "format-error"),
        ("-4.1 cm", "format-error"),
        ("4.1 kg", "format-error"),
    ],
)
def test_a_quantity_needs_its_unit_and_is_compared_exactly(text: str, result: str) -> None:
    assert grade(variant("zone-to-ablate"), text).result == result


@pytest.mark.parametrize(
    ("unit", "said"), [("cm", "an amount with its unit, such as 12\xa0cm"), ("", "a number without a unit, such as 12")]
)
def test_what_is_accepted_names_a_unit_only_where_there_is_one(unit: str, said: str) -> None:
    spec = {"low": Fraction(2), "high": Fraction(3), "unit": unit, "facts": []}
    body = {**items()["zone-to-ablate"].body, "answer": spec, "values": {}, "band": []}
    body |= {"stems": ["How much?"], "given": [], "right": "Yes.", "wrong": "No."}
    made = generate(evolve(items()["zone-to-ablate"], body=body), "0")
    assert made.accepted == f"{said}, with a decimal point"


@pytest.mark.parametrize(
    ("text", "said"), [("3.1 cm", "without its margin"), ("2.05 cm", "radius"), ("41 cm", "ten times")]
)
def test_a_known_wrong_quantity_is_told_what_it_is(text: str, said: str) -> None:
    assert said in grade(variant("zone-to-ablate"), text).feedback[0]


@pytest.mark.parametrize(
    ("changed", "result", "dangerous"),
    [
        ({}, "right", False),
        ({"dose": "0.15 mg"}, "right", False),
        ({"dose": "150 mg"}, "wrong", True),
        ({"dose": "100 microgram"}, "wrong", False),
        ({"route": "IV"}, "wrong", False),
        ({"frequency": "once-a-day"}, "wrong", False),
        ({"drug": "lanreotide", "formulation": "LAR", "dose": "120 mg", "frequency": "every-28-days"}, "wrong", False),
        ({"drug": "lanreotide"}, "wrong", False),
        ({"dose": "50 microgram/h", "route": "infusion", "frequency": "continuous"}, "wrong", False),
        ({"dose": "50 mg/h", "route": "infusion", "frequency": "continuous"}, "wrong", True),
        ({"dose": "50 microgram/h"}, "format-error", False),
        ({"dose": "150"}, "format-error", False),
        ({"route": "by ear"}, "format-error", False),
        ({"colour": "red"}, "format-error", False),
    ],
)
def test_a_prescription_is_right_when_the_table_accepts_it(
    changed: dict[str, str], result: str, dangerous: bool
) -> None:
    made = grade(variant("octreotide-for-the-syndrome"), {**SYNDROME, **changed})
    assert (made.result, made.dangerous) == (result, dangerous)


@pytest.mark.parametrize("context", ["preoperative", "crisis"])
@pytest.mark.parametrize(
    ("frequency", "score"), [("single", "1"), ("three-times-a-day", "1/2"), ("every-28-days", "1/2")]
)
def test_an_interval_where_one_dose_is_named_is_right_in_part_and_told_so(
    context: str, frequency: str, score: str
) -> None:
    asked = variant("octreotide-for-the-syndrome")
    acute = evolve(asked, parts={**asked.parts, "context": context})
    order = {**SYNDROME, "dose": "300 microgram", "route": "IV" if context == "crisis" else "SC"}
    made = grade(acute, {**order, "frequency": frequency})

    assert str(made.score) == score
    assert ("no interval for another" in " ".join(made.feedback)) is (score != "1")


def test_a_wrong_prescription_is_told_what_would_mend_it() -> None:
    made = grade(variant("octreotide-for-the-syndrome"), {**SYNDROME, "route": "IV"})
    assert made.flips == "It would be accepted with the route under the skin (SC)."


@pytest.mark.parametrize(
    ("order", "score"),
    [
        (["image", "count", "ask", "ablate"], "1"),
        (["ask", "image", "count", "ablate"], "1"),
        (["count", "image", "ask", "ablate"], "2/3"),
        (["image", "ablate", "count", "ask"], "1/3"),
        (["ablate", "ask", "count", "image"], "0"),
    ],
)
def test_an_order_scores_the_share_of_constraints_that_it_keeps(order: list[str], score: str) -> None:
    assert grade(variant("steps-of-a-session"), order).score == Fraction(score)


def test_a_broken_constraint_gives_its_reason() -> None:
    made = grade(variant("steps-of-a-session"), ["count", "image", "ask", "ablate"])
    assert made.feedback == ("What is counted must be seen first.",)


@pytest.mark.parametrize("seed", range(20))
def test_the_order_shown_as_the_answer_is_its_author_s(seed: int) -> None:
    assert right_answer(variant("steps-of-a-session", str(seed))) == ["image", "count", "ask", "ablate"]


@pytest.mark.parametrize("seed", range(20))
def test_steps_are_never_shown_in_a_right_order(seed: int) -> None:
    made = variant("steps-of-a-session", str(seed))
    assert grade(made, [each["id"] for each in made["steps"]]).result != "right"


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        ("I", {"VI": "dominant", "V": "small"}),
        ("II", {"VI": "dominant", "II": "small", "I": "none"}),
        ("III", {"VI": "small", "II": "small", "diffuse_multifocal": True}),
        ("unclassified", {"VI": "small", "II": "small"}),
    ],
)
def test_a_map_of_the_wanted_type_is_right(wanted: str, answer: Json) -> None:
    assert grade(placing(wanted), answer).result == "right"


def test_a_map_of_another_type_is_told_what_it_is_and_how_to_mend_it() -> None:
    made = grade(placing("II"), {"VI": "dominant", "V": "small"})
    assert made.feedback[0] == "This map is type I."
    assert made.flips == "It would be so if segment II held small lesions."


def test_a_map_on_which_two_definitions_fit_is_not_right() -> None:
    made = grade(placing("II"), {"VI": "dominant", "II": "small", "diffuse_multifocal": True})
    assert (made.result, made.feedback[0]) == (
        "wrong",
        "This map is type II or type III, and nothing says which prevails.",
    )


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ({"span": "dose", "correction": "microgram"}, "1"),
        ({"span": "dose", "correction": "gram"}, "1/2"),
        ({"span": "dose"}, "1/2"),
        ("dose", "1/2"),
        ({"span": "dose", "correction": "dont-know"}, "1/2"),
        ({"span": "drug", "correction": "microgram"}, "0"),
        ("often", "0"),
    ],
)
def test_the_wrong_piece_is_half_of_the_score_and_its_correction_the_other(answer: Any, score: str) -> None:
    assert grade(variant("a-wrong-unit"), answer).score == Fraction(score)


def test_a_dangerous_correction_is_dangerous() -> None:
    assert grade(variant("a-wrong-unit"), {"span": "dose", "correction": "gram"}).dangerous is True


def test_a_fixed_case_may_leave_an_input_unknown_when_the_answer_does_not_hang_on_it() -> None:
    assert variant("one-index-known")["key"] == ["G3"]


def test_a_pool_holds_no_two_variants_that_read_the_same() -> None:
    seeds = [str(n) for n in range(30)]
    assert len(pool(items()["share-type-three"], seeds)) == 2  # two stems, one order of options


def test_the_vectors_have_every_kind_and_every_result() -> None:
    made = vectors()
    kinds = {variant.kind for variant, _, _ in made}
    results = {grade.result for _, _, grade in made}
    assert kinds == {item.kind for item in items().values()}
    assert results == {"right", "partly", "wrong", "dont-know", "format-error", "unanswered"}
