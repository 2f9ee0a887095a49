# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling people something, and remembering that they read it, followed it and did it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Coalesce

from jobunivers.foundation.adding import add_columns, add_new
from jobunivers.foundation.notices import rules
from jobunivers.foundation.notices.channels import offered
from jobunivers.foundation.notices.links import path_within
from jobunivers.foundation.notices.models import Address, Delivery, Notice, Rhythm
from jobunivers.foundation.notices.queries import wishes
from jobunivers.foundation.notices.register import type_of, types_for_act
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy import queries as tenancy

_AT_A_TIME = 2_000
_OCCASION = ("person_id", "kind", "key")
_QUEUED = (
    "notice_id", "person_id", "channel", "rhythm", "critical", "due_at", "changed_at",
)  # fmt: skip
_TOLD = (*_OCCASION, "sender", "data", "path", "wants_answer", "created_at")
ACTED_WITHIN = timedelta(days=14)  # later, it was hardly the notice that did it


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One notice to one person; `key` names the occasion, so that it is told once.

    `inside` keeps it on her own pages, whatever ways out of the house she has.
    """

    person_id: int
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""
    key: str = ""
    inside: bool = False


def notify(
    *,
    person_id: int,
    kind: str,
    at: datetime,
    data: Mapping[str, Any] | None = None,
    path: str = "",
    key: str = "",
) -> Notice:
    """Put a notice on the person's pages, and send it the ways she wants it.

    The path leads to what it is about. With a key the same occasion is told once: the notice that
    stands already is returned.
    """
    wanted = Wanted(person_id=person_id, kind=kind, data=dict(data or {}), path=path, key=key)
    made = notify_many([wanted], at=at)
    if made:
        return made[0]
    return Notice.objects.get(person_id=person_id, kind=kind, key=key)


@transaction.atomic
def notify_many(wanted: Iterable[Wanted], *, at: datetime) -> list[Notice]:
    """Put many notices, and queue them the ways their readers want; return the new ones."""
    everything, slug = list(wanted), _slug()
    made: list[Notice] = []
    for start in range(0, len(everything), _AT_A_TIME):
        made += _tell(everything[start : start + _AT_A_TIME], slug, at=at)
    return made


def _tell(wanted: Sequence[Wanted], slug: str, *, at: datetime) -> list[Notice]:
    rows = [_row(one, slug, at=at) for one in _not_told_yet(wanted)]
    keyless = Notice.objects.bulk_create([row for row in rows if not row.key])
    made = [*keyless, *_added([row for row in rows if row.key])]
    quiet = {(one.person_id, one.kind, one.key) for one in wanted if one.inside}
    _queue([row for row in made if (row.person_id, row.kind, row.key) not in quiet], at=at)
    return made


def _added(keyed: Sequence[Notice]) -> list[Notice]:
    """Add notices with a key; return the new ones, with their numbers.

    Another worker may tell the same at this moment: whoever comes first has told it.
    """
    if not keyed:
        return []
    columns = {name: [getattr(row, name) for row in keyed] for name in _TOLD}
    numbers = add_new(Notice, columns, by=_OCCASION)
    new = []
    for row in keyed:
        number = numbers.get((row.person_id, row.kind, row.key))
        if number is not None:
            row.pk = number
            row._state.adding = False  # noqa: SLF001 - as Django's own `bulk_create` does
            new.append(row)
    return new


def _not_told_yet(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Return what is not told already, each occasion once."""
    told = Notice.objects.filter(
        person_id__in={one.person_id for one in wanted if one.key},
        key__in={one.key for one in wanted if one.key},
    ).order_by()
    seen = set(told.values_list("person_id", "kind", "key"))
    found = []
    for one in wanted:
        occasion = (one.person_id, one.kind, one.key)
        if one.key and occasion in seen:
            continue
        seen.add(occasion)
        found.append(one)
    return found


def _row(one: Wanted, slug: str, *, at: datetime) -> Notice:
    known = type_of(one.kind)
    return Notice(
        person_id=one.person_id,
        kind=one.kind,
        sender=known.sender if known else "",
        key=one.key,
        data=dict(one.data),
        path=path_within(one.path, slug),
        wants_answer=known.wants_answer if known else False,
        created_at=at,
    )


def _queue(made: Sequence[Notice], *, at: datetime) -> None:
    """Make the sendings of new notices: one per channel that she has and wants."""
    typed = [(notice, known) for notice in made if (known := type_of(notice.kind))]
    channels = offered()
    if not typed or not channels:
        return
    people = {notice.person_id for notice, _ in typed}
    reachable = set(
        Address.objects.filter(person_id__in=people, verified_at__isnull=False, gone_at=None)
        .order_by()
        .values_list("person_id", "channel")
    )
    reachable = {(person_id, channel) for person_id, channel in reachable if channel in channels}
    if not reachable:
        return
    hers = wishes.of_many(sorted({person_id for person_id, _ in reachable}))
    rows: list[tuple[int, int, str, str, bool, datetime, datetime]] = []
    for notice, known in typed:
        for channel in channels:
            if (notice.person_id, channel) not in reachable:
                continue
            mine = hers[notice.person_id]
            rhythm = mine.rhythm(known, channel)
            if rhythm == Rhythm.OFF:
                continue
            due = at if rhythm == Rhythm.AT_ONCE else rules.digest_after(at, mine.wish)
            rows.append(
                (notice.pk, notice.person_id, str(channel), str(rhythm), known.critical, due, at)
            )
    if rows:
        add_columns(Delivery, dict(zip(_QUEUED, map(list, zip(*rows, strict=True)), strict=True)))
    if any(due <= at for *_, due, _changed in rows):
        from jobunivers.foundation.notices import tasks

        tasks.deliver_soon(municipality_id=current_municipality_id())


def _slug() -> str:
    municipality = tenancy.by_pk(current_municipality_id())
    return municipality.slug if municipality else ""


def mark_read(*, person_id: int, at: datetime) -> int:
    """Mark all the person's notices as read; return how many were new."""
    return Notice.objects.filter(person_id=person_id, read_at=None).update(read_at=at)


def follow(*, notice: Notice, via: str, at: datetime) -> None:
    """Remember that she followed a notice's link, and from where; the first time counts."""
    Notice.objects.filter(pk=notice.pk, opened_at=None).update(
        opened_at=at, opened_via=via, read_at=Coalesce("read_at", at)
    )


def act(*, person_id: int, event: str, event_data: Mapping[str, Any], at: datetime) -> int:
    """Remember that she did what notices of the last two weeks were for; return how many.

    Only acts that their type names count, and only about what the notice was about.
    """
    kinds = {known.code: known for known in types_for_act(event)}
    open_ones = Notice.objects.filter(
        person_id=person_id,
        kind__in=list(kinds),
        acted_at=None,
        created_at__gte=at - ACTED_WITHIN,
        created_at__lte=at,
    ).order_by("pk")
    done = [one.pk for one in open_ones if kinds[one.kind].acted(one.data, event_data)]
    return Notice.objects.filter(pk__in=done, acted_at=None).update(acted_at=at) if done else 0
