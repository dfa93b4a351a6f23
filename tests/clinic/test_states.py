"""The patients of the book: a state for each chapter, in which every input of a scene is said or listed as unknown."""

import copy
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from netlearn import knowledge
from netlearn.checks.cases import unsaid
from netlearn.clinic.cases import case, cases, read_file
from netlearn.clinic.states import unlisted
from netlearn.errors import KnowledgeError

FILE = "cases/vera.toml"


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    raw = copy.deepcopy(dict(knowledge.load(FILE)))
    change(raw)
    return raw


def states(person: str) -> list[str]:
    return [slug.partition("@")[2] for slug, one in cases().items() if one.person == person and "@" in slug]


@pytest.mark.parametrize(
    ("person", "at"),
    [
        ("vera", ["1", "2", "3", "3.1", "3.2", "3.3", "4", "4.1", "4.2", "4.3", "5"]),
        ("tomas", ["1", "2", "3", "3.4", "3.5", "4.4", "4.5", "5"]),
        ("ines", ["4.4"]),
    ],
)
def test_a_patient_of_the_book_has_a_state_for_each_chapter_of_the_story(person: str, at: list[str]) -> None:
    assert states(person) == at


@pytest.mark.parametrize("slug", [slug for slug in cases() if "@" in slug])
def test_each_says_first_that_it_is_invented(slug: str) -> None:
    assert "is invented" in case(slug).sentences[0]


def test_lena_is_said_to_be_invented_as_well() -> None:
    assert "Lena, who is invented" in case("transplant-ten-months").story


def test_what_holds_throughout_is_known_in_each_state_and_what_does_not_in_its_own_only() -> None:
    assert case("vera@3.3").known["primary_site"] == "midgut"
    assert case("vera@3.3").known["largest_diameter_cm"] == Fraction("3.1")
    assert "largest_diameter_cm" not in case("vera@4").known


@pytest.mark.parametrize("slug", ["vera@3.3", "vera@5", "tomas@5"])
def test_every_input_of_a_scene_is_said(slug: str) -> None:
    assert list(unsaid(case(slug), "")) == []


def test_an_input_left_out_is_named_with_its_state_and_table() -> None:
    raw = changed(lambda raw: raw["state"][5]["known"].pop("lesion_count"))
    found = next(one for one in read_file(raw, FILE) if one.slug == "vera@3.3")

    assert [(fault.id, fault.field) for fault in unsaid(found, FILE)] == [("at 3.3: asked[1]", "lesion_count")] * 2


def test_a_grade_is_said_by_itself_or_by_all_that_makes_it() -> None:
    parts = frozenset({"ki67_percent", "mitoses_per_2mm2", "differentiation", "morphology"})
    rest = frozenset(
        {"removable_percent", "symptomatic", "liver_type", "carcinoid_syndrome", "carcinoid_heart_disease"}
    )

    assert unlisted("cytoreduction", "2026", rest | {"grade"}) == unlisted("cytoreduction", "2026", rest | parts) == ()
    assert unlisted("cytoreduction", "2026", rest | parts - {"morphology"}) == ("morphology",)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda raw: raw.update(asked=[]), "asked is not a known key"),
        (lambda raw: raw["state"][0].update(when="then"), r"state\[1\].when is not a known key"),
        (lambda raw: raw["state"][0].pop("at"), r"state\[1\].at is None"),
        (lambda raw: raw["state"][1].update(unknown=["weight"]), "unknown.weight is an input of no table"),
        (lambda raw: raw["state"][1]["asked"][0].update({"2026": "G9"}), r"at 2: asked\[1\].2026 is 'G9'"),
    ],
)
def test_a_file_of_states_is_refused_with_its_name_and_the_field(
    change: Callable[[dict[str, Any]], object], said: str
) -> None:
    with pytest.raises(KnowledgeError, match=f"{FILE}: {said}"):
        read_file(changed(change), FILE)
