# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was refused is counted, without anything of a person."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.db import connection
from django.utils import timezone

from jobunivers.rooms.evidence.actions.judging import Wrong

_NUMBER = re.compile(r"\[\d+\]")
_LONGEST = 120
# A property that stands twice is named by its sender; that name is told back and not kept.
_NAMED_BY_ITS_SENDER = frozenset({"twice"})
_COUNT = """
    INSERT INTO evidence_refusaltally
        (municipality_code, offer_id, day, code, place, times, last_at)
    SELECT %s, %s, %s, u.code, u.place, u.times, %s
    FROM unnest(%s::text[], %s::text[], %s::int[]) AS u(code, place, times)
    ORDER BY u.code, u.place
    ON CONFLICT (municipality_code, offer_id, day, code, place) DO UPDATE
    SET times = evidence_refusaltally.times + excluded.times,
        last_at = greatest(evidence_refusaltally.last_at, excluded.last_at)
"""


def note_refused(
    *, offer_id: int, municipality_code: str, wrongs: Sequence[Wrong], at: datetime
) -> None:
    """Count what was wrong with a request, by what and where in a statement."""
    counted = Counter((wrong.code, _place(wrong)) for wrong in wrongs)
    if not counted:
        return
    day = timezone.localdate(at)
    codes, places = [code for code, _ in counted], [place for _, place in counted]
    with connection.cursor() as cursor:
        cursor.execute(
            _COUNT,
            [municipality_code, offer_id, day, at, codes, places, list(counted.values())],
        )


def _place(wrong: Wrong) -> str:
    if wrong.code in _NAMED_BY_ITS_SENDER:
        return ""
    return _NUMBER.sub("[]", wrong.place)[:_LONGEST]
