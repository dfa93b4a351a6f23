"""The page of generated patients: a fixed sample of what the tables can ask, to be read by those who keep the words."""

from collections.abc import Iterator
from functools import cache
from itertools import islice

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
def sample() -> tuple[Variant, ...]:
    """Return the sample: every table of every edition, then once more from the newest edition, until it is full."""
    chosen = sorted(islice(_places(), SIZE), key=lambda place: ordered().index(place[0]))
    return tuple(variant_for(table, edition, target, SEED) for table, edition, target in chosen)


def _places() -> Iterator[tuple[str, str, str]]:
    """Yield tables, editions and targets without end, in rounds; a round starts with the newest edition."""
    number = 0
    while True:
        for edition in reversed(edition_ids()):
            for table in names(edition):
                yield table, edition, _asked(table, edition)[number % len(_asked(table, edition))]
        number += 1


@cache
def _asked(table: str, edition: str) -> tuple[str, ...]:
    """Return what is asked of a table, shuffled, without what only an odd patient could be asked."""
    shuffled = Draw("vignettes", table, edition).shuffled(targets(table, edition))
    return tuple(each for each in shuffled if not is_odd(table, edition, each, SEED)) or tuple(shuffled[:1])


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
