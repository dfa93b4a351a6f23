"""From what a learner gave (answers, returned values) to results: pure, so it can be done again at any time."""

import hashlib
import json
import math
from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Any

from attrs import evolve

from netlearn.grader.bank import Bank, SeededTask
from netlearn.grader.record import NOT_FOUND, Record, Responses, Result, Run
from netlearn.items.answers import AnswerKey
from netlearn.items.seeds import seed_for
from netlearn.items.variant import Grade, Variant

__all__ = ["ANOTHERS", "digest_of", "mark", "remark", "sensible", "task_key", "tasks"]

ANOTHERS = "the answer is to another learner's variant"
_LONGEST = 10_000  # characters of one answer, as JSON
_DEEPEST = 8
_LOST = "Its place in the notebook was gone: a person has to look."
_CHANGED = "its cases have changed since the code was run: the old result stands until the code is run again"


def sensible(value: Any, depth: int = 0) -> bool:
    """Say whether an answer can be one: short, not nested deeply, and no number that is none (NaN, infinity).

    >>> sensible({"VI": "dominant"}), sensible("x" * 10_001)
    (True, False)
    """
    if depth > _DEEPEST or (isinstance(value, float) and not math.isfinite(value)):
        return False
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return all(sensible(part, depth + 1) for part in parts) and (depth > 0 or len(json.dumps(value)) <= _LONGEST)


def digest_of(cases: Sequence[Any]) -> str:
    """Return a digest of a task's inputs: returned values belong to these inputs only."""
    return hashlib.sha256(json.dumps(list(map(dict, cases)), sort_keys=True).encode()).hexdigest()[:16]


def mark(
    learner: str, chapter: str, given: Responses, bank: Bank, secret: bytes | None
) -> tuple[tuple[Result, ...], tuple[str, ...]]:
    """Return a result for every item and task in force, and notes on what was odd about the answers."""
    notes: list[str] = []
    asked = [key for key in bank.items(chapter) if not given.assessed or key[0] in bank.askable(chapter)]
    items = [_item(learner, chapter, key, given, bank, secret, notes) for key in asked]
    runs = {run.slug: run for run in given.runs}
    coded = [_task(chapter, task, runs.get(task.slug), bank) for task in tasks(learner, chapter, bank, secret)]
    return tuple(_found(each, given.missing) for each in (*items, *coded)), tuple(notes)


def _found(result: Result, missing: Collection[str]) -> Result:
    """Tell what was not found from what was not answered."""
    lost = result.result == "unanswered" and result.slug in missing and not result.feedback
    return evolve(result, result=NOT_FOUND, feedback=(_LOST,)) if lost else result


def tasks(learner: str, chapter: str, bank: Bank, secret: bytes | None) -> tuple[SeededTask, ...]:
    """Return the code tasks in force, with the learner's inputs: with a secret, nobody can foresee them."""
    return tuple(
        bank.task(chapter, slug, version, "0" if secret is None else seed_for(secret, learner, slug, version))
        for slug, version in bank.tasks(chapter)
    )


def task_key(chapter: str, task: SeededTask) -> AnswerKey:
    """Return the key of an answer to a code task."""
    return AnswerKey(chapter, task.slug, task.version, task.seed)


def remark(record: Record, bank: Bank, secret: bytes | None) -> Record:
    """Return the record with its results made anew. Where a task's inputs have changed, its old result stands."""
    results, _ = mark(record.learner, record.chapter, record.given, bank, secret)
    old = {result.slug: result for result in record.results}
    made = tasks(record.learner, record.chapter, bank, secret)
    inputs = {task.slug: digest_of(task.cases) for task in made}
    stale = {run.slug for run in record.given.runs if run.slug in old and inputs.get(run.slug) not in (None, run.cases)}
    notes = dict.fromkeys((*record.notes, *(f"{slug}: {_CHANGED}" for slug in sorted(stale))))
    kept = tuple(old[result.slug] if result.slug in stale else result for result in results)
    return evolve(record, results=kept, notes=tuple(notes))


def _item(
    learner: str,
    chapter: str,
    item: tuple[str, int],
    given: Responses,
    bank: Bank,
    secret: bytes | None,
    notes: list[str],
) -> Result:
    answer = next((each for each in given.answers if each.key.slug == item[0]), None)
    asked = answer.key if answer else AnswerKey(chapter, *item, "")
    (slug, version), variant = _variant(learner, item, asked, bank, secret)
    key = AnswerKey(chapter, slug, version, variant.seed if variant else asked.seed or "0")
    if variant is None:
        return Result(key, "", "unanswered", Fraction(0), ("There is no such variant.",))
    if secret is not None and answer and asked.seed != variant.seed:
        notes.append(f"{slug}: {ANOTHERS}")
        return Result(key, variant.kind, "unanswered", Fraction(0), ("It answers another variant.",))
    said = answer.answer if answer else None
    return evolve(
        _result(key, variant.kind, bank.grade(variant, said)),
        confidence=(answer.confidence or "") if answer else "",
        chosen=_chosen(variant, said),
    )


def _variant(
    learner: str, item: tuple[str, int], asked: AnswerKey, bank: Bank, secret: bytes | None
) -> tuple[tuple[str, int], Variant | None]:
    """Make the variant that the learner saw, from the item's version and the seed."""
    slug, version = item
    for number in (asked.version, version) if 0 < asked.version < version else (version,):
        seed = seed_for(secret, learner, slug, number) if secret is not None else asked.seed or "0"
        if (variant := bank.generate(asked.chapter, slug, number, seed)) is not None:
            return (slug, number), variant
    return item, None


def _chosen(variant: Variant, answer: Any) -> str:
    """Name the options that were chosen, for the statistics of distractors."""
    known = {option["id"] for part in ("options", "spans") for option in variant.get(part, ())}
    picked = answer if isinstance(answer, list) else [answer]
    return ", ".join(sorted({each for each in picked if isinstance(each, str) and each in known}))


def _task(chapter: str, task: SeededTask, run: Run | None, bank: Bank) -> Result:
    key = task_key(chapter, task)
    if run is None:
        return Result(key, "code", "unanswered", Fraction(0))
    if run.status == "refused":
        return Result(key, "code", "wrong", Fraction(0), (_sentence(run.reason),))
    missing = (("error", run.reason),) * (len(task.cases) - len(run.returned))
    returned = (*run.returned, *missing)[: len(task.cases)]
    return _result(key, "code", bank.judge(chapter, task, returned))


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."


def _result(key: AnswerKey, kind: str, grade: Grade) -> Result:
    return Result(
        key,
        kind,
        grade.result,
        grade.score,
        grade.feedback,
        grade.evidence,
        grade.errata,
        grade.dangerous,
    )
