"""The figure of chapter 2 on denominators: what is added and said about its rows."""

from netlearn.figures.prognosis import synchronous_share


def test_denominators_stand_in_the_rows():
    """The two groups are counted among different patients, and each row says among whom."""
    among = [row[1] for row in synchronous_share().table[1:]]

    assert among[:2] == ["patients who have liver metastases"] * 2
    assert all(text.startswith("all") for text in among[2:]) and len(among) == 3


def test_two_parts_of_one_group_make_about_the_whole():
    """75–80 % and 20–25 % make 95–105 %: as shares of all patients they would leave nobody."""
    assert "make 95–105\N{NO-BREAK SPACE}% together" in synchronous_share().caption


def test_reading_is_said_to_be_likely_and_not_proven():
    assert "likely, not proven (E28)" in synchronous_share().caption
