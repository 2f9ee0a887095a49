# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen does with advertisements: keep, hide."""

from datetime import date, datetime

from django.db import transaction

from jobunivers.rooms.vacancies.actions.recording import record
from jobunivers.rooms.vacancies.models import Hidden, HideReason, Star, Vacancy


def deadline_of(vacancy_id: int) -> date | None:
    """Return the advertisement's deadline now: the one she knows of from here on."""
    found: date | None = (
        Vacancy.objects.filter(pk=vacancy_id).values_list("deadline", flat=True).first()
    )
    return found


@transaction.atomic
def star(*, citizen_id: int, vacancy_id: int, at: datetime) -> None:
    """Keep an advertisement; keeping it twice is keeping it once."""
    _, created = Star.objects.get_or_create(
        citizen_id=citizen_id,
        vacancy_id=vacancy_id,
        defaults={"at": at, "deadline": deadline_of(vacancy_id)},
    )
    if created:
        record("vacancies.starred", citizen_id, vacancy_id, at=at)


@transaction.atomic
def unstar(*, citizen_id: int, vacancy_id: int, at: datetime) -> None:
    """Keep an advertisement no longer."""
    gone, _ = Star.objects.filter(citizen_id=citizen_id, vacancy_id=vacancy_id).delete()
    if gone:
        record("vacancies.unstarred", citizen_id, vacancy_id, at=at)


@transaction.atomic
def hide(*, citizen_id: int, vacancy_id: int, reason: HideReason, at: datetime) -> None:
    """Show an advertisement to her no more; the last reason given counts."""
    Hidden.objects.update_or_create(
        citizen_id=citizen_id, vacancy_id=vacancy_id, defaults={"reason": reason, "at": at}
    )
    Star.objects.filter(citizen_id=citizen_id, vacancy_id=vacancy_id).delete()
    record("vacancies.hidden", citizen_id, vacancy_id, at=at, reason=reason.value)


@transaction.atomic
def show_again(*, citizen_id: int, vacancy_id: int, at: datetime) -> None:
    """Take a hidden advertisement back."""
    gone, _ = Hidden.objects.filter(citizen_id=citizen_id, vacancy_id=vacancy_id).delete()
    if gone:
        record("vacancies.shown_again", citizen_id, vacancy_id, at=at)
