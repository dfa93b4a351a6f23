"""What a learner is asked and what an answer is worth: one frozen class each, the same for every kind."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import field, fields_dict, frozen

from netlearn.items.item import Json


@frozen
class Variant:
    """One seeded instance of an item.

    ``accepted`` says, for a format error, what an answer looks like. ``parts`` is what its kind adds, as plain JSON:
    ``variant["options"]``. Variants are shared, so nobody may change a part.
    """

    kind: str
    stem: str = ""
    accepted: str = ""
    edition: str = ""
    item: str = ""
    uuid: str = ""
    version: int = 1
    seed: str = ""
    given: tuple[str, ...] = ()
    errata: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    parts: Mapping[str, Any] = field(factory=dict, repr=False)

    def __getitem__(self, part: str) -> Any:
        """What its kind has added under that name."""
        return self.parts[part]

    def get(self, part: str, default: Any = None) -> Any:
        """What its kind has added under that name, or the default."""
        return self.parts.get(part, default)

    def to_json(self) -> Json:
        """The variant as the page has it: one object, its kind's parts beside the rest.

        >>> made = Variant("choice", "Which?", parts={"key": ["a"]}).to_json()
        >>> made["stem"], made["given"], made["key"]
        ('Which?', [], ['a'])
        """
        head = {name: getattr(self, name) for name in fields_dict(Variant) if name != "parts"}
        lists = {key: list(value) for key, value in head.items() if isinstance(value, tuple)}
        return {**head, **lists, **self.parts}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Variant":
        """The variant that the page has as an object.

        >>> made = Variant("choice", "Which?", hints=("Look.",), parts={"key": ["a"]})
        >>> Variant.from_json(made.to_json()) == made
        True
        """
        head: Json = {key: value for key, value in data.items() if key in fields_dict(cls)}
        lists = {key: tuple(value) for key, value in head.items() if isinstance(value, list)}
        return cls(**{**head, **lists}, parts={key: value for key, value in data.items() if key not in head})


@frozen
class Grade:
    """What an answer is worth, why, and by which evidence and errata.

    ``result`` is "right", "partly", "wrong", "dont-know", "unanswered" or "format-error"; ``flips`` says what would
    change it.
    """

    result: str
    score: Fraction = Fraction(0)
    feedback: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    errata: tuple[str, ...] = ()
    dangerous: bool = False
    flips: str = ""

    def to_json(self) -> Json:
        """The grade as the page has it.

        >>> Grade("partly", Fraction(1, 2)).to_json()["score"]
        '1/2'
        """
        made = {name: getattr(self, name) for name in fields_dict(Grade)}
        lists = {key: list(value) for key, value in made.items() if isinstance(value, tuple)}
        return {**made, "score": str(self.score), **lists}
