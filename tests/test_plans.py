# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A question whose plan the database keeps answers as its text does, or is sent as text."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet, Value
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation import plans
from jobunivers.foundation.prepared import Prepared, prepared
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def nothing_told() -> Iterator[None]:
    """Begin with a connection that was told nothing by other tests."""
    kept = plans._told.pop(connection.connection, {})
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    plans._told.pop(connection.connection, None)
    assert isinstance(kept, dict)


@prepared
def _after(*, pk: int) -> QuerySet[Any, Any]:
    rows = Person.objects.filter(pk__gt=pk, role=Role.CITIZEN).annotate(
        said=Value("100 % \N{EURO SIGN}")
    )
    return rows.order_by("pk").values_list("name", "said")


@prepared
def _given(*, number: int) -> QuerySet[Any, Any]:
    """Ask for a value itself: what has no type of its own would come back as text."""
    return Person.objects.annotate(given=Value(number)).values_list("given", flat=True)[:1]


@prepared
def _of_role(*, pk: int, role: str) -> QuerySet[Any, Any]:
    return Person.objects.filter(pk__gt=pk, role=role).order_by("pk").values_list("pk", flat=True)


@prepared
def _born(*, day: date, at: datetime) -> QuerySet[Any, Any]:
    return Person.objects.filter(born_on__gte=day, created_at__lt=at).values_list("pk", flat=True)


@pytest.fixture
def people(aarhus: Municipality, nothing_told: None) -> list[Person]:
    with working_for(aarhus.pk):
        return [
            Person.objects.create(
                name=f"Navn {n}", role=Role.CITIZEN, created_at=NOW, born_on=date(1980, 5, n)
            )
            for n in (1, 2, 3)
        ]


def _rows(asked: Prepared[Any]) -> tuple[list[Any], str]:
    with CaptureQueriesContext(connection) as sent:
        found = list(asked)
    return found, sent.captured_queries[-1]["sql"]


def _told() -> list[str | None]:
    return [*plans._told[connection.connection].values()]


def test_a_question_is_told_once_and_then_asked_for_by_its_name(
    aarhus: Municipality, people: list[Person]
) -> None:
    with working_for(aarhus.pk):
        for person in people:
            found, sent = _rows(_after(pk=person.pk - 1))
            assert found[0] == (person.name, "100 % \N{EURO SIGN}")
            assert sent.startswith("EXECUTE kept_0(")
            assert "identity_person" in sent
    assert len(_told()) == 1


def test_numbers_days_and_moments_come_back_as_they_would_from_text(
    aarhus: Municipality, people: list[Person]
) -> None:
    with working_for(aarhus.pk):
        for number in (5, 2**31 - 1, -7):
            found, sent = _rows(_given(number=number))
            assert found == [number]
            assert sent.startswith("EXECUTE")
        assert len(_told()) == 1
        assert _rows(_after(pk=2**40))[0] == []
        found, sent = _rows(_born(day=date(1980, 5, 2), at=NOW.replace(hour=10)))
        assert sorted(found) == [people[1].pk, people[2].pk]
        assert sent.startswith("EXECUTE")


def test_questions_of_the_same_sql_and_other_fixed_values_are_two(
    aarhus: Municipality, people: list[Person]
) -> None:
    with working_for(aarhus.pk):
        for _turn in range(2):
            assert _rows(_of_role(pk=0, role=Role.CITIZEN))[0][-3:] == [one.pk for one in people]
            assert _rows(_of_role(pk=people[0].pk, role=Role.MANAGER))[0] == []
    assert len(_told()) == 2


def test_what_the_database_will_not_keep_is_sent_as_text_and_takes_nothing_with_it(
    aarhus: Municipality, people: list[Person]
) -> None:
    # The same value in two places is two things to the database until it knows both.
    sql = "SELECT id %% %s, count(*) FROM identity_person GROUP BY id %% %s"
    with working_for(aarhus.pk), connection.cursor() as cursor:
        for _turn in range(2):
            said = plans.written(cursor, "grouped", sql, [1, 1], [0, 1])
            assert said.startswith("SELECT")
            cursor.execute(said)
            assert cursor.fetchall() == [(0, Person.objects.count())]
    assert _told() == [None]


def test_a_value_without_a_type_of_its_own_is_sent_as_text(nothing_told: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        said = plans.written(cursor, "it", "SELECT %s, %s %% 2", [Decimal("0.10"), 3], [0, 1])
        cursor.execute(said)
        assert cursor.fetchall() == [(Decimal("0.10"), 1)]
    assert said.startswith("SELECT")
    assert plans._told.get(connection.connection) is None


def test_a_kommune_reads_its_own_by_the_plan_that_another_kommune_s_question_made(
    aarhus: Municipality, odense: Municipality, people: list[Person]
) -> None:
    for _turn in range(8):  # the database weighs its plans after five
        with working_for(aarhus.pk):
            assert len(_rows(_after(pk=people[0].pk))[0]) == 2
        with working_for(odense.pk):
            assert _rows(_after(pk=people[0].pk))[0] == []


def test_a_connection_keeps_so_many_and_asks_the_rest_as_text(
    aarhus: Municipality, people: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plans, "_MOST", 1)
    with working_for(aarhus.pk):
        for _turn in range(2):
            assert _rows(_after(pk=people[0].pk))[1].startswith("EXECUTE")
            found, sent = _rows(_of_role(pk=people[0].pk, role=Role.CITIZEN))
            assert (found, sent[:6]) == ([people[1].pk, people[2].pk], "SELECT")
    assert len(_told()) == 1
