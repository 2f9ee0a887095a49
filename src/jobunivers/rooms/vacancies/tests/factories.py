# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advertisements and what people do with them, made plainly; other rooms' tests use them too.

Give only what the test is about. Everything else is an ordinary job of today near Aarhus.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from jobunivers.foundation.files.tests.making import pdf_upload
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies import actions
from jobunivers.rooms.vacancies.actions.importing import lock_writers, next_changes, writing
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationDocument,
    ApplicationStatus,
    DocumentKind,
    Employer,
    ImportRun,
    Interview,
    LetterKind,
    Origin,
    Proposal,
    RejectedRecord,
    Source,
    Vacancy,
)

_number = count(1)
# Aarhus C and Odense C; the starter's postcodes know both.
AARHUS: dict[str, Any] = {"postal_code": "8000", "city": "Aarhus C", "kommune_code": "0751"}
AARHUS_POINT: dict[str, Any] = {"latitude": 56.157, "longitude": 10.207}
ODENSE: dict[str, Any] = {
    "postal_code": "5000", "city": "Odense C", "kommune_code": "0461",
    "latitude": 55.397, "longitude": 10.388,
}  # fmt: skip


def make_source(
    *, code: str = "opslagstavlen", municipality: Municipality | None = None, **more: Any
) -> Source:
    """Return the source of a code: the whole country's, or a kommune's own."""
    told: dict[str, Any] = {
        "name": "Opslagstavlen",
        "record_format": "json",
        "origin": Origin.OWN if municipality else Origin.MARKET,
        "attribution": "Opslagstavlens redaktion",
        "licence": "CC BY 4.0",
        "at": datetime(2026, 1, 1, tzinfo=UTC),
    }
    municipality_id = municipality.pk if municipality else None
    return actions.ensure_source(code=code, municipality_id=municipality_id, **(told | more))


def make_employer(name: str = "Nordvind ApS") -> Employer:
    """Return the employer of a name."""
    employer, _ = Employer.objects.get_or_create(
        key=f"name:{name.casefold()}", defaults={"name": name}
    )
    return employer


def make_vacancy(
    title: str = "Lagermedarbejder",
    *,
    employer: str = "Nordvind ApS",
    source: Source | None = None,
    municipality: Municipality | None = None,
    at: datetime | None = None,
    **more: Any,
) -> Vacancy:
    """Return an open advertisement of the whole country, or of the kommune given."""
    at = at or timezone.now()
    if source is None:
        code = "egne-job" if municipality else "opslagstavlen"
        source = make_source(code=code, municipality=municipality)
    body = f"Vi søger en {title.lower()} til et godt hold."
    told: dict[str, Any] = {
        "title": title,
        "description": f"<p>{body}</p>",
        "text": body,
        "language": "da",
        "url": f"https://job.example/{next(_number)}",
        "country": "DK",
        **AARHUS,
        **AARHUS_POINT,
        "place_precision": "postcode",
        "employment_types": ["FULL_TIME"],
        "hours_min": 37.0,
        "hours_max": 37.0,
        "area": "",
        "published_at": at - timedelta(days=1),
        "deadline": (at + timedelta(days=20)).date(),
        "expires_at": at + timedelta(days=21),
        "seen_at": at,
        "created_at": at,
        "content_hash": "x",
        "original": "{}",
    }
    with writing(source.municipality_id):
        lock_writers()
        return Vacancy.objects.create(
            source=source,
            municipality_id=source.municipality_id,
            source_key=f"key-{next(_number)}",
            employer=make_employer(employer) if employer else None,
            change=next_changes(1)[0],
            **(told | more),
        )


def close(vacancy: Vacancy, *, at: datetime | None = None) -> None:
    """Let the advertisement end."""
    with writing(vacancy.municipality_id):
        lock_writers()
        change = next_changes(1)[0]
        Vacancy.objects.filter(pk=vacancy.pk).update(closed_at=at or timezone.now(), change=change)


def make_application(
    citizen: Person, *, vacancy: Vacancy | None = None, at: datetime | None = None, **more: Any
) -> Application:
    """Return an application in the citizen's joblog."""
    at = at or timezone.now()
    told: dict[str, Any] = {
        "status": ApplicationStatus.APPLIED,
        "applied_on": date(2026, 11, 20),
        "title": vacancy.title if vacancy else "Gartner",
        "employer": "Nordvind ApS",
        # Two entries alike in everything would be one form sent twice.
        "note": f"Note {next(_number)}",
    }
    with working_for(citizen.municipality_id):
        return actions.log_application(
            citizen_id=citizen.pk,
            vacancy_id=vacancy.pk if vacancy else None,
            entry=actions.ApplicationEntry(**(told | more)),
            at=at,
        )


def make_document(citizen: Person) -> ApplicationDocument:
    """Return a CV as PDF, kept with an application of the citizen's."""
    application = make_application(citizen)
    with working_for(citizen.municipality_id):
        return actions.add_document(
            application=application,
            kind=DocumentKind.CV,
            upload=pdf_upload("cv.pdf"),
            at=timezone.now(),
        )


def make_interview(
    citizen: Person, *, application: Application | None = None, on: date | None = None, **more: Any
) -> Interview:
    """Return a talk about an application of the citizen's; on a day, without a time."""
    row = application or make_application(citizen)
    entry = actions.InterviewEntry(on=on or date(2026, 12, 3), **more)
    with working_for(citizen.municipality_id):
        return actions.add_interview(application=row, entry=entry, at=timezone.now())


def make_proposal(citizen: Person, *, at: datetime | None = None, **more: Any) -> Proposal:
    """Return what was read in a letter: a refusal from Nordvind, unless the test says more."""
    told: dict[str, Any] = {
        "kind": LetterKind.REJECTED,
        "letter": f"{next(_number):064x}",
        "sender": "Nordvind ApS HR <job@nordvind.dk>",
        "subject": "Din ansøgning",
        "title": "Gartner",
        "employer": "Nordvind ApS",
        "on": date(2026, 11, 24),
        "lines": "Vi har desværre valgt en anden.",
    }
    with working_for(citizen.municipality_id):
        return Proposal.objects.create(
            citizen_id=citizen.pk, received_at=at or timezone.now(), **(told | more)
        )


def make_rejected(
    source: Source,
    *,
    reason: str = "no_title",
    original: str = '{"id": "1"}',
    at: datetime | None = None,
) -> RejectedRecord:
    """Return a record that could not be taken in, with the run that met it."""
    at = at or timezone.now()
    with writing(source.municipality_id):
        run = ImportRun.objects.create(
            source=source, municipality_id=source.municipality_id, started_at=at,
            finished_at=at, read=1, rejected=1,
        )  # fmt: skip
        return RejectedRecord.objects.create(
            source=source, municipality_id=source.municipality_id, run=run, position=1,
            reason=reason, original=original, original_hash=f"{next(_number):064x}",
            created_at=at, seen_at=at,
        )  # fmt: skip
