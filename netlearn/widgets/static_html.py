"""The default content of a widget: question, answer, reasons and what was given, readable without any script."""

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from netlearn.checked import level
from netlearn.decision.cards import chip, fact_card, update_card
from netlearn.decision.derivation import measures
from netlearn.decision.inputs import Input
from netlearn.decision.table import CautionClause, Table
from netlearn.decision.words import printed
from netlearn.editions import edition_entry
from netlearn.errors import InputError
from netlearn.markup import Html
from netlearn.words import listed, say

_ERRATUM = re.compile(r"E\d+")


def element(tag: str, attributes: Mapping[str, str], values: Mapping[str, Any], inside: Html) -> Html:
    """One custom element with its start values and its default content.

    >>> print(element("net-liver", {"edition": "2026"}, {"VI": "small"}, Html("<p>Type I</p>")))
    <net-liver edition="2026" values="{&quot;VI&quot;: &quot;small&quot;}"><p>Type I</p></net-liver>
    """
    given = {**attributes, "values": json.dumps(values, ensure_ascii=False)}
    written = Html(" ").join(Html('{}="{}"').format(name, value) for name, value in given.items())
    return Html("<{0} {1}>{2}</{0}>").format(tag, written, inside)


def content(
    table: Table,
    result: Mapping[str, Any],
    given: Mapping[str, str],
    *,
    with_table: bool = False,
    instead: Mapping[str, str] = MappingProxyType({}),
) -> Html:
    """The question, the card of the answer, and what was given, by the label of each known input.

    ``with_table`` names the table on its card, where two stand side by side; ``instead`` holds title, line and reason
    that are said in place of the answer's own.
    """
    return Html('<div class="nl nl-default" data-verdict="{}"><p class="nl-quiet">{}</p>{}{}</div>').format(
        "undetermined" if instead else tone_of(table, result),
        table.question,
        card(table, result, with_table=with_table, instead=instead),
        _given(given),
    )


def card(
    table: Table,
    result: Mapping[str, Any],
    *,
    with_table: bool = False,
    instead: Mapping[str, str] = MappingProxyType({}),
) -> Html:
    """All that the page's card says (``card.js``), but for the buttons that try a change: a test compares the words."""
    said = {
        "title": title_of(table, result),
        "line": line_of(table, result, with_table),
        "because": result["error"] or result["because"],
        **instead,
    }
    tone = "undetermined" if instead else tone_of(table, result)
    band = Html(
        '<p class="verdict"><span class="nl-icon i-{tone}" aria-hidden="true"></span> {title}</p>'
        '<p class="nl-quiet">{line}</p>'
    ).format(tone=tone, **said)
    because = Html("<p>{}</p>").format(said["because"]) if said["because"] else Html("")
    parts = (_possible(table, result), _findings(result), _rules(table, result), _sources(result))
    return Html('<div class="nl-static">{}</div>').format(
        Html("").join((band, because, *parts, _cautions(result["cautions"])))
    )


def title_of(table: Table, result: Mapping[str, Any]) -> str:
    """The answer in one line, in the words that the page uses."""
    if result["error"]:
        return say("title", "contradiction" if is_contradiction(table, result) else "error")
    if result["status"] == "decided":
        return table.verdicts[result["verdict"]].label
    if result["status"] == "not-stated":
        head = _head(table, result)
        return say("title", "headed", title=head.title) if head else edition_entry(table.edition).silence
    if result["status"] == "conflict":
        return listed([table.verdicts[verdict].label for verdict in result["possible"]])
    head = _head(table, result)
    return say("title", "headed_open", title=head.title) if head else say("title", "undetermined")


def is_contradiction(table: Table, result: Mapping[str, Any]) -> bool:
    """Whether what is refused is a case whose parts exclude each other, and no single value."""
    return any(clause.says and clause.says in result["error"] for clause in table.impossible)


def line_of(table: Table, result: Mapping[str, Any], with_table: bool = False) -> str:
    """The small line under the answer: by whose rules, and what its status means."""
    edition = edition_entry(table.edition).label
    danger = _danger(table, result)
    if danger:
        line = say(
            "line",
            "open_danger" if result["status"] == "undetermined" else "silent_danger",
            edition=edition,
            title=danger.title,
        )
    else:
        line = say("line", "error" if result["error"] else result["status"], edition=edition)
    return say("line", "with_table", table=table.title, line=line) if with_table else line


def _danger(table: Table, result: Mapping[str, Any]) -> CautionClause | None:
    """Silence is no permission: the first of the table's own cautions that could harm, or nothing."""
    own = {caution.id: caution for caution in table.cautions}
    grave = [own[c["id"]] for c in result["cautions"] if c["risk"] == "A" and c["id"] in own]
    if result["error"] or result["status"] not in ("not-stated", "undetermined"):
        return None
    if result["status"] == "undetermined":  # what may hold is told of an amount that is known, not of any amount
        grave = [each for each in grave if each.heads and not {*measures(table, each)} & {*result["missing"]}]
    return next(iter(grave), None)


def _head(table: Table, result: Mapping[str, Any]) -> CautionClause | None:
    """The caution that stands in place of a silence, or of an open answer."""
    danger = _danger(table, result)
    return danger if danger and danger.heads else None


def outcome_of(table: Table, outcome: Mapping[str, Any]) -> str:
    """An outcome in a word or two, as on a tag."""
    decided = outcome["status"] == "decided"
    return table.verdicts[outcome["verdict"]].label if decided else say("outcome", outcome["status"])


def tone_of(table: Table, result: Mapping[str, Any]) -> str:
    """The name of the answer's icon and colours."""
    if result["error"]:
        return "conflict" if is_contradiction(table, result) else "error"
    if result["status"] == "decided":
        return table.verdicts[result["verdict"]].tone or "plain"
    if _head(table, result):
        return "unsuitable"
    return str(result["status"]).replace("-", "")


def shown(inputs: tuple[Input, ...], values: Mapping[str, Any]) -> dict[str, str]:
    """What is known of a case, as label and value for people, in the order of the inputs."""
    return {i.label: _shown(i, values[i.name]) for i in inputs if values.get(i.name) is not None}


def _shown(asked: Input, given: object) -> str:
    try:
        return asked.show(asked.parse(given))
    except InputError:
        return say("given", "refused", value=given)


def _possible(table: Table, result: Mapping[str, Any]) -> Html:
    if result["status"] != "undetermined" or not result["possible"]:
        return Html("")
    tag = Html(' <span class="nl-tag" data-verdict="{}">{}</span>')
    verdicts = [table.verdicts[verdict] for verdict in result["possible"]]
    tags = Html("").join(tag.format(verdict.tone or "plain", verdict.label) for verdict in verdicts)
    return Html('<p class="nl-possible"><span class="nl-quiet">{}</span>{}</p>').format(say("card", "possible"), tags)


def _findings(result: Mapping[str, Any]) -> Html:
    if not result["findings"]:
        return Html("")
    items = Html("<li>{}</li>").each(result["findings"])
    return Html('<p class="nl-h">{}</p><ul class="nl-findings">{}</ul>').format(say("card", "found"), items)


def _rules(table: Table, result: Mapping[str, Any]) -> Html:
    """The conditions of the rules that tell, and whom the verdict's fact counts."""
    told = [printed(table.in_words(each)) for each in table.rules if each.id in result["rules"]]
    if not told:
        return Html("")
    rows = [(say("card", "and_rule" if number else "rule"), words) for number, words in enumerate(told)]
    return terms(*rows, *_share(table, result))


def _share(table: Table, result: Mapping[str, Any]) -> list[tuple[str, str]]:
    id = table.verdicts[result["verdict"]].share if result["status"] == "decided" else ""
    fact = fact_card(id) if id else {"value": ""}
    if not fact["value"]:
        return []
    patients = say("card", "patients")
    whom = fact["population"] or patients
    whom = whom if whom.startswith(patients) else say("card", "patients_with", whom=whom)
    return [(say("card", "share"), say("card", "share_of", value=fact["value"], whom=whom))]


def _sources(result: Mapping[str, Any]) -> Html:
    """The names of what the answer rests on, with how well each was checked."""
    cards = [*map(fact_card, result["evidence"]), *map(update_card, result.get("updates", ()))]
    item = Html(
        '<li class="nl-chip"><span class="nl-icon i-{}" aria-hidden="true"></span>{}'
        '<span class="nl-sr">, {}</span></li>'
    )
    items = Html("").join(
        item.format(level(checked).mark, name, level(checked).words) for name, checked in map(chip, cards)
    )
    return (
        Html('<ul class="nl-chips" aria-label="{}">{}</ul>').format(say("evidence", "label"), items) if items else items
    )


def _cautions(cautions: list[Mapping[str, str]]) -> Html:
    item = Html(
        '<li class="nl-caution" data-risk="{risk}"><span class="nl-icon i-risk-{icon}" aria-hidden="true"></span>'
        '<div><b>{title}</b><small class="kind">{kind}</small>{text}</div></li>'
    )
    items = Html("").join(item.format(**c, icon=c["risk"].lower(), kind=_kind(c)) for c in cautions)
    label = say("card", "cautions")
    return Html('<ul class="nl-cautions" aria-label="{}">{}</ul>').format(label, items) if items else items


def _kind(caution: Mapping[str, str]) -> str:
    """How grave a caution is, and the erratum that it is."""
    risk = say("risk", caution["risk"])
    return f"{risk} · {caution['id']}" if _ERRATUM.fullmatch(caution["id"]) else risk


def _given(given: Mapping[str, str]) -> Html:
    return terms(*given.items()) if given else Html('<p class="nl-quiet">{}</p>').format(say("given", "nothing"))


def terms(*rows: tuple[str, str]) -> Html:
    """Labels and what they stand for, as a list of terms.

    >>> print(terms(("Ki-67 index", "< 3 %")))
    <dl class="nl-rule"><dt>Ki-67 index</dt><dd>&lt; 3 %</dd></dl>
    """
    body = Html("").join(Html("<dt>{}</dt><dd>{}</dd>").format(label, value) for label, value in rows)
    return Html('<dl class="nl-rule">{}</dl>').format(body)
