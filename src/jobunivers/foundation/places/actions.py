# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changes the places: imports, each safe to run again."""

import re
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.places import cache
from jobunivers.foundation.places.models import KommuneArea, Postcode, Region
from jobunivers.foundation.taxonomy.actions import record_dataset
from jobunivers.foundation.taxonomy.sync import Counts, ImportReport, Wanted, counts_of, sync
from jobunivers.foundation.text import fold
from jobunivers.integrations.taxonomy.records import Geography, KommuneRecord, PostcodeRecord


@transaction.atomic
def import_geography(
    *,
    geography: Geography,
    at: datetime,
    kind: str = "geography",
    edition: str = "",
    allow_loss: bool = False,
) -> ImportReport:
    """Bring regions, kommuner and postcodes to the files; polygons stay where a file has none.

    Raises:
        TooMuchWouldGoError: a file is probably incomplete.
    """
    counts = {
        "regions": _sync_regions(geography, at),
        "kommuner": _sync_kommuner(geography, at, allow_loss=allow_loss),
    }
    if geography.postcodes.files:
        counts["postcodes"] = _sync_postcodes(geography, at, allow_loss=allow_loss)
    parts = (geography.regions, geography.kommuner, geography.postcodes)
    report = ImportReport(
        counts,
        tuple(bad for part in parts for bad in part.bad),
        () if geography.postcodes.files else ("postcodes",),
    )
    record_dataset(
        kind=kind,
        report=report,
        checksum=geography.checksum,
        files=[name for part in parts for name in part.files],
        at=at,
        edition=edition,
        forget=cache.forget,
    )
    return report


def slug_of(name: str) -> str:
    """Return the name as it stands in addresses: "Aarhus C" → "aarhus-c"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def _sync_regions(geography: Geography, at: datetime) -> Counts:
    done = sync(
        Region,
        "code",
        geography.regions.records,
        wanted=lambda record, _row: Wanted({"name": record.name, "slug": slug_of(record.name)}),
        ours=lambda _row: True,
        at=at,
    )
    return counts_of(geography.regions, done)


def _sync_kommuner(geography: Geography, at: datetime, *, allow_loss: bool) -> Counts:
    regions = dict(Region.objects.order_by("pk").values_list("code", "pk"))

    def wanted(record: KommuneRecord, _row: KommuneArea | None) -> Wanted:
        values: dict[str, object] = {
            "name": record.name,
            "slug": slug_of(record.name),
            "region_id": regions[record.region_code],
            "lat": record.lat,
            "lon": record.lon,
        }
        if record.polygons:
            values["polygons"] = [
                [[[lon, lat] for lon, lat in ring] for ring in polygon]
                for polygon in record.polygons
            ]
        return Wanted(values)

    done = sync(
        KommuneArea,
        "code",
        geography.kommuner.records,
        wanted=wanted,
        ours=lambda _row: True,
        at=at,
        allow_loss=allow_loss,
    )
    return counts_of(geography.kommuner, done)


def _sync_postcodes(geography: Geography, at: datetime, *, allow_loss: bool) -> Counts:
    def wanted(record: PostcodeRecord, _row: Postcode | None) -> Wanted:
        return Wanted(
            {
                "city": record.city,
                "lat": record.lat,
                "lon": record.lon,
                "kommune_code": record.kommune_code,
                "other_kommuner": list(record.other_kommuner),
            }
        )

    done = sync(
        Postcode,
        "code",
        geography.postcodes.records,
        wanted=wanted,
        ours=lambda _row: True,
        at=at,
        allow_loss=allow_loss,
    )
    return counts_of(geography.postcodes, done)
