"""What a share counted, and among whom: one count over two groups, and two counts over one group.

The review prints a split of those who have liver metastases as if it were a share of all patients (E28), and disease
control as if it were response (E03). In how many of those not everything can be cut out is what fact 3-02 leaves of
all (E33).
"""

from fractions import Fraction

from attrs import frozen

from netlearn.errors import KnowledgeError
from netlearn.evidence import fact
from netlearn.quantity import as_number


@frozen
class AtDiagnosis:
    """One count, found at diagnosis, over two denominators: per cent; None where there is nobody to count among."""

    of_all: Fraction | None
    of_affected: Fraction | None

    @property
    def both(self) -> tuple[Fraction | None, Fraction | None]:
        """The share of all patients, then the share of those with liver metastases."""
        return self.of_all, self.of_affected


def at_diagnosis(synchronous: object, metachronous: object, never: object) -> AtDiagnosis:
    """The share whose liver metastases were found at diagnosis, from three counts of patients.

    The counts are of those whose metastases were found at diagnosis, of those whose metastases were found later, and
    of those who had none. Raises InputError for a count that is no whole number from 0.

    >>> [str(share) for share in at_diagnosis(30, 10, 60).both]
    ['30', '75']
    >>> at_diagnosis(0, 0, 12).of_affected is None
    True
    """
    given = {"synchronous": synchronous, "metachronous": metachronous, "never": never}
    early, late, none = (as_number(value, name, "", 0, None, integer=True) for name, value in given.items())
    return AtDiagnosis(_percent(early, early + late + none), _percent(early, early + late))


def something_stays(patients: object) -> tuple[Fraction, Fraction]:
    """Of so many patients with liver metastases, in how many not everything can be cut out: at least, and at most.

    Raises InputError for a count that is no whole number from 0.

    >>> [str(count) for count in something_stays(40)]
    ['32', '36']
    """
    count = as_number(patients, "patients", "", 0, None, integer=True)
    cleared = fact("3-02").value
    if cleared is None or cleared.low is None or cleared.high is None:
        raise KnowledgeError("3-02: value: a share from one end to the other is needed")
    return count * (1 - cleared.high / 100), count * (1 - cleared.low / 100)


def response_and_control(smaller: object, stable: object, grew: object) -> tuple[Fraction | None, Fraction | None]:
    """The share that responded, and the share with disease control, in per cent of all whose tumour was judged.

    The counts are of patients whose tumour became smaller, stood still, or grew; None where there is nobody. Raises
    InputError for a count that is no whole number from 0.

    >>> [round(share) for share in response_and_control(8, 13, 6)]
    [30, 78]
    """
    given = {"smaller": smaller, "stable": stable, "grew": grew}
    responded, still, larger = (as_number(value, name, "", 0, None, integer=True) for name, value in given.items())
    whole = responded + still + larger
    return _percent(responded, whole), _percent(responded + still, whole)


def _percent(part: Fraction, whole: Fraction) -> Fraction | None:
    return 100 * part / whole if whole else None
