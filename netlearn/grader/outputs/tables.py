"""The class's grades as files: a spreadsheet, and one JSON line for each record."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from netlearn.grader.record import Record, Result

__all__ = ["cell", "write_answers", "write_csv", "write_grades", "write_records"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def cell(value: object) -> str:
    """Write a value so that no spreadsheet takes it for a formula; numbers stay numbers.

    >>> cell("=HYPERLINK(1)"), cell(-0.5), cell(" @x")
    ("'=HYPERLINK(1)", '-0.5', "' @x")
    """
    text = str(value)
    if isinstance(value, str) and text.lstrip(" \u00a0\ufeff").startswith(_FORMULA):
        return f"'{text}"
    return text


def write_csv(path: Path, rows: Iterable[Sequence[object]]) -> None:
    """Write rows; UTF-8 with the mark by which spreadsheets know it."""
    with path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
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
    scores = {result.key.item: round(float(result.score), 4) for result in record.results}
    lists = ("; ".join(record.notes), ", ".join(record.isolation))
    total = round(float(record.score), 4)
    head = (record.learner, record.path, record.chapter, record.status, total, len(record.results))
    return [*head, *(scores.get(item, "") for item in items), record.reason, *lists]


def write_records(path: Path, records: Iterable[Record]) -> None:
    """Write one JSON line for each record: everything, scores as exact fractions."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record.to_json(), sort_keys=True) + "\n" for record in records)
