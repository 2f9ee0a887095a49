# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was done is remembered, and those who asked are told, only if it was done."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.db import connection, transaction

from jobunivers.foundation.events import actions, queries
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import NoMunicipality, working_for
from jobunivers.foundation.tenancy.models import Municipality

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
KIND = "tests.happened"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Subscribe a task of the real queue to a kind of event; return the task's name."""
    from procrastinate.contrib.django import app

    @app.task(name="tests.tell")
    def tell(**_: object) -> None:
        """Do nothing."""

    monkeypatch.setattr(actions, "_subscribers", defaultdict(list))
    actions.subscribe(KIND, tell)
    actions.subscribe(KIND, tell)  # asking twice is asking once
    yield "tests.tell"
    app.tasks.pop("tests.tell")


def queued(name: str) -> list[dict[str, object]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args FROM procrastinate_jobs WHERE task_name = %s ORDER BY id", [name]
        )
        rows = cursor.fetchall()
    return [json.loads(row[0]) if isinstance(row[0], str) else row[0] for row in rows]


def test_who_subscribed_is_told_with_ids_only(told: str, aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        actions.record(KIND, at=NOW, citizen_id=7, actor_id=8, data={"vacancy_id": 9})
    assert queued(told) == [
        {"municipality_id": aarhus.pk, "citizen_id": 7, "event_data": {"vacancy_id": 9}}
    ]


def test_what_was_undone_is_neither_remembered_nor_told(told: str, aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        with transaction.atomic():
            actions.record(KIND, at=NOW)
            transaction.set_rollback(True)
        assert not Event.objects.filter(kind=KIND).exists()
    assert queued(told) == []


@pytest.mark.django_db(transaction=False)
def test_the_queue_sees_nothing_before_the_event_is_confirmed(
    told: str, aarhus: Municipality, owner_url: str
) -> None:
    with working_for(aarhus.pk):
        actions.record(KIND, at=NOW)
    with psycopg.connect(owner_url) as elsewhere:
        row = elsewhere.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s", [told]
        ).fetchone()
    assert row == (0,)
    assert len(queued(told)) == 1


def test_without_a_kommune_nothing_is_recorded() -> None:
    with pytest.raises(NoMunicipality):
        actions.record(KIND, at=NOW)


def test_workers_learn_to_whom_something_has_happened_since(
    aarhus: Municipality, odense: Municipality
) -> None:
    with working_for(odense.pk):
        actions.record(KIND, at=NOW, citizen_id=1)
    with working_for(aarhus.pk):
        for hours in range(4):
            actions.record(KIND, at=NOW - timedelta(hours=hours), citizen_id=10 + hours)
        actions.record(KIND, at=NOW)
        actions.record("tests.other", at=NOW, citizen_id=99)
        since = NOW - timedelta(hours=2)
        assert queries.citizens_with(kind=KIND, since=since) == {10, 11, 12}


def test_the_coming_months_have_their_place() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_inherits WHERE inhparent = 'events_event'::regclass"
        )
        assert cursor.fetchone()[0] >= 7


def test_many_are_recorded_in_order_and_told_one_by_one(told: str, aarhus: Municipality) -> None:
    happened = [
        actions.Happened(kind=KIND, at=NOW, citizen_id=pk, data={"place": pk}) for pk in (3, 1, 2)
    ]
    with working_for(aarhus.pk):
        assert actions.record_many(happened) == 3
        kept = Event.objects.filter(kind=KIND).order_by("pk")
        assert [(one.citizen_id, one.data) for one in kept] == [
            (3, {"place": 3}), (1, {"place": 1}), (2, {"place": 2}),
        ]  # fmt: skip
    assert [one["citizen_id"] for one in queued(told)] == [3, 1, 2]


def test_who_replays_the_past_tells_nobody(told: str, aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        with actions.quietly():
            actions.record(KIND, at=NOW, citizen_id=7)
            actions.record_many([actions.Happened(kind=KIND, at=NOW, citizen_id=8)])
        actions.record(KIND, at=NOW, citizen_id=9)
        assert Event.objects.filter(kind=KIND).count() == 3
    assert [one["citizen_id"] for one in queued(told)] == [9]


def test_many_are_recorded_for_a_kommune_only(told: str) -> None:
    with pytest.raises(NoMunicipality):
        actions.record_many([actions.Happened(kind=KIND, at=NOW)])
