"""The measures that keep a submission apart, and which of them count as isolation.

Every measure that took hold is named in a record; what the platform refused is not on the list.
"""

from collections.abc import Sequence

__all__ = ["CLOSED_FILES", "MINIMUM", "missing", "refusal"]

UID, USER, PID, MOUNT = "own uid", "user namespace", "PID namespace", "mount namespace"
NETWORK, IPC, LANDLOCK = "network namespace", "IPC namespace", "Landlock"
RLIMITS, NO_NEW_PRIVS, NO_CAPABILITIES = "resource limits", "no new privileges", "no capabilities"
FILTER = "system call filter"
TRUSTED = "none: the code was trusted"

#: Isolation needs all of these, and one of `CLOSED_FILES`.
MINIMUM = (PID, NETWORK, RLIMITS, NO_NEW_PRIVS, NO_CAPABILITIES)
#: Either closes the file system to the code: an empty root of its own, or the kernel's refusal to open.
CLOSED_FILES = (MOUNT, LANDLOCK)


def missing(measures: Sequence[str]) -> tuple[str, ...]:
    """Name what isolation still lacks.

    >>> missing(["PID namespace", "network namespace", "resource limits", "no capabilities", "Landlock"])
    ('no new privileges',)
    """
    lacking = [name for name in MINIMUM if name not in measures]
    if not set(CLOSED_FILES) & set(measures):
        lacking.append(" or ".join(CLOSED_FILES))
    return tuple(lacking)


def refusal(lacking: Sequence[str]) -> str:
    """Say that nothing was run, why, and what would help.

    >>> print(refusal(["PID namespace"])[:61])
    this platform lacks: PID namespace; no learner's code was run
    """
    return (
        f"this platform lacks: {', '.join(lacking)}; no learner's code was run, since nothing would keep it apart. "
        "Accepted: Linux, as an ordinary user who may make user namespaces, or as root of the machine itself; "
        "for a container see Teaching with this course, A JupyterHub"
    )
