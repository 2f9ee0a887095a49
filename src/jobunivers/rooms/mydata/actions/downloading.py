# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She takes her data with her: the file is made at once when small, else by the worker."""

import io
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import IO

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.files import actions as files
from jobunivers.foundation.files.contents import Checked
from jobunivers.foundation.files.kinds import MEGABYTE, Kind
from jobunivers.foundation.keeping import chosen_days
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.identity import queries as identity
from jobunivers.rooms.mydata.models import Download, Form
from jobunivers.rooms.mydata.queries.held import Reader, counts
from jobunivers.rooms.mydata.queries.paths import DOWNLOADS
from jobunivers.rooms.mydata.queries.taking import Whole, as_json, on_paper

AT_ONCE = 1_500  # rows; more than these she does not wait for
KEPT = timedelta(days=7)
_AGAIN = timedelta(minutes=1)
_MEDIA = {Form.JSON: "application/json", Form.PDF: "application/pdf"}


def _ours(file: IO[bytes]) -> Checked:
    """Take a file that we have made: what is in it came from our own rows."""
    start = file.read(5)
    return Checked(_MEDIA[Form.PDF if start == b"%PDF-" else Form.JSON])


KIND = Kind(
    code="mydata",
    most=2_000 * MEGABYTE,
    accept="",
    check=_ours,
    too_large=_("Filen er for stor til at blive lavet her. Bed kommunen om den."),
)


@transaction.atomic
def ask_for_download(*, reader: Reader, form: Form, language: str, at: datetime) -> Download:
    """Ask for all her data in a file; asked twice at once it is one file.

    A small one is made before this returns, others by the worker, who tells her.
    """
    last = Download.objects.filter(person_id=reader.pk, form=form).order_by("-asked_at").first()
    if last is not None and (last.made_at is None or last.asked_at > at - _AGAIN):
        return last
    row = Download(person_id=reader.pk, form=form, language=language, asked_at=at)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # a double click: the first one stands
        return Download.objects.get(person_id=reader.pk, form=form, made_at=None)
    if sum(counts(reader).values()) <= AT_ONCE:
        make(download_id=row.pk, at=at, tell=False)
        row.refresh_from_db()
    _record("mydata.download_asked", row, at=at)  # the worker follows, and makes what is not made
    return row


@transaction.atomic
def make(*, download_id: int, at: datetime, tell: bool = True) -> bool:
    """Write the file; return False when it is made already. Safe to run twice."""
    row = Download.objects.select_for_update().filter(pk=download_id, made_at=None).first()
    person = identity.person(pk=row.person_id) if row is not None else None
    if row is None or person is None:
        return False
    kommune = tenancy.by_pk(current_municipality_id())
    if kommune is None:
        return False
    whole = Whole(
        reader=Reader(person.pk, person.role),
        name=person.name,
        kommune=kommune.name,
        language=row.language,
        at=at,
        days=chosen_days(),
    )
    until = timezone.localdate(at) + KEPT
    with translation.override(row.language), tempfile.TemporaryFile() as written:
        size = _write(written, _content(row, whole))
        upload = UploadedFile(written, _name(row, at), _MEDIA[Form(row.form)], size)
        file = files.keep(upload=upload, kind=KIND, by_id=None, at=at, until=until)
    row.made_at, row.file_id, row.kept_until = at, file.pk, until
    row.bytes, row.sha256 = file.bytes, file.sha256
    row.rows = sum(counts(whole.reader).values())
    row.save()
    if tell:
        notices.notify(
            person_id=person.pk,
            kind="mydata.download_ready",
            at=at,
            path=DOWNLOADS,
            key=f"mydata.download:{row.pk}",
        )
    return True


def _content(row: Download, whole: Whole) -> Iterable[bytes]:
    if row.form == Form.PDF:
        return [on_paper(whole)]
    return (piece.encode() for piece in as_json(whole))


def _write(file: IO[bytes], pieces: Iterable[bytes]) -> int:
    with suppress(io.UnsupportedOperation):
        file.seek(0)
    size = sum(file.write(piece) for piece in pieces)
    file.seek(0)
    return size


def _name(row: Download, at: datetime) -> str:
    return f"mine-data-{timezone.localdate(at):%Y-%m-%d}.{row.form}"


@transaction.atomic
def note_taken(*, download_id: int, at: datetime) -> None:
    """Note that she took the file: the receipt says when and how often."""
    rows = Download.objects.filter(pk=download_id)
    rows.update(taken_at=at, times_taken=F("times_taken") + 1)
    row = rows.first()
    if row is not None:
        _record("mydata.download_taken", row, at=at)


def _record(kind: str, row: Download, *, at: datetime) -> None:
    events.record(
        kind,
        at=at,
        citizen_id=row.person_id,
        actor_id=row.person_id,
        data={"download_id": row.pk, "form": row.form},
    )
