"""The former place of ``netlearn.handout.notebook``, for scripts written when it stood here."""

from netlearn.handout.notebook import practice, release, written

__all__ = ["practice", "release", "written"]
