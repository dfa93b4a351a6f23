"""Parts of a chapter that its notebook shows: made from the knowledge, readable without style or script."""

from netlearn.chapter.folds import claims, errata_lines, since_fold
from netlearn.chapter.practice import in_practice
from netlearn.chapter.then_and_now import then_and_now

__all__ = ["claims", "errata_lines", "in_practice", "since_fold", "then_and_now"]
