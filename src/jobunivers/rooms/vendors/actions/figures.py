# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What firms may know of use: counted by each kommune, published once by the platform."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.marketplace import queries as marketplace
from jobunivers.rooms.marketplace.queries import Act, Offer, Source, UseAct
from jobunivers.rooms.vendors.models import KommuneMonth, PublishedMonth, SaidWords
from jobunivers.rooms.vendors.queries.disclosure import (
    Counted,
    Rated,
    Shown,
    batched,
    month_shown,
)

# Each kommune counts in the first nights of a month; on this day what is there is published.
PUBLISHED_ON_DAY = 3


def closed_months(at: datetime, *, back: int = 1) -> list[date]:
    """Return the first days of the months that are over, the oldest first, at most so many."""
    first = timezone.localdate(at).replace(day=1)
    months = []
    for _ in range(back):
        first = (first - timedelta(days=1)).replace(day=1)
        months.append(first)
    return months[::-1]


@transaction.atomic
def count_months(*, at: datetime, back: int = 1) -> int:
    """Count the kommune's months that are over, once each; return the new lines.

    A line that is there stays: what is counted again after somebody is forgotten would tell of her.
    """
    code = Municipality.objects.values_list("code", flat=True).get(pk=current_municipality_id())
    offers = set(Offer.objects.filter(source=Source.MARKET).values_list("pk", flat=True))
    before = KommuneMonth.objects.filter(municipality_code=code).count()
    for month in closed_months(at, back=back):
        begins, ends = _bounds(month)
        used = _used(begins, ends)
        stars = marketplace.star_sums(until=ends)
        rows = [
            KommuneMonth(
                municipality_code=code,
                offer_id=pk,
                month=month,
                raters=stars.get(pk, (0, 0))[0],
                stars=stars.get(pk, (0, 0))[1],
                counted_at=at,
                **used.get(pk, {}),
            )
            for pk in sorted((used.keys() | stars.keys()) & offers)
        ]
        KommuneMonth.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    return KommuneMonth.objects.filter(municipality_code=code).count() - before


def _used(begins: datetime, ends: datetime) -> dict[int, dict[str, int]]:
    back = UseAct.objects.filter(act=Act.TAKEN_BACK).values("takes_back")
    rows = UseAct.objects.filter(at__gte=begins, at__lt=ends).exclude(pk__in=back)
    acts = rows.order_by().values("offer_id")
    begun, done = Q(act=Act.STARTED), Q(act=Act.COMPLETED)
    counted = acts.filter(begun | done).annotate(
        users=Count("citizen_id", filter=begun, distinct=True),
        starts=Count("pk", filter=begun),
        completers=Count("citizen_id", filter=done, distinct=True),
    )
    return {
        row["offer_id"]: {name: row[name] for name in ("users", "starts", "completers")}
        for row in counted
    }


def _bounds(month: date) -> tuple[datetime, datetime]:
    following = (month + timedelta(days=32)).replace(day=1)
    begins, ends = (
        timezone.make_aware(datetime.combine(day, time.min)) for day in (month, following)
    )
    return begins, ends


def publish_months(*, at: datetime, back: int = 1) -> int:
    """Publish what all kommuner have counted, each month once and never again; return how many.

    Before the third of a month the one before it is not published: a kommune may still count.
    """
    months = closed_months(at, back=back)
    if timezone.localdate(at).day < PUBLISHED_ON_DAY:
        months = months[:-1]
    return sum(_publish(month, at) for month in months)


@transaction.atomic
def _publish(month: date, at: datetime) -> int:
    there = set(PublishedMonth.objects.filter(month=month).values_list("offer_id", flat=True))
    if there:
        return 0  # it was published as it stood: who comes late is left out
    counted: dict[int, list[KommuneMonth]] = defaultdict(list)
    for row in KommuneMonth.objects.filter(month=month).order_by("offer_id", "municipality_code"):
        counted[row.offer_id].append(row)
    before = _last_rated(counted.keys(), month)
    made = [
        PublishedMonth(
            offer_id=pk, month=month, figures=_figures(rows, before.get(pk)), published_at=at
        )
        for pk, rows in counted.items()
    ]
    PublishedMonth.objects.bulk_create(made, ignore_conflicts=True, batch_size=1000)
    return len(made)


def _figures(rows: Sequence[KommuneMonth], before: Rated | None) -> dict[str, object]:
    counted = [
        Counted(
            kommune=one.municipality_code,
            users=one.users,
            starts=one.starts,
            completers=one.completers,
        )
        for one in rows
    ]
    now = Rated(sum(one.raters for one in rows), sum(one.stars for one in rows))
    return month_shown(counted, batched(before, now)).as_json()


def _last_rated(offer_ids: Iterable[int], month: date) -> dict[int, Rated]:
    rows = PublishedMonth.objects.filter(offer_id__in=list(offer_ids), month__lt=month)
    last: dict[int, Rated] = {}
    for row in rows.order_by("offer_id", "month"):
        shown = Shown.read(row.figures)
        if shown.raters and shown.stars:
            last[row.offer_id] = Rated(shown.raters, shown.stars)
    return last


@transaction.atomic
def pass_words_on(*, at: datetime) -> int:  # noqa: ARG001 - as every action
    """Bring what an editor lets others read in step with what firms read; return how many stand.

    What an editor hides, or the citizen takes back, is gone for the firm with the next night.
    """
    code = Municipality.objects.values_list("code", flat=True).get(pk=current_municipality_id())
    told = {pk: (offer_id, words) for pk, offer_id, words in marketplace.shown_words()}
    kept = SaidWords.objects.filter(municipality_code=code)
    kept.exclude(rating_id__in=told).delete()
    SaidWords.objects.bulk_create(
        [
            SaidWords(municipality_code=code, rating_id=pk, offer_id=offer_id, words=words)
            for pk, (offer_id, words) in told.items()
        ],
        update_conflicts=True,
        unique_fields=["municipality_code", "rating_id"],
        update_fields=["words"],
        batch_size=1000,
    )
    return len(told)
