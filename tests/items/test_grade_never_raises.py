"""Whatever JSON a learner's notebook holds, it is graded, and the grade is JSON of one shape."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netlearn.items import generate, grade
from tests.items.bank import items

VARIANTS = {slug: generate(item, "0") for slug, item in items().items()}
WORDS = sorted(
    {"span", "correction", "drug", "dose", "150 mg", "octreotide", "SC", "I", "VI", "small", "diffuse_multifocal"}
    | {each["id"] for made in VARIANTS.values() for key in ("options", "steps", "spans") for each in made.get(key, ())}
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(WORDS)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=4) | st.sampled_from(WORDS), inner, max_size=5)
    ),
    max_leaves=12,
)
RESULTS = ("right", "partly", "wrong", "dont-know", "format-error", "unanswered")


@pytest.mark.parametrize("slug", sorted(VARIANTS))
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(answer=JSON)
def test_any_json_is_graded(slug: str, answer: object) -> None:
    made = grade(VARIANTS[slug], answer)
    assert made.result in RESULTS
    json.dumps(made.to_json(), allow_nan=False)
