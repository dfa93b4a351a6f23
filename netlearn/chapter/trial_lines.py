"""Results of several trials drawn one under another in a chapter, with what stands between them said below."""

from netlearn.errors import InputError
from netlearn.figures.trials import Pair, forest, key
from netlearn.markup import Html
from netlearn.trials import aspects, results
from netlearn.value import keep_together
from netlearn.widgets.errata_cards import Card

_TEXT = Html('<figure class="nl nl-wide nl-trial-lines">{}<figcaption>{}</figcaption></figure>')


def trial_lines(*names: str) -> Card:
    """Draw the hazard ratios of some results, named as on the trial wall, and say in what their trials differ.

    Raises InputError for a name that no result has.

    >>> trial_lines("netter-2.pfs", "cabinet-g3.pfs")
    trial_lines('netter-2.pfs', 'cabinet-g3.pfs')
    """
    known = {key(pair): pair for pair in results()}
    for name in names:
        if name not in known:
            raise InputError("result", name, f"trial and result, such as {next(iter(known))}")
    pairs = [known[name] for name in names]
    said = keep_together(f"None of these may be ranked against another: they differ in {', '.join(_differing(pairs))}.")
    return Card(f"trial_lines({', '.join(map(repr, names))})", _TEXT.format(forest(pairs), said))


def _differing(pairs: list[Pair]) -> list[str]:
    """What is not the same in all."""
    told = [aspects(*pair) for pair in pairs]
    return [name for name in told[0] if len({each[name] for each in told}) > 1]
