# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions, queries
from jobunivers.identity.models import Person, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_people_added_together_are_found_by_name_and_cannot_log_in_by_password(
    aarhus: Municipality,
) -> None:
    names = ["Åse Bang", "Bo Aas"]
    with working_for(aarhus.pk):
        made = actions.add_people(
            newcomers=[
                actions.Newcomer(name=name, role=Role.CITIZEN, at=NOW, born_on=date(1980, 1, 2))
                for name in names
            ]
        )
        found = [one.name for one in queries.citizens(name_contains="aas") if one.name in names]

        assert found == ["Bo Aas", "Åse Bang"]
        assert not any(one.has_usable_password() for one in made)
        told = Event.objects.filter(kind="identity.person_added", at=NOW).order_by("pk")
        assert [one.data["person_id"] for one in told][-2:] == [one.pk for one in made]


def test_a_login_that_is_noted_is_a_login_in_the_log(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        actions.note_logins(
            logins=[
                actions.Login(person_id=kirsten.pk, role=Role.CITIZEN, at=NOW),
                actions.Login(person_id=omar.pk, role=Role.ADVISER, at=NOW),
            ]
        )
        told = Event.objects.filter(kind="identity.logged_in").order_by("pk")

        assert [(one.citizen_id, one.actor_id) for one in told] == [
            (kirsten.pk, kirsten.pk), (None, omar.pk),
        ]  # fmt: skip
        assert told[0].data == {"assurance": "substantial"}
