"""What the kinds share: the head of a variant, the grade, options, and refusing an answer that cannot be read."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from netlearn import evidence
from netlearn.editions import default_edition, edition_entry, edition_ids
from netlearn.errors import InputError
from netlearn.items.item import Item, Json
from netlearn.items.judging import shown
from netlearn.items.reading import FieldReader, fact_or_figure
from netlearn.items.seeds import Draw
from netlearn.items.variant import Grade, Variant
from netlearn.words import say

DONT_KNOW, NOT_STATED, CONFLICT = "dont-know", "not-stated", "conflict"
OPTION_KEYS = ("id", "text", "right", "feedback", "evidence", "dangerous")
_LONGEST = 80  # of an answer's text that an error quotes


def draw_for(item: Item, seed: str) -> Draw:
    """The draws of one variant: they follow from the item, its version and the seed."""
    return Draw(item.slug, item.version, seed)


def variant(item: Item, seed: str, stem: str, accepted: str, **parts: Any) -> Variant:
    """A variant's head and parts. ``accepted`` says, for a format error, what an answer looks like."""
    return Variant(
        kind=item.kind,
        stem=stem,
        accepted=accepted,
        edition=item.body.get("edition") or default_edition(),
        item=item.slug,
        uuid=item.uuid,
        version=item.version,
        seed=seed,
        given=tuple(item.body.get("given", ())),
        errata=item.errata,
        hints=item.hints,
        parts=parts,
    )


def graded(
    score: Fraction | int,
    feedback: Iterable[str] = (),
    evidence: Iterable[str] = (),
    *,
    errata: Iterable[str] = (),
    dangerous: bool = False,
    flips: str = "",
) -> Grade:
    """The grade of an answer that was read; its result follows from the score.

    >>> graded(Fraction(2, 3), ["Nearly."]).result, graded(1, ["", "Yes."]).feedback
    ('partly', ('Yes.',))
    """
    return Grade(
        result="right" if score == 1 else "partly" if score > 0 else "wrong",
        score=Fraction(score),
        feedback=tuple(text for text in feedback if text),
        evidence=tuple(dict.fromkeys(evidence)),
        errata=tuple(errata),
        dangerous=dangerous,
        flips=flips,
    )


def refuse(value: object, accepted: str) -> InputError:
    """The error for an answer that cannot be read; a long answer is shortened."""
    return InputError("answer", value if isinstance(value, str) and len(value) < _LONGEST else shown(value), accepted)


def one_of(answer: object, ids: Sequence[str]) -> str:
    """The id that an answer names. Raises InputError for anything else."""
    if isinstance(answer, str) and answer in ids:
        return answer
    raise refuse(answer, ", ".join(ids))


def several_of(answer: object, ids: Sequence[str]) -> list[str]:
    """The ids that an answer lists, each once: a list, or a text with commas. Raises InputError."""
    listed = [part.strip(" ") for part in answer.split(",")] if isinstance(answer, str) else answer
    known = isinstance(listed, list) and all(isinstance(each, str) and each in ids for each in listed)
    if not isinstance(listed, list) or not known or len(set(listed)) < len(listed):
        raise refuse(answer, f"a list of {', '.join(ids)}, each once")
    return listed


def silent_text(edition: str) -> str:
    """How an edition's silence reads as an answer."""
    return edition_entry(edition).silence


def dont_know() -> Json:
    """The answer that is never wrong and never right."""
    return {"id": DONT_KNOW, "text": say("option", "dont_know"), "feedback": "", "evidence": []}


def check_edition(reader: FieldReader) -> str:
    """The edition that an item asks about."""
    return reader.word("edition", edition_ids(), default_edition())


def check_options(reader: FieldReader, field: str, edition: str) -> list[Json]:
    """The authored options of a choice: at least two beside "not-stated", each with feedback.

    Returns them as they stand in a variant, with ``right`` beside.
    """
    made = [_option(part, edition) for part in reader.parts(field, least=2)]
    reader.unique(f"{field}.id", [each["id"] for each in made])
    if DONT_KNOW in [each["id"] for each in made]:
        reader.refuse(f"{field}.id", DONT_KNOW, "other ids: that option is added by itself")
    if not any(each["right"] for each in made):
        reader.refuse(field, "no right one", "at least one with right = true")
    return made


def _option(reader: FieldReader, edition: str) -> Json:
    reader.only(OPTION_KEYS)
    id, danger = reader.text("id"), reader.text("dangerous", "")
    if danger:
        reader.known("dangerous", danger, evidence.erratum)
        if evidence.erratum(danger).risk != "A" or reader.flag("right"):
            reader.refuse("dangerous", danger, "on a wrong option, an erratum of risk A")
    text = silent_text(edition) if id == NOT_STATED and "text" not in reader.raw else reader.text("text")
    made: Json = {"id": id, "text": text, "right": reader.flag("right"), "feedback": reader.text("feedback")}
    made["evidence"] = list(reader.sources("evidence", fact_or_figure))
    return {**made, "dangerous": True} if danger else made


def laid_out(options: Sequence[Json], draw: Draw, keep_order: bool = False) -> list[Json]:
    """Options as a variant shows them: shuffled unless their order has a meaning, then silence, then "I don't know"."""
    seen = [{key: value for key, value in each.items() if key != "right"} for each in options]
    first = [each for each in seen if each["id"] != NOT_STATED]
    last = [each for each in seen if each["id"] == NOT_STATED]
    return [*(first if keep_order else draw.shuffled(first)), *last, dont_know()]
