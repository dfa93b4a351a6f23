"""The scripts and styles of the page and of the live widgets, put together from the files in ``static``.

The page loads one classic script and one style sheet; a live widget takes the same sources as one module.
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from netlearn import words
from netlearn.decision.export import evidence_cards, export
from netlearn.decision.load import editions_of
from netlearn.editions import edition_entry, edition_ids
from netlearn.widgets import parts
from netlearn.widgets.patients import patients

_STATIC = files("netlearn.widgets") / "static"
KIND_FOLDERS: list[Traversable] = [_STATIC / "kinds"]


def page_script() -> str:
    """The classic script of the page, ``netlearn.js``: what every widget needs, explorer and figures.

    >>> page_script().count("customElements.define(")
    1
    """
    return "\n".join((_read(parts.SAY), _page_words(), *map(_read, parts.SCRIPTS)))


def liver_script() -> str:
    """The classic script of the liver map, ``liver.js``, with the drawing as text, for pages that show one.

    >>> "define('net-liver'" in liver_script()
    True
    """
    return "\n".join((_words("liver"), _liver_drawing(), *(_read(name) for name in parts.LIVER_SCRIPTS)))


def bench_script() -> str:
    """The classic script of the ablation bench, ``ablation.js``, for pages that hold one.

    >>> "NetLearn.define('net-ablation'" in bench_script()
    True
    """
    return "\n".join((_words("bench"), *map(_read, parts.BENCH_SCRIPTS)))


def compare_script() -> str:
    """The classic script of the comparison, ``compare.js``, for pages where two editions read one case.

    >>> "NetLearn.compare = " in compare_script()
    True
    """
    return "\n".join((_words("compare"), _read(parts.COMPARE)))


def share_script() -> str:
    """The classic script of the drawn share, ``share.js``, for pages whose explorer asks what can be removed.

    >>> "'nl-share'" in share_script()
    True
    """
    return "\n".join((_words("share"), _read(parts.SHARE)))


def toys_script() -> str:
    """The classic script of the toys, ``toys.js``, for pages that hold one.

    >>> "NetLearn.define('net-toy'" in toys_script()
    True
    """
    return "\n".join((_words("toys"), _read(parts.TOYS)))


def receptors_script() -> str:
    """The classic script of the map of receptors, ``receptors.js``, for pages that hold one.

    >>> "NetLearn.define('net-receptors'" in receptors_script()
    True
    """
    return _read(parts.RECEPTORS)


def order_script() -> str:
    """The classic script of the check of a written order, ``order.js``, for pages that hold one.

    >>> "NetLearn.define('net-order'" in order_script()
    True
    """
    return "\n".join((_words("order"), *map(_read, parts.ORDER_SCRIPTS)))


def board_script() -> str:
    """The classic script of the board, ``board.js``, for pages that hold one.

    >>> "nextQuestions" in board_script()
    True
    """
    return "\n".join((_words("board"), *map(_read, parts.BOARD_SCRIPTS)))


def room_script() -> str:
    """The classic script of the crisis room, ``crisis.js``, for pages that hold one or a question about one.

    >>> "NetLearn.define('net-crisis'" in room_script()
    True
    """
    return "\n".join(map(_read, parts.ROOM_SCRIPTS))


def room_exercise_script() -> str:
    """The classic script of questions about the room, ``crisis-exercise.js``, for pages whose quiz asks one.

    >>> "NetLearn.crisisExercise = " in room_exercise_script()
    True
    """
    return _read("crisis-exercise.js")


def liver_exercise_script() -> str:
    """The classic script of questions asked on the liver, ``liver-exercise.js``, for pages whose quiz asks one.

    >>> "quizKind('place'" in liver_exercise_script()
    True
    """
    return "\n".join((_words("liver-exercise"), *map(_read, parts.LIVER_KINDS)))


def quiz_script() -> str:
    """The classic script of the graded self-check, ``quiz.js``, for pages that hold one; it needs ``answers.js``.

    >>> "NetLearn.grade = " in quiz_script()
    True
    """
    sources = [_kinds() if name == parts.KINDS else _read(name) for name in parts.QUIZ_SCRIPTS]
    return "\n".join((_words("quiz"), *sources))


def own_words(script: str) -> str:
    """What brings the words that only this script says; empty where it has none of its own.

    >>> own_words("near.js")
    ''
    """
    name = script.removesuffix(".js")
    return _words(name) if name in words.scripts() else ""


def _words(script: str) -> str:
    """The words that only one script says."""
    return _said(words.for_script(script))


def _said(sections: Mapping[str, Any]) -> str:
    """What hands words to the scripts after it; it may stand before every other script of a page."""
    return f"Object.assign((globalThis.NetLearn ||= {{ queue: [] }}).words ||= {{}}, {_json(sections)});\n"


def answers_script() -> str:
    """The classic script of what is known of the reader's answers, ``answers.js``, for pages that ask or tell of them.

    >>> "NetLearn.quizStore = " in answers_script()
    True
    """
    return "\n".join((_read(parts.SAY), _words("answers"), *map(_read, parts.ANSWER_SCRIPTS)))


def _kinds() -> str:
    """The files of the kinds of questions that any page may ask, each of which registers its own."""
    paths = (path for folder in KIND_FOLDERS for path in folder.iterdir() if path.name.endswith(".js"))
    scripts = [path for path in paths if f"kinds/{path.name}" not in parts.LIVER_KINDS]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(scripts, key=lambda path: path.name))


#: The scripts of the page by the names of their files.
SCRIPTS: Mapping[str, Callable[[], str]] = {
    "netlearn.js": page_script,
    "compare.js": compare_script,
    "share.js": share_script,
    "toys.js": toys_script,
    "receptors.js": receptors_script,
    "order.js": order_script,
    "liver.js": liver_script,
    "ablation.js": bench_script,
    "board.js": board_script,
    "crisis.js": room_script,
    "crisis-exercise.js": room_exercise_script,
    "answers.js": answers_script,
    "quiz.js": quiz_script,
    "liver-exercise.js": liver_exercise_script,
}


def esm() -> str:
    """The module of the live widgets: the same sources, and how a kernel is joined.

    >>> "export default" in esm()
    True
    """
    widgets = (
        page_script(),
        compare_script(),
        share_script(),
        liver_script(),
        bench_script(),
        toys_script(),
        receptors_script(),
        board_script(),
    )
    rooms = (room_script(), room_exercise_script(), answers_script(), quiz_script(), liver_exercise_script())
    notebook = (_words("assessed"), _read("quiz-assessed.js"), _words("live"), _read("live.js"))
    return "\n".join((*widgets, *rooms, *notebook))


def stylesheet() -> str:
    """The style sheet of page and live widgets, ``netlearn.css``: tokens first, what the surroundings need last."""
    return "\n".join(_read(name) for name in parts.STYLES)


def data_script(*tables: Mapping[str, Any]) -> str:
    """A classic script that brings exported tables to the page; it may come before or after ``netlearn.js``.

    >>> print(data_script({"table": "grade", "edition": "2026"}))
    (window.NetLearn = window.NetLearn || {queue: []}).queue.push({"table":"grade","edition":"2026"});
    <BLANKLINE>
    """
    return f"(window.NetLearn = window.NetLearn || {{queue: []}}).queue.push({','.join(map(_json, tables))});\n"


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def table_scripts(table: str) -> dict[str, str]:
    """The two scripts of a decision table in all its editions, by file name: what decides, and what its sources say.

    With the first come the patients to start from.

    A page asks for the second when the first source is looked at, in the folder ``data`` beside ``netlearn.js``.

    >>> list(table_scripts("grade"))
    ['grade.js', 'grade-cards.js']
    """
    editions = editions_of(table)
    decides = data_script(*(export(table, edition) for edition in editions), patients(table))
    return {f"{table}.js": decides, f"{table}-cards.js": data_script(evidence_cards(table, *editions))}


def liver_drawing() -> str:
    """The liver as SVG on one line, without comments."""
    text = re.sub(r"<!--.*?-->", "", _read("liver.svg"), flags=re.DOTALL)
    return re.sub(r">\s+<", "><", text).strip()


def _page_words() -> str:
    """The words that every page may say, and the editions, as Python has them."""
    listed = [edition_entry(id) for id in edition_ids()]
    editions = {"editions": [{"id": one.id, "label": one.label, "silence": one.silence} for one in listed]}
    return f"{_said(words.for_page())}Object.assign(globalThis.NetLearn, {_json(editions)});\n"


def _liver_drawing() -> str:
    return f"globalThis.NetLearn.liverDrawing = {json.dumps(liver_drawing())};\n"


@cache
def _read(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")
