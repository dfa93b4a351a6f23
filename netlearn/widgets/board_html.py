"""A board in words, for readers without script: what is told, every group with its rows, both editions beside each."""

from collections.abc import Mapping, Sequence
from typing import Any

from netlearn.clinic.board_compare import TONES, ComparedRow
from netlearn.clinic.board_said import TwoBoards, capital, facts, said, two_boards
from netlearn.clinic.plan import plan
from netlearn.decision.cards import chip, fact_card, update_card
from netlearn.evidence import updates
from netlearn.markup import Html
from netlearn.words import say, section

_TAG = Html(
    '<span class="e"><small>{edition}</small><span class="nl-tag" data-verdict="{tone}">'
    '<span class="nl-icon i-{tone}" aria-hidden="true"></span>{text}</span></span>'
)
_ROW = Html(
    '<li class="nl-board-row"><p class="nm">{treatment}</p><div class="wy"><p class="an">{answer}</p>'
    '{given}<p>{reason}</p>{caution}{sources}</div><div class="eds">{tags}'
    '<span class="df" data-change="{change}">{mark}</span></div>{how}</li>'
)


def content(case: Mapping[str, Any], edition: str, assembly: str, prior: Sequence[str] = ()) -> Html:
    """The default content of a board. Raises InputError where the edition refuses the case.

    >>> "No answer" in str(content({}, "2026", "systemic")), "Telotristat" in str(content({}, "2026", "systemic"))
    (False, True)
    """
    both = two_boards(case, edition, assembly, prior)
    told = facts(case, edition, assembly)
    patient = Html("<ul>{}</ul>").format(Html("<li>{}</li>").each(told)) if told else say("board", "nothing")
    groups = (_group(group, label, both) for group, label in plan().labels.items())
    against = [say("board", "contradicts", why=why) for why in both.board.contradictions]
    parts = (
        Html("<details><summary>{}</summary>{}</details>").format(say("board", "patient"), patient),
        Html('<p class="nl-error">{}</p>').each(against),
        Html('<p class="nl-quiet">{}</p>').format(say("board", "no_order")),
        *groups,
        _only_there(both),
        _absent(both),
        Html('<p class="nl-quiet">{} {}</p>').format(say("board", "note"), say("board", "invented")),
    )
    return Html('<div class="nl nl-default nl-board-static">{}</div>').format(Html("").join(parts))


def _group(group: str, label: str, both: TwoBoards) -> Html:
    found = [one for one in both.rows if one.row.group == group]
    if not found:
        return Html("")
    return Html(
        '<section class="nl-board-group" data-verdict="{tone}"><p class="nl-h">{label}: {hint}</p>'
        "<ul>{rows}</ul></section>"
    ).format(
        tone=TONES[group],
        label=label,
        hint=section("board_hint")[group],
        rows=Html("").join(row_html(one, both) for one in found),
    )


def row_html(one: ComparedRow, both: TwoBoards) -> Html:
    """One row with all that the page's row says, in the same words."""
    told = said(one, both)
    grave = one.row.caution
    icon = Html('<span class="nl-icon i-risk-{}" aria-hidden="true"></span>')
    warned = Html('<p class="ca" data-risk="{}">{}<span>{}</span></p>')
    caution = warned.format(grave.risk, icon.format(grave.risk.lower()), told["caution"]) if grave else Html("")
    how = Html('<div class="how">{}</div>').format(_difference(told)) if told["how"] or told["updates"] else Html("")
    sources = [id for id in told["evidence"] if id not in told["updates"]]
    tones = {label: _tone(label, one, both) for label in both.labels}
    return _ROW.format(
        treatment=told["treatment"],
        answer=told["answer"],
        given=Html('<p class="gv">{}</p>').format(told["given"]) if told["given"] else Html(""),
        reason=told["reason"],
        caution=caution,
        sources=_chips(sources),
        tags=Html("").join(_TAG.format(edition=label, text=text, tone=tones[label]) for label, text in told["tags"]),
        change=one.change,
        mark=told["change"],
        how=how,
    )


def _difference(told: Mapping[str, Any]) -> Html:
    how = Html("<p>{}</p>").format(told["how"]) if told["how"] else Html("")
    behind = Html('<span class="nl-quiet">{}</span>{}').format(say("board", "behind"), _chips(told["updates"]))
    return Html("").join((how, behind if told["updates"] else Html("")))


def _tone(label: str, one: ComparedRow, both: TwoBoards) -> str:
    if label != both.other_label:
        return TONES[one.row.group]
    groups = {each.group for each in one.others}
    return TONES[groups.pop()] if len(groups) == 1 else "notstated"


def _chips(ids: list[str]) -> Html:
    names = [chip(update_card(id) if id in updates() else fact_card(id))[0] for id in ids]
    items = Html('<li class="nl-chip">{}</li>').each(names)
    listed = Html('<ul class="nl-chips" aria-label="{}">{}</ul>').format(say("evidence", "label"), items)
    return listed if ids else items


def _absent(both: TwoBoards) -> Html:
    """The treatments whose object is gone, folded."""
    names = [capital(name) for name in both.board.absent]
    listed = Html("<details><summary>{}</summary><ul>{}</ul></details>").format(
        say("board", "absent_rows", count=len(names)), Html("<li>{}</li>").each(names)
    )
    return listed if names else Html("")


def _only_there(both: TwoBoards) -> Html:
    if not both.only_there:
        return Html("")
    rows = Html("").join(Html("<li>{}: {}</li>").format(capital(row.treatment), row.answer) for row in both.only_there)
    head = say("board", "only", edition=both.other_label)
    return Html("<details><summary>{}</summary><ul>{}</ul></details>").format(head, rows)
