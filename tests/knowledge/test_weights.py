"""The weight of every fact is the one that was agreed: by it a chapter is held to teach the fact, or not."""

import tomllib
from pathlib import Path

import pytest

from netlearn import evidence

AGREED = tomllib.loads(Path(__file__).with_name("weights.toml").read_text(encoding="utf-8"))
WEIGHT = {id: weight for weight, ids in AGREED.items() for id in ids}


@pytest.mark.parametrize("id", evidence.facts())
def test_a_fact_weighs_what_was_agreed(id: str) -> None:
    assert evidence.fact(id).weight == WEIGHT[id]


def test_each_fact_is_weighed_once() -> None:
    assert sum(map(len, AGREED.values())) == len(WEIGHT) == len(evidence.facts())
