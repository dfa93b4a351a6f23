"""Item statistics as files: a table for a spreadsheet, and a page that shows right and wrong at a glance."""

from collections.abc import Sequence
from pathlib import Path

from netlearn.grader.outputs import harmless
from netlearn.grader.outputs.statistics import HEAD, ItemStatistics, item_statistics
from netlearn.grader.outputs.tables import write_csv
from netlearn.grader.outputs.writing import write_text
from netlearn.grader.record import Record
from netlearn.markup import Html
from netlearn.words import say

__all__ = ["statistics_page", "write_statistics"]

_STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1.5rem; max-width: 70rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .9375rem }
th, td { padding: .3rem .5rem; text-align: right; vertical-align: top; border-bottom: 1px solid }
th:first-child, td:nth-child(2), th:nth-child(2), td:last-child, th:last-child { text-align: left }
tbody th { font-weight: 600; min-width: 9rem; overflow-wrap: anywhere }
td:last-child { min-width: 9rem; overflow-wrap: anywhere }
small { display: block; font-weight: 400 }
.bar { display: flex; height: .75rem; min-width: 9rem; border: 1px solid; margin-bottom: .2rem }
.r { background: #1b7a43 } .p { background: #e0a100 } .w { background: #b3261e } .k { background: #6b7280 }
.u { background: #fff } .m { background: repeating-linear-gradient(45deg, #fff 0 3px, #6b7280 3px 6px) }
"""
_COLUMNS = {
    "Item": "slug@version, and kind",
    "Right and wrong": "of all learners",
    "Difficulty": "mean score; 1: everybody right",
    "Discrimi\u00adnation": "correlation with the other scores",
    "Danger\u00adous": "answers that could hurt a patient",
    "Wrong and sure": "said to be sure",
    "Chosen": "how often each option",
}
#: How an answer ended, in the order of `ItemStatistics.ended`, and the class of its part of the bar.
_ENDED = {"right": "r", "partly right": "p", "wrong": "w", "not known": "k", "not answered": "u", "not found": "m"}


def write_statistics(folder: Path, records: Sequence[Record]) -> None:
    """Write ``items.csv`` and ``items.html``."""
    items = item_statistics(records)
    write_csv(folder / "items.csv", [HEAD, *(item.row() for item in items)])
    write_text(folder / "items.html", harmless.text(statistics_page(items)))


def statistics_page(items: Sequence[ItemStatistics]) -> str:
    """Return the page; it asks no other machine for anything, and is no wider than its window.

    >>> "<h1>Item statistics</h1>" in statistics_page([])
    True
    """
    chapters = dict.fromkeys(item.chapter for item in items)
    tables = Html("").join(_table(name, [item for item in items if item.chapter == name]) for name in chapters)
    return Html(
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Item statistics</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        "<style>{}</style></head><body><main><h1>Item statistics</h1><p>{}</p>{}"
        "<p>Education, not medical advice.</p></main></body></html>\n"
    ).format(Html(_STYLE), say("quiz", "formative"), tables)


def _table(chapter: str, items: Sequence[ItemStatistics]) -> Html:
    column = Html('<th scope="col">{}<small>{}</small></th>')
    return Html(
        '<h2>{name}</h2><div class="wide" tabindex="0" role="region" aria-label="Items of {name}"><table><thead><tr>'
        "{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    ).format(
        name=chapter or "No chapter",
        head=Html("").join(column.format(name, said) for name, said in _COLUMNS.items()),
        rows=Html("").join(map(_row, items)),
    )


def _row(item: ItemStatistics) -> Html:
    numbers = (_number(item.difficulty), _number(item.discrimination), item.dangerous, item.wrong_and_sure)
    cells = Html("<td>{}</td>").each([_bar(item), *numbers])
    chosen = Html("<br>").join(f"{count} × {option}" for option, count in item.chosen)
    named = Html("{}<small>{}</small>").format(item.name, item.kind)
    return Html('<tr><th scope="row">{}</th>{}<td>{}</td></tr>').format(named, cells, chosen)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace("-", "−")


def _bar(item: ItemStatistics) -> Html:
    """Draw how the item went for everybody, the same in words below it."""
    counts = [(name, mark, count) for (name, mark), count in zip(_ENDED.items(), item.ended, strict=True) if count]
    parts = Html("").join(Html('<i class="{}" style="flex:{}"></i>').format(mark, count) for _, mark, count in counts)
    said = ", ".join(f"{count} {name}" for name, _, count in counts)
    return Html('<span class="bar" aria-hidden="true">{}</span>{}').format(parts, said)
