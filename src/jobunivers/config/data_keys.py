# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Programs that run refuse to start with other keys than the database's values lie under."""

import psycopg

from jobunivers.config.problem import Problem
from jobunivers.foundation.crypto.keys import read_keys

_WHERE = "docs/operator.md says how keys are kept and exchanged"


def refuse_other_keys(url: str, keys: str) -> None:
    """Raise a Problem unless every key that values may lie under is given, and is the same."""
    given = {one.name: one.check for one in read_keys(keys).keys}
    with psycopg.connect(url, connect_timeout=10) as connection:
        known = connection.execute("SELECT to_regclass('crypto_knownkey') IS NOT NULL").fetchone()
        rows = (
            connection.execute("SELECT name, check_value FROM crypto_knownkey").fetchall()
            if known and known[0]
            else []
        )
    for name, check in rows:
        if name not in given:
            raise Problem(
                f"personal fields in the database are encrypted with the key {name!r}, which is "
                f"not in JOBUNIVERS_DATA_KEYS: {_WHERE}"
            )
        if given[name] != check:
            raise Problem(
                f"the key {name!r} in JOBUNIVERS_DATA_KEYS is not the one that personal fields in "
                f"the database are encrypted with: {_WHERE}"
            )
