# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which course everybody is, and since when, for rooms above that ask it of very many."""

from collections.abc import Sequence

import numpy as np
from django.db.models import Q
from numpy.typing import NDArray

from jobunivers.foundation.columns import Ints
from jobunivers.foundation.conditions import Condition
from jobunivers.foundation.projections import only
from jobunivers.rooms.segmentation.models import Placement

_DAY = "(since AT TIME ZONE 'Europe/Copenhagen')::date"
IN_COURSE = Condition(
    f"""
    SELECT citizen_id AS citizen, {_DAY} + %(weeks)s::int * 7 AS since,
        course || '@' || {_DAY}::text || '+' || %(weeks)s::text AS occurrence,
        to_jsonb({_DAY}) AS fact
    FROM segmentation_placement
    WHERE municipality_id = %(kommune)s AND course = %(course)s
        AND {_DAY} + %(weeks)s::int * 7 <= %(today)s::date AND {only("citizen_id")}
    """,  # noqa: S608 - our own text
    ("course", "weeks"),
)


def courses_now(ids: Sequence[int] | None = None) -> tuple[Ints, NDArray[np.str_]]:
    """Return who is placed, by id ascending, and the code of each one's course.

    All of the kommune's, or these alone.
    """
    rows = Placement.objects.filter(Q() if ids is None else Q(citizen_id__in=ids))
    found = list(rows.order_by("citizen_id").values_list("citizen_id", "course"))
    return (
        np.array([one for one, _ in found], dtype=np.int64),
        np.array([course for _, course in found], dtype=np.str_),
    )
