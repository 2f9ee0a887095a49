# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holding the whole chain against the rows: what is whole, and which row or link is not."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import connection

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.audit.models import ChainLink, ChainStanding
from jobunivers.rooms.audit.queries import keys, links, outside, reading
from jobunivers.rooms.audit.queries.findings import Checked, Finding
from jobunivers.rooms.audit.queries.gaps import Removed, removed
from jobunivers.rooms.audit.queries.reopened import reopened_consents
from jobunivers.rooms.audit.queries.sealed import check_seals
from jobunivers.rooms.audit.queries.sources import Source, sources

_READ_AT_ONCE = 200_000
_MOST_OF_A_KIND = 1_000  # rows named one by one; more of the same are counted


def check_chain(*, municipality: Municipality, at: datetime) -> Checked:
    """Return what the whole chain of the kommune worked for says of its rows.

    Every link's digest, signature and place; every row's digest; every seal, and the copy outside
    the database. Reads only.
    """
    began = time.perf_counter()
    checked = Checked()
    reading.settle_the_text()
    known = keys.known_keys()
    hashes = _check_links(checked, known)
    for source in sources(national=municipality.is_national):
        _check_rows(source, known, checked)
    checked.findings += [
        Finding("consent_reopened", table="trust_consent", pk=pk) for pk in reopened_consents()
    ]
    check_seals(municipality, hashes, known, at=at, checked=checked)
    _check_head(municipality, hashes, checked)
    checked.seconds = time.perf_counter() - began
    return checked


def _check_links(checked: Checked, known: Mapping[str, Ed25519PublicKey]) -> dict[int, bytes]:
    """Go through the links in their order; return the digest of each by its number."""
    say = checked.findings.append
    before, number, hashes = links.BEGINNING, 0, {}
    for link in ChainLink.objects.order_by("number").iterator(chunk_size=50):
        if link.number != number + 1:
            told = (
                str(number + 1) if link.number == number + 2 else f"{number + 1}–{link.number - 1}"
            )
            say(Finding("link_missing", link=link.number, told=told))
        elif bytes(link.previous) != before:
            say(Finding("link_does_not_follow", link=link.number))
        digest = links.link_digest(link)
        if digest != bytes(link.hash):
            say(Finding("link_changed", link=link.number, table=link.table))
        public = known.get(link.key_id)
        if public is None:
            say(Finding("key_unknown", link=link.number, told=link.key_id))
        elif not keys.holds(public, bytes(link.signature), digest):
            say(Finding("signature_wrong", link=link.number, table=link.table))
        number, before = link.number, bytes(link.hash)
        hashes[number] = before
        checked.links += 1
    return hashes


def _check_rows(source: Source, known: Mapping[str, Ed25519PublicKey], checked: Checked) -> None:
    """Hold the rows of one table against its links."""
    gone = removed(source.table, known)
    checked.findings += [
        Finding("gap_unsigned", table="retention_tombstone", pk=pk, told=source.table)
        for pk in gone.unsigned
    ]
    end = 0
    for layout, some in _stretches(source):
        try:
            found = reading.read(source, low=end, high=some[-1].high, layout=layout)
        except reading.Unreadable:
            checked.findings.append(
                Finding("columns_gone", grave=False, table=source.table, link=some[0].number)
            )
        else:
            _compare(source, some, found, gone, checked)
        end = some[-1].high
    _not_chained(source, end, checked)


def _stretches(source: Source) -> Iterator[tuple[str, Sequence[ChainLink]]]:
    """Yield the links over a table, in their order, as many as are read at once."""
    mine = ChainLink.objects.filter(table=source.table).order_by("low")
    for layout, group in groupby(mine.iterator(chunk_size=50), key=lambda one: one.columns):
        some: list[ChainLink] = []
        many = 0
        for link in group:
            some.append(link)
            many += link.rows
            if many >= _READ_AT_ONCE:
                yield layout, some
                some, many = [], 0
        if some:
            yield layout, some


def _compare(
    source: Source, some: Sequence[ChainLink], found: reading.Rows, gone: Removed, checked: Checked
) -> None:
    pks = np.frombuffer(b"".join(bytes(one.pks) for one in some), dtype="<i8")
    digests = np.frombuffer(b"".join(bytes(one.digests) for one in some), dtype=np.uint8)
    digests = digests.reshape(-1, reading.DIGEST)
    if len(digests) != len(pks) or (len(pks) > 1 and not bool(np.all(pks[1:] > pks[:-1]))):
        checked.findings.append(
            Finding("link_out_of_order", table=source.table, link=some[0].number)
        )
        return
    checked.rows += len(pks)
    if len(pks) == len(found.pks) and bool(np.array_equal(pks, found.pks)):
        changed = np.flatnonzero((digests != found.digests).any(axis=1))
        if not len(changed):
            return
        missing = extra = np.empty(0, dtype=np.int64)
        changed_pks = pks[changed]
    else:
        missing = pks[~np.isin(pks, found.pks)]
        extra = found.pks[~np.isin(found.pks, pks)]
        here, mine, theirs = np.intersect1d(pks, found.pks, return_indices=True)
        changed_pks = here[(digests[mine] != found.digests[theirs]).any(axis=1)]
    lawfully_gone = np.isin(missing, gone.deleted)
    lawfully_changed = np.isin(changed_pks, gone.changed)
    checked.lawful += int(lawfully_gone.sum() + lawfully_changed.sum())
    where = _Where(source.table, some)
    where.say("row_removed", missing[~lawfully_gone], checked)
    where.say("row_changed", changed_pks[~lawfully_changed], checked)
    where.say("row_inserted", extra, checked)


@dataclass(frozen=True, slots=True)
class _Where:
    """Which link a row is in."""

    table: str
    links: Sequence[ChainLink]

    def say(self, code: str, pks: reading.Pks, checked: Checked) -> None:
        """Tell of each row, and count those beyond the first thousand."""
        highs = np.array([one.high for one in self.links])
        for pk in pks[:_MOST_OF_A_KIND].tolist():
            at = int(np.searchsorted(highs, pk)) if len(highs) else 0
            number = self.links[at].number if at < len(self.links) else None
            checked.findings.append(Finding(code, table=self.table, pk=pk, link=number))
        if len(pks) > _MOST_OF_A_KIND:
            more = str(len(pks) - _MOST_OF_A_KIND)
            checked.findings.append(Finding(f"{code}_more", table=self.table, told=more))


def _not_chained(source: Source, end: int, checked: Checked) -> None:
    """Tell of rows below the number up to which rows were looked for, that no link holds."""
    standing = ChainStanding.objects.filter(municipality_id=current_municipality_id()).first()
    looked = int(standing.highs.get(source.table, 0)) if standing else 0
    if looked > end:
        late = reading.read(source, low=end, high=looked).pks
        _Where(source.table, ()).say("row_inserted", late, checked)


def _check_head(municipality: Municipality, hashes: dict[int, bytes], checked: Checked) -> None:
    """Hold the end of the chain against the copy outside the database."""
    head = outside.head(municipality.code)
    if head is None:
        if hashes:
            checked.findings.append(Finding("no_copy_outside", grave=False))
        return
    number, told = head.get("number"), str(head.get("hash", ""))
    if not isinstance(number, int) or not told:
        checked.findings.append(Finding("copy_unreadable"))
    elif number not in hashes:
        checked.findings.append(
            Finding("end_cut_off", link=number, told=str(max(hashes, default=0)))
        )
    elif hashes[number].hex() != told:
        checked.findings.append(Finding("end_rewritten", link=number))


def open_snapshot() -> None:
    """Let the transaction see one moment alone, so that nothing changes while it is checked."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
