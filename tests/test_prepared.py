# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A prepared question answers as the plain one does, and refuses what it could not keep."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value, Window
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation import prepared as preparing
from jobunivers.foundation import together
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.prepared import CannotBePrepared, KeptWrongly, Prepared, prepared
from jobunivers.foundation.tenancy import NoMunicipality, working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Protection, ProtectionKind, Role
from jobunivers.science.calendars import moment

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_WEEK = timedelta(days=7)


@pytest.fixture
def people(aarhus: Municipality) -> list[Person]:
    with working_for(aarhus.pk):
        found = [
            Person.objects.create(
                name=f"Navn {n}", role=role, created_at=NOW + timedelta(days=n), born_on=None
            )
            for n, role in enumerate([Role.CITIZEN, Role.CITIZEN, Role.ADVISER, Role.CITIZEN])
        ]
        Protection.objects.create(
            person=found[0], kind=ProtectionKind.OWN, since_on=date(2026, 1, 1), source="staff",
            reason="En trussel", set_at=NOW, set_by_id=found[2].pk,
        )  # fmt: skip
    return found


@prepared
def _rows(*, pk: int) -> QuerySet[Person]:
    return Person.objects.filter(pk=pk).order_by("pk")


@prepared
def _named(*, ids: Any) -> QuerySet[Person, str]:
    return Person.objects.filter(pk__in=ids).order_by("pk").values_list("name", flat=True)


@prepared
def _since(*, since: datetime, role: str) -> QuerySet[Any, Any]:
    rows = Person.objects.filter(created_at__gte=since, role=role)
    counted = rows.annotate(many=Window(Count("pk")), said=Value("ja"), twice=F("pk") * 2)
    return counted.order_by("pk").values("pk", "many", "said", "twice")[:3]


@prepared
def _protections(*, on: date, person_id: int) -> QuerySet[Protection]:
    held = Q(until_on=None) | Q(until_on__gt=on)
    rows = Protection.objects.filter(held, since_on__lte=on, person_id=person_id)
    return rows.select_related("person").defer("reason").order_by("pk")


@prepared
def _telling(*, names: Any) -> QuerySet[Person]:
    told = Exists(Notice.objects.filter(person_id=OuterRef("pk")))
    return Person.objects.filter(name__in=names).annotate(told=told).order_by("-pk")


def _plain(asked: Callable[..., Prepared[Any]], **kwargs: Any) -> list[Any]:
    return list(asked.__wrapped__(**kwargs))  # type: ignore[attr-defined]


def test_it_answers_as_the_plain_question_for_every_kind_of_row(
    aarhus: Municipality, people: list[Person]
) -> None:
    day = date(2026, 5, 1)
    with working_for(aarhus.pk):
        for person in people:
            assert list(_rows(pk=person.pk)) == _plain(_rows, pk=person.pk)
        for many in range(6):
            ids = [person.pk for person in people][:many]
            assert list(_named(ids=ids)) == _plain(_named, ids=ids)
        for since in (NOW, NOW + timedelta(days=1), NOW + timedelta(days=99)):
            for role in (Role.CITIZEN, Role.ADVISER):
                plain = _plain(_since, since=since, role=role)
                assert list(_since(since=since, role=role)) == plain
        for person in people:
            found = _protections(on=day, person_id=person.pk)
            assert list(found) == _plain(_protections, on=day, person_id=person.pk)
        with CaptureQueriesContext(connection) as asked_for:
            protection = _protections(on=day, person_id=people[0].pk).first()
            assert protection is not None
            assert protection.person == people[0]
        assert len(asked_for) == 1
        assert protection.get_deferred_fields() == {"reason"}
        names = ["Navn 1", "Navn 3", "ukendt"]
        assert [one.told for one in _telling(names=names)] == [False, False]  # type: ignore[attr-defined]


def test_a_question_without_values_to_find_has_no_rows_and_asks_nothing(
    aarhus: Municipality, people: list[Person]
) -> None:
    assert people
    with working_for(aarhus.pk), CaptureQueriesContext(connection) as asked:
        together.ask([nothing := _named(ids=[])])
        assert list(nothing) == []
    assert len(asked) == 0


def test_several_and_plain_ones_go_in_one_journey(
    aarhus: Municipality, people: list[Person]
) -> None:
    with working_for(aarhus.pk):
        plain = Person.objects.filter(role=Role.ADVISER).order_by("pk")
        asked: list[together.Question] = [
            _rows(pk=people[0].pk),
            _rows(pk=people[1].pk),
            _named(ids=[]),
            plain,
        ]
        with CaptureQueriesContext(connection) as journeys:
            together.ask(asked)
            assert [list(one) for one in asked] == [[people[0]], [people[1]], [], [people[2]]]
        assert len(journeys) == 1


def test_each_kommune_finds_its_own_and_nobody_s_is_refused(
    aarhus: Municipality, odense: Municipality, people: list[Person]
) -> None:
    with working_for(aarhus.pk):
        assert list(_rows(pk=people[0].pk)) == [people[0]]
    with working_for(odense.pk):
        assert list(_rows(pk=people[0].pk)) == []
    with pytest.raises(NoMunicipality):
        list(_rows(pk=people[0].pk))


def test_it_is_put_together_once(
    aarhus: Municipality, people: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "checks", False)
    made: list[int] = []

    @prepared
    def question(*, pk: int) -> QuerySet[Person]:
        made.append(pk)
        return Person.objects.filter(pk=pk).order_by("pk")

    with working_for(aarhus.pk):
        assert [list(question(pk=one.pk)) for one in people] == [[one] for one in people]
    assert len(made) == 2  # with two kinds of stand-ins
    assert not {one.pk for one in people} & set(made)


def test_rows_of_one_asking_are_not_those_of_another(
    aarhus: Municipality, people: list[Person]
) -> None:
    with working_for(aarhus.pk):
        first, second = _rows(pk=people[0].pk), _rows(pk=people[1].pk)
        assert list(second) == [people[1]]
        assert list(first) == [people[0]]
        assert list(second) == [people[1]]


@prepared
def _lately(*, at: datetime, day: date) -> QuerySet[Person]:
    """Ask with times that lie as far from those given whatever they are."""
    since, today = at - timedelta(days=30), timezone.localdate(at)
    rows = Person.objects.filter(created_at__gte=since, created_at__lt=at + timedelta(days=1))
    born = Q(born_on=None) | Q(born_on__lt=today - timedelta(days=6)) | Q(born_on=day + _WEEK)
    return rows.filter(born).order_by("pk")


@pytest.mark.parametrize("days", [0, 1, 29, 155, 400])
def test_times_a_fixed_way_from_those_given_follow_them(
    aarhus: Municipality, people: list[Person], days: int
) -> None:
    # Over both changes of the clock, and late in the evening, when the Danish day is the next.
    at = (NOW + timedelta(days=days)).replace(hour=23, minute=30)
    day = date(2026, 2, 1) + timedelta(days=days)
    with working_for(aarhus.pk):
        assert list(_lately(at=at, day=day)) == _plain(_lately, at=at, day=day)


@prepared
def _of_days(*, day: date) -> QuerySet[Person]:
    """Ask for moments that Danish clocks show on days a fixed way from the one given."""
    first, last = moment(day, time()), moment(day + _WEEK, time(8, 30))
    return Person.objects.filter(created_at__gte=first, created_at__lt=last).order_by("pk")


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 7, 1), date(2026, 10, 24)])
def test_what_danish_clocks_show_on_a_day_follows_the_day_over_changes_of_the_clock(
    aarhus: Municipality, people: list[Person], day: date
) -> None:
    with working_for(aarhus.pk):
        for days in range(9):
            one = day + timedelta(days=days)
            said = _of_days(day=one).said()
            assert said is not None
            assert moment(one, time()) in said[1]
            assert moment(one + _WEEK, time(8, 30)) in said[1]
            assert list(_of_days(day=one)) == _plain(_of_days, day=one)


def _of_the_week(*, at: datetime) -> QuerySet[Person]:
    """Ask from Monday on: another distance each day."""
    today = timezone.localdate(at)
    monday = today - timedelta(days=today.weekday())
    return Person.objects.filter(born_on__gte=monday).order_by("pk")


def _of_midnight(*, at: datetime) -> QuerySet[Person]:
    """Ask from midnight on: the clock is changed in between."""
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    return Person.objects.filter(created_at__gte=midnight).order_by("pk")


def _cuts(*, most: int) -> QuerySet[Person]:
    return Person.objects.order_by("pk")[:most]


def _compares(*, pk: int) -> QuerySet[Person]:
    rows = Person.objects.order_by("pk")
    return rows.filter(pk=pk, role=Role.CITIZEN) if pk == 7 else rows.filter(pk=pk)


@pytest.mark.parametrize("make", [_of_the_week, _of_midnight, _cuts])
def test_a_function_that_looks_at_its_values_is_refused(
    make: Callable[..., Any], aarhus: Municipality
) -> None:
    value = {"most": 3} if make is _cuts else {"at": NOW}
    with working_for(aarhus.pk), pytest.raises(CannotBePrepared):
        prepared(make)(**value)


def test_a_function_that_compares_is_found_by_the_check_that_tests_make(
    aarhus: Municipality,
) -> None:
    assert preparing.checks
    question = prepared(_compares)
    with working_for(aarhus.pk):
        question(pk=1)
        with pytest.raises(KeptWrongly):
            question(pk=7)


def test_a_question_that_prefetches_is_refused(aarhus: Municipality) -> None:
    @prepared
    def question(*, pk: int) -> QuerySet[Person]:
        return Person.objects.filter(pk=pk).prefetch_related("protections")

    with working_for(aarhus.pk), pytest.raises(ValueError, match="prefetches"):
        question(pk=1)


def test_questions_that_one_function_makes_are_kept_together(
    aarhus: Municipality, people: list[Person]
) -> None:
    def make(*, pk: int, printing: bool) -> list[QuerySet[Any, Any]]:
        rows = [Person.objects.filter(pk=pk).order_by("pk")]
        return [*rows, Person.objects.none()] if printing else rows

    several = preparing.prepared_list(make, name="two")
    with working_for(aarhus.pk):
        assert [list(one) for one in several(pk=people[0].pk, printing=True)] == [[people[0]], []]
        assert [list(one) for one in several(pk=people[1].pk, printing=False)] == [[people[1]]]


def test_what_is_prepared_already_is_not_prepared_again(aarhus: Municipality) -> None:
    several = preparing.prepared_list(lambda *, pk: [_rows(pk=pk)], name="twice")  # type: ignore[list-item]
    with working_for(aarhus.pk), pytest.raises(CannotBePrepared):
        several(pk=1)


def test_a_function_that_asks_the_database_by_itself_is_refused(aarhus: Municipality) -> None:
    @prepared
    def question(*, pk: int) -> QuerySet[Person]:
        known = list(Person.objects.values_list("pk", flat=True))
        return Person.objects.filter(pk__in=known).order_by("pk")

    with working_for(aarhus.pk), pytest.raises(CannotBePrepared):
        question(pk=1)
