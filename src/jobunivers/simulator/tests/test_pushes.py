# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's staff have sent two things that were answered, and ask for a yes to a third."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Persona
from jobunivers.rooms.outreach import queries
from jobunivers.rooms.outreach.models import Push, PushRecipient, State
from jobunivers.rooms.tailored.tests.making import make_profile, recommend
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.simulator import pushes
from jobunivers.testing.cast import add_person


@pytest.fixture
def played(aarhus: Municipality, ida: Person) -> Municipality:
    with working_for(aarhus.pk):
        Persona.objects.create(person=ida, story_da="x", story_en="x", assurance="substantial")
    for number in range(30):
        add_person(aarhus, f"Søger Nummer{number}", "citizen")
    return aarhus


def test_two_are_sent_and_answered_and_nothing_comes_twice(played: Municipality) -> None:
    with working_for(played.pk):
        pushes.write(at=timezone.now())
        pushes.write(at=timezone.now())

        assert list(Push.objects.values_list("state", flat=True)) == [State.SENT, State.SENT]
        assert PushRecipient.objects.exclude(answered_at=None).exists()
        sent = Push.objects.order_by("pk")[0]
        page = queries.push_page(push=sent, reader=0, role="manager", at=timezone.now())
        assert page.sent == 30
        assert page.response[0].number


def test_a_job_for_more_than_it_bears_waits_for_a_manager(
    played: Municipality, index: Callable[[], None]
) -> None:
    make_vacancy("Lagerchef", occupation_confidence=0.9)
    index()
    with working_for(played.pk):
        people = list(Person.objects.filter(role="citizen"))
    for one in people[:14]:
        make_profile(one)
        recommend(one)
    with working_for(played.pk):
        pushes.write(at=timezone.now())
        waiting = Push.objects.get(what="job")
        assert waiting.state == State.WAITING
        assert waiting.despite
