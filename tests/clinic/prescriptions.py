"""Prescriptions that a source gives, and how to check them with something changed."""

from typing import Any

import pytest

import netlearn as nl
from netlearn.editions import edition_ids

BOTH = pytest.mark.parametrize("edition", edition_ids())
SYNDROME = {
    "drug": "octreotide",
    "formulation": "short-acting",
    "dose": "150 microgram",
    "route": "SC",
    "frequency": "TID",
    "context": "carcinoid-syndrome",
}
BEFORE = {**SYNDROME, "dose": "300 microgram", "frequency": "single", "context": "preoperative"}
CRISIS = {**BEFORE, "route": "IV", "context": "crisis"}
INFUSION = {**SYNDROME, "dose": "50 microgram/h", "route": "infusion", "frequency": "continuous", "context": "crisis"}
DEPOT = {"drug": "octreotide", "formulation": "LAR", "dose": "30 mg", "route": "IM", "frequency": "every 4 weeks"}
CONTROL_ARM = {**DEPOT, "dose": "60 mg", "context": "control arm"}
LANREOTIDE = {"drug": "lanreotide", "dose": "120 mg", "route": "SC", "frequency": "every 28 days"}
FORTE = {**LANREOTIDE, "frequency": "every 14 days", "context": "after-progression"}
TELOTRISTAT = {"drug": "telotristat", "dose": "250 mg", "route": "oral", "frequency": "TID"}
CABOZANTINIB = {"drug": "cabozantinib", "dose": "60 mg", "route": "oral", "frequency": "once a day"}
DOTATATE = {"drug": "177Lu-DOTATATE", "dose": "7.4 GBq", "route": "IV", "frequency": "every 8 weeks"}
EDOTREOTIDE = {"drug": "177Lu-edotreotide", "dose": "7.5 GBq", "route": "IV", "frequency": "every 12 weeks"}


def check(case: dict[str, Any], edition: str = "review-2012", **changed: Any) -> nl.Decision:
    return nl.decide("dose-check", edition=edition, **{**case, **changed})


def cautions(decision: nl.Decision) -> set[str]:
    return {caution.id for caution in decision.cautions}
