"""The figures of chapter 1: whom each row counts, and when."""

from netlearn.figures.epidemiology import liver_by_site, syndrome_share


def test_each_site_names_whom_and_when_it_counts():
    """The rows differ in both, so each says both."""
    rows = liver_by_site().table[1:]

    assert [row[1].split()[0] for row in rows] == ["patients", "patients", "patients", "all,", "all,"]
    assert "At diagnosis or at any later time: Small intestine" in liver_by_site().alt
    assert "At diagnosis: Unknown primary" in liver_by_site().alt


def test_the_heart_is_counted_among_those_with_the_syndrome():
    """Its share is none of all patients, which its heading, its row and the subtitle say."""
    *_, heart = syndrome_share().table

    assert heart[1] == "patients with the carcinoid syndrome"
    assert "Carcinoid heart disease: With the syndrome" in syndrome_share().alt
    assert "last row counts only those who have the syndrome" in syndrome_share().subtitle


def test_title_says_the_share_of_all_and_not_of_the_small_bowel():
    """About one in five of all patients, and two in five of one group."""
    assert "about 19\N{NO-BREAK SPACE}% of all" in syndrome_share().title
