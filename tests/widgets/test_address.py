"""Links that set a widget, as a chapter writes them: read, checked, refused."""

import pytest

from netlearn.widgets.address import AddressError, check_link, read

SET = "#set=1&ablation.largest_diameter_cm=3.1"


def test_a_case_is_whole_and_a_set_is_a_change():
    assert read("#case=1&grade.ki67_percent=20").whole
    assert not read(SET).whole


@pytest.mark.parametrize("href", ["#ev-2-20", "../book/evidence.md#ev-2-20", "#settings", "gallery.md"])
def test_a_link_to_elsewhere_sets_nothing(href):
    assert read(href) is None


def test_several_widgets_stand_one_after_another():
    assert read("02-significance.ipynb#set=1&liver.VI=dominant&liver.II=small&grade-2.edition=2026").parts == {
        "liver": {"VI": "dominant", "II": "small"},
        "grade-2": {"edition": "2026"},
    }


@pytest.mark.parametrize(
    ("href", "why"),
    [
        ("#set=2&grade.ki67_percent=20", "set=2"),
        ("#set=1&grade=20", "WIDGET.FIELD=VALUE"),
        ("#set=1", "no widget"),
    ],
)
def test_what_cannot_be_read_is_refused(href, why):
    with pytest.raises(AddressError, match=why):
        read(href)


@pytest.mark.parametrize(
    "href",
    [
        SET,
        "#set=1&ablation.largest_diameter_cm=31%20mm",
        "#set=1&ablation.margin_cm=0.5",
        "#set=1&selector.goal=both",
        "#set=1&ablation.combined_with=rfa",
        "#set=1&ablation.edition=2026&ablation.modality=microwave",
        "#set=1&liver.diffuse_multifocal=true",
        "#set=1&liver.diffuse_multifocal=unknown",
        "#set=1&two-supplies.show=artery-blocked",
        "#case=1&resection.edition=2026&resection.grade=NET%20G2",
    ],
)
def test_what_a_widget_takes_is_accepted(href):
    assert check_link("set it so", href)


@pytest.mark.parametrize(
    "href",
    [
        "#set=1&bench.largest_diameter_cm=3.1",
        "#set=1&two-supplies.show=vein-blocked",
        "#set=1&ablation.largest_diameter_cm=3,1",
        "#set=1&ablation.largest_diameter_cm=31",
        "#set=1&ablation.diameter=3.1",
        "#set=1&ablation.edition=2011&ablation.lesion_count=1",
        "#set=1&liver.IX=small",
        "#case=1&board.prior=leeches",
        "#case=1&operation.prior=analogue",
        "#set=1&liver.VI=huge",
        "#case=1&resection.edition=review-2012&resection.grade=NET%20G2",
    ],
)
def test_what_no_widget_takes_is_refused(href):
    with pytest.raises(AddressError):
        check_link("set it so", href)


@pytest.mark.parametrize("text", ["set it to 3.1 cm", "at 3.1", "one millimetre over", "by the rules of 2026"])
def test_words_with_the_values_of_the_link_alone_are_accepted(text):
    assert check_link(text, SET)


@pytest.mark.parametrize("text", ["set it to 3.2 cm", "3.1 to 5 cm"])
def test_words_with_another_number_are_refused(text):
    with pytest.raises(AddressError, match=r"no value of the link"):
        check_link(text, SET)
