"""What the lists for a liver transplant ask of time, and of a patient who meets all the rest (chapter 3.2).

The lists themselves are the decision tables ``transplant`` of both editions; here is what they leave to the calendar.
"""

from fractions import Fraction

from netlearn.decision import Decision, decide
from netlearn.errors import KnowledgeError
from netlearn.evidence import Fact, Figure, fact, figure
from netlearn.quantity import as_number

_MONTHS = {"months": 1, "month": 1, "years": 12, "year": 12}
_REST_MET = {
    "primary_is_net": True,
    "resection_candidate": False,
    "primary_completely_resected": True,
    "portal_drainage": True,
    "extrahepatic_disease": "none",
}


def milan(months_stable: object, liver_involvement_percent: object, grade: str, age_years: object) -> Decision:
    """The answer of 2026 for a patient who meets every other criterion: unresectable, primary out, nothing outside.

    Raises InputError for a value that the table does not accept.

    >>> milan(6, 30, "NET G2", 41).verdict, milan(5, 30, "NET G2", 41).findings
    ('consider', ('response or stability for less than 6\\xa0months',))
    """
    asked = {"months_stable": months_stable, "liver_involvement_percent": liver_involvement_percent}
    return decide("transplant", "2026", **asked, grade=grade, age_years=age_years, **_REST_MET)


def months_to_wait(
    months_since_primary_diagnosis: object, months_since_primary_resection: object, months_stable: object
) -> tuple[Fraction, Fraction]:
    """How many months the calendar still asks, if nothing grows meanwhile: by the list of 2012, and by that of 2026.

    Raises InputError for a number of months below 0.

    >>> [str(months) for months in months_to_wait(11, 10, 8)]
    ['4', '0']
    """
    since = {
        "months_since_primary_diagnosis": months_since_primary_diagnosis,
        "months_since_primary_resection": months_since_primary_resection,
        "months_stable": months_stable,
    }
    diagnosis, resection, stable = (as_number(value, name, "months", 0, None) for name, value in since.items())
    year, still, milan_stable = (
        limit_in_months(source) for source in (fact("3.2-20"), fact("3.2-22"), figure("milan-net.stability"))
    )
    return max(year - diagnosis, year - resection, still - stable, Fraction(0)), max(milan_stable - stable, Fraction(0))


def limit_in_months(source: Fact | Figure) -> Fraction:
    """Return the lower limit of time that a fact or figure gives, in months; KnowledgeError for what is none.

    >>> str(limit_in_months(fact("3.2-22")))
    '12'
    """
    value = source.value
    if value is None or value.low is None or value.unit not in _MONTHS:
        raise KnowledgeError(f"{source.id}: value: a lower limit in months or years is needed")
    return value.low * _MONTHS[value.unit]
