# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A count that waits for its journey, beside other questions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation import together
from jobunivers.foundation.counted import counted, how_many
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db


def test_two_counts_and_a_list_are_one_journey_and_each_is_right(
    aarhus: Municipality, odense: Municipality
) -> None:
    for number in range(4):
        add_person(aarhus, f"Birk {number}", "citizen")
    add_person(odense, "Birk 9", "citizen")
    with working_for(aarhus.pk):
        rows = Person.objects.filter(name__startswith="Birk").order_by("name")
        everybody, three, nobody = counted(rows), counted(rows, most=3), counted(rows.none())
        first = rows[:1]
        with CaptureQueriesContext(connection) as asked:
            together.ask([everybody, three, nobody, first])
            numbers = [how_many(one) for one in (everybody, three, nobody)]
            names = [one.name for one in first]

    assert numbers == [4, 3, 0]
    assert names == ["Birk 0"]
    assert len(asked) == 1


def test_where_there_is_nothing_to_count_there_are_none(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        assert how_many(counted(Person.objects.filter(name="Nobody"))) == 0
