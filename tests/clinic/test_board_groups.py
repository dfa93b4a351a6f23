"""The group of every verdict on the board, typed a second time: by group here, by table in ``assemblies.toml``.

"Against" is what is contraindicated or excluded, does harm or showed no benefit; "not now" is what waits for something
else; criteria that are not met are a group of their own, as is what has been asked and answered; first line and rescue
only where a source says so.
"""

import pytest

from netlearn.clinic.plan import plan

AGAINST = "contraindicated excluded not-recommended not-accepted not-confirmed no-significant-benefit"
NOT_NOW = "surgery-first defer ask-first not-first"
NOT_MET = "criteria-not-met not-eligible not-indicated unsuitable not-as-monotherapy"
NOT_STATED = "under-evaluation preliminary-only under-study not-established"
OPTION = (
    "option option-under-investigation must-consider beneficial indicated indicated-selected individualise consider "
    "suitable doubtful local-treatment give-300-microgram-sc infusion-may-be-started by-local-protocol have-available"
)
BY_VERDICT = {
    verdict: group
    for group, verdicts in {
        "against": AGAINST,
        "not-now": NOT_NOW,
        "criteria-not-met": NOT_MET,
        "nothing-to-ask": "not-needed",
        "not-stated": NOT_STATED,
        "option": OPTION,
        "first-line": "first-option first-line indicated-symptoms",
        "rescue": "rescue",
    }.items()
    for verdict in verdicts.split()
}
#: To watch is no treatment; against growth only the later guidelines put an analogue first.
OTHERWISE = {
    ("observation", "option", "review-2012"): "watch",
    ("observation", "option", "2026"): "watch",
    ("ssa", "indicated-growth-control", "review-2012"): "option",
    ("ssa", "indicated-growth-control", "2026"): "first-line",
}


@pytest.mark.parametrize("key", sorted(plan().verdicts), ids="-".join)
def test_a_verdict_stands_in_the_group_that_was_agreed(key):
    _, verdict, _ = key
    assert plan().verdicts[key] == (OTHERWISE[key] if key in OTHERWISE else BY_VERDICT[verdict])
