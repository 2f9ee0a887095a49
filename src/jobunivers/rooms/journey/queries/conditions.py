# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long somebody has been out of work, for rooms above that ask it of everybody."""

from jobunivers.foundation.conditions import Condition
from jobunivers.foundation.projections import only

_SINCE = "(began_on + make_interval(months => %(months)s::int))::date"
OUT_OF_WORK = Condition(
    f"""
    SELECT citizen_id AS citizen, {_SINCE} AS since,
        began_on::text || '+' || %(months)s::text AS occurrence, to_jsonb(began_on) AS fact
    FROM journey_spell
    WHERE municipality_id = %(kommune)s AND ended_on IS NULL AND {_SINCE} <= %(today)s
        AND (%(until)s::int IS NULL
            OR (began_on + make_interval(months => %(until)s::int))::date > %(today)s)
        AND {only("citizen_id")}
    """,  # noqa: S608 - our own text
    ("months", "until"),
)
SEEKING = f"""
    SELECT citizen_id AS citizen FROM journey_spell
    WHERE municipality_id = %(kommune)s AND ended_on IS NULL AND began_on <= %(today)s
        AND {only("citizen_id")}
"""  # noqa: S608 - our own text
