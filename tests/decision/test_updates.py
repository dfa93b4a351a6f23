"""What was published since the review is named beside the evidence of an answer that rests on it."""

import pytest

from netlearn.decision import decide, load, names


@pytest.mark.parametrize(
    ("score", "updates"),
    [
        (1, ("krenning-threshold", "krenning-score")),
        (3, ("prrt-label", "netter-1", "netter-1-survival", "compete", "netter-r")),
    ],
)
def test_an_answer_names_the_updates_of_the_rule_that_tells(score, updates):
    answer = decide(
        "prrt", "2026", somatostatin_receptor_positive=True, surgical_candidate=False, krenning_score=score,
        progressive=True, newly_diagnosed=False, symptomatic=False, grade="NET G2",
        pregnant=False, serious_renal_impairment=False, fdg_avid_receptor_negative=False, second_course=False,
    )  # fmt: skip
    assert answer.updates == updates
    assert answer.to_json()["updates"] == list(updates)


@pytest.mark.parametrize("table", names("review-2012"))
def test_the_answers_of_the_reviews_edition_rest_on_nothing_published_later(table):
    """A caution may tell what was learnt since; what decides may not."""
    read = load(table, "review-2012")
    decides = (*read.rules, *read.silent, *read.conflicts, *read.impossible)
    assert [clause.id for clause in decides if clause.updates] == []
