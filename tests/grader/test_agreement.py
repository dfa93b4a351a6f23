"""``check()`` in the notebook and the grade agree: the grader runs what the notebook's kernel would have run."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from netlearn.grader import Record, grade
from netlearn.grader.exercises import Exercises
from netlearn.grader.sandbox.cells import Cells
from netlearn.handout import checking
from netlearn.handout.checking import check
from netlearn.handout.notebook import practice, written
from netlearn.items.bank import load_tasks
from netlearn.items.item import Json
from netlearn.learner_code import not_allowed
from tests.grader.classroom import PATIENT_LIMITS, settings

ROOT = Path(__file__).parents[2] / "exercises"
CHAPTER, SHARES, INVOLVEMENT = "02-significance", "share-at-diagnosis", "type-of-involvement"
TASKS = load_tasks(ROOT, CHAPTER)
MODEL, STUB = TASKS[f"{SHARES}@1"].model, TASKS[f"{SHARES}@1"].stub
HELPER = "def share(a, b):\n    return 100 * a / b if b else None\n"
BY_HELPER = "def shares(synchronous, metachronous, never):\n    own = synchronous + metachronous\n" \
    "    return [share(synchronous, own + never), share(synchronous, own)]\n"  # fmt: skip


PASTED = BY_HELPER.splitlines()


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_tried", {})


def worked(*sources: str, before: tuple[str, ...] = ()) -> Json:
    """The notebook with the first source in the task's cell, and others in cells of their own after or before it."""
    made = practice(ROOT, CHAPTER)
    cells = made["cells"]
    at = next(n for n, cell in enumerate(cells) if cell["metadata"].get("netlearn", {}).get("task") == SHARES)
    cells[at]["source"] = sources[0]
    cells[at + 1 : at + 1] = [free(source) for source in sources[1:]]
    cells[at:at] = [free(source) for source in before]
    return made


def free(source: str) -> Json:
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}


def graded(root: Path, notebook: Json, **limits: int) -> Record:
    path = root / "ann" / f"{CHAPTER}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(written(notebook), encoding="utf-8")
    return grade(path, settings(root, bank=Exercises(ROOT), limits=evolve(PATIENT_LIMITS, **limits)))


def result(record: Record, slug: str = SHARES) -> Any:
    return next(each for each in record.results if each.slug == slug)


OWN = MODEL.replace("shares(", "own(", 1)
NAMED = {
    "with a type": "shares: object = own",
    "one of two": "shares, rest = own, None",
    "one of a list": "[*rest, shares] = [own]",
    "at the end of a chain": "a = shares = own",
    "under a condition": "if True: shares = own",
    "in a trial": "try:\n    from nowhere import shares\nexcept ImportError:\n    shares = own",
    "after a semicolon": "x = 1; shares = own",
    "by a loop": "for shares in [own]: pass",
    "by a context": "from contextlib import nullcontext\nwith nullcontext(own) as shares: pass",
    "by a walrus": "(shares := own)",
    "by a walrus in a comprehension": "[shares := each for each in [own]]",
    "by a match": "match own:\n    case shares: pass",
    "by a global": "def give():\n    global shares\n    shares = own\ngive()",
    "after a magic": "%matplotlib inline\nshares, rest = own, None",
    "in a timed cell": "%%time\nx = 1; shares = own",
}
ENDLESS = "another cell never ends"
RIGHT = {
    "a helper below": worked(BY_HELPER, HELPER),
    "a helper above": worked(BY_HELPER, before=(HELPER,)),
    "in another cell, the task's own untouched": worked(STUB, MODEL),
    "a stub run again below": worked(MODEL, STUB),
    "a broken copy below": worked(MODEL, "def shares(synchronous:\n"),
    "a cell magic": worked(f"%%capture out\n{MODEL}"),
    "line magics": worked(f"{MODEL}\n%timeit -n1 shares(1, 1, 1)\n!pip list\nfiles = !ls\nshares?\n"),
    "a timed statement": worked(f"{MODEL}\n%time shares(1, 1, 1)\n"),
    "pasted with prompts": worked(">>> " + "\n... ".join(PASTED), HELPER),
    "indented as a whole": worked("".join(f"    {line}\n" for line in MODEL.splitlines())),
    "a trial that fails": worked(f"{MODEL}\nshares()\n"),
    "an assertion that fails in another cell": worked(MODEL, "assert shares(1, 1, 1) == 0"),
    "a cell that leaves": worked(MODEL, "exit()"),
    "what Jupyter defines": worked(f"{MODEL}\ndisplay(shares(1, 1, 1))\nget_ipython().run_line_magic('ls', '')\n"),
    "a library it does not use": worked(f"import numpy as np, math\nfrom pandas import DataFrame\n{MODEL}"),
    "by assignment": worked("shares = lambda **g: own(**g)", OWN),
    "in the cell that checks": worked(STUB, f"{MODEL}\nfrom netlearn.exercises import check\ncheck('{SHARES}')"),
    "bash and HTML": worked(MODEL, "%%bash\nls", "%%html\n<b>def shares</b>"),
    **{f"named {how}": worked(STUB, OWN, text) for how, text in NAMED.items()},
    ENDLESS: worked(MODEL, "while True:\n    pass"),
}  # fmt: skip


@pytest.mark.usefixtures("isolation")
@pytest.mark.parametrize("name", RIGHT)
def test_right_work_in_the_shape_in_which_people_write_it_is_right(name: str, tmp_path: Path):
    record = graded(tmp_path, RIGHT[name], **({"wall": 2, "cpu": 3} if name == ENDLESS else {}))

    assert (result(record).result, result(record).feedback) == ("right", ())
    assert any("without the notebook's other cells" in note for note in record.notes) == (name == ENDLESS)


TOUCHED = {
    "a comment": f"# to do\n{STUB}",
    "a pass": f"{STUB}    pass\n",
    "no docstring": "def shares(synchronous, metachronous, never):\n    ...\n",
    "other names": "def shares(a, b, c):\n    'Later.'\n    return\n",
    "formatted": STUB.replace('"""', "'''").replace("\n\n", "\n"),
    "copied below": f"{STUB}\n\n{STUB}",
}


@pytest.mark.usefixtures("isolation")
@pytest.mark.parametrize("name", TOUCHED)
def test_a_stub_that_was_only_touched_is_not_answered(name: str, tmp_path: Path):
    record = graded(tmp_path, worked(TOUCHED[name]))

    assert (result(record).result, result(record).score, record.given.runs) == ("unanswered", 0, ())
    assert any("still does what it did" in note for note in record.notes)


@pytest.mark.usefixtures("isolation")
@pytest.mark.parametrize("value", ["None", "[0.0, 0.0]", "[None, None]", "(30.0, 75.0)"])
def test_a_constant_earns_nothing_though_some_case_expects_it(value: str, tmp_path: Path):
    source = f"def shares(**given):\n    print('hello')\n    return {value}\n"

    assert result(graded(tmp_path, worked(source))).score == 0
    scope: dict[str, Any] = {}
    exec(source, scope)
    assert check(SHARES, scope=scope).right == 0


REFUSED = {
    "numpy": "import numpy as np\ndef shares(synchronous, metachronous, never):\n    return list(np.zeros(2))\n",
    "attr": "from attr import asdict\ndef shares(**given):\n    return asdict(given)\n",
    "netlearn": "def shares(**given):\n    from netlearn.clinic.shares import at_diagnosis\n    return 0\n",
}


@pytest.mark.usefixtures("isolation")
@pytest.mark.parametrize("module", REFUSED)
def test_what_cannot_be_used_is_said_in_the_same_words_by_check_and_by_the_grade(module: str, tmp_path: Path):
    scope: dict[str, Any] = {"__name__": "__main__"}
    source = REFUSED[module]
    exec(source, scope)
    said = f"{module} cannot be used in this task; accepted: Python's standard library"

    assert check(SHARES, scope=scope).text == said
    assert said in " ".join(result(graded(tmp_path, worked(source))).feedback)


KEYS = {
    "imported": "from netlearn.clinic.shares import at_diagnosis",
    "by the package": "import netlearn as nl\nat_diagnosis = nl.clinic.shares.at_diagnosis",
    "by importlib": "import importlib\nat_diagnosis = importlib.import_module('netlearn.clinic.shares').at_diagnosis",
    "from what is loaded": "import sys\nat_diagnosis = sys.modules['netlearn.clinic.shares'].at_diagnosis",
    "from memory": "import gc\n"
    "(at_diagnosis,) = [o for o in gc.get_objects() if getattr(o, '__name__', '') == 'at_diagnosis']",
    "from its file": f"import sys\nexec(open({str(Path(checking.__file__).parents[1] / 'clinic/shares.py')!r}).read())",
    "by a loader": "import importlib.util as u\n"
    f"s = u.spec_from_file_location('x', {str(Path(checking.__file__).parents[1] / 'clinic/shares.py')!r})\n"
    "m = u.module_from_spec(s); s.loader.exec_module(m); at_diagnosis = m.at_diagnosis",
}  # fmt: skip


@pytest.mark.usefixtures("isolation")
@pytest.mark.parametrize("name", KEYS)
def test_the_library_does_not_answer_a_task_for_its_learner(name: str, tmp_path: Path):
    body = "\n".join(f"    {line}" for line in KEYS[name].splitlines())
    source = f"def shares(**given):\n{body}\n    return [float(x) for x in at_diagnosis(**given).both]\n"

    assert result(graded(tmp_path, worked(source))).score == 0


def test_a_module_behind_a_helper_is_found_and_one_that_is_not_used_is_not():
    scope: dict[str, Any] = {"__name__": "__main__"}
    exec("import attr, math\ndef help(x): return math.sqrt(x)\ndef f(x): return help(x)\ndef g(x): return h(x)", scope)
    exec("def h(x): return attr.asdict(x)", scope)

    assert (not_allowed(scope["f"]), not_allowed(scope["g"])) == ((), ("attr",))


def test_netlearn_may_be_used_where_a_task_says_so():
    scope: dict[str, Any] = {"__name__": "__main__"}
    exec("import netlearn as nl\ndef f(x): return nl.decide('grade', **x)", scope)

    assert (not_allowed(scope["f"], library=True), not_allowed(scope["f"])) == ((), ("netlearn",))


def test_a_line_that_python_reads_is_never_taken_for_a_magic():
    cells = Cells("f")
    cells.run(0, "text = '''\n%time\n!ls\n'''\nrest = (7\n    % 4)\ndef f(): return text, rest\n")

    assert cells.scope["f"]() == ("\n%time\n!ls\n", 3)
