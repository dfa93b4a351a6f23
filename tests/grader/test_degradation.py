"""Platforms that lack a measure: the list says so, and code runs only where the minimum is reached."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netlearn.grader import IsolationError, probe
from netlearn.grader.sandbox import jobs, warm
from netlearn.grader.sandbox.jobs import Job
from netlearn.grader.sandbox.measures import LANDLOCK, MOUNT, PID
from tests.grader.attacks import ALL, CASES
from tests.grader.classroom import PATIENT_LIMITS

pytestmark = pytest.mark.usefixtures("isolation")

REFUSE = "\ndef refuse(*args): raise OSError('not on this platform')\n"
WITHOUT = {
    LANDLOCK: "from netlearn.grader.sandbox import confine\nconfine.landlockpy = None\n",
    MOUNT: f"from netlearn.grader.sandbox import linux{REFUSE}linux.mount_empty_root = refuse\n",
    PID: f"from netlearn.grader.sandbox import linux{REFUSE}linux.fork_apart = refuse\n",
}


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Let the next server be on a platform without some measures."""

    def lack(*names: str) -> None:
        start, add, *rest = warm._MAIN.splitlines()  # the path comes first, so that netlearn can be imported
        monkeypatch.setattr(warm, "_MAIN", "\n".join([start, add, *map(WITHOUT.get, names), *rest]))
        jobs.close()

    yield lack
    jobs.close()


@pytest.mark.parametrize("name", [LANDLOCK, MOUNT])
def test_a_measure_that_is_missing_is_not_on_the_list(without: Callable[..., None], name: str):
    without(name)

    assert name not in probe(PATIENT_LIMITS)


@pytest.mark.parametrize("name", [LANDLOCK, MOUNT])
def test_either_way_of_closing_the_files_does_it_alone(without: Callable[..., None], name: str, tmp_path: Path):
    without(name)
    (tmp_path / "secret").touch()
    source = ALL["reading a file"].source.replace("SECRET", str(tmp_path / "secret"))
    outcome = jobs.run(Job((source,), "double", CASES), PATIENT_LIMITS)

    assert "contained: " in str(outcome.returned[0])


@pytest.mark.parametrize(
    ("names", "said"), [((PID,), "lacks: PID namespace"), ((LANDLOCK, MOUNT), "lacks: mount namespace or Landlock")]
)
def test_below_the_minimum_no_code_is_run(without: Callable[..., None], names: tuple[str, ...], said: str):
    without(*names)

    with pytest.raises(IsolationError, match=said):
        probe(PATIENT_LIMITS)
