"""The system calls behind the isolation of a submission, by way of the C library: Linux only.

``os.unshare`` came with Python 3.12, mounting is in no version; so they are called here. Each raises OSError.
"""

import ctypes
import os
import signal
import struct
import tempfile
from collections.abc import Sequence
from pathlib import Path

__all__ = ["bind", "close_files", "drop_capabilities", "end_with", "fork_apart", "mount_empty_root", "prctl", "unshare"]

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x0002_0000, 0x0400_0000, 0x0800_0000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x1000_0000, 0x2000_0000, 0x4000_0000
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 1, 4, 38

_RDONLY, _NOSUID, _NODEV, _NOEXEC, _REMOUNT, _BIND, _REC, _PRIVATE = 1, 2, 4, 8, 32, 4096, 16384, 1 << 18
_NOATIME, _NODIRATIME, _RELATIME, _DETACH = 1024, 2048, 1 << 21, 2
_CAPABILITIES_VERSION_3 = 0x2008_0522
#: What statvfs tells of a mount (first) that a new mount of the same files has to keep (second).
_KEPT = {2: _NOSUID, 4: _NODEV, 8: _NOEXEC, 1024: _NOATIME, 2048: _NODIRATIME, 4096: _RELATIME}

_CLONE3, _LANDLOCK_RESTRICT_SELF = 435, 446  # the same number on every processor

_libc = ctypes.CDLL(None, use_errno=True)
_holding = ctypes.PyDLL(None, use_errno=True)  # keeps Python's lock: for a call from which two processes return


def _checked(name: str, result: int) -> None:
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def unshare(flags: int) -> None:
    """Leave the namespaces named by ``flags`` for new ones."""
    _checked("unshare", _libc.unshare(flags))


def fork_apart(namespaces: int) -> int:
    """Fork as ``os.fork`` does; the child begins as the first process of new ``namespaces``.

    One call: who leaves a PID namespace by ``unshare`` can do so once, and needs a process between for each child.
    """
    asked = struct.pack("8Q", namespaces, 0, 0, 0, signal.SIGCHLD, 0, 0, 0)
    ctypes.pythonapi.PyOS_BeforeFork()
    pid: int = _holding.syscall(_CLONE3, asked, ctypes.c_size_t(len(asked)))
    if pid == 0:
        ctypes.pythonapi.PyOS_AfterFork_Child()
    else:
        ctypes.pythonapi.PyOS_AfterFork_Parent()
    _checked("clone3", pid)
    return pid


def close_files(rules: int) -> None:
    """Put prepared Landlock rules, an open file, on this process. It needs "no new privileges"."""
    _checked("landlock_restrict_self", _libc.syscall(_LANDLOCK_RESTRICT_SELF, rules, 0))


def prctl(option: int, value: int, data: bytes | None = None) -> None:
    """Set one property of this process."""
    _checked("prctl", _libc.prctl(option, ctypes.c_ulong(value), data, 0, 0))


def end_with(parent: int) -> None:
    """Let this process be killed when its parent ends, whatever ends it; at once where that has ended already."""
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def drop_capabilities() -> None:
    """Give up every capability, in this user namespace too."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_VERSION_3, 0)
    _checked("capset", _libc.capset(header, (ctypes.c_uint32 * 6)()))


def _mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    texts = (os.fsencode(source), os.fsencode(target), kind.encode())
    _checked(f"mount {target}", _libc.mount(*texts, ctypes.c_ulong(flags), data.encode()))


def bind(source: str, target: str) -> None:
    """Show the folder ``source`` at ``target`` too, read-only."""
    Path(target).mkdir(parents=True, exist_ok=True)
    _mount(source, target, "", _BIND | _REC)
    kept = sum(mine for theirs, mine in _KEPT.items() if os.statvfs(target).f_flag & theirs)
    _mount("", target, "", _REMOUNT | _BIND | _RDONLY | _NOSUID | _NODEV | kept)


def mount_empty_root(readable: Sequence[str], closed: Sequence[str] = ()) -> None:
    """Make an empty root that holds nothing but the ``readable`` folders, each where it was, read-only.

    Folders inside them that are ``closed`` are empty.
    """
    folders = [(os.path.realpath(folder), folder) for folder in readable]
    os.umask(0o022)  # a learner's code runs as another user, who must find the way whatever the teacher's umask is
    new = tempfile.gettempdir()
    _mount("none", "/", "", _REC | _PRIVATE)
    _mount("none", new, "tmpfs", _NOSUID | _NODEV | _NOEXEC, "size=64k,mode=755")
    Path(new, ".old").mkdir()
    _checked("pivot_root", _libc.pivot_root(os.fsencode(new), os.fsencode(f"{new}/.old")))
    os.chdir("/")
    for real, folder in folders:
        bind(f"/.old{real}", folder)
    for folder in closed:
        _mount("none", folder, "tmpfs", _RDONLY | _NOSUID | _NODEV | _NOEXEC, "size=4k,mode=555")
    _checked("umount", _libc.umount2(b"/.old", _DETACH))
    Path("/.old").rmdir()
    _mount("", "/", "", _REMOUNT | _BIND | _RDONLY | _NOSUID | _NODEV | _NOEXEC)
