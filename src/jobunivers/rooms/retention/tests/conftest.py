# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A world in which people's ways have ended long ago."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from django.utils import timezone
from psycopg import sql
from psycopg.types.json import Jsonb
from pytest_django import Settings

from jobunivers.foundation.datamap.rules import RETENTIONS
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.retention.models import END, Ended, Told
from jobunivers.rooms.retention.queries import choices
from jobunivers.rooms.retention.queries.ways import drawn

NOW = datetime(2026, 11, 23, 3, 40, tzinfo=UTC)
LONG_AGO = date(2014, 5, 1)
XENIA = 987_654_321_017

Ending = Callable[..., None]


@pytest.fixture(autouse=True)
def erased_folder(tmp_path: Path, settings: Settings) -> Path:
    """Keep who has been erased beside the test."""
    settings.ERASED_FOLDER = tmp_path / "erased"
    return tmp_path / "erased"


@pytest.fixture(autouse=True)
def ways(owner_url: str) -> None:
    """Draw the ways from the data map as it is now, as the owner does at each start."""
    found, wrong = drawn()
    assert wrong == []
    terms = [
        *((code, one.clock.value, one.days, one.least) for code, one in RETENTIONS.items()),
        *((code, "", one.value, one.least) for code, one in choices.NUMBERS.items()),
    ]
    with psycopg.connect(owner_url) as owner:
        owner.execute("DELETE FROM retention_way")
        owner.execute("DELETE FROM retention_term")
        for code, clock, days, least in terms:
            owner.execute(
                "INSERT INTO retention_term (code, clock, days, least) VALUES (%s, %s, %s, %s)",
                [code, clock, days, least],
            )
        for one in found:
            values = {**asdict(one), "sets": Jsonb(one.sets)}
            owner.execute(
                sql.SQL("INSERT INTO retention_way ({}) VALUES ({})").format(
                    sql.SQL(", ").join(map(sql.Identifier, values)),
                    sql.SQL(", ").join(sql.Placeholder() * len(values)),
                ),
                list(values.values()),
            )


@pytest.fixture
def xenia(aarhus: Municipality) -> Person:
    """Return a citizen whose number stands nowhere by chance."""
    with working_for(aarhus.pk):
        person = Person(
            pk=XENIA, name="Xenia Qvistorp", role=Role.CITIZEN, created_at=NOW, is_active=True
        )
        person.save(force_insert=True)
    return person


@pytest.fixture
def ended() -> Ending:
    """Return what ends a person's way long ago, with everything told in time."""

    def end(
        *people: Person,
        on: date = LONG_AGO,
        codes: tuple[str, ...] = (END,),
        told_days: int = 31,
    ) -> None:
        for person in people:
            Ended.objects.create(
                person_id=person.pk,
                ended_on=on,
                is_citizen=person.role == Role.CITIZEN,
                found_at=NOW,
            )
            told_at = NOW - timedelta(days=told_days)
            for code in codes if person.role == Role.CITIZEN else ():
                Told.objects.create(
                    citizen_id=person.pk,
                    code=code,
                    ended_on=on,
                    goes_on=timezone.localdate(told_at) + timedelta(days=30),
                    told_at=told_at,
                )

    return end
