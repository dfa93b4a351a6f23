"""A toy of two arms: why life can look equal where growth does not. Nobody's trial, and no model of a tumour.

The drug delays growth, and with it death, by the same months whenever it is given. Those on placebo grow first; a share
of them then has the drug, and gains what the others gained earlier.
"""

from fractions import Fraction

from attrs import frozen

from netlearn.quantity import as_number


@frozen
class TwoArms:
    """Months until growth and months of life, on average, by what was given first."""

    growth_drug: Fraction
    growth_placebo: Fraction
    life_drug: Fraction
    life_placebo: Fraction

    @property
    def apart(self) -> tuple[Fraction, Fraction]:
        """By how many months growth differs, and by how many life.

        >>> [str(months) for months in two_arms(5, 30, 6, 50).apart]
        ['6', '3']
        """
        return self.growth_drug - self.growth_placebo, self.life_drug - self.life_placebo


def two_arms(growth: object, life: object, gain: object, crossing: object) -> TwoArms:
    """Both arms of the toy; ``crossing`` is the share of those on placebo who have the drug later, in per cent.

    ``growth`` and ``life`` are the months without the drug, ``gain`` the months that it gives. Raises InputError for
    what is no number from 0, for a share above 100, and for a life that ends before the growth.

    >>> float(two_arms(5, 30, 6, 85).life_placebo)
    35.1
    """
    before = as_number(growth, "growth", "months", 0, None)
    alive = as_number(life, "life", "months", before, None)
    gained = as_number(gain, "gain", "months", 0, None)
    share = as_number(crossing, "crossing", "%", 0, 100) / 100
    return TwoArms(before + gained, before, alive + gained, alive + share * gained)
