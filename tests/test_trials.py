"""The trials: looked up by id, their numbers those of the errata and updates, and never ranked across trials."""

import pytest

import netlearn as nl
from netlearn import evidence
from netlearn.checked import level
from netlearn.trials import aspects, differences, results, trial, trials, words

NAMED = (
    "promid", "clarinet", "clarinet-forte-midgut", "netter-1", "netter-2", "compete", "radiant-1-stratum-1",
    "radiant-2", "radiant-3", "radiant-4", "sun-1111", "cabinet-extrapancreatic", "cabinet-pancreatic", "sanet-p",
    "sanet-ep", "axinet", "s0518", "seqtor", "e2211", "oclurandom", "topic-nec", "nordic-nec", "telestar-250",
    "alphamedix-02-new", "pasireotide",
)  # fmt: skip


def of(id: str, name: str) -> tuple[nl.trials.Trial, nl.trials.TrialResult]:
    found = trial(id)
    return found, next(result for result in found.results if result.name == name)


@pytest.mark.parametrize("id", NAMED)
def test_each_trial_that_the_course_speaks_of_is_there_with_a_result(id: str) -> None:
    assert trial(id).results


def test_a_number_of_an_update_is_that_figure() -> None:
    _, result = of("netter-1", "pfs")

    assert result.effect is not None
    assert result.effect.number.figure is evidence.figure("netter-1.hazard-ratio")
    assert result.effect.number.text() == "0.21 (95\N{NO-BREAK SPACE}% CI 0.13–0.33)"


def test_a_number_that_nothing_else_holds_is_typed_with_its_interval() -> None:
    _, result = of("sun-1111", "pfs-central")

    assert result.effect is not None and result.effect.number.figure is None
    assert result.effect.number.text() == "0.315 (95\N{NO-BREAK SPACE}% CI 0.181–0.546)"


def test_an_interval_without_an_upper_end_says_so() -> None:
    _, result = of("netter-2", "pfs")

    assert result.a is not None
    assert result.a.text().endswith("from 19.4, upper end not reached)")


def test_a_median_that_was_not_reached_has_no_value() -> None:
    _, result = of("clarinet", "pfs")

    assert result.a is not None
    assert (result.a.value, result.a.text()) == (None, "not reached")


def test_readings_of_one_trial_are_results_of_one_entry() -> None:
    assert [result.reading for result in trial("radiant-3").results] == ["local", "central", "adjudicated", "none"]


def test_what_was_randomised_but_not_to_compare_has_no_ratio() -> None:
    assert trial("oclurandom").comparison == "described"
    assert not any(result.effect or result.p for result in trial("oclurandom").results)


def test_a_ratio_whose_arm_nobody_names_is_marked() -> None:
    unsaid = [each.id for each, result in results() if result.effect and result.effect.direction == "not-said"]
    assert unsaid == ["seqtor"]


def test_two_trials_differ_in_what_is_said() -> None:
    said = differences(of("netter-1", "pfs"), of("sun-1111", "pfs-local"))

    assert "where the tumour began: midgut; pancreas" in said
    assert "reading: central reading; local reading" in said
    assert not any(line.startswith("endpoint") for line in said)


def test_a_result_does_not_differ_from_itself() -> None:
    assert differences(of("netter-1", "pfs"), of("netter-1", "pfs")) == ()


def test_two_readings_of_one_trial_differ_in_the_reading_alone() -> None:
    said = differences(of("axinet", "pfs-local"), of("axinet", "pfs-central"))
    assert said == ("reading: local reading; central reading",)


def test_every_result_says_every_aspect() -> None:
    assert all(all(aspects(each, result).values()) for each, result in results())


def test_what_is_recalled_stays_marked() -> None:
    recalled = {each.id for each, result in results() if result.checked == "recalled"}
    assert recalled >= {"e2211", "nordic-nec", "moertel-1991", "king-2008", "saxena-2010", "pasireotide-phase-2"}
    assert all(level(result.checked) for _, result in results())


def test_touzios_whose_treatment_followed_fitness_is_left_out() -> None:
    assert not any("touzios2005" in result.cites for _, result in results())


def test_an_unknown_trial_is_named_with_those_close_to_it() -> None:
    with pytest.raises(evidence.UnknownIdError, match="trial: 'netter1' is not known; close: netter-1"):
        nl.trial("netter1")


def test_every_word_of_the_closed_lists_is_used() -> None:
    used = {
        "drugs": {value for each in trials().values() for value in each.drugs},
        "sites": {value for each in trials().values() for value in each.sites},
        "grades": {value for each in trials().values() for value in each.grades},
        "lines": {value for each in trials().values() for value in each.lines},
        "endpoints": {result.endpoint for _, result in results()},
        "readings": {result.reading for _, result in results()},
    }
    assert {kind: set(words()[kind]) for kind in used} == used
