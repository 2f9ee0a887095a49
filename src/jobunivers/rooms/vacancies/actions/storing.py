# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing rows of advertisements, a batch in one statement; an odd one harms no other."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from django.db import DatabaseError, OperationalError, connection, transaction

from jobunivers.integrations.jobads.records import VacancyRecord
from jobunivers.rooms.vacancies.actions.cleaning import storable
from jobunivers.rooms.vacancies.actions.understanding import Understood
from jobunivers.rooms.vacancies.models import Source, Vacancy

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_LONGEST_KEY = 300
_LONGEST_URL = 2000
_SAID = tuple(
    field.name for field in fields(VacancyRecord) if field.name not in {"original", "warnings"}
)
_COLUMNS = tuple(
    field.column
    for field in Vacancy._meta.concrete_fields  # noqa: SLF001 - Django's documented model meta
    if field.column and field.column != "id"
)
_KEPT_AS_IT_WAS = {"source_id", "source_key", "municipality_id", "created_at"}
_UPDATES = ", ".join(
    f"{name} = EXCLUDED.{name}" for name in _COLUMNS if name not in _KEPT_AS_IT_WAS
)
_INSERT = ", ".join(_COLUMNS)
# Only the model's own columns are put into the statement; values travel as one parameter.
_UPSERT = (
    f"INSERT INTO vacancies_vacancy ({_INSERT})"  # noqa: S608
    f" SELECT {_INSERT} FROM json_populate_recordset(NULL::vacancies_vacancy, %s::json)"
    f" ON CONFLICT (source_id, source_key) DO UPDATE SET {_UPDATES}"
    " RETURNING source_key, id"
)


@dataclass(frozen=True, slots=True)
class Culprit:
    """A record that could not be stored, and the reason."""

    key: str
    reason: str
    detail: str


def key_of(source_id: str) -> str:
    """Return the source's id as it is kept: whole, or cut with a hash when it is very long."""
    key = storable(source_id)
    if len(key) <= _LONGEST_KEY:
        return key
    return f"{key[:230]}#{hashlib.sha256(key.encode()).hexdigest()}"


def content_hash(record: VacancyRecord) -> str:
    """Return a hash of all that the source says, so that a change is noticed and noise is not."""
    said = "\x1f".join([str(getattr(record, name)) for name in _SAID])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def expiry(record: VacancyRecord, *, published: datetime, keep_days: int) -> datetime:
    """Return when an advertisement ends: its own word, its deadline, or the source's custom."""
    ends = [record.expires_at] if record.expires_at else []
    try:
        if record.deadline:
            # The last day to apply counts in full, in Danish time.
            day_after = record.deadline + timedelta(days=1)
            ends.append(datetime.combine(day_after, time(), tzinfo=COPENHAGEN))
        return min(ends) if ends else published + timedelta(days=keep_days)
    except OverflowError:  # the year 9999: as good as none
        return published.replace(year=2100, month=1, day=1)


def row_of(
    *,
    source: Source,
    record: VacancyRecord,
    meaning: Understood,
    employer_id: int | None,
    digest: str,
    at: datetime,
) -> dict[str, Any]:
    """Return the row of a record, column → value; its change number is given when it is written."""
    published = record.published_at or at
    warnings = [one[:60] for one in record.warnings]
    return {
        "source_id": source.pk,
        "municipality_id": source.municipality_id,
        "source_key": key_of(record.source_id),
        "employer_id": employer_id,
        "title": _cut(record.title, 300, "title_cut", warnings),
        "description": meaning.description,
        "text": meaning.text,
        "language": meaning.language[:3],
        "url": _address(record.url, "url_too_long", warnings),
        "apply_url": _address(record.apply_url, "apply_url_too_long", warnings),
        "street": record.street[:200],
        "postal_code": record.postal_code[:12],
        "city": record.city[:100],
        "country": meaning.country,
        "kommune_code": meaning.kommune_code,
        "latitude": meaning.latitude,
        "longitude": meaning.longitude,
        "place_precision": meaning.place_precision,
        "employment_types": [one[:20] for one in record.employment_types],
        "hours_min": record.hours_min,
        "hours_max": record.hours_max,
        "remote_share": record.remote_share,
        "salary_text": record.salary_text[:300],
        "positions": max(1, min(record.positions, 100_000)),
        "occupation_text": record.occupation_text[:200],
        "isco_given": meaning.isco_given,
        "occupation_uri": meaning.occupation_uri,
        "occupation_confidence": meaning.occupation_confidence,
        "isco": meaning.isco,
        "area": meaning.area,
        "skills": meaning.skills,
        "requirements": meaning.requirements,
        "licences": meaning.licences,
        "languages": meaning.languages,
        "working_language": meaning.working_language,
        "understood_by": meaning.understood_by,
        "published_at": published,
        "deadline": record.deadline,
        "expires_at": expiry(record, published=published, keep_days=source.keep_days),
        "closed_at": None,
        "seen_at": at,
        "created_at": at,
        "content_hash": digest,
        "fingerprint": meaning.fingerprint,
        "bands": meaning.bands,
        "duplicate_of_id": None,
        "original": record.original,
        "warnings": warnings,
    }


def _cut(text: str, longest: int, warning: str, warnings: list[str]) -> str:
    if len(text) > longest:
        warnings.append(warning)
    return text[:longest]


def _address(url: str, warning: str, warnings: list[str]) -> str:
    # Half an address leads nowhere.
    if len(url) <= _LONGEST_URL:
        return url
    warnings.append(warning)
    return ""


def store(
    rows: Sequence[dict[str, Any]], changes: Iterable[int]
) -> tuple[dict[str, int], list[Culprit]]:
    """Add or replace rows, each with its change number; return ids by key and who failed.

    The writers' lock must be held. When the whole batch is refused, each row is tried alone.
    """
    numbered = [{**row, "change": change} for row, change in zip(rows, changes, strict=True)]
    if not numbered:
        return {}, []
    try:
        return _upsert(numbered), []
    except OperationalError:
        if not connection.is_usable():
            raise  # not the rows' fault
    except (DatabaseError, ValueError, TypeError):
        pass
    ids: dict[str, int] = {}
    culprits = []
    for row in numbered:
        try:
            ids |= _upsert([row])
        except (DatabaseError, ValueError, TypeError) as error:
            detail = f"The database refuses it: {_kind(error)}."
            culprits.append(Culprit(row["source_key"], "not_storable", detail))
    return ids, culprits


def _kind(error: Exception) -> str:
    # The message itself can quote the record; its kind cannot.
    return type(error.__cause__ or error).__name__


def _upsert(rows: list[dict[str, Any]]) -> dict[str, int]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_UPSERT, [_as_json(rows)])
        return dict(cursor.fetchall())


def _as_json(rows: list[dict[str, Any]]) -> str:
    try:
        encoded = orjson.dumps(rows)
        if b"\\u0000" not in encoded:
            return encoded.decode()
    except TypeError:  # a lone surrogate, most likely
        pass
    return orjson.dumps([_cleaned(row) for row in rows]).decode()


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(one) for one in value]
    return value
