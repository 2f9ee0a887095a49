# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Talks with employers: when, where, and when they move or fall away."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from jobunivers.rooms.vacancies.actions.joblog import move_application
from jobunivers.rooms.vacancies.actions.recording import record
from jobunivers.rooms.vacancies.models import Application, ApplicationStatus, Interview

_BEFORE_IT = (ApplicationStatus.PLANNED, ApplicationStatus.APPLIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewEntry:
    """When and where a talk is; both times or none."""

    on: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""
    note: str = ""


class InterviewChangedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """It was changed in another window; `interview` is what stands now."""

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        self.interview = interview


@transaction.atomic
def add_interview(*, application: Application, entry: InterviewEntry, at: datetime) -> Interview:
    """Write a talk down. The application has then come that far, and was answered.

    The same day and time twice is one talk.
    """
    row = Application.objects.select_for_update().get(pk=application.pk)
    there = Interview.objects.filter(
        application=row, on=entry.on, starts_at=entry.starts_at, cancelled_at=None
    ).first()
    if there is not None:
        return there
    interview = Interview.objects.create(
        application=row, citizen_id=row.citizen_id, created_at=at, changed_at=at, **asdict(entry)
    )
    if row.status in _BEFORE_IT:
        move_application(
            application=row,
            version=row.version,
            status=ApplicationStatus.INTERVIEW,
            on=timezone.localdate(at),
            at=at,
        )
    record(
        "vacancies.interview_added",
        row.citizen_id,
        row.vacancy_id,
        at=at,
        application_id=row.pk,
        interview_id=interview.pk,
    )
    return interview


@transaction.atomic
def change_interview(
    *, interview: Interview, version: int, entry: InterviewEntry, at: datetime
) -> None:
    """Replace what is said of a talk, unless it was changed after this version was read."""
    rows = Interview.objects.filter(pk=interview.pk, version=version, cancelled_at=None)
    if not rows.update(version=version + 1, changed_at=at, **asdict(entry)):
        current = Interview.objects.filter(pk=interview.pk).first()
        if current is None:
            raise Interview.DoesNotExist
        raise InterviewChangedMeanwhile(current)


@transaction.atomic
def cancel_interview(*, interview: Interview, at: datetime) -> None:
    """Let a talk fall away; calendars are told so. Twice is once."""
    Interview.objects.filter(pk=interview.pk, cancelled_at=None).update(
        cancelled_at=at, changed_at=at, version=interview.version + 1
    )
