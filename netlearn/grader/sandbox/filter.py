"""A seccomp filter: system calls that no exercise needs are refused, whatever they would have come to.

It closes what the other measures leave: memory outside the limits (System V shared memory, pipes, sockets), what all
processes of a machine share (asynchronous input and output), and parts of the kernel that ordinary programs never
reach. A process cannot undo that it ends with its server. On processors other than these two there is no filter.
"""

import ctypes
import errno
import platform
import struct
from functools import cache
from typing import Any

from netlearn.grader.sandbox import linux

__all__ = ["prepared", "program", "refuse_calls"]

#: What is refused, in the order of the numbers below, which differ from processor to processor.
_CALLS = (
    "shmget shmat semget msgget mq_open ptrace process_vm_readv process_vm_writev add_key request_key keyctl bpf "
    "perf_event_open userfaultfd unshare setns mount umount2 pivot_root memfd_create execve execveat socket "
    "socketpair io_setup pipe2"
)
_NUMBERS = {
    "x86_64": (29, 30, 64, 68, 240, 101, 310, 311, 248, 249, 250, 321, 298, 323, 272, 308, 165, 166, 155, 319, 59, 322,
               41, 53, 206, 293),
    "aarch64": (194, 196, 190, 186, 180, 117, 270, 271, 217, 218, 219, 280, 241, 282, 97, 268, 40, 39, 41, 279, 221,
                281, 198, 199, 0, 59),
}  # fmt: skip
_OLDER = {"x86_64": (22,), "aarch64": ()}  # pipe, which newer processors never had
_PRCTL = {"x86_64": 157, "aarch64": 167}
_PR_SET_PDEATHSIG = 1
_EVERYWHERE = (425, 447)  # io_uring_setup, memfd_secret
_ARCHITECTURE = {"x86_64": 0xC000_003E, "aarch64": 0xC000_00B7}
_FIRST_ARGUMENT = 16  # where it stands; both processors have the lower half first
_X32 = 0x4000_0000  # a second numbering of the same calls on x86_64

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF_0000, 0x0005_0000 | errno.EPERM
_PR_SET_SECCOMP, _MODE_FILTER = 22, 2


def program(machine: str) -> bytes:
    """Return the filter for a processor, as instructions of the classic packet filter. Raises OSError for others.

    >>> len(program("x86_64")) % 8
    0
    """
    if machine not in _NUMBERS:
        raise OSError(errno.ENOSYS, f"no filter for {machine}")
    refused = (*_NUMBERS[machine], *_OLDER[machine], *_EVERYWHERE)
    steps = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, _ARCHITECTURE[machine]), (_RETURN, 0, 0, _REFUSE)]
    ending = [(_EQUAL, 0, 2, _PRCTL[machine]), (_LOAD, 0, 0, _FIRST_ARGUMENT), (_EQUAL, 1, 0, _PR_SET_PDEATHSIG)]
    ending += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    after = len(ending) - 1  # how far it is from the last call that is refused to the refusal
    steps += [(_LOAD, 0, 0, 0), (_AT_LEAST, len(refused) + after, 0, _X32)]
    steps += [(_EQUAL, len(refused) - 1 - place + after, 0, number) for place, number in enumerate(refused)]
    steps += ending
    return b"".join(struct.pack("HBBI", *step) for step in steps)


@cache
def prepared() -> tuple[bytes, Any]:
    """Make the filter for this machine once, for all children; the second part only keeps the first one alive."""
    code = ctypes.create_string_buffer(program(platform.machine()))
    return struct.pack("HxxxxxxQ", (len(code) - 1) // 8, ctypes.addressof(code)), code


def refuse_calls() -> None:
    """Put the filter on this process, for good. It needs "no new privileges"."""
    linux.prctl(_PR_SET_SECCOMP, _MODE_FILTER, prepared()[0])
