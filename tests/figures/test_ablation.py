"""What only the figures of chapter 3.3 do: limits with a gap, a band between them, and what is calculated."""

from fractions import Fraction

import pytest

from netlearn.evidence import fact
from netlearn.figures.ablation import at_least_one, complications, per_lesion_per_patient, size_limits


def test_axis_of_diameters_is_in_centimetres():
    """The last number under the axis carries the unit; that of shares stays per cent."""
    assert size_limits().wide["layout"]["xaxis"]["ticktext"][-1] == "8\N{NO-BREAK SPACE}cm"
    assert complications().wide["layout"]["xaxis"]["ticktext"][-1] == "15\N{NO-BREAK SPACE}%"


def test_band_lies_between_the_two_limits():
    """The two readings differ between the diameters of section 3.3, and the title says where."""
    drawn = size_limits()
    bands = [shape for shape in drawn.wide["layout"]["shapes"] if shape.get("xref") == "x"]

    assert [(band["x0"], band["x1"]) for band in bands] == [(fact("3.3-28").value.low, fact("3.3-29").value.low)]
    assert "Above 3 and up to 5\N{NO-BREAK SPACE}cm" in drawn.title


def test_limit_that_is_not_meant_itself_has_a_gap():
    """A gap between line and tick says that the limit is not included."""
    drawn = dict(zip(("3.3-28", "3.3-29", "5-06", "3.3-11"), size_limits().wide["data"], strict=False))

    assert {id: None in drawn[id]["x"] for id in ("3.3-28", "5-06", "3.3-11")} == {
        "3.3-28": True,
        "5-06": False,
        "3.3-11": True,
    }


def test_shares_read_literally_are_parts_of_the_printed_one():
    """63 and 59 per cent of 22 per cent are 13.86 and 12.98 per cent, drawn as whole numbers and called about."""
    whole, new, outside = (fact(id).value.low for id in ("3.3-24", "3.3-25", "3.3-26"))

    assert [float(whole * part / 100) for part in (new, outside)] == [13.86, 12.98]


@pytest.mark.parametrize(
    ("risk", "lesions", "expected"), [(0, 6, 0), (1, 1, 1), ("1/20", 1, "1/20"), ("1/2", 3, "7/8")]
)
def test_at_least_one_failure(risk, lesions, expected):
    """No risk, a sure one, one lesion, and several."""
    assert at_least_one(Fraction(risk), lesions) == Fraction(expected)


def test_denominators_stand_in_the_rows():
    """Each share says whom or what it was counted among."""
    among = [row[1].replace("\N{NO-BREAK SPACE}", " ") for row in per_lesion_per_patient().table[1:3]]

    assert among == ["all lesions ablated", "129 patients"]
