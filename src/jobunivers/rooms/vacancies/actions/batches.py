# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One batch of an import, confirmed in one transaction."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from jobunivers.integrations.jobads.records import BadRecord, VacancyRecord
from jobunivers.rooms.vacancies.actions import duplicates, rejecting
from jobunivers.rooms.vacancies.actions.changing import (
    lock_writers,
    next_changes,
    touch,
    writing,
)
from jobunivers.rooms.vacancies.actions.closing import close_vacancies
from jobunivers.rooms.vacancies.actions.employing import employers_of
from jobunivers.rooms.vacancies.actions.storing import content_hash, key_of, row_of, store
from jobunivers.rooms.vacancies.actions.summary import Summary
from jobunivers.rooms.vacancies.actions.understanding import (
    Understander,
    Understanding,
    Understood,
)
from jobunivers.rooms.vacancies.models import ImportRun, Source, Vacancy
from jobunivers.science.duplicates import Fingerprint

Item = VacancyRecord | BadRecord


class _Good(NamedTuple):
    """A record that could be read, with its place in the source and the hash of what it says."""

    record: VacancyRecord
    position: int
    digest: str


class _Known(NamedTuple):
    """What is known of a record by its key."""

    pk: int
    digest: str
    closed: bool
    expires_at: datetime
    seen_at: datetime


@dataclass(slots=True)
class Batch:
    """Records in the source's order, and the cursor to keep once they are stored."""

    items: Sequence[Item]
    position: int = 1
    cursor: str = ""
    asked: list[VacancyRecord] = field(default_factory=list)  # those that are being understood
    repeated: int = field(init=False, default=0)
    good: dict[str, _Good] = field(init=False, default_factory=dict)
    bad: list[BadRecord] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Sort the records; the last one of a key wins."""
        for position, item in enumerate(self.items, self.position):
            if isinstance(item, BadRecord):
                self.bad.append(item)
                continue
            key = key_of(item.source_id)
            self.repeated += key in self.good
            self.good[key] = _Good(item, position, content_hash(item))


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What became of a batch, and whether any advertisement ended in it."""

    counts: Summary
    ended: bool


def to_write(source: Source, batch: Batch, *, at: datetime) -> list[VacancyRecord]:
    """Return the records whose words are new, as far as can be seen before they are written."""
    known = _known(source, list(batch.good))
    return [
        good.record
        for key, good in batch.good.items()
        if not good.record.closed and not _same(known.get(key), good.digest, at)
    ]


def confirm(
    *,
    source: Source,
    run: ImportRun,
    batch: Batch,
    meaning: Understanding,
    mind: Understander,
    at: datetime,
) -> Confirmed:
    """Take one batch in, in one transaction, with the writers' lock held no longer than that."""
    # Understanding reads no vacancy rows, so it ends before the writers' lock is taken.
    meant = dict(zip(map(id, batch.asked), meaning(), strict=True))
    counts = Summary(read=len(batch.items), repeated=batch.repeated)
    with writing(source.municipality_id):
        lock_writers()
        known = _known(source, list(batch.good))
        ended = _end(source, batch, counts, at=at)
        fresh = _sort_out(source, batch, known, counts, at=at)
        missing = [good.record for good in fresh.values() if id(good.record) not in meant]
        # Somebody else has written in the meantime what we thought we knew.
        meant |= dict(zip(map(id, missing), mind.understand(missing)(), strict=True))
        bad = batch.bad + _write(source, fresh, meant, known, counts, at=at)
        counts.rejected = rejecting.keep(source=source, run=run, bad=bad, at=at)
        counts.reasons = Counter(one.reason for one in bad)
        rejecting.mended_by_source(source=source, keys=list(fresh), at=at)
        if batch.cursor:
            Source.objects.filter(pk=source.pk).update(cursor=batch.cursor)
    return Confirmed(counts, ended=ended > 0)


def _known(source: Source, keys: list[str]) -> dict[str, _Known]:
    rows = Vacancy.objects.filter(source=source, source_key__in=keys).values_list(
        "source_key", "pk", "content_hash", "closed_at", "expires_at", "seen_at"
    )
    return {
        key: _Known(pk, digest, closed is not None, expires, seen)
        for key, pk, digest, closed, expires, seen in rows
    }


def _same(known: _Known | None, digest: str, at: datetime) -> bool:
    """Return whether nothing is new. What its source closed and shows again is; the expired not."""
    if known is None or known.digest != digest:
        return False
    return not known.closed or known.expires_at <= at


def _end(source: Source, batch: Batch, counts: Summary, *, at: datetime) -> int:
    keys = [key for key, good in batch.good.items() if good.record.closed]
    counts.closed = len(keys)
    return close_vacancies(source=source, keys=keys, at=at)


def _sort_out(
    source: Source, batch: Batch, known: dict[str, _Known], counts: Summary, *, at: datetime
) -> dict[str, _Good]:
    """Count what is known already and return what must be written."""
    fresh: dict[str, _Good] = {}
    unchanged: list[int] = []
    renewed: list[int] = []
    for key, good in batch.good.items():
        before = known.get(key)
        if good.record.closed:
            continue
        if before is None or not _same(before, good.digest, at):
            fresh[key] = good
            continue
        unchanged.append(before.pk)
        if before.seen_at == at:
            counts.repeated += 1
        else:
            counts.unchanged += 1
        if _runs_out(source, good.record, before, at):
            renewed.append(before.pk)
    seen = [key_of(one.source_id) for one in batch.bad if one.source_id]
    Vacancy.objects.filter(pk__in=unchanged).update(seen_at=at)
    Vacancy.objects.filter(source=source, source_key__in=seen).update(seen_at=at)
    if renewed:
        Vacancy.objects.filter(pk__in=renewed).update(
            expires_at=at + timedelta(days=source.keep_days), closed_at=None
        )
        touch(renewed)
    return fresh


def _runs_out(source: Source, record: VacancyRecord, known: _Known, at: datetime) -> bool:
    """Return whether an advertisement without any date, still shown by its source, needs time."""
    if record.expires_at or record.deadline or record.published_at:
        return False
    # Renewed at half time, so that not every reading writes every row.
    return known.expires_at - at < timedelta(days=source.keep_days) / 2


def _write(
    source: Source,
    fresh: dict[str, _Good],
    meant: dict[int, Understood | None],
    known: dict[str, _Known],
    counts: Summary,
    *,
    at: datetime,
) -> list[BadRecord]:
    """Add or replace the rows of the records; return those that could not be."""
    failed = {key: ("not_understood", "The text could not be understood.")
              for key, good in fresh.items() if meant[id(good.record)] is None}  # fmt: skip
    ready = {key: good for key, good in fresh.items() if key not in failed}
    employers = employers_of([good.record for good in ready.values()])
    prints: dict[str, Fingerprint] = {}
    rows = {}
    for index, (key, good) in enumerate(ready.items()):
        meaning = meant[id(good.record)]
        assert meaning is not None
        prints[key] = meaning.print_
        rows[key] = row_of(source=source, record=good.record, meaning=meaning,
                           employer_id=employers.get(index), digest=good.digest, at=at)  # fmt: skip
    duplicates.forget([known[key].pk for key in ready if key in known])
    ids, culprits = store(list(rows.values()), next_changes(len(rows)))
    failed |= {one.key: (one.reason, one.detail) for one in culprits}
    written = [
        duplicates.Written(pk, source.municipality_id, prints[key], was_there=key in known,
                           expired=rows[key]["expires_at"] <= at)
        for key, pk in ids.items()
    ]  # fmt: skip
    _count(ids, known, counts, at=at)
    counts.duplicates = duplicates.mark(written, at=at)
    return [_set_aside(fresh[key], reason, detail) for key, (reason, detail) in failed.items()]


def _count(ids: dict[str, int], known: dict[str, _Known], counts: Summary, *, at: datetime) -> None:
    for key in ids:
        before = known.get(key)
        if before is None:
            counts.added += 1
        elif before.seen_at == at:
            counts.repeated += 1
        else:
            counts.changed += 1


def _set_aside(good: _Good, reason: str, detail: str) -> BadRecord:
    return BadRecord(
        position=good.position,
        reason=reason,
        detail=detail,
        original=good.record.original[:200_000],
        source_id=good.record.source_id,
    )
