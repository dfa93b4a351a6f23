"""The sandbox that the grader's tests need."""

import sys

import pytest

from netlearn.grader import IsolationError, probe


@pytest.fixture(scope="session")
def isolation() -> tuple[str, ...]:
    """The measures in force on this machine.

    Where a machine offers too little, such as a container that forbids namespaces, the grader refuses to run code
    there (tested without this fixture), and what needs isolation is skipped with the list of what is missing:
    `make test` ends with these reasons.
    """
    if sys.platform != "linux":
        pytest.skip(f"there is no isolation on {sys.platform}: the grader refuses to run code there")
    try:
        return probe()
    except IsolationError as refusal:
        pytest.skip(f"this machine does not let code be kept apart, so the grader refuses to run it: {refusal}")
