# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

import pytest

from jobunivers.foundation import adding
from jobunivers.foundation.tenancy import NoMunicipality, working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def columns(many: int) -> dict[str, list[object]]:
    return {
        "citizen_id": list(range(1, many + 1)),
        "viewer_id": [9] * many,
        "viewer_role": ["adviser"] * many,
        "at": [NOW] * many,
        "part": [f"part {number}" for number in range(1, many + 1)],
        "reason": ["talk"] * many,
    }


def test_rows_are_numbered_in_their_order_and_lack_nothing(
    aarhus: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "_AT_A_TIME", 3)
    with working_for(aarhus.pk):
        numbers = adding.add_columns(Look, columns(7), returning=True)
        rows = list(Look.objects.order_by("pk"))

    assert [row.pk for row in rows] == numbers
    assert [row.citizen_id for row in rows] == list(range(1, 8))
    assert (rows[6].part, rows[6].note, rows[6].at) == ("part 7", "", NOW)
    assert {row.municipality_id for row in rows} == {aarhus.pk}


def test_nothing_is_added_for_nobody(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        assert adding.add_columns(Look, columns(0), returning=True) == []
    with pytest.raises(NoMunicipality):
        adding.add_columns(Look, columns(1))
