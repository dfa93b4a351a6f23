"""What counts as isolation."""

import pytest

from netlearn.grader.sandbox import filter
from netlearn.grader.sandbox.measures import CLOSED_FILES, IPC, LANDLOCK, MINIMUM, MOUNT, UID, USER, missing


@pytest.mark.parametrize("name", MINIMUM)
def test_each_measure_of_the_minimum_is_needed(name: str):
    assert missing([LANDLOCK, *(each for each in MINIMUM if each != name)]) == (name,)


@pytest.mark.parametrize("name", CLOSED_FILES)
def test_either_way_of_closing_the_files_is_enough(name: str):
    assert missing([*MINIMUM, name]) == ()


@pytest.mark.parametrize("machine", filter._NUMBERS)
def test_the_filter_has_a_number_for_every_call(machine: str):
    assert len(set(filter._NUMBERS[machine])) == len(filter._CALLS.split())


def test_on_another_processor_there_is_no_filter():
    with pytest.raises(OSError, match="no filter for riscv64"):
        filter.program("riscv64")


def test_open_files_are_no_isolation():
    assert missing([*MINIMUM, UID, USER, IPC]) == (f"{MOUNT} or {LANDLOCK}",)


def test_a_list_of_nothing_lacks_everything():
    assert missing([]) == (*MINIMUM, f"{MOUNT} or {LANDLOCK}")
