# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counts that all processes of one machine share: a small file that each of them maps.

A limit is a bucket that fills with time (GCRA: one number says when it is full again). A page that
only looks writes nothing to the database for it, and nobody's address is kept: an entry is found by
a keyed hash. Several machines count each for itself. The file is of a fixed size; when it is full
of those who ask at this moment, the one who has waited longest is forgotten.
"""

import fcntl
import hashlib
import mmap
import os
import struct
import threading
from dataclasses import dataclass
from pathlib import Path

_ENTRY = struct.Struct("<Qd")
_SETS = 1 << 14
_WAYS = 4
_HARDLY = 1e-9  # seconds: what floats lose
_SIZE = _SETS * _WAYS * _ENTRY.size  # one megabyte


@dataclass(frozen=True, slots=True)
class Pace:
    """So many at once, and after that so many a minute."""

    at_once: int
    a_minute: float

    @property
    def seconds(self) -> float:
        """Return how long one takes."""
        return 60.0 / self.a_minute


class Counts:
    """The counts of one machine."""

    def __init__(self, path: Path, secret: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if os.fstat(self._handle).st_size != _SIZE:
            os.ftruncate(self._handle, _SIZE)
        self._map = mmap.mmap(self._handle, _SIZE)
        self._secret = hashlib.sha256(b"jobunivers.limits:" + secret).digest()
        self._lock = threading.Lock()

    def take(self, who: str, pace: Pace, *, now: float) -> float:
        """Count one; return 0.0, or after how many seconds one more is allowed (not counted)."""
        return self._ask(who, pace, now, count=True)

    def wait(self, who: str, pace: Pace, *, now: float) -> float:
        """Return after how many seconds one is allowed, counting none."""
        return self._ask(who, pace, now, count=False)

    def _ask(self, who: str, pace: Pace, now: float, *, count: bool) -> float:
        key = self._key(who)
        with self._lock:  # threads share the handle, so the file's own lock does not part them
            fcntl.flock(self._handle, fcntl.LOCK_EX)
            try:
                place, full_at = self._found(key)
                then = max(full_at, now) + pace.seconds
                over = then - now - pace.at_once * pace.seconds
                # What a clock set back has left in the future is not held against anybody.
                if over > _HARDLY and full_at - now <= pace.at_once * pace.seconds + 1.0:
                    return over
                if count:
                    _ENTRY.pack_into(self._map, place, key, then)
                return 0.0
            finally:
                fcntl.flock(self._handle, fcntl.LOCK_UN)

    def _key(self, who: str) -> int:
        digest = hashlib.blake2b(who.encode(), key=self._secret, digest_size=8).digest()
        return int.from_bytes(digest, "little") or 1

    def _found(self, key: int) -> tuple[int, float]:
        """Return where the key's entry is or goes, and its number (0.0: there was none)."""
        start = (key % _SETS) * _WAYS * _ENTRY.size
        oldest, oldest_at = start, float("inf")
        for place in range(start, start + _WAYS * _ENTRY.size, _ENTRY.size):
            there, at = _ENTRY.unpack_from(self._map, place)
            if there == key:
                return place, at
            if at < oldest_at:
                oldest, oldest_at = place, at
        return oldest, 0.0
