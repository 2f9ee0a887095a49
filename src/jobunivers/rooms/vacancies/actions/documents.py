# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The PDFs of an application: kept with it, replaced by a newer one, gone with it."""

from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from jobunivers.foundation.files import actions as files
from jobunivers.foundation.files import kinds
from jobunivers.rooms.vacancies.actions.recording import record
from jobunivers.rooms.vacancies.models import Application, ApplicationDocument, DocumentKind

# BEK 113/2026 § 98, stk. 4: documents are deleted four years after they were last updated.
KEPT_YEARS = 4


@transaction.atomic
def add_document(
    *, application: Application, kind: DocumentKind, upload: "UploadedFile[bytes]", at: datetime
) -> ApplicationDocument:
    """Keep a PDF with the application, in place of an earlier one of the same kind.

    Raises:
        Refused: it is no PDF that only shows pages, or too large; what was there stays.
    """
    # Two windows that add at once wait for each other here.
    Application.objects.select_for_update().get(pk=application.pk)
    kept = files.keep(
        upload=upload,
        kind=kinds.PDF,
        by_id=application.citizen_id,
        at=at,
        until=_last_day(timezone.localdate(at)),
    )
    forget_documents(application=application, kind=kind)
    document = ApplicationDocument.objects.create(
        application=application,
        citizen_id=application.citizen_id,
        kind=kind,
        file=kept,
        added_at=at,
    )
    _told("vacancies.document_added", application, kind, at=at)
    return document


@transaction.atomic
def remove_document(*, application: Application, kind: DocumentKind, at: datetime) -> bool:
    """Take a PDF away; False when there is none (any more)."""
    there = forget_documents(application=application, kind=kind)
    if there:
        _told("vacancies.document_removed", application, kind, at=at)
    return there


def forget_documents(*, application: Application, kind: DocumentKind | None = None) -> bool:
    """Remove the files of an application, of one kind or all; say whether there were any."""
    rows = ApplicationDocument.objects.filter(application=application)
    if kind is not None:
        rows = rows.filter(kind=kind)
    ids = list(rows.order_by("pk").values_list("file_id", flat=True))
    files.forget(ids=ids)
    return bool(ids)


def _last_day(day: date) -> date:
    try:
        return day.replace(year=day.year + KEPT_YEARS)
    except ValueError:  # 29 February
        return day.replace(year=day.year + KEPT_YEARS, day=28)


def _told(kind: str, application: Application, document: DocumentKind, *, at: datetime) -> None:
    record(
        kind,
        application.citizen_id,
        application.vacancy_id,
        at=at,
        application_id=application.pk,
        document=document.value,
    )
