"""The trial wall draws each ratio and each pair of medians once, where it lies, hollow where it was not checked."""

import re
from fractions import Fraction

import pytest
from lxml import html

from netlearn.figures.trials import forest, forest_rows, is_open, key, median_rows, medians, on_log, words_of_ratio
from netlearn.trials import results, trial

PAIRS = tuple(results())
RATIOS, MEDIANS = html.fromstring(forest(PAIRS)), html.fromstring(medians(PAIRS))


def pair(id, number=0):
    return trial(id), trial(id).results[number]


def line(tree, name):
    (found,) = tree.xpath(f'.//li[@data-row="{name}"]')
    return found


def circle(tree, name):
    (found,) = line(tree, name).xpath('.//circle[contains(@class, "a")]')
    return found


@pytest.mark.parametrize(("ratio", "share"), [("0.03", 0), ("3", 100), ("0.3", 50), ("0.01", 0), ("9", 100)])
def test_the_axis_of_ratios_is_logarithmic_and_keeps_within_its_ends(ratio, share):
    assert on_log(Fraction(ratio)) == pytest.approx(share)


def test_each_ratio_whose_side_is_said_is_drawn_once():
    drawn = RATIOS.xpath(".//li/@data-row")

    assert sorted(drawn) == sorted(set(drawn)) == sorted(map(key, forest_rows(PAIRS)))
    assert "netter-1.pfs" in drawn and "seqtor.pfs" not in drawn


def test_an_odds_ratio_is_no_hazard_ratio():
    assert "netter-2.response" not in RATIOS.xpath(".//li/@data-row")


def test_a_ratio_lies_within_its_interval():
    for name in ("netter-1.pfs", "sun-1111.pfs-central", "radiant-2.survival"):
        (ci,) = line(RATIOS, name).xpath('.//line[@class="ci"]')
        at, low, high = (
            float(text.rstrip("%")) for text in (circle(RATIOS, name).get("cx"), ci.get("x1"), ci.get("x2"))
        )
        assert low < at < high


def test_a_ratio_without_an_interval_is_a_dot_and_says_so():
    assert not line(RATIOS, "e2211.pfs").xpath('.//line[@class="ci"]')
    assert words_of_ratio(pair("e2211")[1]) == "0.58, interval not read"
    assert words_of_ratio(pair("promid")[1]) == "0.34 (95\N{NO-BREAK SPACE}% CI 0.20–0.59)"


@pytest.mark.parametrize(("name", "hollow"), [("e2211.survival-2018", True), ("e2211.survival", False)])
def test_what_was_not_checked_is_hollow(name, hollow):
    assert ("is-open" in circle(RATIOS, name).get("class")) == hollow


def test_a_result_is_as_sure_as_its_least_sure_part():
    _, result = pair("kouvaraki-2004")  # the figure was read, the paper itself is quoted by another
    assert result.a.checked == "abstract"
    assert is_open(result, result.a)


def test_each_line_says_both_arms_and_the_reading():
    said = " ".join(line(RATIOS, "sanet-ep.pfs-central").text_content().split())
    assert said.startswith("SANET-ep: surufatinib against placebo; central reading")


def test_two_arms_that_were_not_made_to_compare_say_so():
    assert "two arms, not made to compare" in line(MEDIANS, "oclurandom.pfs").text_content()
    assert "not made to compare" not in line(MEDIANS, "promid.ttp").text_content()


def test_both_medians_stand_at_their_months():
    (square,) = line(MEDIANS, "promid.ttp").xpath(".//svg[rect]")

    assert float(square.get("x").rstrip("%")) == pytest.approx(100 * 6.0 / 90, abs=0.01)
    assert float(circle(MEDIANS, "promid.ttp").get("cx").rstrip("%")) == pytest.approx(100 * 14.3 / 90, abs=0.01)


def test_a_median_that_was_not_reached_is_an_arrow():
    clarinet = line(MEDIANS, "clarinet.pfs")

    assert clarinet.xpath(".//path") and not clarinet.xpath(".//circle")
    assert "not reached against 18.0" in clarinet.text_content()


def test_medians_are_of_two_arms_in_months():
    names = set(map(key, median_rows(PAIRS)))

    assert "radiant-3.survival" in names
    assert not names & {"netter-r.pfs", "moertel-1992-doxorubicin.survival", "radiant-4.survival", "netter-1.response"}


def test_trials_stand_in_the_order_of_treatments_and_never_of_effects():
    shown = RATIOS.xpath(".//li/@data-row")
    shares = [float(circle(RATIOS, name).get("cx").rstrip("%")) for name in shown]

    assert shown.index("promid.ttp") < shown.index("netter-1.pfs") < shown.index("radiant-2.pfs")
    assert shares != sorted(shares)


def test_no_mark_lies_beyond_its_strip():
    for tree in (RATIOS, MEDIANS):
        shares = [float(share) for share in re.findall(r'="(-?[\d.]+)%"', html.tostring(tree, encoding="unicode"))]
        assert shares and all(0 <= share <= 100 for share in shares)
