"""Parts of a chapter that its notebook shows: made from the knowledge, readable without style or script."""

from netlearn.chapter.board_moved import board_moved
from netlearn.chapter.folds import claims, errata_lines, since_fold
from netlearn.chapter.open_trials import open_trials
from netlearn.chapter.practice import in_practice
from netlearn.chapter.then_and_now import then_and_now
from netlearn.chapter.trial_lines import trial_lines

__all__ = [
    "board_moved",
    "claims",
    "errata_lines",
    "in_practice",
    "open_trials",
    "since_fold",
    "then_and_now",
    "trial_lines",
]
