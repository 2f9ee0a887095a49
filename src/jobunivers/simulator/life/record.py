# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the simulator remembers of a kommune: its people as they truly are, and what is under way.

Days are ordinals (`date.toordinal`); `NEVER` is long before any of them.
"""

import io
import json
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobunivers.simulator.truth import Traits, Truth, changed

NEVER = -1_000_000
OUT, IN_WORK, GONE = 0, 1, 2  # out of work; has work, and may lose it; seen no more
PARTS = 5  # of a profile
WAITING, INTERVIEWED = 0, 1

PERSON = np.dtype(
    [
        ("number", "i4"), ("citizen", "i8"), ("state", "i1"), ("registered", "i4"),
        ("since", "i4"), ("began", "i4"), ("ended", "i4"), ("end", "i1"),
        # What she is (truth.Traits); sex and origin are for employers and for measuring alone.
        ("born", "i4"), ("education", "i1"), ("trade", "i1"), ("earlier", "i2"),
        ("readiness", "f4"), ("danish", "i1"), ("frailty", "f4"), ("ill_for_long", "?"),
        ("woman", "?"), ("minority", "?"),
        # How she seeks.
        ("effort", "f4"), ("reader", "?"), ("lat", "f4"), ("lon", "f4"), ("km", "i2"),
        ("isco", "i4"), ("wish", "i4"),
        # How she is today.
        ("parts", "i1"), ("gave_up", "?"), ("absent_until", "i4"), ("login", "i4"),
        ("helped", "i4"), ("nudged", "i4"), ("unanswered", "i1"), ("learned", "i1"),
        ("offer_until", "i4"), ("offer_ended", "i4"), ("saved", "i8"),  # her saved search
        # What she is in the middle of from the shelves, since when; how long one lifts her.
        ("using", "i8"), ("using_since", "i4"), ("lifted", "i4"),
    ]
)  # fmt: skip
SENT = np.dtype(
    [
        ("application", "i8"), ("person", "i4"), ("vacancy", "i8"), ("day", "i4"),
        ("answer", "i4"),  # the day she hears, 0 for never
        ("stage", "i1"), ("good", "?"),  # good: the answer will be an interview
    ]
)  # fmt: skip
DAY = np.dtype(
    [
        ("day", "i4"), ("out", "i4"), ("new", "i4"), ("logins", "i4"), ("applications", "i4"),
        ("left", "i4"), ("found", "i4"), ("absent", "i4"), ("looks", "i4"), ("pushes", "i4"),
        ("offers_begun", "i4"), ("offers_done", "i4"), ("offers_planned", "i4"),  # from the shelves
        ("advised", "f4"), ("advice", "f4"),  # share who follow advice; its factor that day
    ]
)  # fmt: skip
Rows = NDArray[np.void]


@dataclass(slots=True)
class Record:
    """Everything the simulator knows of a kommune."""

    truth: Truth
    target: int  # how many are out of work when as many come as go
    people: Rows = field(default_factory=lambda: np.zeros(0, dtype=PERSON))
    sent: Rows = field(default_factory=lambda: np.zeros(0, dtype=SENT))
    days: Rows = field(default_factory=lambda: np.zeros(0, dtype=DAY))

    def to_bytes(self) -> bytes:
        """Return the record packed."""
        head = json.dumps({"truth": self.truth.as_facts(), "target": self.target})
        file = io.BytesIO()
        np.savez_compressed(
            file,
            people=self.people,
            sent=self.sent,
            days=self.days,
            head=np.frombuffer(head.encode(), dtype=np.uint8),
        )
        return file.getvalue()

    @classmethod
    def from_bytes(cls, packed: bytes) -> "Record":
        """Return what `to_bytes` packed; columns that are new since then are zero."""
        with np.load(io.BytesIO(packed), allow_pickle=False) as parts:
            head: dict[str, Any] = json.loads(parts["head"].tobytes())
            return cls(
                truth=changed(head["truth"]),
                target=int(head["target"]),
                people=_shaped(parts["people"], PERSON),
                sent=_shaped(parts["sent"], SENT),
                days=_shaped(parts["days"], DAY),
            )

    def weeks(self, day: int) -> NDArray[np.int64]:
        """Return how many whole weeks each has been out of work, int64[n]."""
        weeks = np.maximum((day - self.people["began"]) // 7, 0)
        return np.asarray(weeks, dtype=np.int64)


def traits_of(people: Rows, day: int, *, tightness: float) -> Traits:
    """Return what people's chance of work follows from on a day."""
    return Traits(
        age=(day - people["born"]) / 365.25,
        education=people["education"].astype(np.int64),
        trade=people["trade"].astype(np.int64),
        earlier_spells=people["earlier"].astype(np.int64),
        readiness=people["readiness"].astype(np.float64),
        danish=people["danish"].astype(np.int64),
        tightness=np.full(len(people), tightness),
        frailty=people["frailty"].astype(np.float64),
        ill_for_long=people["ill_for_long"],
    )


def _shaped(rows: Rows, dtype: np.dtype[np.void]) -> Rows:
    found = np.zeros(len(rows), dtype=dtype)
    for name in rows.dtype.names or ():
        if name in (dtype.names or ()):
            found[name] = rows[name]
    return found
