"""The page of generated patients: a fixed sample of what the tables can ask, to be read by those who keep the words."""

from collections.abc import Iterator
from functools import cache, partial
from itertools import count

from docutils import nodes

from netlearn.decision import load, names
from netlearn.editions import edition_ids
from netlearn.items.generators import is_odd, variant_for
from netlearn.items.seeds import Draw
from netlearn.items.targets import targets
from netlearn.items.variant import Variant
from netlearn.site.pages import Group, KnowledgeDirective
from netlearn.site.tables_page import ordered

__all__ = ["SIZE", "VignettesList", "as_text", "sample"]

SIZE = 60
SEED = "page"
TRIES = 6  # targets tried for a patient who is not told already


class VignettesList(KnowledgeDirective):
    """The sample, by table."""

    template = "vignettes.html"

    def run(self) -> list[nodes.Node]:
        """Return the sections; there is nothing to filter."""
        return [self.section(group) for group in self.groups()]

    def groups(self) -> Iterator[Group]:
        """Yield a group for each table, in the order of the review."""
        for table in ordered():
            mine = [each for each in sample() if each["table"] == table]
            title = load(table, mine[0].edition).title
            yield Group(title, f"vignettes-{table}", [*mine])


@cache
def sample(seed: str = SEED) -> tuple[Variant, ...]:
    """Return a sample: every table of every edition, then in turn whom nobody was told of yet, until it is full."""
    chosen: list[Variant] = []
    for table, edition, number in _places():
        mine = [each for each in chosen if each["table"] == table]
        drawn = list(_drawn(table, edition, number, seed))
        new = [each for each in drawn if not any(map(partial(_alike, each), mine))]
        chosen += sorted(new, key=partial(_asked_as, mine))[:1] or drawn[: number == 0]
        if len(chosen) == SIZE:
            return tuple(sorted(chosen, key=lambda each: ordered().index(each["table"])))
    raise AssertionError("the places do not end")


def _places() -> Iterator[tuple[str, str, int]]:
    """Yield tables, editions and the number of the round without end; a round starts with the newest edition."""
    for number in count():
        for edition in reversed(edition_ids()):
            yield from ((table, edition, number) for table in names(edition))


def _drawn(table: str, edition: str, start: int, seed: str) -> Iterator[Variant]:
    """Yield questions of a table, each of another target, from one of them on."""
    asked = _asked(table, edition, seed)
    for number in range(start, start + min(TRIES, len(asked))):
        yield variant_for(table, edition, asked[number % len(asked)], seed)


def _asked_as(chosen: list[Variant], each: Variant) -> int:
    """How many of the chosen have the same answer."""
    return sum(each["key"] == other["key"] for other in chosen)


def _alike(one: Variant, other: Variant) -> bool:
    """Whether two patients of a table differ in nothing that both editions ask."""
    both = one["inputs"].keys() & other["inputs"].keys()
    return all(one["inputs"][name] == other["inputs"][name] for name in both)


@cache
def _asked(table: str, edition: str, seed: str) -> tuple[str, ...]:
    """Return what is asked of a table, shuffled, without what only an odd patient could be asked."""
    shuffled = Draw("vignettes", seed, table, edition).shuffled(targets(table, edition))
    return tuple(each for each in shuffled if not is_odd(table, edition, each, seed)) or tuple(shuffled[:1])


def as_text(variants: tuple[Variant, ...]) -> str:
    """Return questions with their options and what is said of each, as plain text for readers outside."""
    return "\n".join(f"{number}. {_text(each)}" for number, each in enumerate(variants, 1))


def _text(variant: Variant) -> str:
    lines = [variant.stem]
    for option in variant["options"]:
        if option["feedback"]:
            mark = "[right]" if option["id"] in variant["key"] else "[wrong]"
            lines.append(f"   {mark} {option['text']}: {option['feedback']}")
    return "\n".join([*lines, ""])
