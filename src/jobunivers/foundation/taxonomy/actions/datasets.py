# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembering what was imported."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.taxonomy.models import Dataset
from jobunivers.foundation.taxonomy.sync import ImportReport

# Enough to see what is wrong with a file; a broken column would otherwise fill the table.
MOST_KEPT = 1_000


def is_imported(*, kind: str, checksum: str) -> bool:
    """Return whether the latest import of this kind was of exactly these files."""
    latest = Dataset.objects.filter(kind=kind).order_by("-pk").first()
    return latest is not None and latest.checksum == checksum


@transaction.atomic
def record_dataset(
    *,
    kind: str,
    report: ImportReport,
    checksum: str,
    files: Iterable[str],
    at: datetime,
    edition: str = "",
    forget: Callable[[], None],
) -> None:
    """Remember an import that changed something, and have prepared values built anew.

    Importing the same files again without any change leaves no trace.
    """
    if report.touched or not is_imported(kind=kind, checksum=checksum):
        Dataset.objects.create(
            kind=kind,
            edition=edition,
            files=sorted(set(files)),
            checksum=checksum,
            imported_at=at,
            counts={name: counts.as_json() for name, counts in report.counts.items()},
            set_aside=[bad.as_json() for bad in report.set_aside[:MOST_KEPT]],
        )
    # Now for the rest of this transaction, and again when others can see the rows.
    forget()
    transaction.on_commit(forget)
