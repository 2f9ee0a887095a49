# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The PDFs of an application."""

from dataclasses import dataclass
from datetime import datetime

from jobunivers.foundation.files.models import StoredFile
from jobunivers.rooms.vacancies.models import Application, ApplicationDocument, DocumentKind


@dataclass(frozen=True, slots=True)
class Document:
    """A place for a PDF: which, and what is in it; `name` is empty when nothing is."""

    kind: DocumentKind
    name: str = ""
    kilobytes: int = 0
    added_at: datetime | None = None


def documents_of(*, application: Application) -> list[Document]:
    """Return the two places for PDFs, filled or empty."""
    rows = ApplicationDocument.objects.filter(application=application).select_related("file")
    there = {
        row.kind: Document(
            DocumentKind(row.kind), row.file.name, -(-row.file.bytes // 1024), row.added_at
        )
        for row in rows
    }
    return [there.get(kind.value) or Document(kind) for kind in DocumentKind]


def document_file(*, application: Application, kind: DocumentKind) -> StoredFile | None:
    """Return the file of one kind, None when there is none."""
    row = (
        ApplicationDocument.objects.filter(application=application, kind=kind)
        .select_related("file")
        .first()
    )
    return row.file if row else None
