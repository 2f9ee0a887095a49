# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models import Count, F, Value
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation import together
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality

Person = Any  # identity is a floor above
PEOPLE: Any = get_user_model()


def test_answers_are_as_if_each_question_had_been_asked_by_itself(
    kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    def questions() -> list[object]:
        people = PEOPLE.objects.filter(role="citizen").order_by("pk")
        return [
            people,
            people.select_related("municipality").defer("born_on"),
            people.values_list("name", flat=True),
            people.values("pk", "created_at"),
            people.annotate(doubled=F("pk") * 2, word=Value("100 % sikkert")),
            PEOPLE.objects.filter(pk__in=[]),
            PEOPLE.objects.filter(name="%s 'æ 🙂").values_list("pk"),
            people.values_list("pk").union(people.values_list("pk"), all=True).order_by("pk"),
            PEOPLE.objects.order_by("role").values("role").annotate(many=Count("pk")),
        ]

    with working_for(aarhus.pk):
        alone, asked = questions(), questions()
        expected = [list(one) for one in alone]  # type: ignore[call-overload]
        with CaptureQueriesContext(connection) as captured:
            together.ask(asked)  # type: ignore[arg-type]
            found = [list(one) for one in asked]  # type: ignore[call-overload]

    assert len(captured) == 1
    assert found == expected
    assert [one.name for one in found[0]] == [kirsten.name, mads.name]
    assert found[1][0].municipality.name == aarhus.name
    assert found[4][0].doubled == 2 * kirsten.pk
    assert found[4][0].word == "100 % sikkert"


def test_what_is_answered_is_not_asked_again(kirsten: Person, aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        people = PEOPLE.objects.filter(pk=kirsten.pk)
        together.ask([people])
        with CaptureQueriesContext(connection) as captured:
            together.ask([people])
            together.ask([])
            assert [one.pk for one in people] == [kirsten.pk]

    assert len(captured) == 0


def test_another_kommunes_rows_stay_behind_the_lock(
    jonas: Person, kirsten: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        everybody = PEOPLE.objects.order_by("pk")
        # Without the first lock: what PostgreSQL alone holds back.
        unlocked = PEOPLE._base_manager.db_manager().raw("SELECT * FROM identity_person")
        together.ask([everybody])

        assert jonas not in list(everybody)
        assert kirsten in list(everybody)
        assert jonas.pk not in [one.pk for one in unlocked]


def test_what_is_made_of_an_answered_question_is_another_question(
    kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        people = PEOPLE.objects.filter(role="citizen").order_by("pk")
        together.ask([people])

        assert list(people.filter(pk=mads.pk)) == [mads]
        assert [one.pk for one in people.reverse()] == [mads.pk, kirsten.pk]


def test_a_question_that_would_need_a_second_journey_is_refused(aarhus: Municipality) -> None:
    with working_for(aarhus.pk), pytest.raises(ValueError, match="prefetches"):
        together.ask([PEOPLE.objects.prefetch_related("municipality")])


def test_times_come_back_as_times(kirsten: Person, aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        people = PEOPLE.objects.filter(pk=kirsten.pk).values_list("created_at", flat=True)
        together.ask([people])

    assert people[0] <= timezone.now()
