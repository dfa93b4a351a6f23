"""Trials whose answer is still awaited, as a list: who is asked what, and where it stood when it was looked for."""

from netlearn.markup import Html
from netlearn.trials import Trial, trial
from netlearn.widgets.errata_cards import Card

_ITEM = Html("<li><b>{}</b> {} against {}. <span>{}</span> {}</li>")


def open_trials(*ids: str) -> Card:
    """List trials without a result by their ids. Raises UnknownIdError for an id that is no trial.

    >>> open_trials("compose")
    open_trials('compose')
    """
    items = Html("").join(map(_item, map(trial, ids)))
    call = f"open_trials({', '.join(map(repr, ids))})"
    return Card(call, Html('<ul class="nl nl-open-trials">{}</ul>').format(items))


def _item(found: Trial) -> Html:
    return _ITEM.format(found.name, found.arm_a, found.arm_b, f"{found.population}.", found.no_result)
