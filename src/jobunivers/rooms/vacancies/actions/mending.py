# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rejected records are looked at, mended and tried again."""

import io
from datetime import datetime

from jobunivers.integrations.jobads import reading
from jobunivers.integrations.jobads.formats import FORMATS
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.records import BadRecord, Outcome
from jobunivers.rooms.vacancies.actions.changing import writing
from jobunivers.rooms.vacancies.actions.importing import import_records
from jobunivers.rooms.vacancies.actions.summary import Summary
from jobunivers.rooms.vacancies.models import RejectedRecord, Source


class StillBroken(Exception):  # noqa: N818 - it reads as what happened
    """The mended text cannot be read either; the message says why."""


def mend_rejected(*, rejected: RejectedRecord, text: str, at: datetime) -> Summary:
    """Try a mended record; on success it is taken in and leaves the list, else nothing changes.

    A row of a CSV file needs its header line above it.
    """
    source = rejected.source
    records = _read(source, text)
    bad = [record for record in records if isinstance(record, BadRecord)]
    if bad or not records:
        raise StillBroken(bad[0].detail if bad else "There is no advertisement in the text.")
    summary = import_records(source=source, records=records, at=at)
    if summary.rejected:
        raise StillBroken("It can be read, but not stored: " + ", ".join(sorted(summary.reasons)))
    with writing(source.municipality_id):
        RejectedRecord.objects.filter(pk=rejected.pk).update(mended_at=at)
    return summary


def dismiss_rejected(*, rejected: RejectedRecord, at: datetime) -> None:
    """Let a rejected record lie; it stays kept, out of the list."""
    with writing(rejected.source.municipality_id):
        RejectedRecord.objects.filter(pk=rejected.pk, mended_at=None).update(dismissed_at=at)


def retry_rejected(*, source: Source, at: datetime) -> int:
    """Try every waiting record again as it is, after the reading has learned something.

    Returns how many were taken in.
    """
    with writing(source.municipality_id):
        waiting = list(
            RejectedRecord.objects.filter(source=source, mended_at=None, dismissed_at=None)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
    taken = 0
    for pk in waiting:
        with writing(source.municipality_id):
            rejected = RejectedRecord.objects.select_related("source").get(pk=pk)
        try:
            mend_rejected(rejected=rejected, text=rejected.original, at=at)
        except StillBroken:
            continue
        taken += 1
    return taken


def _read(source: Source, text: str) -> list[Outcome]:
    options = ReadOptions(columns=dict(source.columns))
    known = source.format if source.format in FORMATS else reading.AUTO
    data = text.encode("utf-8", "replace")
    return list(reading.read(io.BytesIO(data), known, options))
