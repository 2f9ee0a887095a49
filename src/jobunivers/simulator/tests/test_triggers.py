# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's rules that send: two live and have sent, one is tested; she reads why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import Teller
from jobunivers.rooms.marketplace.models import OfferUse
from jobunivers.rooms.marketplace.queries import offer_by_key
from jobunivers.rooms.outreach.models import Trigger, TriggerHit, TriggerTest
from jobunivers.simulator import market, triggers
from jobunivers.testing.browsers import KommuneClient

NOW = timezone.now()


@pytest.fixture
def filled(aarhus: Municipality, kirsten: Person) -> Municipality:
    market.fill(at=NOW - timedelta(days=60), today=NOW)
    with working_for(aarhus.pk):
        for role in (Role.ASSISTANT, Role.MANAGER):
            identity.add_persona(name=f"En {role}", role=role, story_da="x", story_en="x", at=NOW)
        identity.give_story(person_id=kirsten.pk, story_da="x", story_en="x", order=9)
        journey.begin_spell(
            citizen_id=kirsten.pk, began_on=(NOW - timedelta(days=40)).date(),
            told_by=Teller.STAFF, at=NOW,
        )  # fmt: skip
        done = offer_by_key("laes-et-jobopslag")
        assert done is not None
        OfferUse.objects.create(
            citizen_id=kirsten.pk, offer=done, version=1, way="own", progress=1,
            started_at=NOW - timedelta(days=5), last_at=NOW - timedelta(days=4),
            completed_at=NOW - timedelta(days=4),
        )  # fmt: skip
        triggers.write(at=NOW)
    return aarhus


@pytest.mark.django_db
def test_two_live_one_is_tested_and_what_was_sent_says_why(
    filled: Municipality, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    with working_for(filled.pk):
        states = sorted(Trigger.objects.values_list("state", flat=True))
        assert states == ["draft", "live", "live"]
        draft = Trigger.objects.get(state="draft")
        assert TriggerTest.objects.filter(trigger_version=draft.draft).exists()
        hits = TriggerHit.objects.filter(citizen_id=kirsten.pk)
        assert [one.trigger.name for one in hits.select_related("trigger")] == [
            "Færdig med jobopslaget: find de skjulte job"
        ]
        assert triggers.write(at=NOW) == 0, "they are written once"

    told = as_kirsten.get("/beskeder/").content.decode()
    assert "Find skjulte job" in told


@pytest.mark.django_db
def test_without_staff_to_answer_for_them_there_are_no_rules(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        assert triggers.write(at=NOW) == 0
        assert not Trigger.objects.exists()
