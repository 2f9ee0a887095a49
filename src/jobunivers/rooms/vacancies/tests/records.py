# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advertisements as a source says them, for the tests of the import."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from jobunivers.integrations.jobads.records import BadRecord, VacancyRecord
from jobunivers.rooms.vacancies import actions
from jobunivers.rooms.vacancies.actions import Summary
from jobunivers.rooms.vacancies.models import Source, Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_source

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
LATER_STILL = NOW + timedelta(hours=2)
BAKER = (
    "Som bager står du for dagens brød og kager fra klokken fire om morgenen. Du oplærer vores to"
    " lærlinge og bestiller råvarer hjem sammen med butikslederen, og du holder orden i bageriet."
    " Vi er et lille hold på fire, der hjælper hinanden, og vi glæder os til at møde dig."
)
DRIVER = (
    "Som chauffør kører du varer ud til vores kunder i hele Jylland tre dage om ugen, og du hjælper"
    " på lageret de øvrige dage. Du har kørekort til lastbil og kan lide at møde mennesker."
    " Bilen er ny, kaffen er varm, og tonen på vognmandens kontor er fri og venlig."
)


def record(source_id: str = "1", title: str = "Bager", **more: Any) -> VacancyRecord:
    """Return a baker's job in Aarhus, or what is asked for."""
    told: dict[str, Any] = {
        "source_id": source_id,
        "title": title,
        "description": f"<p>{BAKER}</p>",
        "original": f'{{"id": "{source_id}"}}',
        "employer_name": "Nordvind ApS",
        "postal_code": "8000",
        "city": "Aarhus C",
        "published_at": NOW - timedelta(days=2),
        "deadline": date(2026, 12, 20),
    }
    return VacancyRecord(**(told | more))


def bad(source_id: str = "", original: str = "{", reason: str = "not_json") -> BadRecord:
    """Return a record that could not be read."""
    return BadRecord(
        position=1, reason=reason, detail="It is broken.", original=original, source_id=source_id
    )


def take_in(
    *records: VacancyRecord | BadRecord,
    source: Source | None = None,
    at: datetime = NOW,
    **more: Any,
) -> Summary:
    """Import the records and return the summary, whose sum must be right."""
    summary = actions.import_records(source=source or make_source(), records=records, at=at, **more)
    assert summary.adds_up
    return summary


def parts(summary: Summary) -> dict[str, int]:
    """Return the counts that are not zero, besides what was read."""
    return {name: n for name, n in summary.counts.items() if n and name != "read"}


def shown(rows: Iterable[Vacancy] | None = None) -> list[str]:
    """Return the source's keys of the advertisements that can be shown, in order."""
    everything = Vacancy.objects.filter(closed_at=None, duplicate_of=None).order_by("source_key")
    return [row.source_key for row in (everything if rows is None else rows)]
