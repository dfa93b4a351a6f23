"""What is recorded of one submission: frozen, exact, and the same after a journey through JSON."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import field, fields, frozen

from netlearn.grader.sandbox.outcome import TaskOutcome, Usage
from netlearn.items.answers import Answer, AnswerKey, as_json, of_mapping

__all__ = ["NOT_FOUND", "STATUSES", "Record", "Responses", "Result", "Run"]

STATUSES = ("graded", "incomplete", "died", "timeout", "refused", "unreadable")
NOT_FOUND = "not-found"  # the result of what ought to be in a notebook and is not: never the same as not answered


@frozen
class Result:
    """One item or task of a submission, as graded. ``score`` is exact, from 0 to 1."""

    key: AnswerKey
    kind: str
    result: str
    score: Fraction
    feedback: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    errata: tuple[str, ...] = ()
    dangerous: bool = False
    confidence: str = ""
    chosen: str = ""

    @property
    def slug(self) -> str:
        """The item or task, within its chapter."""
        return self.key.slug


@frozen
class Run:
    """What the code of one task did: kept, so that it can be graded again without being run again."""

    key: AnswerKey
    cases: str  # the digest of the inputs
    status: str
    reason: str
    returned: tuple[tuple[str, Any], ...]
    output: str = ""

    @property
    def slug(self) -> str:
        """The task, within its chapter."""
        return self.key.slug

    @classmethod
    def of(cls, key: AnswerKey, cases: str, outcome: TaskOutcome) -> "Run":
        """Keep of an outcome what grading needs."""
        return cls(key, cases, outcome.status, outcome.reason, outcome.returned, outcome.output)


@frozen
class Responses:
    """What the learner gave: the newest answer to each item, what the code returned, and what ought to be there."""

    answers: tuple[Answer, ...] = ()
    runs: tuple[Run, ...] = ()
    missing: tuple[str, ...] = ()  # slugs whose place in the notebook is gone
    assessed: bool = False  # the notebook asked what can be asked without its key


@frozen
class Record:
    """One submission's record. Two records are equal when they say the same; resources used do not count.

    >>> right = Result(AnswerKey("demo", "a", 1, "0"), "choice", "right", Fraction(1))
    >>> record = Record("ann", "ann.ipynb", "ab12", "graded", "demo", results=(right,))
    >>> Record.from_json(record.to_json()) == record
    True
    """

    learner: str
    path: str
    digest: str
    status: str
    chapter: str = ""
    reason: str = ""
    results: tuple[Result, ...] = ()
    notes: tuple[str, ...] = ()
    isolation: tuple[str, ...] = ()
    given: Responses = field(factory=Responses)
    at: str = ""  # when it was handed in, as nbgrader wrote beside it
    usage: Usage = field(factory=Usage, eq=False)

    @property
    def score(self) -> Fraction:
        """The sum of the scores, exact; each item and each task counts 1."""
        return sum((result.score for result in self.results), Fraction(0))

    def to_json(self) -> dict[str, Any]:
        """Return the record as JSON; fractions are text such as "2/3"."""
        # Field by field: `attrs.asdict` walks into every value and took a tenth of the time that grading takes.
        return {
            **_fields(self),
            "results": [{**_keyed(each), "score": str(each.score)} for each in self.results],
            "given": {
                "answers": as_json(self.given.answers),
                "runs": [_keyed(run) for run in self.given.runs],
                "missing": self.given.missing,
                "assessed": self.given.assessed,
            },
            "usage": _fields(self.usage),
            "score": str(self.score),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Record":
        """Read what `to_json` wrote, and what it wrote before results and runs had keys."""
        parts: dict[str, Any] = {name: value for name, value in data.items() if name != "score"}
        parts |= {name: tuple(data[name]) for name in ("notes", "isolation")}
        parts["results"] = tuple(_result(_with_key(result, data["chapter"])) for result in data["results"])
        answers = of_mapping(data["given"]["answers"], data["chapter"])
        runs = (_run(_with_key(run, data["chapter"])) for run in data["given"]["runs"])
        given = data["given"]
        missing, assessed = tuple(given.get("missing", ())), bool(given.get("assessed", False))
        parts["given"] = Responses(answers, tuple(runs), missing, assessed)
        parts["usage"] = Usage(**data["usage"])
        return cls(**parts)


def _fields(made: object) -> dict[str, Any]:
    return {name: getattr(made, name) for name in _NAMES[type(made)]}


def _keyed(made: "Result | Run") -> dict[str, Any]:
    return {**_fields(made), "key": str(made.key)}


def _with_key(data: Mapping[str, Any], chapter: str) -> dict[str, Any]:
    """A result or run, its key read; an older record named it by slug, version and at times the seed."""
    if "key" in data:
        return {**data, "key": AnswerKey.read(data["key"])}
    rest = {name: value for name, value in data.items() if name not in ("slug", "version", "seed")}
    return {**rest, "key": AnswerKey(chapter, data["slug"], data["version"], data.get("seed") or "0")}


_KINDS: tuple[type, ...] = (Record, Result, Run, Usage)
_NAMES: dict[type, tuple[str, ...]] = {kind: tuple(each.name for each in fields(kind)) for kind in _KINDS}


def _result(data: Mapping[str, Any]) -> Result:
    lists = {name: tuple(data.get(name, ())) for name in ("feedback", "evidence", "errata")}
    return Result(**{**data, **lists, "score": Fraction(data["score"])})


def _run(data: Mapping[str, Any]) -> Run:
    return Run(**{**data, "returned": tuple((kind, value) for kind, value in data["returned"])})
