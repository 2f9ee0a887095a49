# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Handing over what is due: claim, send, remember; each in a transaction of its own.

A worker that dies between sending and remembering leaves a claim behind. After ten minutes it is
sent again under the same name (Message-ID, Topic), by which mail programs and phones know it.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from jobunivers.foundation.notices import composing, rules
from jobunivers.foundation.notices.channels import carrier_of
from jobunivers.foundation.notices.models import (
    Address,
    Channel,
    Delivery,
    Notice,
    Rhythm,
    State,
)
from jobunivers.foundation.notices.queries import wishes
from jobunivers.foundation.notices.register import type_of
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.integrations.carrying import ACCEPTED, Fate, Message, Outcome

_LEASE = timedelta(minutes=10)
_PEOPLE = 500
_LOCK = 7263  # with her number: one worker at a time decides about one person
ADDRESS_GONE = "notices.address_gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One message that has been claimed, and where it goes."""

    channel: str
    deliveries: list[Delivery]
    message: Message
    addresses: list[Address]


def deliver_due(*, municipality_id: int, at: datetime, most: int = 10_000) -> int:
    """Hand over what is due in a kommune; return how many messages were tried.

    Opens its own transactions: it must not be called inside one, or a rollback could forget what
    has been sent.
    """
    tried, beyond = 0, 0
    while tried < most:
        with working_for(municipality_id):
            people = _people_with_due(beyond, at=at)
        if not people:
            break
        for person_id in people:
            with working_for(municipality_id):
                parcels = claim(person_id=person_id, municipality_id=municipality_id, at=at)
            for parcel in parcels:
                outcome, reached, gone = _hand_over(parcel)
                with working_for(municipality_id):
                    settle(parcel, outcome, reached=reached, gone=gone, at=at)
                tried += 1
        beyond = people[-1]
    return tried


def _people_with_due(beyond: int, *, at: datetime) -> list[int]:
    due = _due(at=at).filter(person_id__gt=beyond).order_by("person_id")
    return list(due.values_list("person_id", flat=True).distinct()[:_PEOPLE])


def _due(*, at: datetime) -> QuerySet[Delivery]:
    return Delivery.objects.filter(state__in=[State.WAITING, State.SENDING], due_at__lte=at)


def claim(*, person_id: int, municipality_id: int, at: datetime) -> list[Parcel]:
    """Claim what may go to a person now; put off or leave out the rest, with its reason."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashint8(%s))", [_LOCK, person_id])
    rows = list(
        _due(at=at).filter(person_id=person_id).select_related("notice").order_by("channel", "pk")
    )
    municipality = tenancy.by_pk(municipality_id)
    if not rows or municipality is None:
        return []
    hers = wishes.of_many([person_id], at=at)[person_id]
    addresses = list(
        Address.objects.filter(
            person_id=person_id, verified_at__isnull=False, gone_at=None
        ).order_by("pk")
    )
    had, parcels = list(hers.wish.had), []
    for group in _groups(_wanted(rows, hers, addresses, at=at)):
        if not _goes(group, replace(hers.wish, had=tuple(had)), at=at):
            continue
        had.append(at)
        message = composing.compose(group, municipality=municipality, language=hers.language, at=at)
        there = [one for one in addresses if one.channel == group[0].channel]
        parcels.append(
            Parcel(channel=group[0].channel, deliveries=group, message=message, addresses=there)
        )
    return parcels


def _goes(group: list[Delivery], wish: rules.Wish, *, at: datetime) -> bool:
    """Decide about one message: claim it, put it off, or leave it out; tell whether it goes.

    One that a dead worker had claimed was decided about already.
    """
    first = group[0]
    decision: rules.Decision = rules.Go()
    if first.state == State.WAITING:
        daily = first.rhythm == Rhythm.DAILY
        decision = rules.decide(at, wish, critical=first.critical, daily=daily)
    if isinstance(decision, rules.LeaveOut):
        _end(group, State.LEFT_OUT, decision.reason, at=at)
    elif isinstance(decision, rules.Wait):
        _update(group, due_at=decision.until)
    else:
        _update(
            group,
            state=State.SENDING,
            message=first.message or f"{first.channel}-{first.pk}",
            due_at=at + _LEASE,
            tries=first.tries + 1,
            changed_at=at,
        )
        return True
    return False


def _wanted(
    rows: list[Delivery], hers: wishes.Wishes, addresses: list[Address], *, at: datetime
) -> list[Delivery]:
    """Return what is still worth sending; leave the others out."""
    found = []
    reachable = {one.channel for one in addresses}
    for row in rows:
        reason = _why_not(row, hers, reachable, at=at)
        if reason:
            _end([row], State.LEFT_OUT, reason, at=at)
        else:
            found.append(row)
    return found


def _why_not(row: Delivery, hers: wishes.Wishes, reachable: set[str], *, at: datetime) -> str:
    notice, known = row.notice, type_of(row.notice.kind)
    if known is None:
        return "unknown_type"
    if row.channel not in reachable:
        return "no_address"
    if hers.rhythm(known, row.channel) == Rhythm.OFF:
        return "turned_off"
    if notice.acted_at or (not known.critical and (notice.read_at or notice.opened_at)):
        return "seen_already"
    return "" if known.relevant(notice, at) else "no_longer_relevant"


def _groups(rows: list[Delivery]) -> list[list[Delivery]]:
    """Return what goes out together: a day's notices, and what has been tried together before."""
    found: dict[tuple[str, str], list[Delivery]] = {}
    for row in rows:
        alone = row.rhythm != Rhythm.DAILY
        name = row.message or (f"#{row.pk}" if alone else "today")
        found.setdefault((row.channel, name), []).append(row)
    # What is critical first: limits are for the rest.
    return sorted(found.values(), key=lambda group: (not group[0].critical, group[0].pk))


def _hand_over(parcel: Parcel) -> tuple[Outcome, list[int], list[int]]:
    """Send to each of her addresses that does not have it; return what became of it, and where."""
    carrier = carrier_of(parcel.channel)
    if carrier is None:
        return Outcome(Fate.LATER, "no_carrier"), [], []
    reached, gone, worst = list(parcel.deliveries[0].reached), list[int](), ACCEPTED
    for address in parcel.addresses:
        if address.pk in reached:
            continue
        outcome = carrier.send(parcel.message, address.address)
        if outcome.fate is Fate.ACCEPTED:
            reached.append(address.pk)
        elif outcome.fate is Fate.GONE:
            gone.append(address.pk)
            worst = outcome if worst.fate is Fate.ACCEPTED else worst
        else:
            worst = outcome
    if worst.fate is not Fate.LATER and reached:
        worst = ACCEPTED
    return worst, reached, gone


def settle(
    parcel: Parcel, outcome: Outcome, *, reached: list[int], gone: list[int], at: datetime
) -> None:
    """Remember what became of a message."""
    group = parcel.deliveries
    Address.objects.filter(pk__in=gone).update(gone_at=at)
    if gone and parcel.channel == Channel.EMAIL:
        _tell_gone(group[0].person_id, gone, at=at)
    if reached:
        Notice.objects.filter(pk__in=[row.notice_id for row in group]).update(
            sent_at=Coalesce("sent_at", at)
        )
    if outcome.fate is Fate.ACCEPTED:
        _end(group, State.SENT, "", at=at, reached=reached)
        return
    wait = None
    if outcome.fate is Fate.LATER:
        wait = rules.pause_after(group[0].tries, outcome.wait)
    if wait is not None:
        _update(
            group,
            state=State.WAITING,
            due_at=at + wait,
            reached=reached,
            changed_at=at,
            reason=outcome.reason[:60],
        )
    elif reached:
        _end(group, State.SENT, outcome.reason, at=at, reached=reached)
    else:
        _end(group, State.FAILED, outcome.reason or outcome.fate.value, at=at)


def _tell_gone(person_id: int, gone: list[int], *, at: datetime) -> None:
    from jobunivers.foundation.notices.actions.telling import notify

    notify(
        person_id=person_id,
        kind=ADDRESS_GONE,
        at=at,
        path="beskeder/indstillinger/",
        key=f"address:{gone[0]}:{at:%Y-%m-%d}",
    )


def _end(
    group: list[Delivery],
    state: State,
    reason: str,
    *,
    at: datetime,
    reached: list[int] | None = None,
) -> None:
    more = {} if reached is None else {"reached": reached}
    _update(group, state=state, reason=reason[:60], changed_at=at, **more)


def _update(group: list[Delivery], **values: object) -> None:
    """Change all rows of a message alike, in the database and at hand."""
    Delivery.objects.filter(pk__in=[row.pk for row in group]).update(**values)
    for row in group:
        for name, value in values.items():
            setattr(row, name, value)
