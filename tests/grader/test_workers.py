"""Workers that are killed half-way, for real: in a local pool, and on a local Dask cluster."""

import json
import logging
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netlearn.grader import Record, Settings
from netlearn.grader.journal import opened
from netlearn.grader.run import Pool, dask, grade_class, local
from tests.grader.attacks import ALL
from tests.grader.classroom import GOOD, hand_in, settings

pytestmark = pytest.mark.usefixtures("isolation")
KILL_AT, SIZE = 10, 40


@pytest.fixture
def made(tmp_path: Path) -> Settings:
    """Forty submissions, every tenth of which ends its own process."""
    for number in range(SIZE):
        hand_in(tmp_path / "in", f"{number:02}", ALL["os._exit"].source if number % 10 == 3 else GOOD)
    return settings(tmp_path / "in")


def graded(made: Settings, journal: Path, pool: Pool, kill: Callable[[], None]) -> tuple[Record, ...]:
    def advance(done: int, total: int) -> None:
        if done == KILL_AT:
            kill()

    with opened(journal, made.digest()) as writing:
        return grade_class(made, writing, pool, advance)


def check(records: tuple[Record, ...], journal: Path) -> None:
    """No submission lost, none recorded twice, and the right ones right."""
    assert [record.learner for record in records] == [f"{number:02}" for number in range(SIZE)]
    written = [json.loads(line)["path"] for line in journal.read_text().splitlines()[1:]]
    assert sorted(written) == [record.path for record in records]
    assert [record.status for record in records] == ["died" if n % 10 == 3 else "graded" for n in range(SIZE)]


def test_a_local_pool_whose_worker_is_killed_loses_nothing_and_records_nothing_twice(made: Settings, tmp_path: Path):
    pools = []

    def pool():
        pools.append(local(2)())
        return pools[-1]

    def kill() -> None:
        os.kill(next(iter(pools[0]._processes)), signal.SIGKILL)

    records = graded(made, tmp_path / "j", pool, kill)

    assert len(pools) == 2
    check(records, tmp_path / "j")


def nested(levels: int) -> list[object]:
    made: list[object] = []
    for _ in range(levels):
        made = [made]
    return made


@pytest.mark.parametrize("place", ["answer", "metadata", "output"])
@pytest.mark.parametrize("levels", [50, 500])
def test_what_is_nested_goes_through_a_worker_at_the_first_try(place: str, levels: int, tmp_path: Path):
    path = hand_in(
        tmp_path / "in", "ann", GOOD, answers={"where": {"answer": nested(levels) if place == "answer" else "liver"}}
    )
    content = json.loads(path.read_text())
    if place == "metadata":
        content["metadata"]["mine"] = nested(levels)
    if place == "output":
        content["cells"][0]["outputs"] = nested(levels)
    path.write_text(json.dumps(content))
    made = settings(tmp_path / "in")
    with opened(tmp_path / "j", made.digest()) as journal:
        (record,) = grade_class(made, journal, local(1))

    assert (record.status, record.results[-1].result) == ("graded", "right")
    assert record.results[0].result == ("unanswered" if place == "answer" else "right")


@pytest.fixture
def cluster() -> Iterator[str]:
    """A real cluster of two worker processes on this machine."""
    distributed = pytest.importorskip("distributed", reason="the optional extra 'dask' is not installed")
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(**options) as started:
        yield started.scheduler_address


def test_a_dask_cluster_whose_worker_is_killed_loses_nothing_and_records_nothing_twice(
    made: Settings, tmp_path: Path, cluster: str
):
    from distributed import Client

    killed = []

    def kill() -> None:
        with Client(cluster, set_as_default=False) as client:
            killed.append(next(iter(client.run(os.getpid).values())))
        os.kill(killed[0], signal.SIGKILL)

    records = graded(made, tmp_path / "j", dask(cluster), kill)

    assert len(killed) == 1
    check(records, tmp_path / "j")
