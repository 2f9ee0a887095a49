# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen does with advertisements: keep, hide, apply, save a search."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, connection, transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    AppliedHow,
    FoundHow,
    Hidden,
    HideReason,
    SavedSearch,
    Star,
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


@transaction.atomic
def star(*, citizen_id: int, vacancy_id: int, at: datetime) -> None:
    """Keep an advertisement; keeping it twice is keeping it once."""
    _, created = Star.objects.get_or_create(
        citizen_id=citizen_id, vacancy_id=vacancy_id, defaults={"at": at}
    )
    if created:
        _record("vacancies.starred", citizen_id, vacancy_id, at=at)


@transaction.atomic
def unstar(*, citizen_id: int, vacancy_id: int, at: datetime) -> None:
    """Keep an advertisement no longer."""
    gone, _ = Star.objects.filter(citizen_id=citizen_id, vacancy_id=vacancy_id).delete()
    if gone:
        _record("vacancies.unstarred", citizen_id, vacancy_id, at=at)


@transaction.atomic
def hide(*, citizen_id: int, vacancy_id: int, reason: HideReason, at: datetime) -> None:
    """Show an advertisement to her no more; the last reason given counts."""
    Hidden.objects.update_or_create(
        citizen_id=citizen_id, vacancy_id=vacancy_id, defaults={"reason": reason, "at": at}
    )
    Star.objects.filter(citizen_id=citizen_id, vacancy_id=vacancy_id).delete()
    _record("vacancies.hidden", citizen_id, vacancy_id, at=at, reason=reason.value)


@transaction.atomic
def show_again(*, citizen_id: int, vacancy_id: int, at: datetime) -> None:
    """Take a hidden advertisement back."""
    gone, _ = Hidden.objects.filter(citizen_id=citizen_id, vacancy_id=vacancy_id).delete()
    if gone:
        _record("vacancies.shown_again", citizen_id, vacancy_id, at=at)


def log_application(
    *, citizen_id: int, vacancy_id: int | None, entry: ApplicationEntry, at: datetime
) -> Application:
    """Add an application to her joblog; once per advertisement.

    Without one, the same words within a minute are the same form sent twice: the entry made by
    the first is returned.
    """
    try:
        with transaction.atomic():
            if vacancy_id is None:
                first = _same_form(citizen_id, entry, at=at)
                if first is not None:
                    return first
            application = Application.objects.create(
                citizen_id=citizen_id,
                vacancy_id=vacancy_id,
                created_at=at,
                changed_at=at,
                **asdict(entry),
            )
            _record(
                "vacancies.application_logged",
                citizen_id,
                vacancy_id,
                at=at,
                application_id=application.pk,
                status=entry.status.value,
            )
    except IntegrityError:
        if vacancy_id is None:
            raise
        existing = Application.objects.filter(citizen_id=citizen_id, vacancy_id=vacancy_id).first()
        if existing is None:
            raise
        raise AlreadyLogged(existing) from None
    return application


def _same_form(citizen_id: int, entry: ApplicationEntry, *, at: datetime) -> Application | None:
    """Return the entry that the same form made a moment ago, waiting for one under way."""
    with connection.cursor() as cursor:
        # The key holds 32 bits: citizens who share one only wait for each other.
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashint8(%s))", [_JOBLOG_LOCK, citizen_id])
    return (
        Application.objects.filter(
            citizen_id=citizen_id,
            vacancy__isnull=True,
            created_at__gt=at - _SAME_FORM,
            **asdict(entry),
        )
        .order_by("pk")
        .first()
    )


@transaction.atomic
def change_application(
    *, application: Application, version: int, entry: ApplicationEntry, at: datetime
) -> None:
    """Replace what the entry says, unless it was changed after this version was read."""
    changed = Application.objects.filter(pk=application.pk, version=version).update(
        version=version + 1, changed_at=at, **asdict(entry)
    )
    if not changed:
        current = Application.objects.filter(pk=application.pk).first()
        if current is None:
            raise Application.DoesNotExist
        raise ChangedMeanwhile(current)
    if entry.status != application.status:
        _record(
            "vacancies.application_moved",
            application.citizen_id,
            application.vacancy_id,
            at=at,
            application_id=application.pk,
            status=entry.status.value,
        )


@transaction.atomic
def delete_application(*, application: Application, at: datetime) -> None:
    """Take an entry out of her joblog."""
    _record(
        "vacancies.application_deleted",
        application.citizen_id,
        application.vacancy_id,
        at=at,
        application_id=application.pk,
    )
    application.delete()


@transaction.atomic
def save_search(*, citizen_id: int, name: str, query: str, at: datetime) -> SavedSearch:
    """Save a search; saving the same again gives it the new name."""
    saved, _ = SavedSearch.objects.update_or_create(
        citizen_id=citizen_id,
        query=query,
        defaults={"name": name},
        create_defaults={"name": name, "created_at": at, "opened_at": at},
    )
    _record("vacancies.search_saved", citizen_id, None, at=at, search_id=saved.pk)
    return saved


def search_opened(*, saved: SavedSearch, at: datetime) -> None:
    """Remember when she last looked, so that "new since then" means something."""
    SavedSearch.objects.filter(pk=saved.pk).update(opened_at=at)


@transaction.atomic
def forget_search(*, saved: SavedSearch, at: datetime) -> None:
    """Delete a saved search."""
    _record("vacancies.search_forgotten", saved.citizen_id, None, at=at, search_id=saved.pk)
    saved.delete()


def _record(
    kind: str, citizen_id: int, vacancy_id: int | None, *, at: datetime, **data: object
) -> None:
    facts = data if vacancy_id is None else {"vacancy_id": vacancy_id, **data}
    events.record(kind, at=at, citizen_id=citizen_id, actor_id=citizen_id, data=facts)
