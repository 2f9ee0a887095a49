# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking advertisements in: idempotent, in small confirmed batches, with a summary that adds up."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, fields
from datetime import datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.integrations.jobads.records import BadRecord, VacancyRecord
from jobunivers.rooms.vacancies.actions import duplicates, rejecting
from jobunivers.rooms.vacancies.actions.employing import employers_of
from jobunivers.rooms.vacancies.actions.understanding import Understander, Understood, understander
from jobunivers.rooms.vacancies.models import ImportRun, Origin, Source, Vacancy

BATCH = 500
_COPENHAGEN = ZoneInfo("Europe/Copenhagen")
# Serialises all writers of vacancies, so that change numbers become visible in order.
_WRITERS_LOCK = 7_418_001

Item = VacancyRecord | BadRecord
Progress = Callable[["Summary"], None]


@dataclass(slots=True)
class Summary:
    """What became of each record read: the parts add up to `read`.

    `duplicates` is no part: it says how many of those added or changed another source had.
    """

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    closed: int = 0
    rejected: int = 0
    repeated: int = 0
    duplicates: int = 0

    @property
    def adds_up(self) -> bool:
        """Say whether every record read is accounted for."""
        parts = self.added + self.changed + self.unchanged + self.closed
        return self.read == parts + self.rejected + self.repeated

    def add(self, other: "Summary") -> None:
        """Add another summary's counts to this one."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))


@dataclass(frozen=True, slots=True)
class _Known:
    id: int
    content_hash: str
    closed: bool
    seen_now: bool


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
) -> Source:
    """Return the source of a code, made the first time; what it says of itself is kept current."""
    told = {
        "name": name,
        "origin": origin,
        "format": record_format,
        "url": url,
        "licence": licence,
        "attribution": attribution,
    }
    with writing(municipality_id):
        source, _ = Source.objects.update_or_create(
            code=code,
            municipality_id=municipality_id,
            defaults=told,
            create_defaults={**told, "created_at": at},
        )
    return source


def import_records(
    *,
    source: Source,
    records: Iterable[Item],
    at: datetime,
    complete: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Take records in, batch by batch, each confirmed by itself; a rerun changes nothing.

    Args:
        source: where they come from.
        records: vacancies and what could not be read, in the source's order.
        at: now; also the run's mark, by which a record met twice in a run is known.
        complete: the records are all that the source has, so what is not among them has ended.
        progress: called with the counts so far after each batch.
    """
    with writing(source.municipality_id):
        run = ImportRun.objects.create(
            source=source, municipality_id=source.municipality_id, started_at=at
        )
    total = Summary()
    try:
        for batch in _batches(records):
            total.add(_take_in(source=source, run=run, batch=batch, at=at))
            if progress:
                progress(total)
        if complete:
            _close_unseen(source=source, at=at)
    except Exception as error:
        _finish(run, total, at=at, failure=f"{type(error).__name__}: {error}"[:300])
        raise
    _finish(run, total, at=at)
    return total


def writing(municipality_id: int | None) -> AbstractContextManager[None]:
    """Return the right to write rows of a kommune, or of the whole country."""
    return writing_shared() if municipality_id is None else working_for(municipality_id)


def _batches(records: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(records)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _finish(run: ImportRun, total: Summary, *, at: datetime, failure: str = "") -> None:
    with writing(run.municipality_id):
        ImportRun.objects.filter(pk=run.pk).update(finished_at=at, failure=failure, **asdict(total))


def _take_in(*, source: Source, run: ImportRun, batch: Sequence[Item], at: datetime) -> Summary:
    """Take one batch in, in one transaction."""
    counts = Summary(read=len(batch))
    bad = [item for item in batch if isinstance(item, BadRecord)]
    good: dict[str, VacancyRecord] = {}
    for record in batch:
        if isinstance(record, BadRecord):
            continue
        if record.source_id in good:
            counts.repeated += 1
        good[record.source_id] = record
    # Understanding reads no vacancy rows, so it is done before the writers' lock is taken.
    with writing(source.municipality_id):
        fresh = _sort_out(source, good, counts, at=at)
    understood = understander().understand(fresh) if fresh else []
    with writing(source.municipality_id):
        lock_writers()
        ended = [key for key, record in good.items() if record.closed]
        close_vacancies(source=source, keys=ended, at=at)
        written = _write(source, fresh, understood, at=at)
        counts.duplicates = duplicates.mark(written, at=at)
        counts.rejected = rejecting.keep(source=source, run=run, bad=bad, at=at)
    return counts


def _sort_out(
    source: Source, good: dict[str, VacancyRecord], counts: Summary, *, at: datetime
) -> list[VacancyRecord]:
    """Count what is known already and return the records that must be written."""
    known = _known(source, list(good), at=at)
    fresh, unchanged = [], []
    for key, record in good.items():
        before = known.get(key)
        same = before is not None and before.content_hash == content_hash(record)
        if record.closed:
            counts.closed += 1
        elif before is not None and same and not before.closed:
            unchanged.append(before.id)
            if before.seen_now:
                counts.repeated += 1
            else:
                counts.unchanged += 1
        else:
            fresh.append(record)
            if before is None:
                counts.added += 1
            elif before.seen_now:
                counts.repeated += 1
            else:
                counts.changed += 1
    Vacancy.objects.filter(pk__in=unchanged).update(seen_at=at)
    return fresh


def _known(source: Source, keys: list[str], *, at: datetime) -> dict[str, _Known]:
    rows = Vacancy.objects.filter(source=source, source_key__in=keys).values_list(
        "source_key", "pk", "content_hash", "closed_at", "seen_at"
    )
    return {
        key: _Known(pk, content, closed is not None, seen == at)
        for key, pk, content, closed, seen in rows
    }


def content_hash(record: VacancyRecord) -> str:
    """Return a hash of all that the source says, so that a change is noticed and noise is not."""
    said = [
        str(getattr(record, field.name))
        for field in fields(record)
        if field.name not in {"original", "warnings"}
    ]
    return hashlib.sha256("\x1f".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def lock_writers() -> None:
    """Wait for and keep the right to write vacancies, to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS_LOCK])


def next_changes(count: int) -> list[int]:
    """Return the next change numbers. The writers' lock must be held."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval('vacancies_change_seq') FROM generate_series(1, %s)", [count]
        )
        return [number for (number,) in cursor.fetchall()]


_UPDATED = [
    field.name
    for field in Vacancy._meta.concrete_fields  # noqa: SLF001 - Django's documented model meta
    if field.name not in {"id", "source", "source_key", "municipality", "created_at"}
]


def _write(
    source: Source,
    records: Sequence[VacancyRecord],
    understood: Sequence[Understood],
    *,
    at: datetime,
) -> list[Vacancy]:
    """Add or replace the rows of the records, each with its change number."""
    if not records:
        return []
    employers = employers_of(records)
    changes = next_changes(len(records))
    rows = [
        _row(source, record, meaning, employers.get(index), change, at=at)
        for index, (record, meaning, change) in enumerate(
            zip(records, understood, changes, strict=True)
        )
    ]
    return Vacancy.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["source", "source_key"],
        update_fields=_UPDATED,
    )


def _row(
    source: Source,
    record: VacancyRecord,
    meaning: Understood,
    employer_id: int | None,
    change: int,
    *,
    at: datetime,
) -> Vacancy:
    published = record.published_at or at
    return Vacancy(
        source=source,
        municipality_id=source.municipality_id,
        source_key=record.source_id[:300],
        employer_id=employer_id,
        title=record.title[:300],
        description=meaning.description,
        text=meaning.text,
        language=meaning.language,
        url=record.url[:2000],
        apply_url=record.apply_url[:2000],
        street=record.street[:200],
        postal_code=record.postal_code[:12],
        city=record.city[:100],
        country=meaning.country,
        kommune_code=meaning.kommune_code,
        latitude=meaning.latitude,
        longitude=meaning.longitude,
        place_precision=meaning.place_precision,
        employment_types=[one[:20] for one in record.employment_types],
        hours_min=record.hours_min,
        hours_max=record.hours_max,
        remote_share=record.remote_share,
        salary_text=record.salary_text[:300],
        positions=max(1, min(record.positions, 100_000)),
        occupation_uri=meaning.occupation_uri,
        occupation_confidence=meaning.occupation_confidence,
        isco=meaning.isco,
        area=meaning.area,
        skills=meaning.skills,
        understood_by=meaning.understood_by,
        published_at=published,
        deadline=record.deadline,
        expires_at=expiry(record, published=published, keep_days=source.keep_days),
        closed_at=None,
        seen_at=at,
        created_at=at,
        content_hash=content_hash(record),
        fingerprint=meaning.fingerprint,
        bands=list(meaning.bands),
        duplicate_of=None,
        original=record.original.replace("\x00", ""),
        warnings=[one[:60] for one in record.warnings],
        change=change,
    )


def expiry(record: VacancyRecord, *, published: datetime, keep_days: int) -> datetime:
    """Return when an advertisement ends: its own word, its deadline, or the source's custom."""
    ends = [record.expires_at] if record.expires_at else []
    if record.deadline:
        # The last day to apply counts in full, in Danish time.
        day_after = record.deadline + timedelta(days=1)
        ends.append(datetime.combine(day_after, time(), tzinfo=_COPENHAGEN))
    return min(ends) if ends else published + timedelta(days=keep_days)


def close_vacancies(*, source: Source, keys: Sequence[str], at: datetime) -> int:
    """Close the source's open advertisements of these keys. The writers' lock must be held."""
    if not keys:
        return 0
    open_ids = Vacancy.objects.filter(source=source, source_key__in=keys, closed_at=None)
    return close_ids(list(open_ids.values_list("pk", flat=True)), at=at)


def close_ids(ids: Sequence[int], *, at: datetime) -> int:
    """Close advertisements and let a duplicate, if there is one, take each one's place."""
    if not ids:
        return 0
    for pk, change in zip(ids, next_changes(len(ids)), strict=True):
        Vacancy.objects.filter(pk=pk).update(closed_at=at, change=change)
    heirs = duplicates.inherit(ids)
    for pk, change in zip(heirs, next_changes(len(heirs)), strict=True):
        Vacancy.objects.filter(pk=pk).update(change=change)
    return len(ids)


@transaction.atomic
def _close_unseen(*, source: Source, at: datetime) -> int:
    with writing(source.municipality_id):
        lock_writers()
        unseen = Vacancy.objects.filter(source=source, closed_at=None, seen_at__lt=at)
        return close_ids(list(unseen.values_list("pk", flat=True)), at=at)
