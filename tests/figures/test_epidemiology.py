"""The figure of chapter 1: whom each row counts."""

from netlearn.evidence import figure
from netlearn.figures.epidemiology import syndrome_share


def test_the_heart_is_counted_among_those_with_the_syndrome():
    """Its share is none of all patients, which its heading, its row and the subtitle say."""
    *_, heart = syndrome_share().table

    assert heart[1] == "patients with the carcinoid syndrome"
    assert "Carcinoid heart disease: With the syndrome" in syndrome_share().alt
    assert "last row counts only those who have the syndrome" in syndrome_share().subtitle


def test_most_patients_are_without_it_in_every_row():
    """The title and the caption say so."""
    for id in ("carcinoid-syndrome-share.all-primaries", "carcinoid-syndrome-share.small-bowel"):
        assert figure(id).value.high < 50
    assert figure("carcinoid-heart-screening.share").value.high < 50
