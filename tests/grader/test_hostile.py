"""Hostile code: each attack is contained, is on record for what it was, and leaves a neighbour's record alone."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve, frozen

from netlearn.grader import Record, grade
from netlearn.grader.sandbox import jobs
from netlearn.grader.sandbox.jobs import Job
from netlearn.grader.sandbox.measures import missing
from netlearn.grader.sandbox.trusting import run_trusting
from tests.grader.attacks import ALL, CASES, SLOW, Attack
from tests.grader.classroom import GOOD, PATIENT_LIMITS, QUICK_LIMITS, hand_in, settings

pytestmark = pytest.mark.usefixtures("isolation")


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Someone who listens on the network."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture(scope="module", autouse=True)
def abstract() -> Iterator[None]:
    """Someone who listens on a socket without a file."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0netlearn-test-{os.getpid()}")
        server.listen()
        yield


def armed(source: str, secret: Path, port: int) -> str:
    """The source of an attack, pointed at what is really there."""
    return source.replace("SECRET", str(secret)).replace("PID", str(os.getpid())).replace("PORT", str(port))


@frozen
class Seen:
    """An attack's record, and its neighbour's record before and after it."""

    attack: Attack
    record: Record
    before: Record
    after: Record


@pytest.fixture(scope="module", params=ALL)
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, port: int) -> Seen:
    root = tmp_path_factory.mktemp("class")
    neighbour, attack = hand_in(root, "neighbour", GOOD), ALL[request.param]
    before = grade(neighbour, settings(root))
    hostile = hand_in(root, "hostile", armed(attack.source, neighbour, port))
    limits = QUICK_LIMITS if request.param in SLOW else PATIENT_LIMITS
    record = grade(hostile, settings(root, limits=limits))
    return Seen(attack, record, before, grade(neighbour, settings(root)))


def test_an_attack_is_recorded_for_what_it_was(seen: Seen):
    run = seen.record.given.runs[0]

    assert seen.record.status == seen.attack.status, seen.record
    assert seen.attack.says in f"{seen.record.reason} {run.returned[:1]}"


def test_an_attack_leaves_a_neighbours_record_alone(seen: Seen):
    assert seen.after == seen.before
    assert seen.after.results[-1].result == "right"


def test_an_attack_earns_what_its_returned_values_earn(seen: Seen):
    assert seen.record.results[-1].result == seen.attack.earns


def test_the_minimum_of_isolation_is_reached(isolation: tuple[str, ...]):
    assert missing(isolation) == ()


def test_every_record_of_code_says_what_kept_it_apart(isolation: tuple[str, ...], tmp_path: Path):
    assert grade(hand_in(tmp_path, "ann", GOOD), settings(tmp_path)).isolation == isolation


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give each submission a user of its own")
def test_as_root_each_submission_has_its_own_user(isolation: tuple[str, ...]):
    assert "own uid" in isolation


def test_processor_time_is_limited_too(tmp_path: Path):
    path = hand_in(tmp_path, "ann", SLOW["endless loop"].source)
    record = grade(path, settings(tmp_path, limits=evolve(PATIENT_LIMITS, cpu=1)))

    assert (record.status, record.reason) == ("timeout", "double: it used 1 s of processor time")


def held(process: int, text: bytes) -> bool:
    """Whether a process holds a text anywhere in its memory."""
    maps = Path(f"/proc/{process}/maps").read_text().splitlines()
    parts = [line.split()[0].split("-") for line in maps if " rw" in line]
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for start, end in ((int(a, 16), int(b, 16)) for a, b in parts):
            memory.seek(start)
            if text in memory.read(end - start):
                return True
    return False


def test_the_process_that_children_are_copies_of_never_holds_a_submission(tmp_path: Path):
    hand_in(tmp_path, "ann", f"# my secret thought\n{GOOD}")
    grade(tmp_path / "ann.ipynb", settings(tmp_path))
    server = jobs._server().process.pid

    assert not held(server, b"my secret thought")
    assert held(server, b"netlearn.grader.sandbox.server")


@pytest.mark.parametrize("name", ["reading a file", "reading passwords", "TCP", "UDP", "reading a process"])
def test_an_attack_is_real_and_succeeds_where_nothing_keeps_it_apart(name: str, tmp_path: Path, port: int):
    secret = tmp_path / "secret"
    secret.touch()
    job = Job((armed(ALL[name].source, secret, port),), "double", CASES[:1])

    assert run_trusting(job.request(QUICK_LIMITS), 1, 1, QUICK_LIMITS).returned == (("value", "escaped"),)
