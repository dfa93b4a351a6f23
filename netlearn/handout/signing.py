"""Whose a notebook is: the mark by which its answers are found again, and by which the grader knows its learner."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

from netlearn.items.seeds import seed_for

__all__ = ["is_assessed", "release_id", "signature", "signed_learner"]


def release_id(chapter: str, seeds: Mapping[str, str] | None) -> str:
    """Return the id of a release: one for everybody's copy of a chapter, one for each learner's own variants.

    >>> release_id("02-significance", None)
    'practice-02-significance'
    """
    if seeds is None:
        return f"practice-{chapter}"
    text = json.dumps([chapter, dict(seeds)], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def signature(secret: bytes, learner: str, chapter: str, assessed: bool = False) -> str:
    """Return the mark that only the course's secret can make of a learner, a chapter and how it is asked."""
    what = f"the {'assessed ' * assessed}notebook of {chapter}"
    return seed_for(secret.strip(), learner, what, 1)


def is_assessed(about: Mapping[str, Any]) -> bool:
    """Say whether a notebook says that it is assessed."""
    return bool(about.get("assessed"))


def signed_learner(about: Mapping[str, Any], secret: bytes | None) -> str:
    """Return the learner that a notebook names and the course has signed, "" where it is not signed.

    >>> about = {"chapter": "demo", "learner": "ann", "signed": signature(b"secret", "ann", "demo")}
    >>> signed_learner(about, b"secret"), signed_learner({**about, "learner": "bob"}, b"secret")
    ('ann', '')
    """
    said = [about.get(name) for name in ("learner", "chapter", "signed")]
    if secret is None or not all(isinstance(each, str) for each in said):
        return ""
    learner, chapter, signed = map(str, said)
    made = signature(secret, learner, chapter, is_assessed(about))
    return learner if hmac.compare_digest(made.encode(), signed.encode(errors="replace")) else ""
