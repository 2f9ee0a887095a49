# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chaining what was written: a worker's work, so that whoever writes is never held up."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, connection, transaction

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.audit.models import ChainLink, ChainStanding, Mark, Seal
from jobunivers.rooms.audit.queries import keys, links, outside, reading
from jobunivers.rooms.audit.queries.sources import Source, sources, tables

_log = logging.getLogger(__name__)
_IN_A_LINK = 5_000
_READ_AT_ONCE = 100_000
# A number is handed out just before its transaction has one of its own: a moment lies between.
A_MOMENT = timedelta(seconds=5)
_MARKS = 6
_LOCK = 7_310_031  # of transactions that add to one kommune's chain


@dataclass(frozen=True, slots=True)
class Chained:
    """How much was added to a chain."""

    links: int
    rows: int


@transaction.atomic
def mark(*, at: datetime) -> Mark:
    """Note how far all tables' numbers have come; older marks are let go."""
    highs = reading.given_out(tables(sources(national=True)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        (own,) = cursor.fetchone()
    made = Mark.objects.create(at=at, transaction=own, highs=highs)
    kept = list(Mark.objects.order_by("-pk").values_list("pk", flat=True)[:_MARKS])
    # A database that was read back counts its transactions anew: what was marked before is void.
    Mark.objects.exclude(pk__in=kept, transaction__lte=own).delete()
    return made


def settled() -> Mapping[str, int]:
    """Return the numbers of each table below which nothing can appear any more; {}: none yet.

    Those of the newest mark after which, a moment later, another was made whose transactions are
    all over. A transaction that runs for long holds the chain up, and is seen as waiting rows.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        (xmin,) = cursor.fetchone()
    over: Mark | None = None
    for one in Mark.objects.order_by("-at", "-pk"):
        if over is not None and over.at - one.at >= A_MOMENT:
            return {str(table): int(high) for table, high in one.highs.items()}
        if one.transaction < xmin and over is None:
            over = one
    return {}


@transaction.atomic
def chain(*, highs: Mapping[str, int], at: datetime) -> Chained:
    """Add what is new of the kommune worked for to its chain, up to these numbers of each table."""
    municipality = _kommune()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK, municipality.pk])
    reading.settle_the_text()
    adding = _Adding(municipality.pk, at)
    standing, _new = ChainStanding.objects.get_or_create(municipality=municipality)
    found = sources(national=municipality.is_national)
    lows = links.lows(standing, tables(found))
    for source in found:
        low, high = lows.get(source.table, 0), highs.get(source.table, 0)
        if high > low:
            adding.add(source, low=low, high=high)
    adding.write()
    standing.highs = {table: max(low, highs.get(table, 0)) for table, low in lows.items()}
    _stand(municipality, standing, adding, at)
    return Chained(adding.links, adding.rows)


class _Adding:
    """Links on their way to the end of one chain."""

    def __init__(self, municipality_id: int, at: datetime) -> None:
        self.municipality_id, self.at = municipality_id, at
        self.signer = keys.signer()
        last = links.last_link()
        self.number = 0 if last is None else last.number
        self.hash = links.BEGINNING if last is None else bytes(last.hash)
        self.links = self.rows = 0
        self._fresh: list[ChainLink] = []

    def add(self, source: Source, *, low: int, high: int) -> None:
        """Bind the rows of a table between two numbers; what is bound stands in order."""
        at = low
        while True:
            found = reading.read(source, low=at, high=high, most=_READ_AT_ONCE)
            many = len(found.pks)
            last_part = many < _READ_AT_ONCE
            for part in reading.slices(many, _IN_A_LINK):
                pks = found.pks[part]
                end = high if last_part and part.stop == many else int(pks[-1])
                self._bind(source, at, end, pks, found.digests[part])
                at = end
            if last_part:
                return
            self.write()

    def _bind(
        self, source: Source, low: int, high: int, pks: reading.Pks, digests: reading.Digests
    ) -> None:
        self.number += 1
        link = ChainLink(
            municipality_id=self.municipality_id,
            number=self.number,
            table=source.table,
            columns=source.layout,
            low=low,
            high=high,
            rows=len(pks),
            made_at=self.at,
            pks=pks.astype("<i8").tobytes(),
            digests=digests.tobytes(),
            previous=self.hash,
            key_id=self.signer.id,
        )
        self.hash = link.hash = links.link_digest(link)
        link.signature = self.signer.sign(self.hash)
        self._fresh.append(link)
        self.links += 1
        self.rows += len(pks)

    def write(self) -> None:
        """Write what is bound."""
        ChainLink.objects.bulk_create(self._fresh, batch_size=50)
        self._fresh = []


def _stand(
    municipality: Municipality, standing: ChainStanding, adding: _Adding, at: datetime
) -> None:
    """Say how the chain stands: in the database for operators, and outside it."""
    standing.number = adding.number
    standing.rows += adding.rows
    standing.chained_at = at
    standing.save()
    if adding.links:
        line = {"kommune": municipality.code, "number": adding.number, "hash": adding.hash.hex(),
                "at": at.isoformat(), "key": adding.signer.id,
                "signature": adding.signer.sign(adding.hash).hex()}  # fmt: skip
        transaction.on_commit(lambda: outside.set_head(municipality.code, line))


@transaction.atomic
def seal(*, day: date, at: datetime) -> Seal | None:
    """Seal what the chain of the kommune worked for has come to by a day; once.

    Returns None when the day is sealed already.
    """
    municipality = _kommune()
    before = links.last_seal()
    if before is not None and before.day >= day:
        return None
    last, signer = links.last_link(), keys.signer()
    number = 0 if last is None else last.number
    rows = links.rows_chained(after=0 if before is None else before.number)
    made = Seal(
        municipality_id=municipality.pk,
        day=day,
        number=number,
        hash=links.BEGINNING if last is None else bytes(last.hash),
        rows=rows + (0 if before is None else before.rows),
        made_at=at,
        previous=links.BEGINNING if before is None else links.seal_digest(before),
        key_id=signer.id,
    )
    digest = links.seal_digest(made)
    made.signature = signer.sign(digest)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        return None
    ChainStanding.objects.update_or_create(municipality=municipality, defaults={"sealed_on": day})
    line = {"kommune": municipality.code, "day": day.isoformat(), "number": number,
            "hash": bytes(made.hash).hex(), "rows": made.rows, "at": at.isoformat(),
            "key": signer.id, "digest": digest.hex(),
            "signature": bytes(made.signature).hex()}  # fmt: skip
    transaction.on_commit(lambda: outside.add_seal(line))
    return made


def _kommune() -> Municipality:
    found = tenancy.by_pk(current_municipality_id())
    if found is None:
        raise RuntimeError("the kommune worked for is not there")
    return found
