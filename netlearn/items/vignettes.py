"""A case as a referral tells it: topic by topic, each in sentences that say together what belongs together."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from netlearn.clinic import liver
from netlearn.clinic.lesions import MAP, STATED
from netlearn.decision.inputs import Input
from netlearn.decision.load import load
from netlearn.decision.unary import UnaryTest, Value
from netlearn.editions import edition_entry
from netlearn.items import maps, stories
from netlearn.items.person import AGE, person
from netlearn.items.phrases import TOPICS, Phrases, asked_as, holds, key_of, openings, phrases
from netlearn.items.seeds import Draw
from netlearn.items.wording import capital, in_both_units, sound, with_article
from netlearn.words import listed

_NOTHING: Mapping[str, UnaryTest] = {}


def vignette(table: str, edition: str, inputs: Mapping[str, Any], draw: Draw) -> str:
    """The case in sentences, without a question. Its wording follows from the draw.

    >>> case = {"goal": "survival", "ssa_failed_at_maximum_dose": True}
    >>> "-year-old " in vignette("interferon", "review-2012", case, Draw("demo"))
    True
    """
    return " ".join(Story(table, edition, inputs, draw).sentences())


def question(table: str, edition: str, inputs: Mapping[str, Any]) -> str:
    """The table's question of a case, in the words of a ward round where these are written and the case has its slots.

    >>> question("targeted", "2026", {"drug": "everolimus"})
    'Is everolimus an option?'
    """
    text = asked_as(table)
    asked = {slot: inputs.get(slot) for slot in stories.slots(text)}
    words = {slot: phrases(table, slot).shorts(value)[0] for slot, value in asked.items() if value is not None}
    return stories.filled(text, words) if text and len(words) == len(asked) else load(table, edition).question


def asked_by(edition: str, question: str) -> str:
    """A question with the edition that it is asked by.

    >>> asked_by("2026", "Is ablation suitable?")
    'By the rules of 2026, is ablation suitable?'
    """
    return f"By the rules of {edition_entry(edition).label}, {question[:1].lower()}{question[1:]}"


class Story:
    """One telling of one case: what is still to be told gets less with each sentence."""

    def __init__(self, table: str, edition: str, inputs: Mapping[str, Any], draw: Draw) -> None:
        self.table, self.edition, self.draw, self.map = table, edition, draw, inputs
        self.asked = {each.name: each for each in load(table, edition).inputs}
        lies = liver.derivation().accept(inputs) if table == maps.TABLE else {}
        told: Mapping[str, Any] = {**inputs, **lies}
        self.given = {name: told[name] for name in self.asked if told.get(name) is not None}
        self.person = person(table, tuple(self.asked.values()), self.given, draw)
        said = {AGE} if "-year-old" in self.person["patient"] else set()
        said |= {name for name, value in self.given.items() if key_of(value) in self.words(name).unsaid}
        self.left = [name for name in self.given if name not in said]

    def words(self, name: str) -> Phrases:
        """The words for one of the inputs."""
        return phrases(self.table, name)

    def sentences(self) -> Iterator[str]:
        """Yield every sentence, the opening first."""
        for topic in TOPICS:
            if topic == "who" and (opening := self._best(topic, openings(self.table))):
                yield self._written(*opening)
            if topic == "liver" and self.table == maps.TABLE and self.map.get(MAP) is not None:
                yield from self._map()
            while chosen := self._best(topic):
                yield self._written(*chosen)
            yield from self._rest(topic)

    def _best(self, topic: str, openings: tuple[str, ...] = ()) -> tuple[str, frozenset[str]] | None:
        """The text that tells most of what is left, of equals the table's own, and what it tells; None for none."""
        found: list[tuple[int, bool, str, frozenset[str]]] = []
        every = stories.sentences(self.table, self.edition)
        mine = [each for each in every if each.topic == topic and holds(each.given, self.given)]
        texts = [(text, _NOTHING, False) for text in openings]
        for text, when, own in [*texts, *((text, s.when, bool(s.tables)) for s in mine for text in s.says)]:
            told = self._told(text, when) if holds(when, self.given) else None
            new = told.intersection(self.left) if told else frozenset()
            if told is not None and self._fresh(text, told) and (new or openings):
                found.append((len(new), own, text, new))
        most = max((each[:2] for each in found), default=(0, False))
        best = [each[2:] for each in found if each[:2] == most]
        return self.draw.pick(best) if best else None

    def _fresh(self, text: str, told: frozenset[str]) -> bool:
        """Whether a text tells nothing twice. What its tests pin may be known: "it" of a single lesion."""
        again = told.difference(self.left)
        return not again.intersection(stories.slots(text)) and not any(self.asked[n].kind == "boolean" for n in again)

    def _told(self, text: str, when: Mapping[str, UnaryTest]) -> frozenset[str] | None:
        """The inputs that a text tells: its slots', and those that its tests pin. None where one is not known."""
        told = {name for name, test in when.items() if self._pins(test, name)}
        for slot in stories.slots(text):
            if slot in self.person:
                continue
            below: frozenset[str] | None = frozenset((slot,)) if slot in self.given else None
            if slot in stories.pieces():
                piece = self._piece(slot)
                when = piece.when if piece and not piece.quiet else _NOTHING
                tellings = [self._told(each, when) for each in piece.says] if piece else [None]
                below = tellings[0]
            if below is None:
                return None
            told |= below
        return frozenset(told)

    def _piece(self, slot: str) -> stories.Piece | None:
        return next((each for each in stories.pieces()[slot] if self._fits(each)), None)

    def _fits(self, piece: stories.Piece) -> bool:
        return holds(piece.when, self.given) and self._told(piece.says[0], piece.when) is not None

    def _pins(self, test: UnaryTest, name: str) -> bool:
        """Whether a test leaves an input no value but the one that it has."""
        asked, value = self.asked[name], self.given[name]
        if isinstance(value, Fraction):
            return not any(test.accepts(value + step) for step in (asked.step, -asked.step))
        return [each for each in asked.values if test.accepts(each)] == [value]

    def _written(self, text: str, told: frozenset[str]) -> str:
        self.left = [name for name in self.left if name not in told]
        return self._sentence(text)

    def _sentence(self, text: str) -> str:
        said = with_article(capital(self._filled(text)))
        return said if said.endswith((".", "?")) else f"{said}."

    def _filled(self, text: str) -> str:
        words = dict(self.person)
        for slot in stories.slots(text):
            if slot in stories.pieces():
                piece = self._piece(slot)
                assert piece is not None
                words[slot] = self._filled(self.draw.pick(piece.says))
            elif slot in self.given and slot not in words:
                words[slot] = self._short(slot)
        return stories.filled(text, words)

    def _short(self, name: str) -> str:
        value = self.given[name]
        texts = self.words(name).shorts(value) or ("{value}",)
        return self._valued(self.draw.pick(texts), self.asked[name], value)

    def _valued(self, text: str, asked: Input, value: Value) -> str:
        return text.replace("{value}", in_both_units(asked, value)) if isinstance(value, Fraction) else text

    def _rest(self, topic: str) -> Iterator[str]:
        """Yield what no sentence of several inputs tells: one sentence each, and lists of what is there and is not."""
        rest = [name for name in self.left if self.words(name).topic == topic]
        self.left = [name for name in self.left if name not in rest]
        well = [name for name in rest if self.words(name).well and self.given[name] is False]
        rest = sorted((name for name in rest if name not in well), key=self._is_usual)
        listed_ones = [name for name in rest if self.words(name).has]
        for name in rest:
            if name not in listed_ones:
                text = self.draw.pick(self.words(name).wordings(self.given[name]))
                yield self._sentence(self._valued(text, self.asked[name], self.given[name]))
            elif name == listed_ones[0]:
                yield from self._list(topic, listed_ones)
        if well:
            yield self._sentence(sound([self.words(name).well for name in well]))
        yield from self._unknown(topic)

    def _is_usual(self, name: str) -> bool:
        """Whether an input has the value that goes nearly without saying; what is found comes before it."""
        return bool(self.given[name] == self.words(name).usually)

    def _list(self, topic: str, names: list[str]) -> Iterator[str]:
        texts = [self.draw.pick(self.words(name).wordings(self.given[name])) for name in names]
        has = [text for text in texts if not text.startswith("no ")]
        lacks = [text.removeprefix("no ") for text in texts if text.startswith("no ")]
        kind = "both" if has and lacks else "has" if has else "lacks"
        said = stories.lists().get(topic, stories.lists()["otherwise"])[kind]
        yield self._sentence(stories.filled(said, {"has": listed(has), "lacks": listed(lacks, "or")}))

    def _unknown(self, topic: str) -> Iterator[str]:
        """Yield what a clinician says of what is not known, where there are words for that."""
        for name in self.asked:
            if name not in self.given and self.words(name).topic == topic and self.words(name).unknown:
                yield self._sentence(self.draw.pick(self.words(name).unknown))

    def _map(self) -> Iterator[str]:
        """Yield the map in words, then what is stated of it, where that does not go without saying."""
        seen = self.draw.pick(("imaging shows {map}", "CT shows {map}", "the liver MRI shows {map}"))
        stated = self.map.get(STATED)
        lesions = maps.map_words(self.map)
        many = lesions.replace("small metastases", "many small metastases") if stated else lesions
        yield self._sentence(seen.replace("{map}", many))
        if stated is not None and key_of(stated) not in self.words(STATED).unsaid:
            against = self._best("liver")  # where the map itself speaks against it
            yield (
                self._written(*against)
                if against
                else self._sentence(self.draw.pick(self.words(STATED).wordings(stated)))
            )
        self.left = []
