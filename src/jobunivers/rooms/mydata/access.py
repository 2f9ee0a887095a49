# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to what is held on somebody: the only way in. What is not yours is 404."""

from django.http import Http404

from jobunivers.foundation.datamap import Holding
from jobunivers.foundation.files import queries as files
from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.http import Request
from jobunivers.rooms.mydata.models import DataRequest, Download
from jobunivers.rooms.mydata.queries.held import NotHeld, Reader, holding_of


def reader_or_404(request: Request) -> Reader:
    """Return who asks. Everybody who is logged in reads her own data, and nobody else's."""
    if request.user.pk is None:
        raise Http404
    return Reader(request.user.pk, request.user.role)


def holding_or_404(reader: Reader, group: str, label: str) -> Holding:
    """Return a kind of data that may be held of the one who asks."""
    try:
        return holding_of(reader, group, label)
    except NotHeld:
        raise Http404 from None


def own_request_or_404(request: Request, pk: int) -> DataRequest:
    """Return a request. She who made it may."""
    return _found(DataRequest.objects.filter(pk=pk, person_id=reader_or_404(request).pk).first())


def request_or_404(pk: int) -> DataRequest:
    """Return a request of the kommune's. Those who answer may; the view says who they are."""
    return _found(DataRequest.objects.filter(pk=pk).first())


def download_or_404(request: Request, pk: int) -> tuple[Download, StoredFile]:
    """Return a file of all her data. She who asked for it may, until its time is over."""
    row = Download.objects.filter(pk=pk, person_id=reader_or_404(request).pk).first()
    file = files.file_of(row.file_id) if row is not None and row.file_id else None
    if row is None or file is None:
        raise Http404
    return row, file


def _found(row: DataRequest | None) -> DataRequest:
    if row is None:
        raise Http404
    return row
