"""The default content of a widget: question, answer, reasons and what was given, readable without any script."""

import json
from collections.abc import Mapping
from typing import Any

from netlearn.decision.inputs import Input
from netlearn.decision.table import Table
from netlearn.errors import InputError
from netlearn.markup import Html

_RISKS = {"A": "could harm", "B": "misleading", "C": "wording or gap"}


def element(tag: str, attributes: Mapping[str, str], values: Mapping[str, Any], inside: Html) -> Html:
    """One custom element with its start values and its default content.

    >>> print(element("net-liver", {"edition": "2026"}, {"VI": "small"}, Html("<p>Type I</p>")))
    <net-liver edition="2026" values="{&quot;VI&quot;: &quot;small&quot;}"><p>Type I</p></net-liver>
    """
    given = {**attributes, "values": json.dumps(values, ensure_ascii=False)}
    written = Html(" ").join(Html('{}="{}"').format(name, value) for name, value in given.items())
    return Html("<{0} {1}>{2}</{0}>").format(tag, written, inside)


def content(table: Table, result: Mapping[str, Any], given: Mapping[str, str]) -> Html:
    """The answer in words; ``given`` maps the label of each known input to its value as shown."""
    tone = tone_of(table, result)
    return Html(
        '<div class="nl nl-default" data-verdict="{tone}"><p class="nl-quiet">{question}</p>'
        '<p class="verdict"><span class="nl-icon i-{tone}" aria-hidden="true"></span> {title}</p>'
        "<p>{because}</p>{cautions}{given}</div>"
    ).format(
        tone=tone,
        question=table.question,
        title=title_of(table, result),
        because=result["error"] or result["because"],
        cautions=_cautions(result["cautions"]),
        given=_given(given),
    )


def title_of(table: Table, result: Mapping[str, Any]) -> str:
    """The answer in one line, in the words that the page uses."""
    labels = [table.verdicts[verdict].label for verdict in result["possible"]]
    if result["error"]:
        return "Not accepted"
    if result["status"] == "decided":
        return table.verdicts[result["verdict"]].label
    if result["status"] == "not-stated":
        return "The review does not say" if table.edition == "review-2012" else "No rule covers this case"
    return " and ".join(labels) if result["status"] == "conflict" else f"Undetermined: {' or '.join(labels)}"


def tone_of(table: Table, result: Mapping[str, Any]) -> str:
    """The name of the answer's icon and colours."""
    if result["error"]:
        return "error"
    if result["status"] == "decided":
        return table.verdicts[result["verdict"]].tone or "plain"
    return str(result["status"]).replace("-", "")


def shown(inputs: tuple[Input, ...], values: Mapping[str, Any]) -> dict[str, str]:
    """What is known of a case, as label and value for people, in the order of the inputs."""
    return {i.label: _shown(i, values[i.name]) for i in inputs if values.get(i.name) is not None}


def _shown(asked: Input, given: object) -> str:
    try:
        return asked.show(asked.parse(given))
    except InputError:
        return f"{given} (not accepted)"


def _cautions(cautions: list[Mapping[str, str]]) -> Html:
    item = Html(
        '<li class="nl-caution" data-risk="{risk}"><span class="nl-icon i-risk-{icon}" aria-hidden="true"></span>'
        '<div><b>{title}</b><small class="kind">{kind}</small>{text}</div></li>'
    )
    items = Html("").join(item.format(**c, icon=c["risk"].lower(), kind=_RISKS[c["risk"]]) for c in cautions)
    return Html('<ul class="nl-cautions" aria-label="Cautions">{}</ul>').format(items) if items else Html("")


def _given(given: Mapping[str, str]) -> Html:
    return rule(given) if given else Html('<p class="nl-quiet">Nothing is given yet.</p>')


def rule(rows: Mapping[str, str]) -> Html:
    """Labels and what they stand for, as a list of terms.

    >>> print(rule({"Ki-67 index": "< 3 %"}))
    <dl class="nl-rule"><dt>Ki-67 index</dt><dd>&lt; 3 %</dd></dl>
    """
    body = Html("").join(Html("<dt>{}</dt><dd>{}</dd>").format(label, value) for label, value in rows.items())
    return Html('<dl class="nl-rule">{}</dl>').format(body)
