"""What chapter 3.4 says of reasons, bars, sessions and the clock is what the tables answer."""

import pytest

from netlearn.clinic.cases import case
from netlearn.decision import decide


def asked(table, edition="2026", **changes):
    """Tomas as chapter 3.4 has him, at the last time that he is asked this, with changes."""
    given = [each.given[edition] for each in case("tomas@3.4").asked if each.table == table][-1]
    return decide(table, edition, **{**given, **changes})


def test_in_2012_symptoms_alone_are_missing_and_today_he_is_for_selected_patients():
    then, now = (asked("embolisation", edition) for edition in ("review-2012", "2026"))

    assert (then.verdict, then.findings) == ("criteria-not-met", ("symptoms controlled by medical treatment",))
    assert now.verdict == "indicated-selected"


@pytest.mark.parametrize(
    ("share", "verdict"), [(50, "indicated"), ("50.1", "indicated-selected"), (80, "indicated-selected")]
)
def test_more_than_half_of_the_liver_makes_it_selected(share, verdict):
    """Exactly half is not more than half, and three quarters change nothing more."""
    assert asked("embolisation", liver_involvement_percent=share).verdict == verdict


@pytest.mark.parametrize("reason", ["progressive", "symptoms_uncontrolled_by_medical_therapy", "bulky"])
def test_each_reason_alone_is_enough(reason):
    none = {"progressive": False, "symptoms_uncontrolled_by_medical_therapy": False, "bulky": False}

    assert asked("embolisation", liver_involvement_percent=40, **{**none, reason: True}).verdict == "indicated"
    assert asked("embolisation", liver_involvement_percent=40, **none).status == "not-stated"


@pytest.mark.parametrize(
    "bar", ["bleeding_disorder", "renal_failure", "hepatic_vein_occlusion", "portal_vein_occlusion"]
)
def test_each_bar_alone_is_enough(bar):
    assert asked("embolisation", **{bar: True}).verdict == "contraindicated"


def test_half_haste_and_spread_together_are_too_much():
    spread = {"urgent_procedure": True, "extrahepatic_disease": "other"}

    assert asked("embolisation", **spread).verdict == "criteria-not-met"
    assert asked("embolisation", **spread, liver_involvement_percent=50).verdict == "indicated-selected"


@pytest.mark.parametrize(
    ("weeks", "then", "now"),
    [
        ("3.9", "too-early", "too-early"),
        (4, "acceptable", "acceptable"),
        (6, "acceptable", "acceptable"),
        ("6.1", "beyond-recommended", None),
    ],
)
def test_the_wait_between_sessions(weeks, then, now):
    """After six weeks 2012 says “later than recommended”, and today no rule speaks."""
    verdicts = [
        asked("embolisation-session", edition, interval_since_last_session_weeks=weeks).verdict
        for edition in ("review-2012", "2026")
    ]

    assert verdicts == [then, now]


FEATURES = ("fever", "abdominal_pain", "leucocytosis", "transaminases_raised")


def after(hours, *features):
    """What the clock says of the features that are there, where the duct was never touched."""
    there = {name: name in features for name in FEATURES}
    return decide("postembolisation", "2026", hours_since_session=hours, biliary_enteric_anastomosis=False, **there)


@pytest.mark.parametrize(
    ("hours", "verdict"),
    [(30, "postembolisation-syndrome"), (72, "postembolisation-syndrome"), ("72.1", "beyond-usual-duration")],
)
def test_all_four_features_by_the_clock(hours, verdict):
    assert after(hours, *FEATURES).verdict == verdict


@pytest.mark.parametrize("missing", FEATURES)
def test_where_one_feature_is_missing_no_rule_names_it(missing):
    assert after(30, *(name for name in FEATURES if name != missing)).status == "not-stated"


@pytest.mark.parametrize("left", FEATURES)
def test_past_its_time_one_feature_is_enough(left):
    assert after(120, left).verdict == "beyond-usual-duration"


def test_fever_always_carries_the_warning_and_a_joined_duct_adds_its_own():
    joined = decide(
        "postembolisation",
        "2026",
        hours_since_session=30,
        biliary_enteric_anastomosis=True,
        **dict.fromkeys(FEATURES, True),
    )

    assert {"fever"} == {caution.id for caution in after(30, *FEATURES).cautions if not caution.id.startswith("E")}
    assert {"fever", "joined-duct"} <= {caution.id for caution in joined.cautions}
