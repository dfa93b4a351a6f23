"""Variants from the case library: what a table answers for one of its patients, told as the library tells it."""

from collections.abc import Mapping
from functools import cache

from attrs import evolve

from netlearn.clinic.cases import Asked, Patient, cases
from netlearn.errors import InputError
from netlearn.items.generators import variant_of
from netlearn.items.seeds import Draw
from netlearn.items.variant import Variant
from netlearn.items.vignettes import asked_by, question
from netlearn.naming import one_of

OPEN = ("undetermined", "refused", "no table")  # answers that are no option of a question


@cache
def patients(table: str, edition: str) -> Mapping[str, tuple[Patient, Asked]]:
    """The questions of the library that a table answers, by patient; a patient's second question is ``slug:2``.

    >>> "seven-lesions-one-lobe" in patients("sirt", "review-2012")
    True
    """
    found: dict[str, tuple[Patient, Asked]] = {}
    for case in cases().values():
        asked = [one for one in case.asked if one.table == table]
        for number, one in enumerate(asked, 1):
            if not one.answers[edition].startswith(OPEN):
                found[case.slug if number == 1 else f"{case.slug}:{number}"] = case, one
    return found


def variant_for_patient(table: str, edition: str, name: str, draw: Draw) -> Variant:
    """The variant that asks a table about a patient. Raises InputError for one that the table is not asked about.

    >>> variant_for_patient("sirt", "2026", "seven-lesions-one-lobe", Draw("demo"))["key"]
    ['not-stated']
    """
    known = patients(table, edition)
    if name not in known:
        raise InputError("patient", name, f"patients that {table!r} of {edition!r} answers: {one_of(name, known)}")
    case, asked = known[name]
    made = variant_of(table, edition, asked.given[edition], draw)
    stem = " ".join([*case.sentences, asked_by(edition, question(table, edition, asked.given[edition]))])
    return evolve(made, stem=stem, given=(f"What is asked about: {asked.when}.",) if asked.when else ())
