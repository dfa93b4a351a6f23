"""What learners of an assessed course install: it asks an assessed notebook's questions and holds no answer."""

import importlib.util
import io
import json
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.handout.test_assessed import handed_out, questions

SCRIPT = Path(__file__).parents[2] / "scripts/wheel_learner.py"
spec = importlib.util.spec_from_file_location("wheel_learner", SCRIPT)
wheel_learner = importlib.util.module_from_spec(spec)
spec.loader.exec_module(wheel_learner)
BANK = wheel_learner.BANK
ASK = """
import json, sys
sys.path[:0] = [sys.argv[1]]
sys.path.append(sys.argv[2])
import netlearn
from netlearn.exercises import Quiz, check
from netlearn.handout.assessed import pack_questions
from netlearn.items.bank import exercises
asked = Quiz("demo", questions=pack_questions(json.load(sys.stdin)))
try:
    exercises()
except netlearn.NetlearnError as missing:
    print(json.dumps([netlearn.__file__, len(asked._pool["items"]), str(missing)]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel_learner.build(tmp_path_factory.mktemp("wheels"))


def packed(name: str, content: bytes) -> io.BytesIO:
    """A wheel with one file."""
    wheel = io.BytesIO()
    with zipfile.ZipFile(wheel, "w") as made:
        made.writestr(name, content)
    return wheel


def missed(paths: Iterable[Path], name: str, change: Callable[[bytes], bytes] = bytes) -> list[str]:
    """The files of the bank that are not found where each is packed, under a name that says nothing, into a wheel."""
    return [str(path) for path in paths if wheel_learner.keys_in(packed(name, change(path.read_bytes()))) != [name]]


def test_no_key_is_in_it(wheel: Path):
    assert wheel_learner.keys_in(wheel) == []


@pytest.mark.parametrize("name", ["exercises/x.txt", "netlearn/knowledge/x.toml"])
def test_a_key_that_got_in_is_found(name: str):
    assert wheel_learner.keys_in(packed(name, b"a = 1\n[[option]]\nid = 'x'\nright = true\n")) == [name]


@pytest.mark.parametrize("end", [b"", b"# changed\n"])
@pytest.mark.parametrize("files", ["*/items/*.toml", "*/tasks/*/task.toml"])
def test_every_item_and_every_task_is_found_as_it_is_and_changed(files: str, end: bytes):
    paths = sorted(BANK.glob(files))

    assert paths
    assert missed(paths, "netlearn/knowledge/x.toml", lambda content: content + end) == []


def test_every_model_and_every_wrong_answer_is_found_under_another_name():
    paths = sorted(BANK.glob("*/tasks/**/*.py"))

    assert paths
    assert missed(paths, "netlearn/x.py") == []


def test_what_only_looks_a_little_like_an_item_is_left():
    name = "netlearn/knowledge/x.toml"

    assert wheel_learner.keys_in(packed(name, b'slug = "x"\ntext = "the right objective"\n')) == []


def test_the_library_that_decides_is_in_it_and_the_teachers_page_says_so(wheel: Path):
    tasks = (tomllib.loads(path.read_text(encoding="utf-8")) for path in BANK.glob("*/tasks/*/task.toml"))
    cases = [task["cases"] for task in tasks]
    needed = {f"{each['oracle'].partition(':')[0].replace('.', '/')}.py" for each in cases if "oracle" in each}
    tables = {f"{each['table']}.toml" for each in cases if "table" in each}
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    page = (SCRIPT.parents[1] / "book/teaching.md").read_text(encoding="utf-8")

    assert all("oracle" in each or "table" in each for each in cases)
    assert needed <= names
    assert tables <= {name.rpartition("/")[2] for name in names if name.startswith("netlearn/knowledge/tables/")}
    assert "The library that decides is in the wheel" in page


def test_an_assessed_notebook_runs_with_nothing_else(wheel: Path, tmp_path: Path):
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "installed")
    pool = json.dumps(questions(handed_out()))
    command = [sys.executable, "-I", "-S", "-c", ASK, str(tmp_path / "installed"), sysconfig.get_path("purelib")]
    done = subprocess.run(command, input=pool, capture_output=True, text=True, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    place, count, missing = json.loads(done.stdout)
    assert (place.startswith(str(tmp_path)), count > 3, "exercises" in missing) == (True, True, True)
