# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping records that could not be taken in, once each."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from jobunivers.integrations.jobads.records import BadRecord
from jobunivers.rooms.vacancies.models import ImportRun, RejectedRecord, Source


def keep(*, source: Source, run: ImportRun, bad: Sequence[BadRecord], at: datetime) -> int:
    """Keep bad records until somebody mends them; return how many were met."""
    rows = {}
    for record in bad:
        digest = hashlib.sha256(record.original.encode("utf-8", "surrogatepass")).hexdigest()
        rows[digest] = RejectedRecord(
            source=source,
            municipality_id=source.municipality_id,
            run=run,
            position=record.position,
            source_key=record.source_id[:300],
            reason=record.reason[:60],
            detail=record.detail,
            original=_storable(record.original),
            original_hash=digest,
            created_at=at,
            seen_at=at,
        )
    RejectedRecord.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["source", "original_hash"],
        update_fields=["run", "position", "reason", "detail", "seen_at"],
    )
    return len(bad)


def _storable(text: str) -> str:
    """Return the text without what PostgreSQL cannot hold (NUL, lone surrogates)."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
