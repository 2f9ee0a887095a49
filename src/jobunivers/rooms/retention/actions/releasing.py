# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables for research: one asks, another approves, and nobody can be found in what is made."""

import csv
import hashlib
import io
import secrets
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import product

from django.db import transaction
from django.db.models import Max, Q, Sum
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.retention.actions.holding import wait_for_deletion
from jobunivers.rooms.retention.models import Release, ReleaseKind, ReleaseState
from jobunivers.rooms.retention.queries import choices, variables
from jobunivers.science import anonymity

LEAST_K, MOST_CELLS, MOST_COLUMNS = 10, 5_000, 6
LEAST_DIVERSITY = 2
APART = timedelta(days=90)
"""So long between two tables of rows that share a column: what is told twice can be compared."""
_THOUSAND = 1_000


class NotAsked(Exception):  # noqa: N818 - it reads as what happened
    """It waits no more, or the same person asked for it."""


class OverBudget(Exception):  # noqa: N818 - it reads as what happened
    """The year's budget of noise would be passed."""


class TooSoon(Exception):  # noqa: N818 - it reads as what happened
    """Rows with one of these columns were given lately."""

    def __init__(self, on: date) -> None:
        super().__init__(f"not before {on:%Y-%m-%d}")
        self.on = on


class TooMany(Exception):  # noqa: N818 - it reads as what happened
    """There are more cells, or ways to choose levels, than can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for."""

    kind: ReleaseKind
    columns: Sequence[str]
    k: int = LEAST_K
    sensitive: str = ""
    diversity: int = 1
    epsilon_thousandths: int = 0
    purpose: str
    recipient: str


@transaction.atomic
def ask_release(*, asked: Asked, by_id: int, at: datetime) -> Release:
    """Ask for a table.

    Raises:
        TooMany: it has more columns or cells than can be told.
    """
    known = variables.variables()
    columns = [one for one in asked.columns if one in known and one != asked.sensitive]
    cells = 1
    for code in columns:
        cells *= len(known[code].domain()) + 1
    too_wide = len(columns) > MOST_COLUMNS
    if not columns or too_wide or (asked.kind is ReleaseKind.COUNTS and cells > MOST_CELLS):
        raise TooMany
    row = Release.objects.create(
        kind=asked.kind,
        columns=columns,
        sensitive=asked.sensitive if asked.kind is ReleaseKind.ROWS else "",
        k=max(asked.k, LEAST_K),
        diversity=max(asked.diversity, LEAST_DIVERSITY if asked.sensitive else 1),
        epsilon_thousandths=asked.epsilon_thousandths,
        purpose=asked.purpose,
        recipient=asked.recipient,
        asked_at=at,
        asked_by_id=by_id,
    )
    events.record("retention.release_asked_for", at=at, actor_id=by_id, data={"release_id": row.pk})
    return row


@transaction.atomic
def refuse_release(*, release_id: int, by_id: int, why: str, at: datetime) -> None:
    """Give nothing away. Raises NotAsked."""
    changed = (
        Release.objects.filter(pk=release_id, state=ReleaseState.ASKED)
        .exclude(asked_by_id=by_id)
        .update(state=ReleaseState.REFUSED, decided_at=at, decided_by_id=by_id, refused_why=why)
    )
    if not changed:
        raise NotAsked
    events.record(
        "retention.release_refused", at=at, actor_id=by_id, data={"release_id": release_id}
    )


@transaction.atomic
def make_release(*, release_id: int, by_id: int, at: datetime) -> Release:
    """Approve a table that somebody else asked for, and make it, once.

    Raises:
        NotAsked: it waits no more, or the same person asked for it.
        OverBudget: the counts would cost more than is left of the year.
        TooSoon: rows with one of the columns were given lately.
    """
    wait_for_deletion()  # nor do two tables at once spend the same budget
    row = Release.objects.select_for_update().filter(pk=release_id, state="asked").first()
    if row is None or row.asked_by_id == by_id:
        raise NotAsked
    today = timezone.localdate(at)
    if row.kind == ReleaseKind.COUNTS and row.epsilon_thousandths > left_of_budget(today):
        raise OverBudget
    if row.kind == ReleaseKind.ROWS and (last := _last_of(row)) and at < last + APART:
        raise TooSoon(timezone.localdate(last + APART))
    people, values = _values(list(row.columns), row.sensitive, today)
    maker = _rows if row.kind == ReleaseKind.ROWS else _counts
    row.table, row.rows_out, row.report = maker(row, values)
    row.rows_in, row.year = people, today.year
    row.sha256 = hashlib.sha256(row.table.encode()).hexdigest()
    row.state, row.decided_at, row.decided_by_id = ReleaseState.MADE, at, by_id
    row.save()
    events.record("retention.release_made", at=at, actor_id=by_id, data={"release_id": row.pk})
    return row


def _last_of(row: Release) -> datetime | None:
    """Return when rows with a column of these were given last."""
    mine = [*row.columns, *([row.sensitive] if row.sensitive else [])]
    made = Release.objects.filter(kind=ReleaseKind.ROWS, state=ReleaseState.MADE)
    same = made.filter(Q(columns__overlap=mine) | Q(sensitive__in=mine))
    last: datetime | None = same.aggregate(last=Max("decided_at"))["last"]
    return last


def left_of_budget(today: date) -> int:
    """Return how many thousandths of epsilon the kommune may still spend this year."""
    spent = Release.objects.filter(
        kind=ReleaseKind.COUNTS, state=ReleaseState.MADE, year=today.year
    ).aggregate(spent=Sum("epsilon_thousandths"))["spent"]
    return choices.number("epsilon_thousandths", today) - (spent or 0)


def _values(columns: list[str], sensitive: str, today: date) -> tuple[int, dict[str, list[str]]]:
    """Return how many people there are, and each column's value of each, in no order of theirs."""
    known = variables.variables()
    wanted = [*columns, *([sensitive] if sensitive in known else [])]
    told = {code: known[code].asked(today) for code in wanted}
    ids = sorted({one for values in told.values() for one in values})
    secrets.SystemRandom().shuffle(ids)
    return len(ids), {
        code: [values.get(one, variables.UNKNOWN) for one in ids] for code, values in told.items()
    }


def _rows(row: Release, values: dict[str, list[str]]) -> tuple[str, int, dict[str, object]]:
    known = variables.variables()
    columns = [anonymity.Column(code, known[code].levels(values[code])) for code in row.columns]
    secret = values.get(row.sensitive)
    given = anonymity.release(columns, k=row.k, sensitive=secret, diversity=row.diversity)
    chosen = [one.levels[level] for one, level in zip(columns, given.levels, strict=True)]
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in given.kept:
        groups[tuple(column[one] for column in chosen)].append(one)
    kept = anonymity.thinned(
        groups, k=row.k, rng=secrets.SystemRandom(), sensitive=secret,
        diversity=row.diversity, unsaid=variables.UNKNOWN,
    )  # fmt: skip
    told = sorted(
        (*group, *([secret[one]] if secret else [])) for group, ones in kept.items() for one in ones
    )
    report: dict[str, object] = {
        "levels": dict(zip(row.columns, given.levels, strict=True)),
        "suppressed": given.suppressed + len(given.kept) - len(told),
        "groups": len(kept),
        "smallest": min(map(len, kept.values()), default=0),
        "loss": round(given.loss, 4),
    }
    head = [*row.columns, *([row.sensitive] if secret else [])]
    return _csv(head, told), len(told), report


def _counts(row: Release, values: dict[str, list[str]]) -> tuple[str, int, dict[str, object]]:
    """Count every cell there could be, with noise; each person is in one cell."""
    known = variables.variables()
    fine = [known[code].levels(values[code])[0] for code in row.columns]
    there = Counter(zip(*fine, strict=True))
    domains = [(*known[code].domain(), variables.UNKNOWN) for code in row.columns]
    counts = {cell: there[cell] for cell in product(*domains)}
    epsilon = Fraction(row.epsilon_thousandths, _THOUSAND)
    noisy = anonymity.noisy_counts(counts, epsilon=epsilon, rng=secrets.SystemRandom())
    told = [(*cell, str(count)) for cell, count in noisy.items()]
    report: dict[str, object] = {"cells": len(told), "epsilon": float(epsilon)}
    return _csv([*row.columns, "antal"], told), len(told), report


def _csv(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()
