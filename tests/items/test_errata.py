"""A grade names the errata behind it: those of its item, and those of the decision that could harm or mislead."""

from typing import Any

import pytest

from netlearn.decision import decide
from netlearn.items import generate, grade
from netlearn.items.harm import errata_of
from netlearn.items.variant import Variant
from tests.items.bank import items

SYNDROME = {"drug": "octreotide", "formulation": "short-acting", "route": "SC", "frequency": "three-times-a-day"}


def variant(slug: str) -> Variant:
    return generate(items()[slug], "0")


def test_a_prescription_names_the_erratum_of_the_printed_dose() -> None:
    assert "E01" in grade(variant("octreotide-for-the-syndrome"), {**SYNDROME, "dose": "150 mg"}).errata


def test_an_erratum_of_the_item_and_of_the_decision_is_named_once() -> None:
    named = grade(variant("octreotide-for-the-syndrome"), {**SYNDROME, "dose": "150 mg"}).errata
    assert named.count("E01") == 1


@pytest.mark.parametrize("answer", ["unsuitable", "suitable"])
def test_a_classification_names_the_errata_of_its_rule_whatever_was_answered(answer: str) -> None:
    made = next(
        each
        for each in (generate(items()["fit-for-radiofrequency"], str(seed)) for seed in range(60))
        if each["key"] == ["unsuitable"]
    )
    assert "E16" in grade(made, answer).errata


def test_the_errata_of_wording_are_left_out() -> None:
    case = {"primary_site": "pancreas", "differentiation": "well", "progressive": True}
    decision = decide("targeted", drug="sunitinib", **case)

    assert "E14" in {caution.id for caution in decision.cautions}
    assert "E14" not in errata_of(decision)


@pytest.mark.parametrize("answer", ["dont-know", "", "rubbish"])
def test_what_is_not_graded_names_none(answer: Any) -> None:
    assert grade(variant("octreotide-for-the-syndrome"), answer).errata == ()
