# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who wants a person stands in staff's one list until a person has been there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import actions, queries
from jobunivers.rooms.entrance.models import Wished
from jobunivers.rooms.entrance.tests.making import make_slot
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
LIST = "/medarbejder/opgaver/"
HARD = {"phone": 0, "form": 0, "stuck": 0}


def wish(citizen: Person, what: Wished = Wished.IN_PERSON, *, days: int = 0) -> None:
    assert citizen.municipality_id is not None
    with working_for(citizen.municipality_id):
        at = timezone.now() - timedelta(days=days)
        actions.wish_for_help(citizen_id=citizen.pk, actor_id=citizen.pk, wish=what, at=at)


def find_it_hard(citizen: Person) -> None:
    assert citizen.municipality_id is not None
    with working_for(citizen.municipality_id):
        actions.answer_self_test(
            citizen_id=citizen.pk, actor_id=citizen.pk, answers=HARD, at=timezone.now()
        )


def waiting(aarhus: Municipality) -> list[int]:
    with working_for(aarhus.pk):
        return [one.citizen_id for one in queries.who_waits(at=timezone.now())]


def text(browser: KommuneClient) -> str:
    return str(browser.get(LIST).content.decode())


def test_who_asks_for_a_person_stands_in_the_list_of_whoever_may_help(
    kirsten: Person, as_ida: KommuneClient, as_tove: KommuneClient, as_lise: KommuneClient
) -> None:
    wish(kirsten)
    for browser in (as_ida, as_tove):
        shown = text(browser)
        assert "Kirsten Holm" in shown
        assert "Borgeren vil gerne have hjælp af et menneske" in shown
        assert f'href="/aarhus/medarbejder/borgere/{kirsten.pk}/' in shown
    assert "Kirsten" not in text(as_lise)


def test_who_finds_it_hard_is_offered_help_unless_she_says_she_manages(
    aarhus: Municipality, kirsten: Person, mads: Person, as_ida: KommuneClient
) -> None:
    find_it_hard(kirsten)
    find_it_hard(mads)
    wish(mads, Wished.SELF)
    assert waiting(aarhus) == [kirsten.pk]
    assert "tilbyd hjælp ved skranken" in text(as_ida)


def test_who_has_waited_longest_comes_first_and_nobody_waits_for_ever(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    wish(mads, days=1)
    wish(kirsten, days=3)
    assert waiting(aarhus) == [kirsten.pk, mads.pk]
    with working_for(aarhus.pk):
        later = timezone.now() + timedelta(days=26)
        assert [one.citizen_id for one in queries.who_waits(at=later)] == [mads.pk]


def test_a_first_meeting_that_is_booked_ends_it(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    wish(kirsten)
    now = timezone.now()
    slot = make_slot(omar, now + timedelta(days=3), at=now)
    with working_for(aarhus.pk):
        actions.book(citizen_id=kirsten.pk, actor_id=kirsten.pk, slot_id=slot.pk, at=now)
    assert waiting(aarhus) == []


def test_help_at_the_counter_ends_it(aarhus: Municipality, kirsten: Person, ida: Person) -> None:
    wish(kirsten, days=1)
    now = timezone.now()
    with working_for(aarhus.pk):
        asked = actions.ask_to_help(citizen_id=kirsten.pk, helper_id=ida.pk, at=now)
    assert waiting(aarhus) == [kirsten.pk], "nobody has helped her yet"
    with working_for(aarhus.pk):
        actions.say_yes_herself(session=asked, at=now)
    assert waiting(aarhus) == []


def test_taking_the_wish_back_ends_it(aarhus: Municipality, kirsten: Person) -> None:
    wish(kirsten)
    wish(kirsten, Wished.SELF)
    assert waiting(aarhus) == []
