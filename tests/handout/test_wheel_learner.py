"""What learners of an assessed course install: it asks an assessed notebook's questions and holds no answer."""

import importlib.util
import json
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.handout.test_assessed import handed_out, questions

SCRIPT = Path(__file__).parents[2] / "scripts/wheel_learner.py"
spec = importlib.util.spec_from_file_location("wheel_learner", SCRIPT)
wheel_learner = importlib.util.module_from_spec(spec)
spec.loader.exec_module(wheel_learner)
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


def test_no_key_is_in_it(wheel: Path):
    assert wheel_learner.keys_in(wheel) == []


@pytest.mark.parametrize("name", ["exercises/x.txt", "netlearn/knowledge/x.toml"])
def test_a_key_that_got_in_is_found(name: str, tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "x.whl", "w") as made:
        made.writestr(name, "a = 1\n[[option]]\nid = 'x'\nright = true\n")

    assert name in wheel_learner.keys_in(tmp_path / "x.whl")


def test_an_assessed_notebook_runs_with_nothing_else(wheel: Path, tmp_path: Path):
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "installed")
    pool = json.dumps(questions(handed_out()))
    command = [sys.executable, "-I", "-S", "-c", ASK, str(tmp_path / "installed"), sysconfig.get_path("purelib")]
    done = subprocess.run(command, input=pool, capture_output=True, text=True, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    place, count, missing = json.loads(done.stdout)
    assert (place.startswith(str(tmp_path)), count > 3, "exercises" in missing) == (True, True, True)
