# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What it costs to encrypt a personal field and to open it, in processor time.

./jobunivers bench crypto [VALUES]
"""

import os
import secrets
import sys
import time
from collections.abc import Callable

os.environ["JOBUNIVERS_MODE"] = "test"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobunivers.config.settings")

from jobunivers.foundation.crypto import sealing

_WHERE = {"about": "followup_note.text", "whose": "7"}
_PIECE = 256 * 1024
_OFTEN = 20_000


def _microseconds(act: Callable[[], object], times: int) -> float:
    began = time.process_time()
    for _ in range(times):
        act()
    return (time.process_time() - began) / times * 1e6


def main() -> None:
    """Print microseconds a value for texts of the lengths that are met, and for a file's piece."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else _OFTEN
    print(f"{'length':>9} {'encrypt µs':>11} {'open µs':>9} {'stored':>9}")
    for length in (30, 300, 2_000):
        text = secrets.token_urlsafe(length)[:length]
        stored = sealing.seal_text(text, **_WHERE)
        to = _microseconds(lambda text=text: sealing.seal_text(text, **_WHERE), times)  # type: ignore[misc]
        back = _microseconds(lambda one=stored: sealing.open_text(one, **_WHERE), times)  # type: ignore[misc]
        print(f"{length:>9} {to:>11.1f} {back:>9.1f} {len(stored):>9}")
    piece = secrets.token_bytes(_PIECE)
    kept = sealing.seal_bytes(piece, **_WHERE)
    to = _microseconds(lambda: sealing.seal_bytes(piece, **_WHERE), max(times // 100, 1))
    back = _microseconds(lambda: sealing.open_bytes(kept, **_WHERE), max(times // 100, 1))
    print(f"{_PIECE:>9} {to:>11.1f} {back:>9.1f} {len(kept):>9}")
    hashed = _microseconds(lambda: sealing.keyed_hash("k@example.dk", about="a"), times)
    print(f"keyed hash {hashed:.1f} µs")


if __name__ == "__main__":
    main()
