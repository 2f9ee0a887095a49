# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her joblog: what she applies for, how far it has come, when it was marked as uploaded."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from jobunivers.foundation.crypto.fields import first_that_says
from jobunivers.rooms.vacancies.actions.documents import forget_documents
from jobunivers.rooms.vacancies.actions.personal import deadline_of
from jobunivers.rooms.vacancies.actions.recording import record
from jobunivers.rooms.vacancies.models import (
    ANSWERED,
    Application,
    ApplicationStatus,
    ApplicationStep,
    AppliedHow,
    Extent,
    FoundHow,
)

# A form sent twice by a double click or a slow line arrives within moments.
_SAME_FORM = timedelta(minutes=1)
# The first half of the key that makes one citizen's log entries wait for each other.
_JOBLOG_LOCK = 7262


class AlreadyLogged(Exception):  # noqa: N818 - it reads as what happened
    """She has logged an application for this advertisement; `application` is it."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.application = application


class ChangedMeanwhile(Exception):  # noqa: N818
    """The entry was changed in another window; `application` is what stands now."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.application = application


class NotSentYet(Exception):  # noqa: N818
    """What has not been sent cannot be marked as uploaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationEntry:
    """What she says of an application."""

    status: ApplicationStatus
    applied_on: date | None
    title: str
    employer: str
    place: str = ""
    hours_per_week: float | None = None
    found_how: FoundHow = FoundHow.ADVERTISED
    applied_how: AppliedHow = AppliedHow.DIGITAL
    deadline: date | None = None
    url: str = ""
    note: str = ""
    extent: Extent | None = None
    address: str = ""
    postal_code: str = ""
    area: str = ""
    country: str = "DK"
    contact_name: str = ""
    contact_reach: str = ""
    reference: str = ""
    answered_on: date | None = None
    answered_by: str = ""

    def row(self) -> dict[str, object]:
        """Return it as the columns of an application."""
        return asdict(self) | {"extent": self.extent or ""}


def log_application(
    *, citizen_id: int, vacancy_id: int | None, entry: ApplicationEntry, at: datetime
) -> Application:
    """Add an application to her joblog; once per advertisement.

    Without one, the same words within a minute are the same form sent twice: the entry made by
    the first is returned.
    """
    entry = _answered(entry, at=at)
    try:
        with transaction.atomic():
            if vacancy_id is None:
                first = _same_form(citizen_id, entry, at=at)
                if first is not None:
                    return first
            return _logged(citizen_id, vacancy_id, entry, at=at)
    except IntegrityError:
        if vacancy_id is None:
            raise
        existing = Application.objects.filter(citizen_id=citizen_id, vacancy_id=vacancy_id).first()
        if existing is None:
            raise
        raise AlreadyLogged(existing) from None


def _logged(
    citizen_id: int, vacancy_id: int | None, entry: ApplicationEntry, *, at: datetime
) -> Application:
    application = Application.objects.create(
        citizen_id=citizen_id,
        vacancy_id=vacancy_id,
        vacancy_deadline=None if vacancy_id is None else deadline_of(vacancy_id),
        created_at=at,
        changed_at=at,
        **entry.row(),
    )
    _step(application, entry.status, entry.applied_on, at=at)
    record(
        "vacancies.application_logged",
        citizen_id,
        vacancy_id,
        at=at,
        application_id=application.pk,
        status=entry.status.value,
    )
    return application


def _same_form(citizen_id: int, entry: ApplicationEntry, *, at: datetime) -> Application | None:
    """Return the entry that the same form made a moment ago, waiting for one under way."""
    with connection.cursor() as cursor:
        # The key holds 32 bits: citizens who share one only wait for each other.
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashint8(%s))", [_JOBLOG_LOCK, citizen_id])
    lately = Application.objects.filter(
        citizen_id=citizen_id, vacancy__isnull=True, created_at__gt=at - _SAME_FORM
    )
    return first_that_says(lately, entry.row())


@transaction.atomic
def change_application(
    *, application: Application, version: int, entry: ApplicationEntry, at: datetime
) -> None:
    """Replace what the entry says, unless it was changed after this version was read."""
    entry = _answered(entry, at=at)
    columns = entry.row()
    if entry.status == ApplicationStatus.PLANNED:
        columns["uploaded_on"] = None
    _change(application, version, columns, at=at)
    if entry.status != application.status:
        sent = entry.status == ApplicationStatus.APPLIED
        _moved(application, entry.status, entry.applied_on if sent else None, at=at)


@transaction.atomic
def move_application(
    *,
    application: Application,
    version: int,
    status: ApplicationStatus,
    on: date,
    answered_by: str = "",
    at: datetime,
) -> None:
    """Say that an application has come to a state on a day; who answered, when somebody did."""
    columns: dict[str, object] = {"status": status}
    if status == ApplicationStatus.PLANNED:
        columns["uploaded_on"] = None
    elif application.applied_on is None:
        columns["applied_on"] = on
    if status in ANSWERED:
        columns["answered_on"] = application.answered_on or on
        columns["answered_by"] = answered_by or application.answered_by
    _change(application, version, columns, at=at)
    if status != application.status:
        _moved(application, status, on, at=at)


@transaction.atomic
def remind(*, application: Application, version: int, on: date | None, at: datetime) -> None:
    """Remind her of the application on a day, or not at all."""
    _change(application, version, {"remind_on": on}, at=at)


@transaction.atomic
def mark_uploaded(*, application: Application, on: date | None, at: datetime) -> None:
    """Say that the application has been uploaded to the joblog of Jobnet or her a-kasse, or not.

    Raises:
        NotSentYet: it is only planned.
    """
    rows = Application.objects.filter(pk=application.pk)
    changed = rows.exclude(status=ApplicationStatus.PLANNED).update(
        uploaded_on=on, changed_at=at, version=F("version") + 1
    )
    if not changed:
        raise NotSentYet
    record(
        "vacancies.application_uploaded" if on else "vacancies.application_not_uploaded",
        application.citizen_id,
        application.vacancy_id,
        at=at,
        application_id=application.pk,
    )


@transaction.atomic
def delete_application(*, application: Application, at: datetime) -> None:
    """Take an entry out of her joblog."""
    record(
        "vacancies.application_deleted",
        application.citizen_id,
        application.vacancy_id,
        at=at,
        application_id=application.pk,
    )
    forget_documents(application=application)
    application.delete()


def _answered(entry: ApplicationEntry, *, at: datetime) -> ApplicationEntry:
    """Return the entry with the day of the answer, where somebody has answered."""
    if entry.status in ANSWERED and entry.answered_on is None:
        return replace(entry, answered_on=timezone.localdate(at))
    return entry


def _change(
    application: Application, version: int, columns: dict[str, object], *, at: datetime
) -> None:
    rows = Application.objects.filter(pk=application.pk, version=version)
    if rows.update(version=version + 1, changed_at=at, **columns):
        return
    current = Application.objects.filter(pk=application.pk).first()
    if current is None:
        raise Application.DoesNotExist
    raise ChangedMeanwhile(current)


def _moved(
    application: Application, status: ApplicationStatus, on: date | None, *, at: datetime
) -> None:
    _step(application, status, on, at=at)
    record(
        "vacancies.application_moved",
        application.citizen_id,
        application.vacancy_id,
        at=at,
        application_id=application.pk,
        status=status.value,
    )


def _step(
    application: Application, status: ApplicationStatus, on: date | None, *, at: datetime
) -> None:
    ApplicationStep.objects.create(
        application=application,
        citizen_id=application.citizen_id,
        status=status,
        on=on or timezone.localdate(at),
        at=at,
    )
