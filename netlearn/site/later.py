"""What a page loads only when its reader needs it: the cards of its links, and what its quizzes need."""

import json
import re
from collections.abc import Collection

from sphinx.application import Sphinx

from netlearn.items.item import GUESS
from netlearn.markup import Html
from netlearn.site.assets import stamped, write_cards, write_pool, write_table
from netlearn.site.evidence_links import entries_on
from netlearn.site.hover_cards import page_cards

_QUIZ = "quiz"


def tags(body: str) -> dict[str, list[str]]:
    """Sort the quizzes of a page, by their tags: a guess, and what is graded.

    >>> tags('<net-quiz chapter="a" items="b" tables="" guess><p></net-quiz><net-quiz chapter="guess" paged>')
    {'guess': ['<net-quiz chapter="a" items="b" tables="" guess>'], 'quiz': ['<net-quiz chapter="guess" paged>']}
    """
    sorts: dict[str, list[str]] = {}
    for tag in re.findall(r"<net-quiz\b[^>]*>", body):
        sorts.setdefault(GUESS if re.search(rf" {GUESS}[ >]", tag) else _QUIZ, []).append(tag)
    return sorts


def attribute(found: list[str], name: str) -> list[str]:
    """Return the words of an attribute of some tags, each once.

    >>> attribute(['<net-quiz tables="rfa pai">', '<net-quiz tables="rfa">'], "tables")
    ['pai', 'rfa']
    """
    values = (word for tag in found for value in re.findall(rf' {name}="([^"]*)"', tag) for word in value.split())
    return sorted(set(values))


def later_script(app: Sphinx, page: str, body: str, at_once: Collection[str]) -> Html:
    """Return the element that names what comes later, beside what is loaded at once; empty where nothing does."""
    names = {sort: needed(app, sort, found) for sort, found in tags(body).items()}
    if linked := entries_on(body):
        names["cards"] = [write_cards(app, page, page_cards(linked))]
    needs = {each: [stamped(app, name) for name in found if name not in at_once] for each, found in names.items()}
    element = '<script type="application/json" id="nl-later">{}</script>'
    return Html(element).format(Html(json.dumps(needs))) if needs else Html("")


def needed(app: Sphinx, sort: str, found: list[str]) -> list[str]:
    """Write the data of the quizzes of one sort, and name that and their scripts, in the order in which they run.

    A quiz starts when its pool and tables are there: what asks its questions is there before.
    """
    pools = [write_pool(app, chapter, GUESS if sort == GUESS else "") for chapter in attribute(found, "chapter")]
    tables = [write_table(app, table) for table in attribute(found, "tables")]
    scripts = [script for _, pool in pools for script in pool["scripts"]]
    own = ["guess.js"] if sort == GUESS else []
    return list(dict.fromkeys([*own, "answers.js", "quiz.js", *scripts, *tables, *(name for name, _ in pools)]))
