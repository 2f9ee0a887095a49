# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Gives a file to a browser: whole, or the part that is asked for (RFC 9110 § 14)."""

import re
from collections.abc import Callable
from urllib.parse import quote

from django.http import HttpResponse

from jobunivers.foundation.files import queries
from jobunivers.foundation.files.kinds import KINDS
from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.http import Request

# A browser that asks for all from here on gets this much, and asks again: nobody waits for, and
# the server never holds, a whole video to show its first second.
_MOST = 1024 * 1024
_RANGE = re.compile(r"^bytes=(\d{0,15})-(\d{0,15})$")
_PARTIAL, _UNSATISFIABLE = 206, 416


def serve(request: Request, file: StoredFile) -> HttpResponse:
    """Answer with a kept file; what cannot be shown on a page is offered to be saved."""
    response = answer(
        request,
        size=file.bytes,
        read=lambda first, last: queries.content(file, first=first, last=last),
    )
    kind = KINDS.get(file.kind)
    way = "inline" if kind is not None and kind.inline else "attachment"
    response.headers["Content-Type"] = file.media_type
    response.headers["Content-Disposition"] = f"{way}; filename*=UTF-8''{quote(file.name)}"
    response.headers["ETag"] = f'"{file.sha256[:32]}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    # Somebody else's file never acts as a page of ours.
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = (
        "private, no-cache" if way == "attachment" else "private, max-age=3600"
    )
    return response


def answer(request: Request, *, size: int, read: Callable[[int, int], bytes]) -> HttpResponse:
    """Return the bytes asked for and the headers of a part; `read` gives first–last, both in it."""
    asked = _RANGE.match(request.headers.get("Range", ""))
    if asked is None or not any(asked.groups()):
        response = HttpResponse(read(0, size - 1))
    else:
        part = _part(asked[1], asked[2], size)
        if part is None:
            response = HttpResponse(status=_UNSATISFIABLE)
            response.headers["Content-Range"] = f"bytes */{size}"
            return response
        first, last = part
        response = HttpResponse(read(first, last), status=_PARTIAL)
        response.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    response.headers["Accept-Ranges"] = "bytes"
    # It is packed already; packing a part again would make it no part.
    response.headers["Content-Encoding"] = "identity"
    return response


def _part(first: str, last: str, size: int) -> tuple[int, int] | None:
    """Return the first and last byte to give; None when there is nothing in what is asked for."""
    if not first:  # the last so many bytes
        length = min(int(last), size)
        begin, end = size - length, size - 1
    else:
        begin, end = int(first), int(last) if last else size - 1
    if begin >= size or end < begin:
        return None
    return begin, min(end, size - 1, begin + _MOST - 1)
