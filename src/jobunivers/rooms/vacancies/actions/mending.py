# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rejected records are looked at, mended and tried again."""

import io
from datetime import datetime

from jobunivers.integrations.jobads import reading
from jobunivers.integrations.jobads.records import BadRecord
from jobunivers.rooms.vacancies.actions.importing import Summary, import_records, writing
from jobunivers.rooms.vacancies.models import RejectedRecord


class StillBroken(Exception):  # noqa: N818 - it reads as what happened
    """The mended text cannot be read either; the message says why."""


def mend_rejected(*, rejected: RejectedRecord, text: str, at: datetime) -> Summary:
    """Try a mended record; on success it is taken in and leaves the list, else nothing changes."""
    source = rejected.source
    records = list(reading.read(io.BytesIO(text.encode()), source.format))
    bad = [record for record in records if isinstance(record, BadRecord)]
    if bad or not records:
        raise StillBroken(bad[0].detail if bad else "There is no advertisement in the text.")
    summary = import_records(source=source, records=records, at=at)
    with writing(source.municipality_id):
        RejectedRecord.objects.filter(pk=rejected.pk).update(mended_at=at)
    return summary


def dismiss_rejected(*, rejected: RejectedRecord, at: datetime) -> None:
    """Let a rejected record lie; it stays kept, out of the list."""
    with writing(rejected.source.municipality_id):
        RejectedRecord.objects.filter(pk=rejected.pk, mended_at=None).update(dismissed_at=at)
