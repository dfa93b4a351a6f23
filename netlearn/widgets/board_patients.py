"""The two patients of the book as a board can start from them, state by state, in the form that a page draws."""

from collections.abc import Mapping
from typing import Any

from netlearn.clinic.board_data import ASSEMBLIES, asks_prior
from netlearn.clinic.cases import Patient, cases
from netlearn.clinic.lesions import MAP, PAGE_STATES, STATED
from netlearn.decision import decide
from netlearn.editions import edition_ids
from netlearn.errors import InputError
from netlearn.value import json_value

_LIVER = "liver-involvement"
PEOPLE = ("vera", "tomas")


def board_patients(name: str) -> dict[str, Any]:
    """The states of the book's patients for a board: what is known, in the words of the newest edition.

    >>> board_patients("selector")["patients"][0]["title"]
    'Vera, what the report still owes'
    """
    people = sorted((one for one in cases().values() if one.person in PEOPLE), key=lambda one: PEOPLE.index(one.person))
    listed = [_patient(one, name) for one in people]
    return {"table": f"patients:{name}", "edition": "", "assembly": ASSEMBLIES[name], "patients": listed}


def _patient(one: Patient, name: str) -> dict[str, Any]:
    """A state: what is known, and where the board marks it what was given before."""
    given = {"prior": list(one.prior)} if one.prior and asks_prior(name) else {}
    return {"title": one.title, "values": drawable(one.known, edition_ids()[-1]), **given}


def drawable(known: Mapping[str, Any], edition: str) -> dict[str, Any]:
    """A case as a page can take it: marks that say nothing of size give way to the type that follows, if it does.

    >>> marks = {"V": "lesion", "VIII": "lesion", "II": "lesion", "IV": "lesion"}
    >>> drawable({"lesions_by_segment": marks, "diffuse_multifocal": False, "functioning": True}, "2026")
    {'liver_type': 'unclassified', 'functioning': True}
    """
    found = {name: json_value(value) for name, value in known.items() if value is not None}
    lesions = found.get(MAP)
    if not isinstance(lesions, Mapping) or set(lesions.values()) <= set(PAGE_STATES):
        return found
    given = {name: found.pop(name) for name in (MAP, STATED) if name in found}
    try:
        verdict = decide(_LIVER, edition, **given).verdict
    except InputError:
        verdict = None
    return {**({"liver_type": verdict} if verdict else {}), **found}
