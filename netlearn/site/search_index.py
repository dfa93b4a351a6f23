"""What the search of the book looks through: each fact, erratum, update, rule, term, trial, chapter and the card.

An entry is what a result shows (a value, a sentence and where it stands), its address, and words that help to find.
No entry shows a dose beside a crisis: who looks for that is led to the crisis card, which is never shown in part.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from docutils import nodes
from sphinx.application import Sphinx

from netlearn import evidence, glossary, knowledge, trials
from netlearn.clinic.crisis.card import crisis_card
from netlearn.decision import load, names
from netlearn.decision.table import Table
from netlearn.editions import edition_entry, edition_ids
from netlearn.site.assets import write
from netlearn.trials import Trial

FILE = "search.toml"
BETWEEN = "|"  # the entries of one field
LONGEST = 54  # characters of a sentence that a result shows
_CRISIS = re.compile(r"\bcris[ie]s\b", re.IGNORECASE)
DOSE = re.compile(r"\d\s*(?:microgram|mg|milligram|gram|g|µg)\b")
_WORD = re.compile(r"[^\W_]+")
_WEIGHTS = {"core": 1.15, "detail": 1.0, "wording": 0.7}
_RISKS = {"A": 1.2, "B": 1.1}


@frozen
class Place:
    """Where entries of one sort stand: before their ids, in words, and their address.

    There {id} is an entry's id, and {key} that id with what stands before it, its strokes as hyphens.
    """

    prefix: str
    where: str
    href: str


@frozen(kw_only=True)
class Found:
    """One thing that can be found; ``rank`` above 1 comes earlier among equals."""

    place: Place
    id: str
    value: str = ""
    sentence: str
    words: str = ""
    rank: float = 1.0

    @property
    def key(self) -> str:
        """Its id among all entries."""
        return self.place.prefix + self.id

    @property
    def shown(self) -> str:
        """What a result shows of it."""
        return f"{self.value} {self.sentence}"


_CARD = Place("", "Crisis card", "book/{id}.html")
_FACT = Place("", "Evidence {id}, review 2012", "book/evidence.html#ev-{id}")
_ERRATUM = Place("", "Erratum {id}", "book/errata.html#erratum-{id}")
_UPDATE = Place("", "Since the review", "book/updates.html#update-{id}")
_PRACTICE = Place("", "In practice", "book/updates.html#update-{id}")
_TERM = Place("", "Glossary", "book/glossary.html#{id}")
_TRIAL = Place("", "Trial wall", "book/trials.html#{id}")


def entries() -> Iterator[Found]:
    """Every entry that comes from the knowledge."""
    for found in (_card(), *_facts(), *_errata(), *_updates(), *_rules(), *_terms(), *_trials()):
        yield _without_crisis_dose(found)


def _card() -> Found:
    card = crisis_card()
    words = f"{' '.join(step.title for step in card.steps)} dose bolus infusion hypotension pressure emergency"
    sentence = "The whole card: what was printed, and what changed. No dose is shown here."
    return Found(place=_CARD, id="crisis-card", value=card.title, sentence=sentence, words=words, rank=2.0)


def _facts() -> Iterator[Found]:
    for fact in evidence.facts().values():
        value = fact.value.text() if fact.value else ""
        rank = _WEIGHTS.get(fact.weight, 1.0)
        words = f"{fact.quantity} {fact.topic}"
        yield Found(place=_FACT, id=fact.id, value=value, sentence=fact.claim, words=words, rank=rank)


def _errata() -> Iterator[Found]:
    for erratum in evidence.errata().values():
        rank, words = _RISKS.get(erratum.risk, 1.0), "error misprint"
        taught = _short(erratum.teach)
        yield Found(place=_ERRATUM, id=erratum.id, value=erratum.title, sentence=taught, words=words, rank=rank)


def _updates() -> Iterator[Found]:
    for update in evidence.updates().values():
        place = _PRACTICE if update.practice else _UPDATE
        said = _short(update.statement)
        yield Found(place=place, id=update.id, value=update.title, sentence=said, words=update.topic)


def _rules() -> Iterator[Found]:
    """The rules, those of an older edition where the newer one has not the same rule with the same verdict."""
    seen = set()
    for edition in reversed(edition_ids()):
        for table in (load(name, edition) for name in names(edition)):
            for found in _of_table(table) if not table.same_as else ():  # taken over unchanged: shown once
                if (said := (table.name, found.id, found.value)) not in seen:
                    yield found
                seen.add(said)


def _of_table(table: Table) -> Iterator[Found]:
    where = f"{table.title}, {edition_entry(table.edition).title}"
    place = Place(f"{table.name}/{table.edition}/", where, "book/tables.html#rule-{key}")
    for rule in table.rules:
        label = table.verdicts[rule.verdict].label if rule.verdict in table.verdicts else ""
        yield Found(place=place, id=rule.id, value=label, sentence=_short(rule.because))


def _terms() -> Iterator[Found]:
    for term in glossary.terms().values():
        words = " ".join(term.also)
        yield Found(place=_TERM, id=term.id, value=term.term, sentence=_short(term.plain), words=words)


def _trials() -> Iterator[Found]:
    for trial in trials.trials().values():
        arms = f"{trial.arm_a} against {trial.arm_b}" if trial.arm_b else trial.arm_a
        words = f"{' '.join(_kinds(trial))} {arms}"
        yield Found(place=_TRIAL, id=trial.anchor, value=trial.name, sentence=_short(arms), words=words)


def _kinds(trial: Trial) -> Iterator[str]:
    """What was given, where the tumours began and their grades, as far as it was said."""
    for kind in ("drugs", "sites", "grades"):
        yield trials.label(kind, tuple(each for each in getattr(trial, kind) if each not in ("any", "not-said")))


def headings(app: Sphinx) -> Iterator[Found]:
    """The chapters and their sections, from the contents that Sphinx keeps of each page."""
    pages = sorted(name for name in app.env.found_docs if name.startswith("chapters/"))
    standing = Counter(link.astext() for page in pages for link in app.env.tocs[page].findall(nodes.reference))
    for page in pages:
        title = app.env.titles[page].astext()
        place = Place(page, f"Chapter: {title}", f"{page}.html{{id}}")
        for link in app.env.tocs[page].findall(nodes.reference):
            if standing[link.astext()] == 1:  # "Key points" is in every chapter, and answers nothing
                yield Found(place=place, id=link.get("anchorname", ""), value=link.astext(), sentence="", rank=0.8)


def _short(text: str) -> str:
    """The first sentence, or as many whole words of it as fit.

    >>> _short("It is small. It is also round.")
    'It is small.'
    """
    first = re.split(r"(?<=[.;])\s", text.strip(), maxsplit=1)[0]
    return first.rstrip(";") if len(first) <= LONGEST else first[:LONGEST].rpartition(" ")[0] + " …"


def _without_crisis_dose(found: Found) -> Found:
    """The entry without its number where it would show a dose beside a crisis."""
    if not (_CRISIS.search(f"{found.shown} {found.words} {found.id}") and DOSE.search(found.shown)):
        return found
    value = "" if DOSE.search(found.value) else found.value
    words = f"{found.words} {DOSE.sub(' ', found.sentence)}"
    return evolve(found, value=value, sentence=_hidden(found), words=words)


def _hidden(found: Found) -> str:
    about = f"{evidence.fact(found.id).quantity}: a" if found.place is _FACT else "A"
    return f"{about[0].upper()}{about[1:]} dose, to be read where it stands, with what changed since."


def write_index(app: Sphinx, env: Any) -> None:
    """Write the index beside the pages, once all of them have been read."""
    if app.builder.format == "html":
        write(Path(app.outdir) / "_static" / "data" / "search.js", script((*entries(), *headings(app))))


def script(found: Iterable[Found]) -> str:
    """The index as a classic script, which works from ``file://``: places, entries, synonyms and words left out."""
    by_place: dict[Place, list[Found]] = {}
    for entry in found:
        by_place.setdefault(entry.place, []).append(entry)
    rows = [_row(entry) for known in by_place.values() for entry in known]
    raw = knowledge.load(FILE)
    data = {
        "places": [[place.prefix, place.where, place.href, len(known)] for place, known in by_place.items()],
        "fields": [BETWEEN.join(field) for field in zip(*rows, strict=True)],  # like beside like compresses best
        "synonyms": raw["synonyms"],
        "ignored": raw["ignored"]["words"],
    }
    return f"globalThis.NetLearnSearch = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _row(found: Found) -> tuple[str, ...]:
    """An entry as the page reads it, which also finds it by the words of its id."""
    rank = "" if found.rank == 1 else str(found.rank)
    return tuple(
        field.replace(BETWEEN, " ") for field in (found.id, found.value, found.sentence, _helpers(found), rank)
    )


def _helpers(found: Found) -> str:
    """The words that only help to find, without those that are shown."""
    shown = set(_WORD.findall(found.shown.lower()))
    return " ".join(dict.fromkeys(word for word in _WORD.findall(found.words.lower()) if word not in shown))
