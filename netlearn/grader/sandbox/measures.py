"""The measures that keep a submission apart, and which of them count as isolation.

Every measure that took hold is named in a record; what the platform refused is not on the list.
"""

from collections.abc import Sequence

__all__ = ["CLOSED_FILES", "MINIMUM", "missing"]

UID, USER, PID, MOUNT = "own uid", "user namespace", "PID namespace", "mount namespace"
NETWORK, IPC, LANDLOCK = "network namespace", "IPC namespace", "Landlock"
RLIMITS, NO_NEW_PRIVS, NO_CAPABILITIES = "rlimits", "no new privileges", "no capabilities"
FILTER = "system call filter"
TRUSTED = "none: the code was trusted"

#: Isolation needs all of these, and one of `CLOSED_FILES`.
MINIMUM = (PID, NETWORK, RLIMITS, NO_NEW_PRIVS, NO_CAPABILITIES)
#: Either closes the file system to the code: an empty root of its own, or the kernel's refusal to open.
CLOSED_FILES = (MOUNT, LANDLOCK)


def missing(measures: Sequence[str]) -> tuple[str, ...]:
    """Name what isolation still lacks.

    >>> missing(["PID namespace", "network namespace", "rlimits", "no capabilities", "Landlock"])
    ('no new privileges',)
    """
    lacking = [name for name in MINIMUM if name not in measures]
    if not set(CLOSED_FILES) & set(measures):
        lacking.append(" or ".join(CLOSED_FILES))
    return tuple(lacking)
