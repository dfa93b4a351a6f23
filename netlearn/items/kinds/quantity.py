"""Numbers with a unit (kind ``quantity``): a missing unit is a slip of form that costs nothing.

The right range comes from a fact or figure, or from a function of netlearn with drawn arguments. A number typed into an
item needs ``inferred``, which says why no source holds it. Known wrong answers are bands: a range, or a factor.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from attrs import evolve

from netlearn.decision.unary import plain
from netlearn.errors import InputError
from netlearn.items.common import check_edition, draw_for, graded, refuse, variant
from netlearn.items.item import Body, Item, Json
from netlearn.items.kind import Candidates, ItemKind, LmsNumber
from netlearn.items.oracles import call, oracle
from netlearn.items.reading import FieldReader, fact_or_figure
from netlearn.items.seeds import Draw
from netlearn.items.variant import Grade, Variant
from netlearn.quantity import Quantity
from netlearn.quantity import parse as parse_quantity
from netlearn.units import SPELT, names

KEYS = ("stems", "given", "edition", "answer", "band", "values", "right", "wrong")
ANSWER_KEYS = ("fact", "function", "low", "high", "unit", "tolerance", "inferred")
BAND_KEYS = ("times", "function", "low", "high", "feedback", "evidence", "dangerous")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def check(reader: FieldReader) -> Body:
    """The body of a quantity item; every combination of drawn values must give a range."""
    values = {
        key: FieldReader(reader.file, reader.raw.get("values", {}), "values.").texts(key, 1) for key in _names(reader)
    }
    body: dict[str, Any] = {
        "edition": check_edition(reader),
        "stems": reader.texts("stems", least=1),
        "given": reader.texts("given"),
        "values": values,
        "answer": _answer(reader.part("answer")),
        "band": [_band(part) for part in reader.parts("band")],
        "right": reader.text("right"),
        "wrong": reader.text("wrong"),
    }
    _check_placeholders(reader, body)
    for drawn in _corners(values):
        _range(body["answer"], drawn)
    return body


def _names(reader: FieldReader) -> tuple[str, ...]:
    raw = reader.raw.get("values", {})
    return tuple(raw) if isinstance(raw, dict) else reader.refuse("values", raw, "a table of lists of texts")


def _corners(values: Mapping[str, tuple[str, ...]]) -> list[dict[str, str]]:
    longest = max(map(len, values.values()), default=1)
    return [{name: texts[n % len(texts)] for name, texts in values.items()} for n in range(longest)]


def _check_placeholders(reader: FieldReader, body: Mapping[str, Any]) -> None:
    for text in (*body["stems"], *body["given"], body["right"], body["wrong"]):
        for name in _PLACEHOLDER.findall(text):
            if name not in body["values"]:
                reader.refuse("stems", f"{{{name}}}", f"names of values: {', '.join(body['values']) or 'none'}")


def _answer(reader: FieldReader) -> Json:
    """Where the right range comes from, as plain data."""
    reader.only(ANSWER_KEYS)
    given = {"fact", "function", "low"} & reader.raw.keys()
    if len(given) != 1:
        reader.refuse("fact", sorted(given), "exactly one of fact, function, low")
    kind = given.pop()
    tolerance = reader.exact("tolerance") if "tolerance" in reader.raw else Fraction(0)
    if tolerance < 0:
        reader.refuse("tolerance", reader.raw["tolerance"], "a number from 0")
    if kind == "fact":
        reader.known("fact", reader.text("fact"), fact_or_figure)
        value = fact_or_figure(reader.text("fact")).value
        if value is None:
            reader.refuse("fact", reader.text("fact"), "a fact or figure with a number")
        unit = reader.text("unit", value.unit)
        made: Json = {"low": min(value.bounds()), "high": max(value.bounds()), "fact": reader.text("fact")}
    elif kind == "function":
        reader.known("function", reader.text("function"), oracle)
        unit, made = reader.text("unit", ""), {"function": reader.text("function")}
    else:
        reader.text("inferred")
        unit, made = reader.text("unit", ""), _ends(reader)
    if unit not in SPELT:
        reader.refuse("unit", unit, f"a unit of netlearn.units: {names(None)}")
    return {**made, "unit": SPELT[unit].name, "tolerance": tolerance}


def _band(reader: FieldReader) -> Json:
    reader.only(BAND_KEYS)
    given = {"times", "function", "low"} & reader.raw.keys()
    if len(given) != 1:
        reader.refuse("times", sorted(given), "exactly one of times, function, low")
    made: Json = {"feedback": reader.text("feedback"), "evidence": list(reader.sources("evidence", fact_or_figure))}
    made["dangerous"] = reader.flag("dangerous")
    if "times" in given:
        return {**made, "times": reader.exact("times")}
    if "function" in given:
        reader.known("function", reader.text("function"), oracle)
        return {**made, "function": reader.text("function")}
    return {**made, **_ends(reader)}


def _ends(reader: FieldReader) -> Json:
    """The two ends of a typed range, in their order."""
    low, high = reader.exact("low"), reader.exact("high")
    if low > high:
        reader.refuse("high", reader.raw["high"], f"a number from low, {plain(low)}")
    return {"low": low, "high": high}


def _range(spec: Json, drawn: Mapping[str, str]) -> tuple[Fraction, Fraction]:
    """The inclusive range that a specification gives for drawn values, in the answer's unit."""
    low, high = (spec["low"], spec["high"]) if "low" in spec else _called(spec, drawn)
    return low - spec.get("tolerance", 0), high + spec.get("tolerance", 0)


def _called(spec: Json, drawn: Mapping[str, str]) -> tuple[Fraction, Fraction]:
    found = call(spec["function"], drawn)
    ends = found if isinstance(found, tuple) else (found, found)
    return _number(ends[0], spec), _number(ends[1], spec)


def _number(found: object, spec: Json) -> Fraction:
    if isinstance(found, Quantity):
        return found.to(spec["unit"]).value
    if isinstance(found, bool) or not isinstance(found, int | float | Fraction):
        raise InputError(spec["function"], found, "a function that returns a number, a Quantity or a pair of them")
    return Fraction(repr(found)) if isinstance(found, float) else Fraction(found)


def generate(item: Item, seed: str) -> Variant:
    """A variant: values drawn, the stem filled in, the range and the bands worked out from them."""
    draw, body = draw_for(item, seed), item.body
    stem, drawn = draw.pick(body["stems"]), drawn_values(draw, body["values"])
    spec = body["answer"]
    low, high = _range(spec, drawn)
    unit = SPELT[spec["unit"]]
    made = variant(
        item,
        seed,
        fill(stem, drawn),
        f"{_example(unit.name)}, with a decimal point",
        unit=unit.name,
        dimension=unit.dimension,
        low=_decimal(low, down=True),
        high=_decimal(high, down=False),
        values=drawn,
        bands=[_shown_band(band, spec, (low, high), drawn) for band in body["band"]],
        right={"feedback": fill(body["right"], drawn), "evidence": _sources(item, spec)},
        wrong={"feedback": fill(body["wrong"], drawn), "evidence": _sources(item, spec)},
    )
    return evolve(made, given=tuple(fill(text, drawn) for text in body["given"]))


def drawn_values(draw: Draw, values: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """One of each list of values."""
    return {name: draw.pick(texts) for name, texts in values.items()}


def fill(text: str, drawn: Mapping[str, str]) -> str:
    """A text with each ``{name}`` replaced by what was drawn for it.

    >>> fill("a lesion of {size} cm", {"size": "3"})
    'a lesion of 3 cm'
    """
    return _PLACEHOLDER.sub(lambda found: drawn[found[1]], text)


def _sources(item: Item, spec: Json) -> list[str]:
    return list(dict.fromkeys([*([spec["fact"]] if "fact" in spec else []), *item.facts]))


def _example(unit: str) -> str:
    return f"an amount with its unit, such as 12\u00a0{unit}" if unit else "a number without a unit, such as 12"


def _shown_band(band: Json, spec: Json, right: tuple[Fraction, Fraction], drawn: Mapping[str, str]) -> Json:
    if "times" in band:
        low, high = (end * band["times"] for end in right)
    else:
        near = spec["tolerance"] if "function" in band else 0  # the ends of a typed band are meant as they are typed
        low, high = _range({**band, "unit": spec["unit"], "tolerance": near}, drawn)
    ends = {"low": _decimal(low, down=True), "high": _decimal(high, down=False)}
    rest = {key: band[key] for key in ("feedback", "evidence", "dangerous")}
    return {**ends, "unit": spec["unit"], **rest}


def _decimal(number: Fraction, down: bool) -> str:
    """An exact decimal; a number without one is rounded outwards at the sixth place."""
    text = plain(number)
    if "/" not in text:
        return text
    scaled = number * 10**6
    return plain(Fraction(scaled.__floor__() if down else scaled.__ceil__(), 10**6))


def parse(variant: Variant, answer: object) -> Quantity:
    """The amount that a text states, in the variant's unit.

    Raises InputError for no unit, an unknown one, a comma, a sign, more digits than are kept and the like.
    """
    if not isinstance(answer, str):
        raise refuse(answer, variant.accepted)
    return parse_quantity(answer, field="answer", dimension=variant["dimension"]).to(variant["unit"])


def grade(variant: Variant, answer: Quantity) -> Grade:
    """Right within the range; else the first band that holds the answer speaks, or the item's own words."""
    value = answer.value
    if _within(value, variant):
        return graded(1, [variant["right"]["feedback"]], variant["right"]["evidence"])
    band = next((each for each in variant["bands"] if _within(value, each)), None)
    if band is None:
        return graded(0, [variant["wrong"]["feedback"]], variant["wrong"]["evidence"])
    return graded(0, [band["feedback"]], band["evidence"], dangerous=band["dangerous"])


def _within(value: Fraction, ends: Variant | Json) -> bool:
    return Fraction(ends["low"]) <= value <= Fraction(ends["high"])


def candidates(variant: Variant) -> Candidates:
    """Plain numbers in the range and its ends, in every unit; the bands' own; and slips of form."""
    low, high, unit = variant["low"], variant["high"], variant["unit"]
    within = [number for number in _middles(low, high) if _within(Fraction(number), variant)]
    far = plain(Fraction(high) * 7 + 1)
    return Candidates(
        right=[_said(number, unit) for number in (*within, low, high)],
        wrong=[*(_said(band["low"], band["unit"]) for band in variant["bands"]), _said(far, unit)],
        unread=[f"{low},5 {unit}", f"-{low} {unit}", f"{low} furlong", *([low, unit] if unit else ["some"])],
        others=[_said(number, other) for end in (low, far) for number, other in _converted(end, variant)],
    )


def _said(number: str, unit: str) -> str:
    return f"{number}\u00a0{unit}".strip()


def _middles(low: str, high: str) -> list[str]:
    """The middle of a range to no decimal place, to one and so on.

    >>> _middles("13.5", "14.5")[:2], _middles("4.1", "4.1")[:2]
    (['14', '14'], ['4', '4.1'])
    """
    middle = (Fraction(low) + Fraction(high)) / 2
    return [plain(round(middle, places)) for places in range(7)]


def _converted(number: str, variant: Variant) -> Iterator[tuple[str, str]]:
    """A number of the variant's unit in every spelling of every unit of its dimension, where it is a decimal there."""
    for spelling, unit in SPELT.items():
        if unit.dimension == variant["dimension"]:
            text = plain(Fraction(number) * SPELT[variant["unit"]].size / unit.size)
            yield from [(text, spelling)] if "/" not in text else []


def words(variant: Variant, answer: str) -> str:
    """The amount as it was written."""
    return answer


def lms(variant: Variant) -> LmsNumber:
    """The number alone, in the variant's unit."""
    low, high = Fraction(variant["low"]), Fraction(variant["high"])
    return LmsNumber(low, high, variant["unit"], variant["right"]["feedback"], variant["wrong"]["feedback"])


KIND = ItemKind(
    KEYS,
    check,
    generate,
    parse,
    grade,
    candidates,
    words,
    lms,
    dimensions=lambda variant: (variant["dimension"],),
    open_parts=("unit", "dimension"),
)
