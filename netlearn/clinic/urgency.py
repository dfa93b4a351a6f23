"""Who is called and how soon, in one wording for one situation, and what a card means by its words."""

import re
from collections.abc import Mapping
from typing import Any

from netlearn import knowledge
from netlearn.errors import KnowledgeError

FILE = "urgency.toml"
_CALL = re.compile(r"\{([a-z_]+)\}")


def with_calls(raw: Any, file: str) -> Any:
    """What a card's file holds, with each ``{name}`` said in the one wording of its situation.

    Raises KnowledgeError for a situation that there is not.

    >>> with_calls("Rigors: {at_once}.", "a card")
    'Rigors: doctor on duty now; at home an ambulance.'
    """
    if isinstance(raw, str):
        return _CALL.sub(lambda found: _call(found[1], file), raw)
    if isinstance(raw, Mapping):
        return {key: with_calls(part, file) for key, part in raw.items()}
    return [with_calls(part, file) for part in raw] if isinstance(raw, list) else raw


def _call(name: str, file: str) -> str:
    calls: Mapping[str, str] = knowledge.load(FILE)["call"]
    if name not in calls:
        raise KnowledgeError(f"{file}: {{{name}}} is no situation; accepted: {', '.join(calls)}")
    return calls[name]


def situations(text: str) -> tuple[str, ...]:
    """The situations whose signs a text names.

    >>> situations("Collapse, or breathless at rest")
    ('collapse', 'at_once')
    """
    signs: Mapping[str, list[str]] = knowledge.load(FILE)["signs"]
    return tuple(name for name, words in signs.items() if any(word in text.lower() for word in words))


def meant(text: str) -> tuple[str, ...]:
    """What is meant by the words of a card that could be read in two ways.

    >>> meant("Any fever: call.")
    ('Fever: from the local limit.',)
    """
    explained: Mapping[str, str] = knowledge.load(FILE)["meant"]
    return tuple(says for word, says in explained.items() if word in text.lower())
