"""The hover cards of a page: what each of its evidence links shows."""

from collections.abc import Iterable
from typing import Any

from netlearn import evidence, glossary, trials
from netlearn.decision.cards import erratum_card, fact_card, update_card
from netlearn.evidence import Erratum
from netlearn.glossary import Term
from netlearn.site.status import risk_words, status_words
from netlearn.trials import Trial, TrialResult


def card(id: str) -> dict[str, str]:
    """Return the card of a fact, figure, erratum, update, term or trial.

    >>> card("E01")["value"]
    'E01'
    """
    if id in evidence.errata():
        return _erratum_card(evidence.erratum(id))
    if id in evidence.updates():
        return update_card(id)
    if id.startswith("term-"):
        return _term_card(glossary.term(id.removeprefix("term-")))
    if id.startswith("trial-"):
        return _trial_card(trials.trial(id.removeprefix("trial-")))
    return fact_card(id)


def _erratum_card(erratum: Erratum) -> dict[str, str]:
    source = f"Errata; {status_words(erratum.status)}" + (f"; {risk_words(erratum.risk)}" if erratum.risk else "")
    return erratum_card(erratum.id) | {"source": source}


def _term_card(term: Term) -> dict[str, str]:
    return {
        "label": term.term,
        "value": term.term,
        "claim": term.plain,
        "population": "",
        "source": "Glossary",
        "checked": "",
        "href": f"book/{term.page}.html#{term.anchor}",
    }


def _trial_card(trial: Trial) -> dict[str, str]:
    """The arms, the first result on the wall, and how many more there are."""
    first, *others = trial.results or (None,)
    more = f"; {len(others)} more on the trial wall" if others else ""
    arms = f"{trial.arm_a} against {trial.arm_b}" if trial.arm_b else trial.arm_a
    return {
        "label": trial.name,
        "value": trial.name,
        "claim": f"{arms}. {_told(first) if first else trial.no_result}",
        "population": trial.population,
        "source": f"Trial, {trial.design}{more}",
        "checked": first.checked if first else "",
        "href": f"book/{trial.page}.html#{trial.anchor}",
    }


def _told(result: TrialResult) -> str:
    """One result in words: what was counted, by whom, in each arm, and the effect."""
    words = trials.words()
    what = result.measure if result.reading == "none" else f"{result.measure}, {words['readings'][result.reading]}"
    arms = " against ".join(number.text() for number in (result.a, result.b) if number)
    effect = f"{words['effects'][result.effect.kind]} {result.effect.number.text()}" if result.effect else ""
    said = ", ".join(filter(None, (arms, effect)))
    return f"{what[0].upper()}{what[1:]}: {said}. {result.note}".strip()


def page_cards(ids: Iterable[str]) -> dict[str, Any]:
    """Return a page's cards as the data of a script, which the page asks for when its reader first does something.

    >>> page_cards(["E01"])["facts"]["E01"]["value"]
    'E01'
    """
    return {"table": "cards:page", "edition": "", "facts": {id: card(id) for id in ids}}
