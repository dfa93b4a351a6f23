"""The last step of a page: links in raw HTML, the cards of its evidence links, and only the scripts it needs."""

import re
from typing import Any

from sphinx.application import Sphinx

from netlearn.clinic.board_data import BOARD, board_tables
from netlearn.clinic.crisis.exporting import ROOM
from netlearn.site.assets import write_quiz, write_table
from netlearn.site.evidence_links import entries_on, rewrite_sources
from netlearn.site.hover_cards import cards_script
from netlearn.widgets.bench_data import BENCH
from netlearn.widgets.bench_data import TABLES as BENCH_TABLES

# MyST-NB gives a hidden cell's summary a name that its text contradicts.
_MISLEADING = ' aria-label="Toggle hidden content"'
_LIVER_TABLE = "liver-involvement"
_BOARD = "<net-board"


def finish_page(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Complete a page's body and add its scripts; pages that hold nothing of ours stay as they are."""
    if "body" not in context:
        return
    body = rewrite_sources(app, page, context["body"]).replace(_MISLEADING, "")
    context["body"] = body + str(cards_script(entries_on(body)))
    data = [*(write_table(app, table) for table in tables(body)), *(write_quiz(app, each) for each in quizzes(body))]
    for script in [*data, *scripts(body)]:
        app.add_js_file(script, loading_method="defer", priority=800)


def scripts(body: str) -> list[str]:
    """Name the scripts that a page needs beside its tables, from what is in it.

    >>> scripts('<p>Plain.</p>'), scripts('<net-explorer table="grade"></net-explorer>')
    ([], ['netlearn.js'])
    """
    widgets = "<net-" in body or "data-ev=" in body
    due = "data-nl-due" in body
    quiz = "<net-quiz" in body or due
    chapter = bool(re.search(r'class="[^"]*\bnl-chapter\b', body))
    own = {
        "liver.js": "<net-liver" in body or quiz,
        "ablation.js": "<net-ablation" in body,
        "guess.js": bool(re.search(r"<net-quiz\b[^>]*\bguess\b", body)),
        "board.js": _BOARD in body,
        "crisis.js": ROOM in tables(body),  # before the quiz that may ask for it
        "crisis-exercise.js": "<net-quiz" in body and ROOM in tables(body),
        "quiz.js": quiz,
        "filter.js": "data-nl-filter" in body,
        "reading.js": chapter,
        "progress.js": "data-nl-progress" in body,
        "due.js": due,
        "sheet.js": "data-nl-sheet" in body,
    }
    # The first takes the questions as they stand, before the others turn them into a quiz.
    wanted = {"handout.js": chapter, "netlearn.js": widgets or due, **own}
    return [name for name, needed in wanted.items() if needed]


def quizzes(body: str) -> list[str]:
    """Name the chapters whose questions a page asks.

    >>> quizzes('<net-quiz chapter="02-significance" items="a b" tables=""></net-quiz>')
    ['02-significance']
    """
    return sorted(set(re.findall(r'<net-quiz\b[^>]*?\bchapter="([^"]+)"', body)))


def tables(body: str) -> list[str]:
    """Name the decision tables that the widgets of a page play with.

    >>> tables('<net-liver compact></net-liver><net-explorer edition="2026" table="grade">')
    ['grade', 'liver-involvement']
    >>> tables('<net-ablation edition="2026"></net-ablation>')
    ['ablation-bench', 'pai', 'rfa']
    >>> tables('<net-crisis></net-crisis>')
    ['crisis-room']
    >>> tables('<net-quiz chapter="4.1-analogues" tables="dose-check liver-involvement"></net-quiz>')
    ['dose-check', 'liver-involvement']
    >>> {"board", "prrt", "grade"} <= set(tables('<net-board edition="2026"></net-board>'))
    True
    """
    found = set(re.findall(r'<net-explorer\b[^>]*?\btable="([^"]+)"', body))
    found.update(name for names in re.findall(r'<net-quiz\b[^>]*?\btables="([^"]*)"', body) for name in names.split())
    if "<net-liver" in body:
        found.add(_LIVER_TABLE)
    if "<net-crisis" in body:
        found.add(ROOM)
    if "<net-ablation" in body:
        found.update((*BENCH_TABLES, BENCH))
    if _BOARD in body:
        found.update((*board_tables(), BOARD))
    return sorted(found)
