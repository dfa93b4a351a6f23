"""Code tasks: a stub, a model answer, wrong answers, and cases by seed whose expected values an oracle works out.

Nobody's code is run here: the grader sends a case's inputs to the learner's process and judges what comes back.
"""

import contextlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from importlib import import_module
from typing import Any

from attrs import field, frozen

from netlearn import evidence
from netlearn.decision import decide
from netlearn.decision.load import load, names
from netlearn.editions import default_edition, edition_ids
from netlearn.errors import NetlearnError
from netlearn.items.generators import case_for
from netlearn.items.item import Body, Json
from netlearn.items.judging import ValueJudgement, judge
from netlearn.items.load import STATUSES, read_reimplements, read_slug, read_uuid
from netlearn.items.oracles import call, oracle
from netlearn.items.reading import FieldReader, fact_or_figure
from netlearn.items.seeds import Draw
from netlearn.items.targets import targets
from netlearn.quantity import Quantity
from netlearn.value import json_value

KEYS = (
    "slug", "uuid", "version", "reimplements", "status", "objective", "title", "facts", "errata", "updates", "hints",
    "function", "text", "cases", "library",
)  # fmt: skip
SHORT = 5  # values of a list of which a task asks each
CASE_KEYS = ("count", "table", "edition", "inputs", "targets", "oracle", "arguments", "tolerance")
LEAST_WRONG = 3
LIBRARY = ("hidden", "open")  # where a task is graded: netlearn, which knows the answers to most of them


@frozen
class Task:
    """One code task. ``wrong`` holds the wrong answers by name; ``cases`` says where inputs and answers come from.

    ``library`` says whether code may ask netlearn, which can answer most tasks by itself.
    """

    slug: str
    uuid: str
    version: int
    objective: str
    title: str
    function: str
    text: str
    stub: str = field(repr=False)
    model: str = field(repr=False)
    wrong: Mapping[str, str] = field(repr=False)
    cases: Body = field(repr=False)
    status: str = "draft"
    reimplements: str = ""
    chapter: str = ""
    hints: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    errata: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    library: bool = False
    raw: Body = field(factory=dict, repr=False)

    @property
    def key(self) -> str:
        """Slug and version."""
        return f"{self.slug}@{self.version}"


@frozen
class TaskCase:
    """What the learner's function is called with, by name, and what it should return; both plain JSON."""

    inputs: Json
    expected: Any
    because: str = ""


def read_task(
    reader: FieldReader,
    name: str,
    chapter: str,
    objectives: Sequence[str],
    files: Mapping[str, str],
    wrong: Mapping[str, str],
) -> Task:
    """One task from its folder of that name; all of its files count for the digest of what is published.

    ``files`` are the stub and the model answer, ``wrong`` the wrong answers by name.
    """
    reader = reader.filled()
    reader.only(KEYS)
    version = reader.whole("version")
    slug = read_slug(reader, name, version)
    if len(wrong) < LEAST_WRONG:
        reader.refuse("wrong", list(wrong), f"at least {LEAST_WRONG} files wrong/*.py")
    return Task(
        slug=slug,
        uuid=read_uuid(reader),
        version=version,
        objective=reader.word("objective", objectives),
        title=reader.text("title"),
        function=reader.text("function"),
        text=reader.text("text"),
        wrong=wrong,
        cases=read_cases(reader.part("cases")),
        status=reader.word("status", STATUSES, "draft"),
        reimplements=read_reimplements(reader, slug, version),
        chapter=chapter,
        hints=reader.texts("hints", least=1),
        facts=reader.sources("facts", fact_or_figure),
        errata=reader.sources("errata", evidence.erratum),
        updates=reader.sources("updates", evidence.update),
        library=reader.word("library", LIBRARY, LIBRARY[0]) == "open",
        raw={**reader.raw, **files, "wrong": wrong},
        **files,
    )


def read_cases(reader: FieldReader) -> Body:
    """Where cases come from: a table's targets, or arguments drawn for a function of netlearn."""
    reader.only(CASE_KEYS)
    made: dict[str, Any] = {"count": reader.whole("count", 12)}
    made["tolerance"] = reader.exact("tolerance") if "tolerance" in reader.raw else None
    if ("table" in reader.raw) is ("oracle" in reader.raw):
        reader.refuse("table", "both or neither", "exactly one of table and oracle")
    if "oracle" in reader.raw:
        reader.known("oracle", reader.text("oracle"), oracle)
        arguments = reader.part("arguments")
        drawn = {name: arguments.texts(name, least=2) for name in arguments.raw}
        call(
            reader.text("oracle"), {name: _argument(texts[0]) for name, texts in drawn.items()}
        )  # refused here, not later
        return {**made, "oracle": reader.text("oracle"), "arguments": drawn}
    edition = reader.word("edition", edition_ids(), default_edition())
    table = reader.word("table", names(edition))
    wanted = reader.texts("targets") or targets(table, edition)
    for target in wanted:
        if target not in targets(table, edition):
            reader.refuse("targets", target, ", ".join(targets(table, edition)))
    return {**made, "table": table, "edition": edition, "targets": wanted, "inputs": reader.texts("inputs")}


def cases(task: Task, seed: str) -> tuple[TaskCase, ...]:
    """The cases of a task for a seed: as many as its file says, none twice. Targets of a table are taken in turn."""
    found: dict[str, TaskCase] = {}
    for n, case in enumerate(_drawn(task, seed)):
        if case:
            found.setdefault(repr(sorted(case.inputs.items())), case)
        if len(found) == task.cases["count"] or n >= 20 * task.cases["count"]:
            break
    if "table" in task.cases:
        for case in _varied(task, [*found.values()]):  # what patients never bring, a function may still get wrong
            if len(found) < task.cases["count"]:
                found.setdefault(repr(sorted(case.inputs.items())), case)
        return _with_every_value(task, [*found.values()])
    return tuple(found.values())


def _with_every_value(task: Task, drawn: Sequence[TaskCase]) -> tuple[TaskCase, ...]:
    """The cases, of which the last give way to cases of the values that no patient brought."""
    brought = {pair for case in drawn for pair in _chosen(case)}
    asked = load(task.cases["table"], task.cases["edition"]).inputs
    short = {
        each.name for each in asked if len(each.values) <= SHORT
    }  # not a list of drugs, of which a task names a few
    missing: list[TaskCase] = []
    for case in _varied(task, drawn):
        if new := {pair for pair in _chosen(case) - brought if pair[0] in short}:
            missing.append(case)
            brought |= new
    return (*drawn[: len(drawn) - len(missing)], *missing)


def _chosen(case: TaskCase) -> set[tuple[str, str]]:
    """The inputs of a case that are chosen from a list, with their values."""
    return {(name, value) for name, value in case.inputs.items() if isinstance(value, str)}


def _varied(task: Task, drawn: Sequence[TaskCase]) -> Iterator[TaskCase]:
    """The cases with one named input of a short list as another of its values, where the table still answers."""
    table, edition = task.cases["table"], task.cases["edition"]
    known = {each.name: each.values for each in load(table, edition).inputs if each.values}
    for case in drawn:
        for name, values in known.items():
            for value in values if name in case.inputs else ():
                given = {**case.inputs, name: value}
                with contextlib.suppress(NetlearnError):
                    decision = decide(table, edition, **given)
                    if decision.status != "undetermined":
                        yield TaskCase(given, decision.verdict, decision.because)


def _drawn(task: Task, seed: str) -> Iterator[TaskCase | None]:
    draw, spec = Draw("task", task.slug, task.version, seed), task.cases
    order = draw.shuffled(spec["targets"]) if "table" in spec else []
    known: dict[tuple[str, ...], TaskCase] = {}
    n = 0
    while True:
        seeded = f"{task.key}:{seed}:{n}"
        yield _of_table(spec, order[n % len(order)], seeded) if order else _of_function(spec, draw, known)
        n += 1


def _of_table(spec: Body, target: str, seed: str) -> TaskCase | None:
    """A case of a table, with the inputs that the task names; the answer is the verdict, None where there is none.

    No case where those inputs leave the answer open.
    """
    drawn = case_for(spec["table"], spec["edition"], target, seed)
    given = {name: drawn.get(name) for name in spec["inputs"] or drawn}  # a function is called with every argument
    decision = decide(spec["table"], spec["edition"], **given)
    if decision.status == "undetermined":
        return None
    return TaskCase({name: as_json(value) for name, value in given.items()}, decision.verdict, decision.because)


def _of_function(spec: Body, draw: Draw, known: dict[tuple[str, ...], TaskCase]) -> TaskCase:
    """A case of a function: each argument is drawn from the texts of its list; what was drawn before is known."""
    drawn = {name: draw.pick(texts) for name, texts in spec["arguments"].items()}
    texts = tuple(drawn.values())
    if texts not in known:
        inputs = {name: _argument(text) for name, text in drawn.items()}
        known[texts] = TaskCase(inputs, as_json(call(spec["oracle"], inputs)))
    return known[texts]


def _argument(text: str) -> Any:
    """A drawn argument: true, false, a number, or the text itself."""
    try:
        return as_json(tomllib.loads(f"value = {text}", parse_float=Fraction)["value"])
    except tomllib.TOMLDecodeError:
        return text


def as_json(value: Any) -> Any:
    """A value as JSON has it: whole numbers whole, other numbers decimal, amounts as text.

    >>> as_json(Fraction(31, 10)), as_json(Fraction(4)), as_json(True), as_json((1, None))
    (3.1, 4, True, [1, None])
    """
    if isinstance(value, Quantity):
        return str(value)
    if isinstance(value, list | tuple):
        return [as_json(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): as_json(each) for key, each in value.items()}
    return json_value(value)


def judged(task: Task, case: TaskCase, returned: Any) -> ValueJudgement:
    """The judgement of one returned value; a wrong one is told the case and what the table says of it."""
    found = judge(case.expected, returned, task.cases["tolerance"])
    if found:
        return found
    shown = ", ".join(f"{name}={value!r}" for name, value in case.inputs.items())
    return ValueJudgement(False, f"{task.function}({shown}): {found.reason}. {case.because}".strip())


def reasons(task: Task, made: Sequence[TaskCase], returned: Sequence[tuple[str, Any]]) -> tuple[str, ...]:
    """Say for each case what is wrong with what came back of it, "" where it is right.

    ``returned`` holds for each case ("value", value) or ("error", text). A function that returns the same whatever it
    is given has answered no case, though it may happen to be what some case expects.
    """
    found = tuple(_reason(task, *pair) for pair in zip(made, returned, strict=True))
    if "" in found and _is_constant(made, returned):
        return (f"{task.function}() returns {returned[0][1]!r} whatever it is given: no case counts",) * len(made)
    return found


def _is_constant(made: Sequence[TaskCase], returned: Sequence[tuple[str, Any]]) -> bool:
    answers, expected = ({repr(each) for each in found} for found in (returned, [case.expected for case in made]))
    return len(answers) == 1 and returned[0][0] == "value" and len(expected) > 1


def _reason(task: Task, case: TaskCase, returned: tuple[str, Any]) -> str:
    kind, value = returned
    if kind == "value":
        return judged(task, case, value).reason
    shown = ", ".join(f"{name}={value!r}" for name, value in case.inputs.items())
    return f"{task.function}({shown}): {value}"


def __getattr__(name: str) -> Any:
    """Give ``load_tasks``, which the bank now holds, to scripts written when it stood here."""
    if name != "load_tasks":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module("netlearn.items.bank").load_tasks
