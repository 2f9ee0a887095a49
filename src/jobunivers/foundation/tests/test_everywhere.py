# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

import pytest

from jobunivers.foundation.everywhere import FailedSomewhere, each_kommune, everywhere
from jobunivers.foundation.notices.models import Alarm
from jobunivers.foundation.tenancy import current_municipality_id, working_for
from jobunivers.foundation.tenancy.models import Municipality

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_each_kommune_has_its_turn_and_their_numbers_are_added_up(
    aarhus: Municipality, odense: Municipality, national: Municipality
) -> None:
    turns: list[int] = []

    def count() -> int:
        turns.append(current_municipality_id())
        return len(turns)

    assert everywhere("counting", count) == 1 + 2
    assert turns == [aarhus.pk, odense.pk]
    assert everywhere("counting", count, platform=True) == 3 + 4 + 5
    assert turns[2:] == [aarhus.pk, odense.pk, national.pk]


def test_one_that_fails_holds_up_no_other_and_leaves_nothing_half_done(
    aarhus: Municipality, odense: Municipality
) -> None:
    def ring() -> None:
        Alarm.objects.create(code="bell", raised_at=NOW)
        if current_municipality_id() == aarhus.pk:
            raise ZeroDivisionError

    with pytest.raises(FailedSomewhere, match="ringing failed for 1 kommuner"):
        everywhere("ringing", ring)

    for municipality, rung in ((aarhus, 0), (odense, 1)):
        with working_for(municipality.pk):
            assert Alarm.objects.count() == rung


def test_what_opens_its_transactions_itself_is_told_the_kommune(
    aarhus: Municipality, odense: Municipality
) -> None:
    told: list[str] = []
    assert each_kommune("telling", lambda one: told.append(one.slug)) == 0
    assert told == [aarhus.slug, odense.slug]
