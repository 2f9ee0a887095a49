# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the chain stands: for the officer's page, and for the operators' health page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.audit.models import ChainCheck, ChainStanding, Seal
from jobunivers.rooms.audit.queries import keys, links, outside, reading, words
from jobunivers.rooms.audit.queries.findings import Finding
from jobunivers.rooms.audit.queries.sources import sources, tables

# The worker looks every other minute, and takes what was marked a moment before.
_BEHIND = timedelta(minutes=30)
_UNCHECKED = timedelta(hours=50)
_UNSEALED = timedelta(days=2)
_SEALS = 31


@dataclass(frozen=True, slots=True)
class TableRow:
    """One table of the chain: rows in it, when it was last added to, and what waits."""

    table: str
    rows: int
    waits: int
    at: datetime | None


@dataclass(frozen=True, slots=True)
class SealRow:
    """A seal: the day it closes, when it was set, and how many rows it holds."""

    day: date
    at: datetime
    rows: int
    digest: str  # what an auditor holds against the copy that she was given


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What a check found, in words."""

    at: datetime
    rows: int
    links: int
    lawful: int
    seconds: float
    grave: int
    remarks: int
    findings: Sequence[tuple[bool, str]]

    @property
    def speed(self) -> int:
        """Return rows a second."""
        return round(self.rows / self.seconds) if self.seconds else 0


@dataclass(frozen=True, slots=True)
class ChainPage:
    """All that is said of a kommune's chain."""

    tables: Sequence[TableRow]
    number: int
    rows: int
    waits: int
    chained_at: datetime | None
    seals: Sequence[SealRow]  # of the last month, the newest first
    checks: Sequence[CheckRow]
    key_ids: Sequence[str]
    copy: bool

    @property
    def seal(self) -> SealRow | None:
        """Return the newest seal; None: there is none."""
        return self.seals[0] if self.seals else None

    @property
    def newest(self) -> CheckRow | None:
        """Return the last check; None: there was none."""
        return self.checks[0] if self.checks else None


def chain_page(municipality: Municipality) -> ChainPage:
    """Return how the chain of the kommune worked for stands."""
    standing = ChainStanding.objects.filter(municipality=municipality).first()
    waits = _waiting(municipality, standing)
    known = {table: (rows, at) for table, rows, at in links.by_table()}
    rows = [
        TableRow(table, known.get(table, (0, None))[0], waits.get(table, 0),
                 known.get(table, (0, None))[1])
        for table in sorted({*known, *waits})
    ]  # fmt: skip
    return ChainPage(
        tables=rows,
        number=standing.number if standing else 0,
        rows=sum(one.rows for one in rows),
        waits=sum(waits.values()),
        chained_at=standing.chained_at if standing else None,
        seals=[_sealed(one) for one in Seal.objects.order_by("-day", "-pk")[:_SEALS]],
        checks=[_checked(one) for one in ChainCheck.objects.order_by("-at", "-pk")[:5]],
        key_ids=list(keys.known_keys()),
        copy=outside.there_is_a_copy(),
    )


def waiting(municipality: Municipality) -> int:
    """Return how many rows of the kommune worked for are in no link yet."""
    standing = ChainStanding.objects.filter(municipality=municipality).first()
    return sum(_waiting(municipality, standing).values())


def _waiting(municipality: Municipality, standing: ChainStanding | None) -> dict[str, int]:
    found = sources(national=municipality.is_national)
    lows = links.lows(standing, tables(found))
    return reading.waiting(found, lows, reading.given_out(tables(found)))


def _sealed(row: Seal) -> SealRow:
    return SealRow(row.day, row.made_at, row.rows, links.seal_digest(row).hex())


def _checked(row: ChainCheck) -> CheckRow:
    told = [Finding(**one) for one in row.findings]
    return CheckRow(
        row.at, row.rows, row.links, row.lawful, row.seconds, row.grave, row.remarks,
        [(one.grave, words.said(one)) for one in told],
    )  # fmt: skip


def warnings(*, at: datetime) -> list[str]:
    """Return what operators should look at, as short codes; no kommune is named.

    `audit:broken`: a check found what no rule explains. `audit:behind`: rows wait to be chained
    for long, or a day is not sealed. `audit:unsealed`: rows are chained and nothing is sealed.
    `audit:unchecked`: no check for two nights, or none at all.
    """
    rows = list(ChainStanding.objects.all())
    found = []
    if any(one.grave for one in rows):
        found.append("audit:broken")
    if any(_is_behind(one, at) for one in rows):
        found.append("audit:behind")
    if any(one.number and one.sealed_on is None for one in rows):
        found.append("audit:unsealed")
    if any(one.number and _is_unchecked(one, at) for one in rows):
        found.append("audit:unchecked")
    return found


@dataclass(frozen=True, slots=True)
class Sealed:
    """How far all chains of the platform are sealed and checked; the one that is least far."""

    state: str  # "whole", "broken", "nothing chained yet", "nothing sealed yet", "not checked yet"
    chains: int
    sealed_on: date | None
    checked_at: datetime | None


def how_sealed() -> Sealed:
    """Return how far the chains that hold anything are sealed and checked; none is named."""
    rows = list(ChainStanding.objects.filter(number__gt=0))
    days = [one.sealed_on for one in rows if one.sealed_on is not None]
    checks = [one.checked_at for one in rows if one.checked_at is not None]
    if any(one.grave for one in rows):
        state = "broken"
    elif not rows:
        state = "nothing chained yet"
    elif len(days) < len(rows):
        state = "nothing sealed yet"
    else:
        state = "whole" if len(checks) == len(rows) else "not checked yet"
    return Sealed(
        state,
        len(rows),
        min(days) if rows and len(days) == len(rows) else None,
        min(checks) if rows and len(checks) == len(rows) else None,
    )


def _is_unchecked(one: ChainStanding, at: datetime) -> bool:
    return one.checked_at is None or at - one.checked_at > _UNCHECKED


def _is_behind(one: ChainStanding, at: datetime) -> bool:
    late = one.chained_at is not None and at - one.chained_at > _BEHIND
    return late or (one.sealed_on is not None and at.date() - one.sealed_on > _UNSEALED)
