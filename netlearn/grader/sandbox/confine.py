"""What stands between a learner's code and the machine: one function for each measure.

Linux only. Every measure that took hold is named in the list it returns; what the platform refuses is left out
of the list, so that the list is exact. ``netlearn.grader.sandbox.measures`` says what has to be on it.
"""

import contextlib
import os
import resource
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import attr

import netlearn
from netlearn.grader.sandbox import linux
from netlearn.grader.sandbox.filter import refuse_calls
from netlearn.grader.sandbox.measures import (
    FILTER,
    IPC,
    LANDLOCK,
    MOUNT,
    NETWORK,
    NO_CAPABILITIES,
    NO_NEW_PRIVS,
    PID,
    RLIMITS,
    UID,
    USER,
)

try:
    import landlockpy
except ImportError:  # the optional extra is not installed: the list of measures will say so
    landlockpy = None  # type: ignore[assignment]

__all__ = ["close_files", "confine_child", "enclose_server", "file_rules", "fork_apart", "readable", "set_rlimits"]

#: A range that no distribution gives to people, services or containers; a process id is added.
_FIRST_UID = 1_879_048_192
_NOBODY = 65_534
_INSTALLED = ("site-packages", "dist-packages")


@cache
def readable(library: bool) -> tuple[str, ...]:
    """Return the folders that code may read: Python's library; with the ``library``, netlearn and attrs too.

    No source of an exercise is among them; nor, without the library, what works an answer out.
    """
    paths = sysconfig.get_paths(vars={"platbase": sys.base_exec_prefix, "base": sys.base_prefix})
    attrs = Path(attr.__file__).resolve().parent
    package = Path(netlearn.__file__).resolve().parent
    ours = (package, attrs, attrs.with_name("attrs")) if library else ()
    found = (Path(paths["stdlib"]), Path(paths["platstdlib"]), *ours)
    kept = dict.fromkeys(str(path) for path in found if path.is_dir() and path.is_absolute())
    return tuple(kept)


def installed(library: bool) -> tuple[str, ...]:
    """Return the folders of installed packages inside the readable ones, which stay closed without the library."""
    below = (Path(folder, name) for folder in readable(False) for name in _INSTALLED)
    return () if library else tuple(str(path) for path in below if path.is_dir())


@contextlib.contextmanager
def _measure(done: list[str], name: str) -> Iterator[None]:
    """Put ``name`` on the list when the body succeeds; a refusal by the platform leaves it out."""
    with contextlib.suppress(OSError, ValueError):
        yield
        done.append(name)


def enclose_server(library: bool) -> list[str]:
    """Enter the namespaces that all submissions of one server share, and leave all files but the readable ones.

    They can share them, one after another, because nothing in them can be written to.
    """
    done: list[str] = []
    with _measure(done, NO_NEW_PRIVS):
        linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    try:
        linux.unshare(linux.CLONE_NEWNS)
    except OSError:
        with contextlib.suppress(OSError):
            _enter_user_namespace()
            linux.unshare(linux.CLONE_NEWNS)
    with _measure(done, NETWORK):
        linux.unshare(linux.CLONE_NEWNET | linux.CLONE_NEWUTS)
    with _measure(done, MOUNT):
        linux.mount_empty_root(readable(library), installed(library))
    return done


def _enter_user_namespace() -> None:
    uid, gid = os.geteuid(), os.getegid()
    linux.unshare(linux.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")


def fork_apart() -> tuple[int, list[str]]:
    """Fork the first process of a PID namespace of its own: killing it kills all that it started.

    Where the system refuses, the child comes up all the same, to say what is missing.
    """
    try:
        return linux.fork_apart(linux.CLONE_NEWPID), [PID]
    except OSError:
        return os.fork(), []


def confine_child(limits: dict[str, Any], number: int) -> list[str]:
    """Confine this process, which is about to run a learner's code. ``number`` is unique among those alive."""
    done: list[str] = []
    with _measure(done, IPC):
        linux.unshare(linux.CLONE_NEWIPC)
    if os.geteuid() == 0:
        with _measure(done, UID):
            _take_uid(number)
    unbound = os.geteuid() == 0  # the kernel does not hold root to the number of processes
    with _measure(done, USER):
        linux.unshare(linux.CLONE_NEWUSER)
    if not unbound:
        with _measure(done, RLIMITS):
            set_rlimits(limits)
    with _measure(done, NO_CAPABILITIES):
        linux.drop_capabilities()
    with contextlib.suppress(OSError):
        linux.prctl(linux.PR_SET_DUMPABLE, 0)  # no other process of this user may look into this one
        linux.prctl(linux.PR_SET_PDEATHSIG, 9)
    with _measure(done, FILTER):
        refuse_calls()
    return done


def _take_uid(number: int) -> None:
    """Become a user of our own; in a container that has too few users, nobody."""
    os.setgroups([])
    last = OSError()
    for uid in (_FIRST_UID + number, _NOBODY):
        try:
            os.setresgid(uid, uid, uid)
            os.setresuid(uid, uid, uid)
            return
        except OSError as error:
            last = error
    raise last


def set_rlimits(limits: dict[str, Any], processes: bool = False) -> None:
    """Set the limits of this process. ``processes`` allows more of them, for a user with other processes."""
    wanted = {
        resource.RLIMIT_AS: limits["memory"],
        resource.RLIMIT_FSIZE: limits["output"],
        resource.RLIMIT_NOFILE: limits["files"],
        resource.RLIMIT_CORE: 0,
    }
    if not processes:
        wanted[resource.RLIMIT_NPROC] = 1
        wanted[resource.RLIMIT_MSGQUEUE] = 0
    for kind, most in wanted.items():
        resource.setrlimit(kind, (most, most))
    # A signal of its own first, so that the reason is known: the kernel's count and the one reported differ a little.
    resource.setrlimit(resource.RLIMIT_CPU, (limits["cpu"], limits["cpu"] + 1))


def file_rules(library: bool) -> Any:
    """Prepare, once for all children, the closing of all files but for reading the readable folders; None if not.

    With the files go TCP, abstract sockets, and signals to other processes.
    """
    if landlockpy is None:
        return None
    with contextlib.suppress(OSError):
        scopes = landlockpy.Scope.SIGNAL | landlockpy.Scope.ABSTRACT_UNIX_SOCKET
        rules = landlockpy.Ruleset(scoped=scopes)
        for folder in readable(library):
            rules.allow_path(folder, landlockpy.AccessFS.READ_DIR)
            for path in _entries(folder, installed(library)):
                rules.allow_path(path, landlockpy.AccessFS.READ_FILE)
        return rules
    return None


def _entries(folder: str, closed: Sequence[str]) -> list[str]:
    """Return what in a folder may be read: all of it, or each entry but those that stay closed."""
    inside = [path for path in closed if str(Path(path).parent) == folder]
    return [entry.path for entry in os.scandir(folder) if entry.path not in inside] if inside else [folder]


def close_files(rules: Any) -> list[str]:
    """Put prepared rules on this process. The rules are an open file, so this comes before files are closed."""
    done: list[str] = []
    if rules is not None:
        with _measure(done, LANDLOCK):
            linux.close_files(rules.fileno())
    return done
