# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the platform suggests by itself: a few plain rules, each with its reason."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_noop

from jobunivers.foundation.things import Pointer
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.plan.actions.activities import VACANCY, suggest
from jobunivers.rooms.plan.models import Activity, ActivityKind, ActivityState, Goal
from jobunivers.rooms.vacancies import queries as vacancies

_SOON = timedelta(days=7)
_STARS = 50  # as many of the jobs she kept last are looked at
_TALKS = 5

WISH = gettext_noop("Skriv, hvad du gerne vil arbejde som")
WISH_WHY = gettext_noop("Din profil siger det ikke endnu. Når den gør, kan vi finde job til dig.")
APPLY = gettext_noop("Søg jobbet: {thing}")
APPLY_WHY = gettext_noop("Du har gemt jobbet, og fristen er inden for en uge.")
PREPARE = gettext_noop("Forbered samtalen om {thing}")
PREPARE_WHY = gettext_noop("Du har skrevet i din joblog, at du skal til samtale.")
START = gettext_noop("Sæt tid af til at søge job i denne uge")
START_WHY = gettext_noop("Der står ikke noget i din plan endnu. Et fast tidspunkt gør det nemmere.")


def suggest_for(*, citizen_id: int, at: datetime) -> list[Activity]:
    """Suggest what the rules find for one citizen; safe to run again: each is suggested once.

    In order of weight: a talk to prepare, a deadline that is near, a wish that is missing, and a
    first step when her plan is empty. Returns the new ones.
    """
    made = [
        *_talks(citizen_id, at),
        *_deadlines(citizen_id, at),
        _wish(citizen_id, at),
        _first_step(citizen_id, at),
    ]
    return [one for one in made if one is not None]


def _talks(citizen_id: int, at: datetime) -> list[Activity | None]:
    rows = vacancies.applications_of(citizen_id=citizen_id).filter(status="interview")[:_TALKS]
    return [
        suggest(
            citizen_id=citizen_id,
            kind=ActivityKind.TALK,
            title=PREPARE,
            why=PREPARE_WHY,
            key=f"interview:{row.pk}",
            thing_title=row.title,
            at=at,
        )
        for row in rows
    ]


def _deadlines(citizen_id: int, at: datetime) -> list[Activity | None]:
    today = timezone.localdate(at)
    log = vacancies.applications_of(citizen_id=citizen_id).filter(vacancy__isnull=False)
    applied = set(log.values_list("vacancy_id", flat=True))
    kept = vacancies.starred(citizen_id=citizen_id, limit=_STARS)
    near = [
        one
        for one in kept
        if one.pk not in applied
        and one.closed_at is None
        and one.deadline is not None
        and today <= one.deadline <= today + _SOON
    ]
    return [
        suggest(
            citizen_id=citizen_id,
            kind=ActivityKind.APPLY,
            title=APPLY,
            why=APPLY_WHY,
            key=f"star:{one.pk}",
            thing=Pointer(VACANCY, one.pk),
            thing_title=one.title,
            day=one.deadline,
            at=at,
        )
        for one in sorted(near, key=lambda one: (one.deadline or today, one.pk))
    ]


def _wish(citizen_id: int, at: datetime) -> Activity | None:
    page = journey.profile_page(citizen_id=citizen_id)
    if page is not None and page.wishes:
        return None
    return suggest(
        citizen_id=citizen_id, kind=ActivityKind.OWN, title=WISH, why=WISH_WHY, key="wish", at=at
    )


def _first_step(citizen_id: int, at: datetime) -> Activity | None:
    hers = Activity.objects.filter(citizen_id=citizen_id)
    if hers.exclude(state=ActivityState.SUGGESTED).exists():
        return None
    if Goal.objects.filter(citizen_id=citizen_id).exists():
        return None
    return suggest(
        citizen_id=citizen_id, kind=ActivityKind.OWN, title=START, why=START_WHY, key="start", at=at
    )
