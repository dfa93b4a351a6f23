"""The trial wall: both figures, every result in a table, and what is still without a result."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from docutils import nodes

from netlearn import trials
from netlearn.figures.trials import Pair, forest, is_open, key, medians
from netlearn.markup import Html
from netlearn.site.pages import KnowledgeDirective
from netlearn.trials import TrialResult, aspects

__all__ = ["FILTERS", "TrialWall", "wall_context"]

# What a reader filters by: the list of words, its label, and the word for all of it.
FILTERS = (
    ("drugs", "Treatment", "Every treatment"),
    ("sites", "Where it began", "Every site"),
    ("grades", "Grade", "Every grade"),
    ("lines", "Line", "Every line"),
    ("endpoints", "Endpoint", "Every endpoint"),
)


class TrialWall(KnowledgeDirective):
    """Write the whole wall; its script only filters, compares and saves."""

    template = "trials.html"

    def run(self) -> list[nodes.Node]:
        """Return the parts of the page, each a section with its heading."""
        context = wall_context()
        parts = [self._part(id, title, context) for id, title in _PARTS.items()]
        return [nodes.raw("", self.render(self.template, part="filters", **context), format="html"), *parts]

    def _part(self, id: str, title: str, context: Mapping[str, Any]) -> nodes.section:
        section = nodes.section(ids=[id], classes=["nl-wall"])
        section += nodes.title(text=title)
        section += nodes.raw("", self.render(self.template, part=id, **context), format="html")
        return section


_PARTS = {
    "hazard-ratios": "Hazard ratios",
    "medians": "Medians, arm beside arm",
    "compare": "Which of these may be compared?",
    "every-result": "Every result",
    "no-result-yet": "No result yet",
}


@cache
def wall_context() -> Mapping[str, Any]:
    """Return what the template fills in."""
    pairs = tuple(trials.results())
    return {
        "pairs": pairs,
        "rows": {key(pair): row_data(pair) for pair in pairs},
        "told": _script_json({"words": trials.words()["compare"], "rows": {key(p): dict(aspects(*p)) for p in pairs}}),
        "undrawn": dict.fromkeys(trial.name for trial, result in pairs if _without_side(result)),
        "open_trials": [trial for trial in trials.trials().values() if trial.no_result],
        "forest": forest(pairs),
        "medians": medians(pairs),
        "filters": FILTERS,
        "words": trials.words(),
        "label": trials.label,
        "key": key,
        "is_open": is_open,
        "short": short,
    }


def _script_json(value: object) -> Html:
    """Write JSON in the order given, which cannot end the script element it stands in."""
    return Html(json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/"))


def _without_side(result: TrialResult) -> bool:
    return result.effect is not None and result.effect.direction == "not-said"


def row_data(pair: Pair) -> Mapping[str, str]:
    """Return what the filters ask of a row, each list as words with a space between.

    >>> row_data((trials.trial("netter-1"), trials.trial("netter-1").results[0]))["sites"]
    'midgut'
    """
    trial, result = pair
    lists = {name: " ".join(getattr(trial, name)) for name, _, _ in FILTERS if name != "endpoints"}
    return {**lists, "endpoints": result.endpoint}


def short(pair: Pair) -> str:
    """Name a result in one line, for the list of what to compare.

    >>> short((trials.trial("netter-1"), trials.trial("netter-1").results[0])).replace("\\xa0", " ")
    'NETTER-1: progression-free survival, median, central reading'
    """
    trial, result = pair
    reading = "" if result.reading == "none" else f", {trials.words()['readings'][result.reading]}"
    return f"{trial.name}: {result.measure}{reading}"
