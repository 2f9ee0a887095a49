# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The narrow way by which rows go that the app's role may not delete.

The functions belong to the owner of the tables, who is held by row-level security too: a run sees
the kommune of its transaction and no other. What the app may call takes the number of a batch and a
time, and finds out for itself who may go.
"""

from jobunivers.rooms.retention.migrations import _days, _rows, _runs

NAMES = (
    "retention_fresh()",
    "retention_kommune()",
    "retention_number(text, text, date)",
    "retention_days(text, date)",
    "retention_where(text[])",
    "retention_says_nothing(text, text)",
    "retention_one_table(retention_way, text, bigint[], bigint[])",
    "retention_unsign(bigint, bigint[], timestamptz)",
    "retention_nameless(bigint[])",
    "retention_unname(bigint, bigint, bigint[], timestamptz)",
    "retention_let_go(bigint, bigint, text, bigint[], timestamptz)",
    "retention_approved_batch(bigint, timestamptz, boolean)",
    "retention_finish(bigint, integer, integer, timestamptz)",
    "retention_run_batch(bigint, timestamptz)",
    "retention_run_aged(bigint, timestamptz, integer)",
)
# Statement by statement: split by a reader of SQL, the bodies would fall apart.
CREATE = [
    _days.FRESH,
    _days.KOMMUNE,
    _days.NUMBER,
    _days.DAYS,
    _days.WHERE,
    _rows.SAYS_NOTHING,
    _rows.ONE_TABLE,
    _rows.UNSIGN,
    _rows.NAMELESS,
    _rows.UNNAME,
    _rows.LET_GO,
    _runs.MAY,
    _runs.FINISH,
    _runs.RUN_BATCH,
    _runs.RUN_AGED,
    *(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC" for name in NAMES),
]
DROP = [f"DROP FUNCTION {name}" for name in reversed(NAMES)]
