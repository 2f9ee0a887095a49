# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping records that could not be taken in, once each."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from jobunivers.integrations.jobads.records import BadRecord
from jobunivers.rooms.vacancies.actions.cleaning import storable
from jobunivers.rooms.vacancies.actions.storing import key_of
from jobunivers.rooms.vacancies.models import ImportRun, RejectedRecord, Source


def keep(*, source: Source, run: ImportRun, bad: Sequence[BadRecord], at: datetime) -> int:
    """Keep bad records until somebody mends them; return how many were met."""
    rows = {}
    for record in bad:
        # Without an original it is the complaint that is kept once, not every nothing.
        said = record.original or f"{record.reason} {record.source_id}"
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
        rows[digest] = RejectedRecord(
            source=source,
            municipality_id=source.municipality_id,
            run=run,
            position=record.position,
            source_key=key_of(record.source_id),
            reason=record.reason[:60],
            detail=storable(record.detail),
            original=storable(record.original),
            original_hash=digest,
            created_at=at,
            seen_at=at,
        )
    if rows:
        RejectedRecord.objects.bulk_create(
            rows.values(),
            update_conflicts=True,
            unique_fields=["source", "original_hash"],
            update_fields=["run", "position", "source_key", "reason", "detail", "seen_at"],
        )
    return len(bad)


def mended_by_source(*, source: Source, keys: Sequence[str], at: datetime) -> None:
    """Take rejected records off the list when the source itself has sent them whole."""
    waiting = RejectedRecord.objects.filter(
        source=source, mended_at=None, dismissed_at=None
    ).exclude(source_key="")
    # Most sources have none; one cheap question spares a long one.
    if keys and waiting.exists():
        waiting.filter(source_key__in=keys, seen_at__lt=at).update(mended_at=at)
