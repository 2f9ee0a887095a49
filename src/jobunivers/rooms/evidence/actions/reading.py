# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waiting statements are read: how far she has come is told to the market place."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.utils import timezone

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.evidence.models import DeliveryTally, Statement, WaitingStatement
from jobunivers.rooms.evidence.queries.statements import voided_among
from jobunivers.rooms.launching.queries import standing_result
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.science.xapi import said_of

AT_A_TIME = 2_000


def read_waiting(*, at: datetime) -> int:
    """Read everything that waits in the kommune at work; return how many statements that was."""
    read = 0
    while some := _read_some(at=at):
        read += some
    return read


@transaction.atomic
def _read_some(*, at: datetime) -> int:
    """Read some; another worker reads others meanwhile."""
    waiting = WaitingStatement.objects.select_for_update(skip_locked=True).order_by("pk")
    taken = dict(waiting.values_list("pk", "statement_pk")[:AT_A_TIME])
    rows = list(Statement.objects.filter(pk__in=taken.values()).order_by("said_at", "pk"))
    by_offer: dict[int, list[Statement]] = defaultdict(list)
    for row in rows:
        by_offer[row.offer_id].append(row)
    offers = Offer.objects.select_related("current").in_bulk(by_offer)
    for offer_id, theirs in sorted(by_offer.items()):
        if offer_id in offers:
            _tell(offers[offer_id], theirs, at=at)
            _tally(offer_id, theirs)
    WaitingStatement.objects.filter(pk__in=taken).delete()
    return len(taken)


def _tell(offer: Offer, rows: Sequence[Statement], *, at: datetime) -> None:
    voided = voided_among(offer.pk, [row.statement_id for row in rows])
    hers: dict[int, list[Statement]] = defaultdict(list)
    for row in rows:
        if row.statement_id not in voided:
            hers[row.citizen_id].append(row)
    for citizen_id, some in sorted(hers.items()):
        _tell_of_one(citizen_id, offer, some, at=at)
    for citizen_id in _taken_back_of(offer.pk, rows):
        _tell_what_holds(citizen_id, offer, at=at)


def _taken_back_of(offer_id: int, rows: Sequence[Statement]) -> list[int]:
    """Return whose statements, read already perhaps, are taken back by some of these."""
    named = [row.voids for row in rows if row.voids is not None]
    if not named:
        return []
    back = Statement.objects.filter(offer_id=offer_id, statement_id__in=named, voids=None)
    return sorted(set(back.order_by().values_list("citizen_id", flat=True)))


@dataclass(frozen=True, slots=True)
class _Far:
    """What statements say together: how far, with what score, when last, and through since when."""

    share: float = 0.0
    score: float | None = None
    last: datetime | None = None
    through: datetime | None = None


def _far_by(rows: Iterable[Statement]) -> _Far:
    """Return what statements of one citizen say, in rows of the time they speak of."""
    share, score, last = 0.0, None, None
    through: datetime | None = None
    for row in rows:
        said = said_of(row.body)
        if said is None:
            continue
        last = row.said_at
        # A part of it says that she was there, not how far she has come with the whole.
        if row.whole:
            share, score = max(share, said.share), said.score if said.score is not None else score
            through = through or (row.said_at if said.through else None)
    return _Far(share, score, last, through)


def _key_of(citizen_id: int, offer: Offer) -> str:
    # One key for each use: what is paid by completion is paid once, whatever is told again.
    return f"xapi:{offer.pk}:{citizen_id}"


def _tell_of_one(citizen_id: int, offer: Offer, rows: Sequence[Statement], *, at: datetime) -> None:
    """Tell how far one citizen has come; each statement counts once."""
    far = _far_by(rows)
    if far.last is None:
        return
    market.progress(
        citizen_id=citizen_id, offer=offer, share=far.share, score=far.score, at=min(far.last, at)
    )
    if far.through is not None:
        market.complete(
            citizen_id=citizen_id,
            offer=offer,
            key=_key_of(citizen_id, offer),
            at=min(far.through, at),
            score=far.score,
        )


def _tell_what_holds(citizen_id: int, offer: Offer, *, at: datetime) -> None:
    """Tell how far she has come by what is left when something was taken back."""
    told = Statement.objects.filter(offer_id=offer.pk, citizen_id=citizen_id, whole=True)
    rows = list(told.order_by("said_at", "pk"))
    voided = voided_among(offer.pk, [row.statement_id for row in rows])
    far = _far_by(row for row in rows if row.statement_id not in voided)
    share, score = standing_result(citizen_id=citizen_id, offer_id=offer.pk)
    market.tell_anew(
        citizen_id=citizen_id,
        offer=offer,
        told_by=_key_of(citizen_id, offer),
        share=max(far.share, share),
        score=far.score if far.score is not None else score,
        through=far.through is not None,
        at=at,
    )


def _tally(offer_id: int, rows: Sequence[Statement]) -> None:
    code = Municipality.objects.values_list("code", flat=True).get(pk=current_municipality_id())
    days: Counter[date] = Counter(timezone.localdate(row.stored_at) for row in rows)
    last = max(row.stored_at for row in rows)
    for day, count in sorted(days.items()):
        tally, new = DeliveryTally.objects.get_or_create(
            municipality_code=code,
            offer_id=offer_id,
            day=day,
            defaults={"statements": count, "last_at": last},
        )
        if not new:
            DeliveryTally.objects.filter(pk=tally.pk).update(
                statements=F("statements") + count, last_at=Greatest("last_at", Value(last))
            )
