"""What a chapter shows of a board and of trials: the groups then and now, what is still open, and no ranking."""

import pytest

from netlearn.chapter import board_moved, open_trials, trial_lines
from netlearn.errors import InputError
from netlearn.evidence import UnknownIdError
from netlearn.trials import trial


def row(html, treatment):
    start = html.rindex("<tr", 0, html.index(treatment))
    return html[start : html.index("</tr>", start)]


def test_a_treatment_in_another_group_is_marked_with_both_groups():
    found = row(str(board_moved("vera@5", "embolisation")._repr_html_()), "embolisation")

    assert 'class="is-moved"' in found
    assert found.index("Criteria not met") < found.index("An option")


def test_a_treatment_in_its_old_group_is_not_marked_though_its_reason_is_another():
    assert "is-moved" not in row(str(board_moved("vera@5", "prrt")._repr_html_()), "radionuclide therapy")


def test_a_question_that_was_not_asked_then_says_so():
    assert "The question was not asked then" in str(board_moved("vera@5", "carcinoid-heart")._repr_html_())


def test_only_the_tables_that_are_named_are_shown():
    html = str(board_moved("vera@5", "embolisation")._repr_html_())
    assert html.count("<tr") == 2  # with the head


def test_a_table_without_a_row_is_refused_by_name():
    with pytest.raises(InputError, match="surgery"):
        board_moved("vera@5", "surgery")


def test_an_open_trial_says_whom_it_asks_and_that_no_result_was_found():
    html = str(open_trials("compose")._repr_html_())

    assert trial("compose").no_result in html
    assert "CAPTEM, FOLFOX or everolimus" in html


def test_a_trial_that_does_not_exist_is_refused():
    with pytest.raises(UnknownIdError):
        open_trials("composed")


def test_results_side_by_side_say_what_stands_between_them():
    html = str(trial_lines("netter-2.pfs", "cabinet-g3.pfs")._repr_html_())

    assert "None of these may be ranked against another: they differ in arms, where the tumour began" in html
    assert html.count("<li ") == 2
    assert "Survival" not in html


def test_a_result_that_does_not_exist_is_refused():
    with pytest.raises(InputError, match=r"netter-2\.os"):
        trial_lines("netter-2.os")
