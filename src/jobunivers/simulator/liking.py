# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people choose from the shelves, by what it is and by how used to screens they are.

All of it is an assumption: what is short and free is opened most, and who is little used to screens
goes where there are people. It knows no Django, so that any process can draw from it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# How often one of a kind is opened, against one of the others; the codes are the market place's.
_LIKED = {
    "job_board": 8.0, "lesson": 3.0, "tool": 2.5, "article": 2.0, "video": 2.0,
    "course": 0.8, "event": 0.6, "network": 0.5, "mentor": 0.4,
}  # fmt: skip
# Against that: who is little, somewhat and well used to screens (`truth.readiness_band`).
_BY_BAND = {
    "job_board": (0.5, 1.0, 1.2), "lesson": (0.7, 1.0, 1.1), "tool": (0.4, 1.0, 1.4),
    "article": (0.7, 1.0, 1.0), "video": (1.5, 1.0, 0.8), "course": (1.5, 1.0, 0.9),
    "event": (3.0, 1.2, 0.7), "network": (3.0, 1.2, 0.7), "mentor": (4.0, 1.2, 0.6),
}  # fmt: skip
BANDS = 3
ENDLESS = "job_board"  # the kind that nobody is ever through with
SCORED = "lesson"  # the kind that tells how well she did
AT_ONCE = 60  # minutes; what takes longer is not got through on the day it is begun
A_DAY = 180  # minutes of a course in a day, at most
NO_END = 15  # minutes spent with what has no end
STARS = ((5, 0.38), (4, 0.34), (3, 0.16), (2, 0.08), (1, 0.04))


def chances(kinds: Sequence[str]) -> NDArray[np.float64]:
    """Return how likely each thing is to be chosen, float64[bands, things]; rows add up to 1."""
    found = np.array([[_LIKED[one] * _BY_BAND[one][band] for one in kinds]
                      for band in range(BANDS)])  # fmt: skip
    return np.asarray(found / found.sum(axis=1, keepdims=True))
