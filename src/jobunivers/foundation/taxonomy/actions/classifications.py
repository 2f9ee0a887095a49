# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in DISCO-08 and the industries."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation.taxonomy import cache
from jobunivers.foundation.taxonomy.actions.datasets import record_dataset
from jobunivers.foundation.taxonomy.models import DiscoCode, IndustryCode
from jobunivers.foundation.taxonomy.sync import Counts, ImportReport, Wanted, counts_of, sync
from jobunivers.integrations.taxonomy.records import DiscoRecord, IndustryRecord, Parsed


@transaction.atomic
def import_disco(
    *,
    parsed: Parsed[DiscoRecord],
    at: datetime,
    edition: str = "",
    allow_loss: bool = False,
) -> ImportReport:
    """Bring the DISCO-08 codes to what the file says.

    Raises:
        TooMuchWouldGoError: the file is probably incomplete.
    """
    done = sync(
        DiscoCode,
        "code",
        parsed.records,
        wanted=lambda record, _row: Wanted(
            {
                "level": record.level,
                "label_da": record.label,
                "notes": record.notes,
                "includes": record.includes,
                "excludes": record.excludes,
            }
        ),
        ours=lambda _row: True,
        at=at,
        allow_loss=allow_loss,
    )
    return _report("disco", parsed, done, at=at, edition=edition)


@transaction.atomic
def import_industries(
    *,
    parsed: Parsed[IndustryRecord],
    at: datetime,
    edition: str = "",
    allow_loss: bool = False,
) -> ImportReport:
    """Bring the industries to what the file says; NACE leaves Denmark's six digits alone.

    Raises:
        TooMuchWouldGoError: the file is probably incomplete.
    """
    deepest = max((record.level for record in parsed.records), default=0)

    def wanted(record: IndustryRecord, _row: IndustryCode | None) -> Wanted:
        labels = {f"label_{language}": record.labels[language] for language in record.labels}
        kept = {name: label for name, label in labels.items() if name in {"label_da", "label_en"}}
        return Wanted({"level": record.level, **kept})

    done = sync(
        IndustryCode,
        "code",
        parsed.records,
        wanted=wanted,
        ours=lambda row: row.level <= deepest,
        at=at,
        allow_loss=allow_loss,
    )
    return _report("nace", parsed, done, at=at, edition=edition)


def _report(
    kind: str,
    parsed: Parsed[DiscoRecord] | Parsed[IndustryRecord],
    done: Counts,
    *,
    at: datetime,
    edition: str,
) -> ImportReport:
    counts = counts_of(parsed, done)
    report = ImportReport({kind: counts}, parsed.bad)
    record_dataset(
        kind=kind,
        report=report,
        checksum=parsed.checksum,
        files=parsed.files,
        at=at,
        edition=edition,
        forget=cache.forget,
    )
    return report
