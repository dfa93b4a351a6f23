"""A patient of the book over years: one file of the case library, told apart into a case for each state.

A state stands where a chapter needs it (``at = "3.1"``); its slug is ``vera@3.1``. What holds throughout stands in the
head of the file; a state says all the rest that its scene needs, and lists under ``unknown`` what nobody knows by then.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from netlearn.decision import load
from netlearn.decision.derivation import derivation_of
from netlearn.errors import KnowledgeError, quoted

HEAD = ("slug", "title", "story", "known", "plain", "state")
STATE = ("at", "title", "story", "question", "known", "unknown", "prior", "asked")
AT = "@"  # between the patient's slug and the chapter's section


def told_apart(raw: Mapping[str, Any], file: str) -> Iterator[Mapping[str, Any]]:
    """Yield the raw case of each state, with what the head says of it; a case without states is its only one.

    >>> head = {"slug": "eve", "title": "Eve", "story": "Eve is invented.", "known": {"functioning": True}}
    >>> states = [{"at": "1", "title": "50", "story": "She flushes.", "known": {"ki67_percent": 4}},
    ...           {"at": "2", "title": "51", "story": "She is well."}]
    >>> [(one["slug"], one["known"]) for one in told_apart({**head, "state": states}, "cases/eve.toml")]
    [('eve@1', {'functioning': True, 'ki67_percent': 4}), ('eve@2', {'functioning': True})]
    """
    if "state" not in raw:
        yield raw
        return
    _only(raw, HEAD, file, "")
    for number, state in enumerate(raw["state"], start=1):
        where = f"state[{number}]."
        _only(state, STATE, file, where)
        _texts(state, ("at", "title", "story"), file, where)
        yield _case(raw, state)


def _case(raw: Mapping[str, Any], state: Mapping[str, Any]) -> Mapping[str, Any]:
    """The head and one state, as the raw case of a file."""
    return {
        **{name: raw[name] for name in ("plain",) if name in raw},
        **{name: state[name] for name in ("question", "unknown", "prior", "asked") if name in state},
        "slug": f"{raw['slug']}{AT}{state['at']}",
        "title": f"{raw['title']}, {state['title']}",
        "story": f"{raw['story'].strip()}\n{state['story'].strip()}",
        "known": {**raw.get("known", {}), **state.get("known", {})},
    }


def unlisted(table: str, edition: str, listed: frozenset[str]) -> tuple[str, ...]:
    """The inputs of a table of which nothing is said: a grade is told by itself, or by all that makes it.

    >>> unlisted("rfa", "review-2012", frozenset({"resectable", "lesion_count", "lobes_involved", "adjacent_to"}))
    ('largest_diameter_cm', 'biliary_enteric_anastomosis')
    """
    read = load(table, edition)
    made = derivation_of(read)
    if made is not None:  # a map of the liver tells all that is worked out from it
        return tuple(name for name in made.keywords if name not in listed)
    found: list[str] = []
    for asked in read.inputs:
        if asked.name not in listed:
            found += unlisted(asked.table, edition, listed) if asked.table else [asked.name]
    return tuple(dict.fromkeys(found))


def _only(raw: Mapping[str, Any], accepted: tuple[str, ...], file: str, where: str) -> None:
    for key in raw:
        if key not in accepted:
            raise KnowledgeError(f"{file}: {where}{key} is not a known key; accepted: {', '.join(accepted)}")


def _texts(raw: Mapping[str, Any], fields: tuple[str, ...], file: str, where: str) -> None:
    for field in fields:
        if not isinstance(raw.get(field), str) or not raw[field].strip():
            raise KnowledgeError(f"{file}: {where}{field} is {quoted(raw.get(field))}; accepted: a text")
