# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.db import DatabaseError, InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation.http import reading_only
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for, working_where
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.tiles.models import Layout


def keep(person_id: int) -> None:
    Layout.objects.create(person_id=person_id, changed_at=timezone.now())


def told() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('jobunivers.municipality', true)")
        return str(cursor.fetchone()[0] or "")


def test_a_write_is_refused_and_what_comes_after_may_write(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        with pytest.raises(InternalError, match="read-only"), reading_only():
            keep(1)
        keep(2)
        with reading_only():
            assert [one.person_id for one in Layout.objects.order_by("pk")] == [2]
        keep(3)

        assert Layout.objects.count() == 2


def test_it_is_opened_in_one_journey_and_left_in_one(aarhus: Municipality) -> None:
    with working_for(aarhus.pk), CaptureQueriesContext(connection) as captured, reading_only():
        pass

    assert len(captured) == 2


def test_inside_another_one_it_is_still_read_only_when_the_inner_one_is_left(
    aarhus: Municipality,
) -> None:
    with working_for(aarhus.pk):
        with reading_only():
            with reading_only():
                Layout.objects.count()
            with pytest.raises(InternalError, match="read-only"), transaction.atomic():
                keep(1)
        keep(2)

        assert Layout.objects.count() == 1


def test_an_error_that_was_swallowed_inside_does_not_harm_what_is_outside(
    aarhus: Municipality,
) -> None:
    with working_for(aarhus.pk):
        keep(1)
        with pytest.raises(DatabaseError), reading_only(), connection.cursor() as cursor:
            cursor.execute("SELECT no_such_column")
        with reading_only():
            try:
                with transaction.atomic(savepoint=False), connection.cursor() as cursor:
                    cursor.execute("SELECT no_such_column")
            except DatabaseError:
                pass
        keep(2)

        assert Layout.objects.count() == 2


@pytest.mark.parametrize(
    ("host", "slug", "which"),
    [
        ("elsewhere", "aarhus", "aarhus"),
        ("job.odense.example", "aarhus", "odense"),
        ("job.odense.example", "", "odense"),
        ("elsewhere", "nowhere", ""),
    ],
)
def test_the_kommune_that_is_found_is_the_one_that_postgresql_is_told(
    host: str, slug: str, which: str, aarhus: Municipality, odense: Municipality
) -> None:
    Municipality.objects.filter(pk=odense.pk).update(host="job.odense.example")
    expected = {"aarhus": aarhus.pk, "odense": odense.pk}.get(which)

    with working_where(lambda: tenancy.opened_at(host=host, slug=slug)) as found:
        assert (found.pk if found else None) == expected
        assert told() == (str(expected) if expected else "")

    assert told() == ""
