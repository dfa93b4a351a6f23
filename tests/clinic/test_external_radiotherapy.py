"""External radiotherapy: symptomatic metastases of brain and bone, and nothing else. Both editions read the same."""

import pytest

import netlearn as nl

BOTH_EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])
CASES = [(target, symptoms) for target in ("brain", "bone", "liver", "other") for symptoms in (True, False)]


def decide(target: object, symptomatic: object, edition: str = "review-2012") -> nl.Decision:
    """The decision for one metastasis."""
    return nl.decide("external-radiotherapy", edition, target=target, symptomatic=symptomatic)


@BOTH_EDITIONS
@pytest.mark.parametrize(("target", "symptomatic"), CASES)
def test_only_a_symptomatic_metastasis_of_brain_or_bone_is_irradiated(
    target: str, symptomatic: bool, edition: str
) -> None:
    expected = "indicated" if target in ("brain", "bone") and symptomatic else "not-indicated"

    assert decide(target, symptomatic, edition).verdict == expected


@pytest.mark.parametrize(
    ("target", "symptomatic", "findings"),
    [
        ("liver", True, ("neither brain nor bone",)),
        ("bone", False, ("no symptoms",)),
        ("other", False, ("neither brain nor bone", "no symptoms")),
        ("brain", True, ()),
    ],
)
def test_what_speaks_against_it_is_a_finding(target: str, symptomatic: bool, findings: tuple[str, ...]) -> None:
    assert decide(target, symptomatic).findings == findings


@BOTH_EDITIONS
@pytest.mark.parametrize(("target", "symptomatic"), CASES)
def test_every_answer_says_that_it_is_too_narrow_today(target: str, symptomatic: bool, edition: str) -> None:
    assert [c.id for c in decide(target, symptomatic, edition).cautions] == ["E59"]


@pytest.mark.parametrize("target", ["liver", "other"])
def test_symptoms_need_not_be_known_elsewhere(target: str) -> None:
    assert decide(target, None).verdict == "not-indicated"


def test_the_target_need_not_be_known_without_symptoms() -> None:
    assert decide(None, False).verdict == "not-indicated"


@pytest.mark.parametrize(("target", "symptomatic", "missing"), [("bone", None, "symptomatic"), (None, True, "target")])
def test_an_unknown_input_that_matters_is_named(target: str | None, symptomatic: bool | None, missing: str) -> None:
    assert decide(target, symptomatic).missing == (missing,)


@pytest.mark.parametrize("bad", ["lung", "Brain", True, 1])
def test_a_bad_target_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="target"):
        decide(bad, True)


@pytest.mark.parametrize("bad", ["yes", 1])
def test_what_is_not_yes_or_no_is_refused_by_name(bad: object) -> None:
    with pytest.raises(nl.InputError, match="symptomatic"):
        decide("bone", bad)


def test_both_editions_read_the_same() -> None:
    assert nl.compare("external-radiotherapy") == ()
