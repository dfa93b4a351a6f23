"""The former place of ``netlearn.handout.filling``, for scripts written when it stood here."""

from netlearn.handout.filling import filled

__all__ = ["filled"]
