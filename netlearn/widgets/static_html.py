"""The default content of a widget: question, answer, reasons and what was given, readable without any script."""

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from netlearn.decision.inputs import Input
from netlearn.decision.table import Table
from netlearn.errors import InputError

_RISKS = {"A": "could harm", "B": "misleading", "C": "wording or gap"}


def element(tag: str, attributes: Mapping[str, str], values: Mapping[str, Any], inside: str) -> str:
    """One custom element with its start values and its default content.

    >>> element("net-liver", {"edition": "2026"}, {"VI": "small"}, "<p>Type I</p>")
    '<net-liver edition="2026" values="{&quot;VI&quot;: &quot;small&quot;}"><p>Type I</p></net-liver>'
    """
    given = {**attributes, "values": json.dumps(values, ensure_ascii=False)}
    written = " ".join(f'{name}="{escape(value)}"' for name, value in given.items())
    return f"<{tag} {written}>{inside}</{tag}>"


def content(table: Table, result: Mapping[str, Any], given: Mapping[str, str]) -> str:
    """The answer in words; ``given`` maps the label of each known input to its value as shown."""
    tone = tone_of(table, result)
    icon = f'<span class="nl-icon i-{tone}" aria-hidden="true"></span>'
    parts = [
        f'<p class="nl-quiet">{escape(table.question)}</p>',
        f'<p class="verdict">{icon} {escape(title_of(table, result))}</p>',
        f"<p>{escape(result['error'] or result['because'])}</p>",
        _cautions(result["cautions"]),
        _given(given),
    ]
    return f'<div class="nl nl-default" data-verdict="{tone}">{"".join(parts)}</div>'


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


def _cautions(cautions: list[Mapping[str, str]]) -> str:
    items = "".join(
        f'<li class="nl-caution" data-risk="{c["risk"]}">'
        f'<span class="nl-icon i-risk-{c["risk"].lower()}" aria-hidden="true"></span>'
        f'<div><b>{escape(c["title"])}</b><small class="kind">{_RISKS[c["risk"]]}</small>{escape(c["text"])}</div></li>'
        for c in cautions
    )
    return f'<ul class="nl-cautions" aria-label="Cautions">{items}</ul>' if items else ""


def _given(given: Mapping[str, str]) -> str:
    if not given:
        return '<p class="nl-quiet">Nothing is given yet.</p>'
    rows = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in given.items())
    return f'<dl class="nl-rule">{rows}</dl>'
