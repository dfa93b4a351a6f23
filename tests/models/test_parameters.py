"""The numbers of the models: where each comes from, and what the loader refuses."""

from pathlib import Path

import pytest

from netlearn import evidence
from netlearn.errors import KnowledgeError
from netlearn.models.parameters import TYPICAL, parameters, read

MODELS = ("bioheat", "pharmacokinetics")
ALL = [parameters(model).about(name) for model in MODELS for name in parameters(model)]
BIBLIOGRAPHY = (Path(__file__).parents[2] / "book" / "references.bib").read_text(encoding="utf-8")
GOOD = {"quantity": "a thing", "value": 2, "unit": "mm", "low": 1, "high": 3, "basis": TYPICAL}


def about(**changes):
    spec = {key: value for key, value in {**GOOD, **changes}.items() if value is not None}
    return read({"thing": spec}, "models/test.toml").about("thing")


@pytest.mark.parametrize("parameter", [p for p in ALL if p.basis == "fact"], ids=lambda p: p.name)
def test_a_number_from_the_review_has_the_range_of_its_fact(parameter):
    value = evidence.fact(parameter.fact).value

    assert (parameter.low, parameter.high) == (float(value.low), float(value.high))


def test_every_work_that_is_cited_stands_in_the_bibliography():
    assert [key for p in ALL for key in p.cites if f"{{{key}," not in BIBLIOGRAPHY] == []


def test_the_half_life_of_somatostatin_and_the_cold_of_cryoablation_are_the_reviews():
    assert [p.fact for p in ALL if p.basis == "fact"] == ["3.3-07", "4.1-05"]


@pytest.mark.parametrize("value", [1, 3])
def test_ends_of_the_range_belong_to_it(value):
    assert about(value=value).value == value


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": 0.9}, r"thing\.value is 0\.9; accepted: from 1\.0 to 3\.0"),
        ({"value": 3.1}, r"thing\.value is 3\.1"),
        ({"value": "2"}, r"thing\.value is '2'; accepted: a number"),
        ({"value": True}, r"thing\.value is True"),
        ({"unit": None}, r"thing\.unit is missing"),
        ({"unit": ""}, r"thing\.unit is ''"),
        ({"colour": "red"}, r"thing\.colour is not a known key"),
        ({"basis": "typical"}, r"thing\.basis is 'typical'"),
        ({"basis": "cited"}, r"thing\.cites is \[\]"),
        ({"basis": "fact"}, r"thing\.fact is ''"),
        ({"fact": "4.1-05"}, r"thing\.fact is '4\.1-05'"),
        ({"cites": ["kvols1986"]}, r"thing\.cites is \['kvols1986'\]"),
        ({"cites": "kvols1986"}, r"thing\.cites is 'kvols1986'; accepted: a list"),
    ],
)
def test_what_is_wrong_is_refused_by_file_and_field(changes, words):
    with pytest.raises(KnowledgeError, match=f"models/test.toml: {words}"):
        about(**changes)


def test_a_parameter_that_does_not_exist_is_refused():
    with pytest.raises(KnowledgeError, match="'colour' does not exist"):
        parameters("bioheat")["colour"]


def test_a_model_that_does_not_exist_is_refused():
    with pytest.raises(KnowledgeError, match="no file"):
        parameters("phlogiston")
