# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for keeping files and letting them go."""

import hashlib
import io
from datetime import date, datetime
from typing import IO

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.files import scanning
from jobunivers.foundation.files.contents import Refused
from jobunivers.foundation.files.kinds import Kind
from jobunivers.foundation.files.models import PIECE, FilePiece, StoredFile
from jobunivers.foundation.tenancy import current_municipality_id

__all__ = ["Refused", "forget", "forget_ended", "keep", "keep_shared", "share"]


def keep(
    *,
    upload: "UploadedFile[bytes]",
    kind: Kind,
    by_id: int | None,
    at: datetime,
    until: date | None = None,
) -> StoredFile:
    """Check a file and keep it for the kommune that is worked for.

    Raises:
        Refused: too large, empty, of another kind, or with something in it that could do harm.
    """
    return _keep(upload, kind, current_municipality_id(), by_id=by_id, at=at, until=until)


def keep_shared(
    *, upload: "UploadedFile[bytes]", kind: Kind, by_id: int | None, at: datetime
) -> StoredFile:
    """Check a file and keep it for all kommuner; within `writing_shared` only. Raises Refused."""
    return _keep(upload, kind, None, by_id=by_id, at=at, until=None)


@transaction.atomic
def share(*, file: StoredFile, by_id: int | None, at: datetime) -> StoredFile:
    """Keep a copy of a checked file for all kommuner; within `writing_shared` only."""
    row = StoredFile.objects.create(
        municipality_id=None,
        name=file.name,
        kind=file.kind,
        media_type=file.media_type,
        bytes=file.bytes,
        sha256=file.sha256,
        scanned_by=file.scanned_by,
        kept_at=at,
        kept_by_id=by_id,
    )
    for number in range(-(-file.bytes // PIECE)):  # one by one: a video is never held whole
        piece = FilePiece.objects.get(file=file, number=number)
        FilePiece.objects.create(
            file=row, number=number, content=bytes(piece.content), municipality_id=None
        )
    return row


def forget(*, ids: list[int]) -> int:
    """Remove files with all their pieces; return how many there were."""
    FilePiece.objects.filter(file_id__in=ids).delete()
    return StoredFile.objects.filter(pk__in=ids).delete()[0]


def forget_ended(*, today: date) -> int:
    """Remove the kommune's files whose time is over; return how many there were."""
    ended = StoredFile.objects.filter(
        municipality_id=current_municipality_id(), kept_until__lt=today
    )
    return forget(ids=list(ended.order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def _keep(
    upload: "UploadedFile[bytes]",
    kind: Kind,
    municipality_id: int | None,
    *,
    by_id: int | None,
    at: datetime,
    until: date | None,
) -> StoredFile:
    size = upload.size or 0
    if not size:
        raise Refused(_("Filen er tom."))
    if size > kind.most:
        raise Refused(kind.too_large)
    upload.seek(0)
    checked = kind.check(upload)
    source: IO[bytes] = upload if checked.instead is None else io.BytesIO(checked.instead)
    scanned_by = _scanned(source)
    row = StoredFile.objects.create(
        municipality_id=municipality_id,
        name=_tidy(upload.name or ""),
        kind=kind.code,
        media_type=checked.media_type,
        bytes=size if checked.instead is None else len(checked.instead),
        sha256="",
        scanned_by=scanned_by,
        kept_at=at,
        kept_by_id=by_id,
        kept_until=until,
    )
    row.sha256 = _pieces(row, source)
    row.save(update_fields=["sha256"])
    return row


def _scanned(source: IO[bytes]) -> str:
    source.seek(0)
    try:
        scanned_by, found = scanning.scan(source)
    except scanning.ScannerSilent:
        raise Refused(_("Vi kan ikke kontrollere filer lige nu. Prøv igen om lidt.")) from None
    if found:
        raise Refused(_("Filen kan gøre skade og er ikke gemt. Kontrollér den på din computer."))
    return scanned_by


def _pieces(row: StoredFile, source: IO[bytes]) -> str:
    """Write a file's pieces one by one, so that a long video is never held whole."""
    digest = hashlib.sha256()
    source.seek(0)
    number = 0
    while piece := source.read(PIECE):
        digest.update(piece)
        FilePiece.objects.create(
            file=row, number=number, content=piece, municipality_id=row.municipality_id
        )
        number += 1
    return digest.hexdigest()


def _tidy(name: str) -> str:
    """Return a name without folders and signs that a header or a disk would stumble over."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(sign for sign in last if sign.isprintable() and sign not in '"<>|:*?').strip()
    return clean[-200:] or "fil"
