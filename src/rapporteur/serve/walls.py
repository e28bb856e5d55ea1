"""Walls: what a worker cannot do, whatever it is asked: take more memory than allowed, or open a connection.

Sockets are held by a filter of system calls (seccomp, Linux on x86-64 and 64-bit ARM), set at the start of the process,
before the engine has a thread; memory by the system's own limit (``RLIMIT_AS``), set when the store is open. Each says
whether it stands, so that a server can tell which are missing on its system.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import resource
import signal
import struct
import sys
from pathlib import Path

_LOAD_WORD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
"""Instructions of the filter: BPF_LD|BPF_W|BPF_ABS, BPF_JMP|BPF_JEQ|BPF_K, BPF_RET|BPF_K (linux/bpf_common.h)."""

_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
"""What a filter answers: SECCOMP_RET_ALLOW, _ERRNO, _KILL_PROCESS (linux/seccomp.h)."""

_SET_DEATH_SIGNAL, _SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _MODE_FILTER = 1, 38, 22, 2
"""PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP (linux/prctl.h), SECCOMP_MODE_FILTER."""

_CALLS = {
    "x86_64": (0xC000003E, (41, 42, 425), 0x40000000),
    "aarch64": (0xC00000B7, (198, 203, 425), 0xFFFFFFFF),
}
"""Machine → its AUDIT_ARCH, the numbers of socket, connect and io_uring_setup, and where calls of another kind (x32)
begin."""


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def raise_walls() -> tuple[str, ...]:
    """Shut this process off, for good; gives the walls that stand, of "parent" (it ends with it) and "network"."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    standing = {"parent": _die_with_parent(), "network": _forbid_sockets()}
    return tuple(name for name, stands in standing.items() if stands)


def limit_time(seconds: float) -> None:
    """Have the system end this process after so many further seconds of computing, should nobody else do it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 2
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def limit_memory(size: int) -> bool:
    """Let this process have so many bytes more than it has now, for good; whether that is held."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + size
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (OSError, ValueError):
        return False
    return True


def _die_with_parent() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.prctl(_SET_DEATH_SIGNAL, int(signal.SIGKILL), 0, 0, 0) == 0)


def _forbid_sockets() -> bool:
    """Let every call for a socket or a connection fail as forbidden; also one made in the manner of another machine."""
    if not sys.platform.startswith("linux") or platform.machine() not in _CALLS or ctypes.sizeof(ctypes.c_void_p) != 8:
        return False
    machine, calls, foreign = _CALLS[platform.machine()]
    refuse = _ERRNO | errno.EACCES
    steps = [
        (_LOAD_WORD, 0, 0, 4),  # seccomp_data.arch
        (_JUMP_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _KILL),
        (_LOAD_WORD, 0, 0, 0),  # seccomp_data.nr
        (0x35, 0, 1, foreign),  # BPF_JMP|BPF_JGE|BPF_K
        (_RETURN, 0, 0, refuse),
    ]
    for call in calls:
        steps += [(_JUMP_EQUAL, 0, 1, call), (_RETURN, 0, 0, refuse)]
    steps.append((_RETURN, 0, 0, _ALLOW))
    text = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.cast(text, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0)
