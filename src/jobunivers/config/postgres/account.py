# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs one program as another account, and ties its life to the one that started it.

PostgreSQL refuses to run as root. This file is run by path, with nothing but the standard library,
as the last thing before PostgreSQL: ``account.py UID CAPABILITY SIGNAL PROGRAM ARGUMENT…``.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1
PR_SET_SECUREBITS = 28
SECBIT_NO_SETUID_FIXUP = 4
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
CAPABILITY_VERSION_3 = 0x20080522
CLONE_NEWUSER = 0x10000000
SAME_ACCOUNT = -1
BORROWED_NAME = -2  # our own account, but under the name that Linux gives to accounts unknown to it
CAP_DAC_OVERRIDE = 1
CAP_DAC_READ_SEARCH = 2


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Sets(ctypes.Structure):
    _fields_ = [
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    ]


def best_capability() -> int:
    """Return the least of the capabilities that let another account through a closed folder.

    Reading is enough (CAP_DAC_READ_SEARCH); containers often only have CAP_DAC_OVERRIDE. -1: none.
    """
    held = _permitted()
    for capability in (CAP_DAC_READ_SEARCH, CAP_DAC_OVERRIDE):
        if held & (1 << capability):
            return capability
    return -1


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _permitted() -> int:
    if not sys.platform.startswith("linux"):
        return 0
    header, sets = _Header(CAPABILITY_VERSION_3, 0), (_Sets * 2)()
    if _libc().capget(ctypes.byref(header), ctypes.byref(sets)) != 0:
        return 0
    return int(sets[0].permitted)


def _become(uid: int, capability: int) -> None:
    libc = _libc()
    if capability >= 0:
        # Keep capabilities over the change, and let access(2), which PostgreSQL asks, count them.
        libc.prctl(PR_SET_SECUREBITS, SECBIT_NO_SETUID_FIXUP, 0, 0, 0)
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)
    if capability >= 0:
        mask = 1 << capability
        header, sets = _Header(CAPABILITY_VERSION_3, 0), (_Sets * 2)()
        sets[0] = _Sets(mask, mask, mask)
        kept = libc.capset(ctypes.byref(header), ctypes.byref(sets)) == 0
        if not kept or libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "cannot keep the right to pass closed folders")


def end_with_parent(signal_number: int) -> None:
    """Ask the kernel to send this process a signal when its parent dies (Linux; else nothing)."""
    if sys.platform.startswith("linux"):
        _libc().prctl(PR_SET_PDEATHSIG, signal_number, 0, 0, 0)


def main(arguments: list[str]) -> None:
    """Change account (or stay), bind to the parent's life, and become the program."""
    uid, capability, signal_number = (int(text) for text in arguments[:3])
    program = arguments[3:]
    parent = os.getppid()
    try:
        if uid >= 0:
            _become(uid, capability)
        elif uid == BORROWED_NAME and sys.platform.startswith("linux"):
            _libc().unshare(CLONE_NEWUSER)  # where that is forbidden, the program says the rest
        # Changing account clears the wish, so it is made afterwards.
        end_with_parent(signal_number)
        if os.getppid() != parent:
            sys.exit(1)
        os.execv(program[0], program)  # noqa: S606  (no shell is the point)
    except OSError as error:
        sys.stderr.write(f"FATAL:  cannot run {program[0]} as account {uid}: {error}\n")
        sys.exit(126)


if __name__ == "__main__":
    main(sys.argv[1:])
