# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from functools import partial
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation import tiles
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.tiles import Arrangement, Asking, actions, arranging, queries
from jobunivers.foundation.tiles.models import Layout

Person = Any  # identity is a floor above
PEOPLE: Any = get_user_model()

FIRST = Arrangement(main=("room.a", "room.b"), side=("room.c",))
DOWN = partial(arranging.moved, code="room.a", by=1, shown=frozenset({"room.a", "room.b"}))


def settle(person: Person) -> None:
    actions.settle(person_id=person.pk, arrangement=FIRST, at=timezone.now())


def test_what_she_saw_first_is_kept_once(kirsten: Person, aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        settle(kirsten)
        actions.settle(
            person_id=kirsten.pk, arrangement=Arrangement(main=("other.x",)), at=timezone.now()
        )
        found = queries.settled(person_id=kirsten.pk, at=timezone.now())

    assert (found.arrangement, found.version) == (FIRST, 1)


def test_a_change_is_kept_told_and_taken_back(kirsten: Person, aarhus: Municipality) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        settle(kirsten)
        actions.rearrange(person_id=kirsten.pk, version=1, change=DOWN, at=now)
        moved = queries.settled(person_id=kirsten.pk, at=now)
        assert moved.arrangement.main == ("room.b", "room.a")
        assert Event.objects.filter(kind="tiles.arranged", citizen_id=kirsten.pk).count() == 1
        assert queries.can_take_back(person_id=kirsten.pk)

        actions.take_back(person_id=kirsten.pk, version=2, at=now)

        found = queries.settled(person_id=kirsten.pk, at=now)
        assert (found.arrangement, found.version) == (FIRST, 3)
        with pytest.raises(actions.NothingToTakeBack):
            actions.take_back(person_id=kirsten.pk, version=3, at=now)


def test_two_windows_do_not_overwrite_each_other(kirsten: Person, aarhus: Municipality) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        settle(kirsten)
        actions.rearrange(person_id=kirsten.pk, version=1, change=DOWN, at=now)
        with pytest.raises(actions.ChangedMeanwhile):
            actions.rearrange(person_id=kirsten.pk, version=1, change=DOWN, at=now)
        with pytest.raises(actions.ChangedMeanwhile):
            actions.take_back(person_id=kirsten.pk, version=1, at=now)

        assert queries.settled(person_id=kirsten.pk, at=now).version == 2


def test_so_many_steps_can_be_taken_back_and_no_more(kirsten: Person, aarhus: Municipality) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        settle(kirsten)
        for version in range(1, 2 * actions.STEPS):
            view = "simple" if version % 2 else "rich"
            change = partial(arranging.looked_at, view=view)
            actions.rearrange(person_id=kirsten.pk, version=version, change=change, at=now)

        assert len(Layout.objects.get(person_id=kirsten.pk).history) == actions.STEPS


def test_tiles_that_nobody_places_stand_as_they_say_themselves(kirsten: Person) -> None:
    def tile(code: str, *, wide: bool) -> tiles.Tile:
        return tiles.Tile(
            code=code, name=code, about="", template="x", load=lambda _: {}, wide=wide,
            simple=wide,
        )  # fmt: skip

    with tiles.only(tile("b.b", wide=True), tile("a.a", wide=False)):
        assert tiles.start_of(kirsten.pk, at=timezone.now()) == Arrangement(
            main=("b.b",), side=("a.a",), simple=("b.b",)
        )
        assert [one.code for one in queries.to_add(Arrangement(main=("b.b",)))] == ["a.a"]


def test_what_many_tiles_want_is_asked_in_one_journey(
    kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    asking = Asking(citizen_id=kirsten.pk, language="da", at=timezone.now())
    with working_for(aarhus.pk):
        asking.wants("people.all", PEOPLE.objects.order_by("pk"))
        asking.wants("people.all", PEOPLE.objects.none())
        asking.wants_of("people.some", [kirsten.pk], lambda ids: PEOPLE.objects.filter(pk__in=ids))
        asking.wants_of("people.some", [mads.pk], lambda ids: PEOPLE.objects.filter(pk__in=ids))
        with CaptureQueriesContext(connection) as captured:
            everybody = asking.rows("people.all")
            some = asking.rows("people.some")
        assert len(captured) == 1
        assert {one.pk for one in some} == {kirsten.pk, mads.pk}
        assert len(everybody) >= 2
        with CaptureQueriesContext(connection) as later:
            asking.wants_of("people.some", [kirsten.pk], lambda _: PEOPLE.objects.none())
            asking.rows("people.some")
        assert len(later) == 0
    with pytest.raises(KeyError):
        asking.rows("people.none")
