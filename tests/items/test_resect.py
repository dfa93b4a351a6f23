"""Segments to take out: enough of what they hold, in as few as can be; the limit is what the table says."""

from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from attrs import evolve

from netlearn.clinic.lesions import SEGMENTS
from netlearn.decision import decide
from netlearn.errors import KnowledgeError
from netlearn.items import generate, grade
from netlearn.items.item import Json
from netlearn.items.kinds.resect import ALONE, check, limit
from netlearn.items.reading import FieldReader
from netlearn.items.variant import Variant
from tests.items.bank import items

SEEDS = tuple(map(str, range(40)))
COMPLETE, ENOUGH = "segments-to-take-out", "enough-of-the-tumour"


def variants(slug: str) -> list[Variant]:
    return [generate(items()[slug], seed) for seed in SEEDS]


def of_volumes(*volumes: int, least: int = 91, fewest: int = 1) -> Variant:
    """A variant with so many millilitres in segments VI, II, III and so on."""
    held = dict(zip(("VI", "II", "III"), volumes, strict=False))
    return with_parts(ENOUGH, volumes=held, least=least, fewest=fewest)


def with_parts(slug: str, **parts: Any) -> Variant:
    made = generate(items()[slug], "0")
    return evolve(made, parts={**made.parts, **parts})


@pytest.mark.parametrize("made", variants(COMPLETE), ids=lambda made: made.seed)
def test_a_complete_excision_takes_every_segment_with_a_metastasis_and_no_other(made: Variant) -> None:
    affected = list(made["lesions"])
    assert grade(made, affected).score == 1
    assert {grade(made, list(some)).score for some in combinations(affected, len(affected) - 1)} <= {0}
    assert {grade(made, [*affected, s]).score for s in SEGMENTS if s not in affected} == {Fraction(1, 2)}


def test_the_segments_left_behind_are_named() -> None:
    made = with_parts(COMPLETE, lesions={"V": "small"}, volumes={"V": 1, "VI": 1}, least=2)
    assert grade(made, ["V"]).feedback == ("Metastases stay in segment\u00a0VI.",)
    assert grade(made, ["I"]).feedback == ("Metastases stay in segments\u00a0V and VI.",)


@pytest.mark.parametrize(
    ("marked", "score"),
    [(["VI"], "1"), (["VI", "II"], "1/2"), (["VI", "VIII"], "1/2"), (["II", "III"], "0"), (["I"], "0")],
)
def test_debulking_is_right_with_enough_in_the_fewest_segments(marked: list[str], score: str) -> None:
    assert grade(of_volumes(91, 6, 3), marked).score == Fraction(score)


def test_one_millilitre_too_few_is_not_enough() -> None:
    made = grade(of_volumes(90, 6, 4, fewest=2), ["VI"])
    assert (made.score, made.feedback[0]) == (0, "That takes 90\u00a0% of the tumour.")
    assert made.feedback[1].startswith("If that were all, the rule would read: “Not more than 90\u00a0% can be removed")


@pytest.mark.parametrize(("edition", "least", "below"), [("review-2012", 91, "criteria-not-met"), ("2026", 70, None)])
def test_the_limit_is_where_the_table_turns(edition: str, least: int, below: str | None) -> None:
    alone = ALONE[edition]
    verdicts = [decide("cytoreduction", edition, removable_percent=p, **alone).verdict for p in (least - 1, least)]
    assert limit(edition)[0] == least
    assert verdicts == [below, "option"]


def test_a_strict_limit_is_asked_on_both_sides() -> None:
    largest = {max(made["volumes"].values()) for made in variants(ENOUGH)}
    assert {90, 92} <= largest
    assert {made["fewest"] for made in variants(ENOUGH)} == {1, 2}


@pytest.mark.parametrize("made", variants(ENOUGH), ids=lambda made: made.seed)
def test_volumes_are_a_hundred_millilitres_and_the_largest_is_the_dominant_metastasis(made: Variant) -> None:
    assert sum(made["volumes"].values()) == 100
    assert min(made["volumes"].values()) >= 1
    assert made["lesions"][max(made["volumes"], key=made["volumes"].__getitem__)] == "dominant"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"goal": "half"}, "goal is 'half'; accepted: 'complete', 'cytoreduction'"),
        ({"stems": ["Mark them."]}, r"stems is 'Mark them.'; accepted: stems with \{map\}$"),
        ({"goal": "cytoreduction"}, r"accepted: stems with \{map\} and \{volumes\}"),
        ({"wanted": ["IV"]}, "wanted is 'IV'; accepted: types with a map to draw"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_accepted(change: Json, message: str) -> None:
    good = {"goal": "complete", "stems": ["{map}: mark them."], "wanted": ["I"]}
    check(FieldReader("x.toml", good))
    with pytest.raises(KnowledgeError, match=message):
        check(FieldReader("x.toml", {**good, **change}))
