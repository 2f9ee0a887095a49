# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days that are played leave what real days would leave, and the same seed the same days."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import queries as identity
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.journey.models import Spell
from jobunivers.rooms.vacancies.models import Application, ApplicationStatus, Vacancy
from jobunivers.simulator.life import running
from jobunivers.simulator.life.record import OUT, Record
from jobunivers.simulator.life.scene import HERE, moment
from jobunivers.simulator.models import SimulatedKommune
from jobunivers.simulator.truth import Truth
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 9, 7)
PLAN = running.Plan(
    seed=7,
    first=MONDAY,
    days=10,
    people=40,
    stock=50,
    shares={"0751": 0.6, "0461": 0.3},
    match_every=0,
)
# What everybody is busy with, so that ten days are enough to see all of it.
BUSY = Truth(behaviour=replace(Truth().behaviour, answer_days=1.0, answers=0.9, looks_a_day=40))


def _silent(_text: str) -> None:
    pass


def happened(municipality: Municipality) -> list[tuple[str, datetime]]:
    with working_for(municipality.pk):
        rows = Event.objects.filter(at__gte=moment(MONDAY, 0.0)).order_by("pk")
        return list(rows.values_list("kind", "at"))


def record_of(municipality: Municipality) -> Record:
    with working_for(municipality.pk):
        return Record.from_bytes(bytes(SimulatedKommune.objects.get().record))


def test_people_employers_and_staff_do_what_they_do(aarhus: Municipality) -> None:
    told = running.run([aarhus], replace(PLAN, truth=BUSY), progress=_silent)

    found = Counter(kind for kind, _ in happened(aarhus))
    assert found["identity.logged_in"] > 40
    assert found["vacancies.application_logged"] == told.counts["applications"] > 10
    assert found["vacancies.application_moved"] > 0
    assert found["journey.profile_changed"] > 0
    assert found["casework.reason_given"] == told.counts["looks"] > 0
    with working_for(aarhus.pk):
        assert Look.objects.count() == 3 * told.counts["looks"]
        answered = Application.objects.exclude(status=ApplicationStatus.APPLIED).count()
        assert 0 < answered < Application.objects.count()
        assert Vacancy.objects.filter(closed_at__isnull=False).exists()


def test_nothing_happens_to_anybody_who_is_not_out_of_work(aarhus: Municipality) -> None:
    quick = Truth(leaving=replace(Truth().leaving, rates=(0.3,) * 6))
    running.run([aarhus], replace(PLAN, truth=quick), progress=_silent)

    with working_for(aarhus.pk):
        spells = {one.citizen_id: one for one in Spell.objects.order_by("began_on", "pk")}
        ended = [one for one in spells.values() if one.ended_on and one.ended_on >= MONDAY]
        assert len(ended) > 5
        acts = Event.objects.filter(citizen_id__in=spells).exclude(kind="journey.spell_ended")
        for event in acts.filter(at__gte=moment(MONDAY, 0.0)):
            spell = spells[event.citizen_id or 0]
            day = event.at.astimezone(HERE).date()
            assert spell.began_on <= day
            assert spell.ended_on is None or day <= spell.ended_on
        sent = Application.objects.filter(vacancy__isnull=False).select_related("vacancy")
        for one in sent:
            assert one.vacancy is not None
            assert one.vacancy.published_at <= one.created_at


def test_the_record_agrees_with_the_rooms(aarhus: Municipality) -> None:
    running.run([aarhus], PLAN, progress=_silent)

    people = record_of(aarhus).people
    with working_for(aarhus.pk):
        out = set(journey.open_spells().values_list("citizen_id", flat=True))
        assert out == set(people["citizen"][people["state"] == OUT].tolist())
        known = {one.pk for one in identity.citizens()}
        assert set(people["citizen"].tolist()) <= known


def test_the_same_seed_makes_the_same_days_and_another_seed_others(
    aarhus: Municipality, odense: Municipality
) -> None:
    few = replace(PLAN, days=4, people=25, stock=20)
    running.run([aarhus], few, progress=_silent)
    first = happened(aarhus)
    with working_for(aarhus.pk):
        # As if the kommune had never been played; its advertisements stand as they were.
        SimulatedKommune.objects.all().delete()
        before = Event.objects.order_by("-pk").values_list("pk", flat=True)[0]
    running.run([aarhus], few, progress=_silent)
    with working_for(aarhus.pk):
        rows = Event.objects.filter(pk__gt=before, at__gte=moment(MONDAY, 0.0))
        again = list(rows.order_by("pk").values_list("kind", "at"))
    running.run([odense], replace(few, seed=8), progress=_silent)

    assert len(first) > 30
    assert again == first
    assert happened(odense) != first


def test_another_month_goes_on_where_the_last_one_ended(
    aarhus: Municipality, odense: Municipality
) -> None:
    few = replace(PLAN, days=4, people=25, stock=20)
    running.run([aarhus], few, progress=_silent)
    half = happened(aarhus)
    told = running.run([aarhus], few, progress=_silent)  # nothing is left to play
    assert happened(aarhus) == half
    assert told.counts["logins"] == 0

    running.run([aarhus], replace(few, days=6), progress=_silent)
    assert happened(aarhus)[: len(half)] == half
    assert len(happened(aarhus)) > len(half)
    assert running.played_to(aarhus) == MONDAY + timedelta(days=5)
    assert running.played_to(odense) == date.min


def test_nobody_is_told_of_the_past(aarhus: Municipality) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    before = ProcrastinateJob.objects.count()
    running.run([aarhus], replace(PLAN, days=2, people=10, stock=10), progress=_silent)

    assert ProcrastinateJob.objects.count() == before


def test_a_record_is_read_back_as_it_was_written(aarhus: Municipality) -> None:
    running.run([aarhus], replace(PLAN, days=2, people=10, stock=10, truth=BUSY), progress=_silent)

    record = record_of(aarhus)
    again = Record.from_bytes(record.to_bytes())
    assert again.truth == record.truth == BUSY
    for name in ("people", "sent", "days"):
        assert (getattr(again, name) == getattr(record, name)).all()
