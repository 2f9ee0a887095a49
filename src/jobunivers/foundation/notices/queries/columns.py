# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who answers pushes, of very many people at once: the same answers as `answers`, as columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from jobunivers.foundation.columns import Doubles, Ints, read_columns
from jobunivers.foundation.tenancy import current_municipality_id

_PUSHES = """
    SELECT person_id AS person, extract(epoch FROM created_at) AS created,
        (sent_at IS NOT NULL)::int AS sent,
        extract(epoch FROM greatest(opened_at, acted_at, read_at)) AS answered
    FROM notices_notice
    WHERE municipality_id = %(kommune)s AND wants_answer AND created_at >= %(since)s
        AND (%(ids)s::bigint[] IS NULL OR person_id = ANY(%(ids)s::bigint[]))
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """One row a person who got a push.

    `unanswered`: how many in a row she has not answered, up to now. `last_answer`: when she last
    answered one, `silent_since`: when the first of the unanswered was made (both in seconds
    since 1970, NaN: never).
    """

    ids: Ints
    unanswered: Ints
    last_answer: Doubles
    silent_since: Doubles


def answers(*, since: datetime, ids: Sequence[int] | None = None) -> Answers:
    """Return how everybody in the kommune, or these, answered the pushes since then."""
    whole, numbers = read_columns(
        _PUSHES,
        {
            "kommune": current_municipality_id(),
            "since": since,
            "ids": None if ids is None else [int(one) for one in ids],
        },
        ints=("person", "sent"),
        doubles=("created", "answered"),
    )
    people, row = np.unique(whole["person"], return_inverse=True)
    created, answered = numbers["created"], numbers["answered"]
    done, left_the_house = ~np.isnan(answered), whole["sent"] == 1
    end, last = (np.full(len(people), -np.inf) for _ in range(2))
    counts = done & left_the_house
    np.maximum.at(end, row[counts], created[counts])
    np.maximum.at(last, row[done], answered[done])
    silent = left_the_house & ~done & (created > end[row])
    unanswered = np.bincount(row[silent], minlength=len(people))
    first = np.full(len(people), np.inf)
    np.minimum.at(first, row[silent], created[silent])
    return Answers(
        people,
        unanswered.astype(np.int64),
        np.where(np.isinf(last), np.nan, last),
        np.where(np.isinf(first), np.nan, first),
    )
