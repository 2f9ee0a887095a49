# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one at a time may do in a kommune: others wait until the transaction before them stands."""

from django.db import connection

from jobunivers.foundation.tenancy import current_municipality_id


def wait_for_turn(name: str) -> None:
    """Wait for whoever does the same in this kommune; others wait until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [name, current_municipality_id()]
        )
