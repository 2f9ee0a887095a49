# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where advertisements come from."""

from collections.abc import Mapping
from datetime import datetime

from jobunivers.rooms.vacancies.actions.changing import writing
from jobunivers.rooms.vacancies.models import Origin, Source
from jobunivers.rooms.vacancies.queries.changes import rows_of


def ensure_source(
    *,
    code: str,
    name: str,
    record_format: str,
    at: datetime,
    origin: Origin = Origin.MARKET,
    municipality_id: int | None = None,
    url: str = "",
    licence: str = "",
    attribution: str = "",
    columns: Mapping[str, str] | None = None,
) -> Source:
    """Return the source of a code, made the first time; what it says of itself is kept current."""
    told = {
        "name": name,
        "origin": origin,
        "format": record_format,
        "url": url,
        "licence": licence,
        "attribution": attribution,
        "columns": dict(columns or {}),
    }
    with writing(municipality_id):
        source, _ = Source.objects.update_or_create(  # type: ignore[misc]
            code=code,
            municipality_id=municipality_id,
            defaults=told,
            create_defaults={**told, "created_at": at},
        )
    return source


def known_source(*, code: str, municipality_id: int | None) -> Source | None:
    """Return the source of a code, if there is one."""
    with writing(municipality_id):
        return Source.objects.filter(rows_of(municipality_id), code=code).first()
