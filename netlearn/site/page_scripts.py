"""The last step of a page: links in raw HTML, the cards of its evidence links, and only the scripts it needs."""

import re
from typing import Any

from sphinx.application import Sphinx

from netlearn.clinic.board_data import ASSEMBLIES, board_tables
from netlearn.clinic.crisis.exporting import ROOM
from netlearn.figures.supply import NAME as SUPPLY
from netlearn.site.assets import write_table
from netlearn.site.evidence_links import rewrite_sources
from netlearn.site.later import later_script
from netlearn.widgets.bench_data import BENCH
from netlearn.widgets.bench_data import TABLES as BENCH_TABLES
from netlearn.widgets.order_data import ORDER

# MyST-NB gives a hidden cell's summary a name that its text contradicts.
_MISLEADING = ' aria-label="Toggle hidden content"'
_LIVER_TABLE = "liver-involvement"
_BOARDS = tuple(f"<net-{name}" for name in ASSEMBLIES)
_MAPPED = tuple(f"<net-{name}" for name in ASSEMBLIES if _LIVER_TABLE in board_tables(name))  # with a map of the liver
_ROOM = "<net-crisis"
_ORDER = "<net-order"
_COMPARE = re.compile(r"<net-explorer[^>]* compare[= >]")
_SHARE = re.compile(r'<net-explorer[^>]*\btable="cytoreduction"')
_REACH = "<net-reach"
_PLAY = "<net-play"
# A browser draws nothing before it: else it lays a long chapter out, and again when its widgets stand.
_FIRST = "netlearn.js"


def finish_page(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Complete a page's body and add its scripts; pages that hold nothing of ours stay as they are."""
    if "body" not in context:
        return
    body = rewrite_sources(app, page, context["body"]).replace(_MISLEADING, "")
    at_once = [*(write_table(app, table) for table in tables(body)), *scripts(body)]
    context["body"] = body + str(later_script(app, page, body, at_once))
    for script in at_once:
        first = {"blocking": "render"} if script == _FIRST else {}
        app.add_js_file(script, loading_method="defer", priority=800, **first)


def scripts(body: str) -> list[str]:
    """Name the scripts that a page needs at once beside its tables, from what is in it.

    >>> scripts('<p>Plain.</p>'), scripts('<net-explorer table="grade"></net-explorer>')
    ([], ['netlearn.js'])
    >>> scripts('<net-explorer table="grade" compare="" values="{}"></net-explorer>')
    ['netlearn.js', 'compare.js']
    """
    widgets = "<net-" in body or "data-ev=" in body
    due = "data-nl-due" in body
    plays = _PLAY in body
    progress = "data-nl-progress" in body
    chapter = bool(re.search(r'class="[^"]*\bnl-chapter\b', body))
    own = {
        "compare.js": bool(_COMPARE.search(body)),
        "share.js": bool(_SHARE.search(body)),
        "toys.js": "<net-toy" in body,
        "receptors.js": "<net-receptors" in body,
        "supply.js": f'id="figure-{SUPPLY}"' in body,
        "order.js": _ORDER in body,
        "liver.js": "<net-liver" in body or any(board in body for board in _MAPPED),
        "ablation.js": "<net-ablation" in body or _REACH in body,
        "board.js": any(board in body for board in _BOARDS),
        "crisis.js": _ROOM in body,
        "answers.js": due or plays or progress,  # in a chapter both come later
        "quiz.js": due or plays,
        "near.js": "<net-quiz" in body,
        "filter.js": "data-nl-filter" in body,
        "reading.js": chapter,
        "progress.js": progress,
        "due.js": due,
        "sheet.js": "data-nl-sheet" in body,
        "trials.js": "data-nl-trials" in body,
        "cases.js": "data-nl-cases" in body,
        "play.js": plays,
    }
    # The first takes the questions as they stand, before the others turn them into a quiz.
    wanted = {"handout.js": chapter, "netlearn.js": widgets or due, **own}
    return [name for name, needed in wanted.items() if needed]


def tables(body: str) -> list[str]:
    """Name the decision tables that the widgets of a page play with; those that judge its questions come later.

    >>> tables('<net-liver compact></net-liver><net-explorer edition="2026" table="grade">')
    ['grade', 'liver-involvement']
    >>> tables('<net-ablation edition="2026"></net-ablation>')
    ['ablation-bench', 'pai', 'rfa']
    >>> tables('<net-reach></net-reach>')
    ['ablation-bench']
    >>> tables('<net-crisis></net-crisis>')
    ['crisis-room']
    >>> tables('<net-order></net-order>')
    ['order-check']
    >>> tables('<net-quiz chapter="4.1-analogues" tables="dose-check"></net-quiz>')
    []
    >>> tables('<net-board edition="2026"></net-board>')
    ['board']
    """
    found = set(re.findall(r'<net-explorer\b[^>]*?\btable="([^"]+)"', body))
    if "<net-liver" in body:
        found.add(_LIVER_TABLE)
    if _ROOM in body:
        found.add(ROOM)
    if _ORDER in body:
        found.add(ORDER)
    if "<net-ablation" in body:
        found.update((*BENCH_TABLES, BENCH))
    if _REACH in body:
        found.add(BENCH)
    found.update(name for name, board in zip(ASSEMBLIES, _BOARDS, strict=True) if board in body)  # its tables with it
    return sorted(found)
