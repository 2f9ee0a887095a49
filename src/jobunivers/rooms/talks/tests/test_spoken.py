# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A talk is an answer to who has asked for a person."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import actions as entrance
from jobunivers.rooms.entrance import queries as entrance_queries
from jobunivers.rooms.entrance.models import Wished
from jobunivers.rooms.talks.models import TalkState
from jobunivers.rooms.talks.tests.making import make_talk

pytestmark = pytest.mark.django_db


def test_a_talk_ends_the_wait_for_a_person_and_one_before_she_asked_does_not(
    aarhus: Municipality, kirsten: Person, mads: Person, omar: Person
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        for one in (kirsten, mads):
            entrance.wish_for_help(
                citizen_id=one.pk, actor_id=one.pk, wish=Wished.IN_PERSON,
                at=now - timedelta(days=1),
            )  # fmt: skip
    make_talk(kirsten, omar)
    before = now - timedelta(days=5)
    make_talk(mads, omar, state=TalkState.HELD, starts_at=before, at=before)
    with working_for(aarhus.pk):
        assert [one.citizen_id for one in entrance_queries.who_waits(at=now)] == [mads.pk]
