"""The class's grades as files: a spreadsheet, and one JSON line for each record."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from netlearn.grader.outputs.harmless import cell
from netlearn.grader.outputs.writing import replacing
from netlearn.grader.record import NOT_FOUND, Record, Result

__all__ = ["write_answers", "write_csv", "write_grades", "write_records"]


def write_csv(path: Path, rows: Iterable[Sequence[object]]) -> None:
    """Write rows; UTF-8 with the mark by which spreadsheets know it."""
    with replacing(path, "utf-8-sig") as file:
        csv.writer(file).writerows([cell(value) for value in row] for row in rows)


def write_grades(path: Path, records: Sequence[Record]) -> None:
    """Write a row for each record and a column for each item, ``chapter/slug@version``; scores have 4 places."""
    items = list(dict.fromkeys(result.key.item for record in records for result in record.results))
    head = ("learner", "path", "chapter", "status", "score", "of", *items, "reason", "notes", "isolation")
    write_csv(path, [head, *(_row(record, items) for record in records)])


def write_answers(path: Path, records: Iterable[Record]) -> None:
    """Write a row for each answer under its key, ``chapter/slug@version#seed``; scores are rounded to 4 places."""
    head = ("learner", "key", "kind", "result", "score", "confidence", "chosen", "dangerous")
    write_csv(path, [head, *((record.learner, *_answer(each)) for record in records for each in record.results)])


def _answer(made: Result) -> tuple[object, ...]:
    score, dangerous = round(float(made.score), 4), "yes" if made.dangerous else ""
    return (str(made.key), made.kind, made.result, score, made.confidence, made.chosen, dangerous)


def _row(record: Record, items: Sequence[str]) -> list[object]:
    found = (result for result in record.results if result.result != NOT_FOUND)  # an empty cell is no 0
    scores = {result.key.item: round(float(result.score), 4) for result in found}
    lists = ("; ".join(record.notes), ", ".join(record.isolation))
    total = round(float(record.score), 4) if record.results else ""  # what was not graded has no score
    head = (record.learner, record.path, record.chapter, record.status, total, len(record.results))
    return [*head, *(scores.get(item, "") for item in items), record.reason, *lists]


def write_records(path: Path, records: Iterable[Record]) -> None:
    """Write one JSON line for each record: everything, scores as exact fractions."""
    with replacing(path) as file:
        file.writelines(json.dumps(record.to_json(), sort_keys=True) + "\n" for record in records)
