"""What cards and controls say: the one list of words, ``knowledge/words.toml``, for Python and for the scripts."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any

from netlearn import knowledge

__all__ = ["ask", "asks", "for_page", "for_script", "in_sentence", "listed", "say", "scripts", "section"]

FILE = "words.toml"
_ASK = "ask"
_JOINED = "joined"
_ROOM = "crisis"  # what only the crisis room says; it travels with the room
_SCRIPTS = {  # what only one script says
    "answers": ("answers",),
    "assessed": ("assessed",),
    "bench": ("bench", "reach"),
    "liver": ("liver", "map"),
    "share": ("share",),
    "toys": ("toys",),
    "compare": ("compare",),
    "order": ("order", "written"),
    "board": ("board", "board_class", "board_tag", "board_hint", "told"),
    "quiz": ("quiz_result", "quiz_record", "quiz", "kind", "option"),
    "liver-exercise": ("kind_liver",),
    "play": ("play",),
    "guess": ("guess",),
    "due": ("due",),
    "progress": ("progress",),
    "handout": ("handout", "option"),
    "search": ("search",),
    "sheet": ("sheet",),
    "supply": ("supply",),
    "live": ("live",),
}
_NOT_ON_PAGE = (_ASK, "given", "erratum_status", "risk_group", "risk_in_full", _ROOM, *chain(*_SCRIPTS.values()))
_WORD = re.compile(r"[A-Z][a-z]+(\s|,|$)")


def section(name: str) -> Mapping[str, Any]:
    """The words of one section.

    >>> section("risk")["A"]
    'could harm'
    """
    return MappingProxyType(knowledge.section(FILE, name))


def say(name: str, key: str, **filled: object) -> str:
    """One text of a section, with its names in braces filled in.

    >>> say("line", "decided", edition="2012")
    'By the rules of 2012'
    """
    return str(section(name)[key]).format(**filled)


def ask(missing: Mapping[str, str]) -> str:
    """What is still needed, from the labels of what is missing by their names.

    >>> ask({"combined_with": "Combined with"})
    'Choose what the alcohol is combined with.'
    >>> ask({"ki67_percent": "Ki-67 index", "mitoses_per_10hpf": "Mitoses per 10 HPF"})
    'Still needed: Ki-67 index and mitoses per 10 HPF.'
    """
    own = [asks(name) for name in missing]
    if len(own) == 1 and own[0]:
        return own[0]
    return say("open", "needed", names=listed([in_sentence(label) for label in missing.values()]))


def asks(name: str) -> str:
    """The sentence that asks for one input; empty where it has none.

    >>> asks("adjacent_to")
    'Choose what the lesion is close to.'
    """
    return str(section(_ASK).get(name, ""))


def in_sentence(label: str) -> str:
    """A label inside a sentence.

    >>> in_sentence("Mitoses per 10 HPF"), in_sentence("Ki-67 index")
    ('mitoses per 10 HPF', 'Ki-67 index')
    """
    return label[0].lower() + label[1:] if _WORD.match(label) else label


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words in a row; ``last`` joins the last of them, "and" or "or".

    >>> listed(["a", "b", "c"]), listed(["a", "b"], "or")
    ('a, b and c', 'a or b')
    """
    return f" {section(_JOINED)[last]} ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def for_script(script: str) -> dict[str, Any]:
    """The sections that only one script says, such as that of the bench, of the board, or of the quiz.

    >>> list(for_script("bench"))
    ['bench', 'reach']
    """
    return {name: dict(section(name)) for name in _SCRIPTS[script]}


def scripts() -> tuple[str, ...]:
    """The scripts that say something of their own.

    >>> "bench" in scripts()
    True
    """
    return tuple(_SCRIPTS)


def for_page() -> dict[str, Any]:
    """Every section that each page's scripts may say; what asks for an input travels with its table.

    >>> "ask" in for_page(), for_page()["title"]["error"]
    (False, 'Not accepted')
    """
    said = {name: dict(words) for name, words in knowledge.load(FILE).items() if name not in _NOT_ON_PAGE}
    said["checked"] = {name: {key: level[key] for key in ("mark", "words")} for name, level in said["checked"].items()}
    return said
