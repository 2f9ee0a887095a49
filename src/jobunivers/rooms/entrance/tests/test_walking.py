# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A newcomer is met, goes at her own pace, and what she did is kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.actions import add_persona
from jobunivers.identity.models import Person, Persona, Role
from jobunivers.rooms.entrance import actions, queries
from jobunivers.rooms.entrance.models import Step, StepState
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey import queries as profiles
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db


def _logs_in(
    visitor: KommuneClient, municipality: Municipality, person: Person | None = None
) -> str:
    """Return where a login leads a persona."""
    now = timezone.now()
    with working_for(municipality.pk):
        if person is None:
            person = add_persona(name="Noor", role=Role.CITIZEN, story_da="-", story_en="-", at=now)
        persona = Persona.objects.get(person=person)
    return str(visitor.post(f"/log-ind/{persona.pk}/")["Location"])


def _newcomer(municipality: Municipality) -> Person:
    with working_for(municipality.pk):
        return add_persona(
            name="Noor", role=Role.CITIZEN, story_da="-", story_en="-", at=timezone.now()
        )


def test_a_login_leads_a_newcomer_to_the_entrance(
    visitor: KommuneClient, aarhus: Municipality
) -> None:
    assert _logs_in(visitor, aarhus) == "/aarhus/velkommen/"


def test_a_login_leads_past_it_when_she_is_through_or_has_put_it_off(
    visitor: KommuneClient, aarhus: Municipality
) -> None:
    noor, now = _newcomer(aarhus), timezone.now()
    with working_for(aarhus.pk):
        actions.put_off(citizen_id=noor.pk, until=now + timedelta(hours=20), at=now)
    assert _logs_in(visitor, aarhus, noor) == "/aarhus/"
    with working_for(aarhus.pk):
        actions.put_off(citizen_id=noor.pk, until=now - timedelta(minutes=1), at=now)
    assert _logs_in(visitor, aarhus, noor) == "/aarhus/velkommen/"
    with working_for(aarhus.pk):
        actions.finish(citizen_id=noor.pk, at=now)
    assert _logs_in(visitor, aarhus, noor) == "/aarhus/"


def test_who_had_a_profile_before_is_no_newcomer(aarhus: Municipality, kirsten: Person) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        assert queries.is_met(citizen_id=kirsten.pk, at=now)
        profile = journey.ensure_profile(citizen_id=kirsten.pk, at=now)
        journey.add_wish(profile=profile, named=journey.Named("Gartner"), at=now)
        assert not queries.is_met(citizen_id=kirsten.pk, at=now)


def test_each_step_can_be_skipped_and_taken_up_again(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    answers: list[Any] = [
        as_kirsten.post("/velkommen/videre/", {"step": step, "state": "skipped"}) for step in Step
    ]

    assert [one["Location"] for one in answers] == [
        "/aarhus/velkommen/hent/",
        "/aarhus/velkommen/oensker/",
        "/aarhus/velkommen/hjaelp-til-skaermen/",
        "/aarhus/velkommen/job/",
        "/aarhus/velkommen/moede/",
        "/aarhus/velkommen/",
    ]
    with working_for(aarhus.pk):
        way = queries.way_of(citizen_id=kirsten.pk)
        assert way.finished
        assert {one.state for one in way.steps} == {"skipped"}
        actions.take_step(
            citizen_id=kirsten.pk, step=Step.WISHES, state=StepState.DONE, at=timezone.now()
        )
        actions.take_step(
            citizen_id=kirsten.pk, step=Step.WISHES, state=StepState.SKIPPED, at=timezone.now()
        )
        states = {one.step: one.state for one in queries.way_of(citizen_id=kirsten.pk).steps}
        assert states[Step.WISHES] == "done", "what was done is not undone by a later skip"
    assert "Sprunget over" in text_of(as_kirsten.get("/velkommen/"))


def test_she_comes_back_to_the_step_she_left(as_kirsten: KommuneClient) -> None:
    as_kirsten.post("/velkommen/videre/", {"step": "welcome", "state": "done"})
    as_kirsten.post("/velkommen/videre/", {"step": "bring", "state": "skipped"})

    assert "Fortsæt: Et par ønsker" in text_of(as_kirsten.get("/velkommen/"))


def test_a_step_nobody_knows_leads_back(as_kirsten: KommuneClient) -> None:
    answer = as_kirsten.post("/velkommen/videre/", {"step": "tax", "state": "done"})

    assert answer["Location"] == "/aarhus/velkommen/"


def test_a_wish_and_a_postcode_become_her_profile_and_the_rest_stays(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        profile = journey.ensure_profile(citizen_id=kirsten.pk, at=now)
        basics = journey.Basics(summary="Jeg kan lide at hjælpe", max_km=12)
        journey.save_basics(profile=profile, basics=basics, at=now)

    for _ in range(2):  # a double click
        answer = as_kirsten.post("/velkommen/oensker/", {"words": "Gartner", "postal_code": "8000"})
        assert answer.status_code == 302

    with working_for(aarhus.pk):
        page = profiles.profile_page(citizen_id=kirsten.pk)
    assert page is not None
    assert [row.words for row in page.wishes] == ["Gartner"]
    assert (page.profile.postal_code, page.profile.max_km) == ("8000", 12)
    assert page.profile.summary == "Jeg kan lide at hjælpe"
    assert page.profile.latitude is not None


def test_a_postcode_that_is_not_is_refused_and_what_was_typed_stays(
    as_kirsten: KommuneClient,
) -> None:
    answer = as_kirsten.post("/velkommen/oensker/", {"words": "Gartner", "postal_code": "0001"})

    assert answer.status_code == 422
    assert "Vi kender ikke postnummeret" in text_of(answer)
    assert 'value="Gartner"' in text_of(answer)


def test_what_she_does_on_her_way_is_in_the_log(as_kirsten: KommuneClient, kirsten: Person) -> None:
    as_kirsten.post("/velkommen/videre/", {"step": "welcome", "state": "done"})

    with working_for(kirsten.municipality_id):
        kinds = set(Event.objects.filter(citizen_id=kirsten.pk).values_list("kind", flat=True))
    assert {"entrance.begun"} <= kinds


def test_without_suggestions_the_jobs_page_says_what_to_do(as_kirsten: KommuneClient) -> None:
    page = text_of(as_kirsten.get("/velkommen/job/"))

    assert "Find mine job nu" in page
    assert as_kirsten.post("/velkommen/job/find/")["Location"] == "/aarhus/velkommen/job/"
