"""The receptor map: which somatostatin analogue finds which subtype, on a tumour that a reader makes up."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import anywidget
import traitlets

from netlearn import evidence, knowledge
from netlearn.checked import level
from netlearn.errors import InputError
from netlearn.markup import Html
from netlearn.widgets import assets, static_html
from netlearn.words import listed

__all__ = ["ReceptorMap"]

FILE = "models/receptors.toml"


class ReceptorMap(anywidget.AnyWidget):
    """The subtypes that a made-up tumour carries, and what each drug finds there; it decides nothing.

    ``value["carried"]`` names the subtypes, ``said`` is a sentence for each drug.
    Raises InputError for a subtype that there is not, or that stands twice.

    >>> ReceptorMap("sst4", "sst5").said[0]
    'Octreotide finds sst5 (strongly).'
    """

    _esm = assets.esm()
    _css = assets.stylesheet()
    _kind = traitlets.Unicode("receptors").tag(sync=True)
    _data: Any = traitlets.List().tag(sync=True)
    value = traitlets.Dict().tag(sync=True)
    edition = traitlets.Unicode("model").tag(sync=True)

    def __init__(self, *carried: str) -> None:
        super().__init__(_data=[to_page()], value={"carried": list(carried or _raw()["start"])})

    @traitlets.validate("value")
    def _valid_value(self, proposal: Mapping[str, Any]) -> dict[str, list[str]]:
        given = dict(proposal["value"])
        carried = given.get("carried")
        known = _raw()["subtypes"]
        listed_ = isinstance(carried, list | tuple) and set(carried) <= set(known) and len(set(carried)) == len(carried)
        if given.keys() != {"carried"} or not listed_:
            raise InputError("carried", carried, f"each once, of {', '.join(known)}")
        return {"carried": [name for name in known if name in (carried or ())]}

    @property
    def said(self) -> tuple[str, ...]:
        """What each drug finds, in a sentence."""
        return said(self.value["carried"])

    def _html(self) -> str:
        raw = _raw()
        inside = Html(
            '<div class="nl nl-default"><p><b>{}</b></p>{}<p>{}</p><p>{}</p><p class="nl-quiet">{}</p>{}</div>'
        ).format(raw["title"], _table(), " ".join(self.said), raw["lesson"], raw["note"], _sources())
        return static_html.element("net-receptors", {}, {**to_page(), "value": self.value}, inside)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": self._html(), "text/plain": repr(self)}, metadata

    def __repr__(self) -> str:
        """The call that makes this map again."""
        return f"ReceptorMap({', '.join(map(repr, self.value['carried']))})"


def to_page() -> dict[str, Any]:
    """The map as the page reads it."""
    raw = _raw()
    words = ("title", "question", "group", "drugs", "subtypes", "found", "none", "lesson", "note", "strengths")
    drugs = [{"name": drug["name"], "binds": drug["binds"]} for drug in raw["drug"]]
    return {"table": "receptor-map", "edition": "model", **{name: raw[name] for name in words}, "rows": drugs}


def said(carried: Sequence[str]) -> tuple[str, ...]:
    """What each drug finds on a tumour that carries these subtypes.

    >>> said([])[-1]
    'Pasireotide finds nothing here.'
    """
    return tuple(_said(drug, carried) for drug in _raw()["drug"])


def _said(drug: Mapping[str, Any], carried: Sequence[str]) -> str:
    raw = _raw()
    names = [f"{name} ({raw['strengths'][drug['binds'][name]]['word']})" for name in carried if name in drug["binds"]]
    text: str = raw["found" if names else "none"]
    return text.format(drug=drug["name"], names=listed(names))


def _raw() -> Mapping[str, Any]:
    return knowledge.load(FILE)


def _table() -> Html:
    """Every drug and subtype, in words."""
    raw = _raw()
    cell, head = Html("<td>{}</td>"), Html('<th scope="{}">{}</th>')
    top = Html("").join(head.format("col", name) for name in (raw["drugs"], *raw["subtypes"]))
    rows = (
        Html("<tr>{}{}</tr>").format(
            head.format("row", drug["name"]),
            Html("").join(
                cell.format(raw["strengths"][drug["binds"].get(name, "none")]["word"]) for name in raw["subtypes"]
            ),
        )
        for drug in raw["drug"]
    )
    return Html("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(top, Html("").join(rows))


def _sources() -> Html:
    """What the map rests on, each with how well it is checked."""
    link = Html('<a class="nl-ev" href="../book/{}.md#{}" data-ev="{}">{}</a> ({})')
    links = (link.format(one.page, one.anchor, one.id, text, level(mark).words) for one, text, mark in _rests_on())
    return Html('<p class="nl-quiet nl-receptor-sources">{}.</p>').format(Html("; ").join(links))


def _rests_on() -> Iterator[tuple[Any, str, str]]:
    for id in _raw()["sources"]:
        if id in evidence.errata():
            yield evidence.erratum(id), evidence.erratum(id).teach.rstrip("."), "recalled"
        elif id in evidence.updates():
            yield evidence.update(id), evidence.update(id).title, evidence.update(id).checked
        else:
            yield evidence.fact(id), evidence.fact(id).claim.rstrip("."), evidence.fact(id).checked
