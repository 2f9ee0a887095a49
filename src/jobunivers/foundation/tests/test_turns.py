# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import psycopg

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.turns import wait_for_turn


def test_one_at_a_time_has_the_turn_and_other_kommuner_and_other_work_wait_for_nobody(
    aarhus: Municipality, odense: Municipality, owner_url: str
) -> None:
    with working_for(aarhus.pk):
        wait_for_turn("counting")
        wait_for_turn("counting")  # whoever has it needs not wait for herself

    with psycopg.connect(owner_url) as another:

        def is_free(name: str, municipality: Municipality) -> bool:
            asked = "SELECT pg_try_advisory_xact_lock(hashtext(%s), %s::int)"
            row = another.execute(asked, [name, municipality.pk]).fetchone()
            return bool(row and row[0])

        # The test's own transaction still stands.
        assert not is_free("counting", aarhus)
        assert is_free("counting", odense)
        assert is_free("writing", aarhus)
