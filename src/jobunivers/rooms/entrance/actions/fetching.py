# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She brings a file, or lets a source outside tell."""

import hashlib
from datetime import datetime
from pathlib import PurePath

from django.conf import settings

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.profiles import reading
from jobunivers.integrations.profiles.records import ProfileTold, Unreadable
from jobunivers.integrations.profiles.sources.client import (
    CONTRACTS,
    Asking,
    HttpSource,
    NothingKnown,
    ProfileSource,
    SourceUnavailable,
)
from jobunivers.rooms.entrance.actions.telling import Heard, Source, tell
from jobunivers.rooms.entrance.queries.asks import PROFILE
from jobunivers.rooms.entrance.queries.reading import items_of
from jobunivers.rooms.journey.actions import Origin
from jobunivers.trust import queries as trust

__all__ = ["NoConsent", "NothingKnown", "SourceUnavailable", "Unreadable", "bring_file", "fetch",
           "source_of"]  # fmt: skip

_LONGEST_NAME = 120


class NoConsent(Exception):  # noqa: N818 - it reads as what happened
    """She does not allow that the source is asked."""


def bring_file(*, citizen_id: int, name: str, data: bytes, at: datetime) -> Heard:
    """Read a file of hers and keep what it tells; the file itself is not kept.

    Raises:
        Unreadable: with the reason; then nothing is changed.
    """
    found = reading.read(data)
    items = items_of(found)
    if not items:
        raise Unreadable("nothing_found")
    source = Source(
        origin=Origin.FILE,
        name=_file_name(name),
        format=found.format,
        digest=hashlib.sha256(data).hexdigest(),
        passed_over=found.passed_over if isinstance(found, ProfileTold) else 0,
    )
    return tell(citizen_id=citizen_id, source=source, items=items, at=at)


def _file_name(name: str) -> str:
    """Return a file's name without its folders, printable, and never empty."""
    plain = PurePath(name.replace("\\", "/")).name
    printable = "".join(c for c in plain if c.isprintable()).strip()
    if len(printable) > _LONGEST_NAME:
        printable = f"…{printable[1 - _LONGEST_NAME :]}"
    return printable or "fil"


def source_of(code: str) -> ProfileSource | None:
    """Return how a source is asked; None when the operator has not connected it."""
    told = settings.PROFILE_SOURCES.get(code, {})
    address = told.get("address", "")
    return HttpSource(code, address, token=told.get("token", "")) if address else None


def fetch(
    *,
    citizen_id: int,
    subject: str,
    reader: str,
    municipality: Municipality,
    code: str,
    at: datetime,
) -> Heard:
    """Ask a source what it knows of her, when she allows it, and keep what it tells.

    Raises:
        NoConsent: she does not allow it at this moment.
        NothingKnown: the source knows nothing of her.
        SourceUnavailable: no answer that can be used; nothing is changed.
    """
    if code not in CONTRACTS or not trust.has_consent(
        citizen_id=citizen_id, source=code, purpose=PROFILE, at=at
    ):
        raise NoConsent
    source = source_of(code)
    if source is None:
        raise SourceUnavailable("not connected")
    told = source.profile(Asking(subject=subject, controller=municipality.code, reader=reader))
    items = items_of(told)
    if not items:
        raise NothingKnown
    digest = hashlib.sha256(repr(told).encode()).hexdigest()
    heard = Source(origin=Origin(code), format=told.format, digest=digest,
                   passed_over=told.passed_over)  # fmt: skip
    return tell(citizen_id=citizen_id, source=heard, items=items, at=at)
