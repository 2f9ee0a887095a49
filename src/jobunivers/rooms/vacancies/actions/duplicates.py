# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same advertisement from two sources is shown once."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from jobunivers.rooms.vacancies.actions.fingerprints import fingerprint_of, same_ad
from jobunivers.rooms.vacancies.models import Vacancy

_FIELDS = (
    "pk", "title", "employer_id", "kommune_code", "postal_code", "fingerprint", "bands",
    "duplicate_of_id", "municipality_id",
)  # fmt: skip


def mark(written: Sequence[Vacancy], *, at: datetime) -> int:
    """Point each newly written advertisement at the older one it repeats; return how many do.

    A shared advertisement never points at a kommune's own, which others could not see.
    """
    marked = 0
    bands = sorted({band for row in written for band in row.bands})
    if not bands:
        return 0
    open_ones = list(
        Vacancy.objects.filter(bands__overlap=bands, closed_at=None, expires_at__gt=at)
        .only(*_FIELDS)
        .order_by("pk")
    )
    by_band: dict[int, list[Vacancy]] = {}
    for row in open_ones:
        for band in row.bands:
            by_band.setdefault(band, []).append(row)
    repeats: dict[int, int] = {
        row.pk: row.duplicate_of_id for row in open_ones if row.duplicate_of_id
    }
    for row in sorted(written, key=lambda one: one.pk):
        original = _original(row, by_band, repeats)
        if original is not None:
            repeats[row.pk] = original
            Vacancy.objects.filter(pk=row.pk).update(duplicate_of_id=original)
            row.duplicate_of_id = original
            marked += 1
    return marked


def _original(
    row: Vacancy, by_band: dict[int, list[Vacancy]], repeats: dict[int, int]
) -> int | None:
    mine = fingerprint_of(row)
    seen: set[int] = set()
    found = []
    for band in row.bands:
        for other in by_band.get(band, ()):
            if other.pk in seen or other.pk == row.pk or other.pk in repeats:
                continue
            seen.add(other.pk)
            visible = other.municipality_id is None or other.municipality_id == row.municipality_id
            if other.pk < row.pk and visible and same_ad(mine, fingerprint_of(other)):
                found.append(other.pk)
    return min(found, default=None)


def inherit(closed: Iterable[int]) -> list[int]:
    """Let one duplicate of each closed advertisement take its place; return those that do."""
    heirs: dict[int, int] = {}
    rows = Vacancy.objects.filter(duplicate_of_id__in=list(closed), closed_at=None).order_by("pk")
    for row in rows.only("pk", "duplicate_of_id"):
        gone = row.duplicate_of_id
        if gone is None:
            continue
        heir = heirs.setdefault(gone, row.pk)
        Vacancy.objects.filter(pk=row.pk).update(duplicate_of_id=None if heir == row.pk else heir)
    return list(heirs.values())
