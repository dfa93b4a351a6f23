"""External radiotherapy: symptomatic metastases of brain and bone; in 2026 neither the brain nor the cord waits."""

import pytest

import netlearn as nl

BOTH_EDITIONS = pytest.mark.parametrize("edition", ["review-2012", "2026"])
CASES = [(target, symptoms) for target in ("brain", "bone", "liver", "other") for symptoms in (True, False)]


def decide(target: object, symptomatic: object, edition: str = "review-2012") -> nl.Decision:
    """The decision for one metastasis."""
    return nl.decide("external-radiotherapy", edition, target=target, symptomatic=symptomatic)


@BOTH_EDITIONS
@pytest.mark.parametrize(("target", "symptomatic"), CASES)
def test_only_a_symptomatic_metastasis_of_brain_or_bone_is_irradiated_and_in_2026_a_silent_one_in_the_brain_treated(
    target: str, symptomatic: bool, edition: str
) -> None:
    expected = "indicated" if target in ("brain", "bone") and symptomatic else "not-indicated"
    if (edition, target, symptomatic) == ("2026", "brain", False):
        expected = "local-treatment"

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
    assert "E59" in [c.id for c in decide(target, symptomatic, edition).cautions]


@pytest.mark.parametrize(("target", "symptomatic", "missing"), [("bone", None, "symptomatic"), (None, True, "target")])
def test_an_unknown_input_that_matters_is_named(target: str | None, symptomatic: bool | None, missing: str) -> None:
    assert decide(target, symptomatic).missing == (missing,)


def spine(**case: object) -> nl.Decision:
    return nl.decide("external-radiotherapy", "2026", target="spine", **case)


def gravest(decision: nl.Decision) -> set[str]:
    """The cautions of risk A: those that hold, or may."""
    return {c.id for c in decision.cautions if c.risk == "A"}


@pytest.mark.parametrize(
    ("symptomatic", "signs", "verdict"),
    [
        (True, True, "indicated"),
        (False, True, "indicated"),
        (None, True, "indicated"),
        (True, False, "indicated"),
        (True, None, "indicated"),
        (False, False, "not-indicated"),
        (False, None, None),
    ],
)
def test_2026_signs_of_cord_compression_decide_in_the_spine(
    symptomatic: bool | None, signs: bool | None, verdict: str | None
) -> None:
    decision = spine(symptomatic=symptomatic, cord_compression_signs=signs)

    assert decision.verdict == verdict
    assert ("cord-emergency" in gravest(decision)) is (signs is not False)


def test_2026_a_quiet_spine_is_asked_for_signs() -> None:
    assert spine(symptomatic=False).missing == ("cord_compression_signs",)


@pytest.mark.parametrize(
    ("target", "symptomatic", "warned"), [("brain", False, True), ("brain", True, False), ("bone", False, False)]
)
def test_2026_a_silent_brain_metastasis_warns_against_waiting(target: str, symptomatic: bool, warned: bool) -> None:
    assert ("brain-not-deferred" in gravest(decide(target, symptomatic, "2026"))) is warned


def test_2026_the_emergency_names_its_hours_and_what_was_not_read() -> None:
    caution = next(c for c in spine(cord_compression_signs=True).cautions if c.id == "cord-emergency")

    assert "24\u00a0hours" in caution.text and "not read" in caution.text


def test_the_editions_differ_in_the_brain_and_the_spine() -> None:
    caused = {update for difference in nl.compare("external-radiotherapy") for update in difference.updates}

    assert "brain-asymptomatic" in caused
