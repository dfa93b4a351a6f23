"""The class's grades as files: a spreadsheet, and one JSON line for each record."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from netlearn.grader.record import Record

__all__ = ["cell", "write_csv", "write_grades", "write_records"]

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
    """Write a row for each record and a column for each item; scores are rounded to 4 places."""
    slugs = list(dict.fromkeys(result.slug for record in records for result in record.results))
    head = ("learner", "path", "chapter", "status", "score", "of", *slugs, "reason", "notes", "isolation")
    write_csv(path, [head, *(_row(record, slugs) for record in records)])


def _row(record: Record, slugs: Sequence[str]) -> list[object]:
    scores = {result.slug: round(float(result.score), 4) for result in record.results}
    lists = ("; ".join(record.notes), ", ".join(record.isolation))
    total = round(float(record.score), 4)
    head = (record.learner, record.path, record.chapter, record.status, total, len(record.results))
    return [*head, *(scores.get(slug, "") for slug in slugs), record.reason, *lists]


def write_records(path: Path, records: Iterable[Record]) -> None:
    """Write one JSON line for each record: everything, scores as exact fractions."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record.to_json(), sort_keys=True) + "\n" for record in records)
