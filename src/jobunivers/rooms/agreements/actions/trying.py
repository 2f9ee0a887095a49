# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting the kommune's own months by terms that are written, before anybody looks."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from jobunivers.rooms.agreements.models import Agreement, Amendment, State, Trial
from jobunivers.rooms.agreements.queries.changes import open_change, terms_before
from jobunivers.rooms.agreements.queries.finding import ours, terms_in, terms_rows
from jobunivers.rooms.agreements.queries.measures import counted_month, midnight
from jobunivers.rooms.agreements.queries.trials import OWN_TERMS, key_of, tried, tried_months
from jobunivers.rooms.marketplace.queries import acts_up_to
from jobunivers.science.pricing import Span, Terms, month_of, terms_of

_FEW = 20_000
"""So many acts are counted while somebody waits; more are left to the worker."""


def try_if_few(*, agreement: Agreement, at: datetime) -> None:
    """Count at once where that takes no time; the worker counts the rest."""
    on = timezone.localdate(at)
    months = tried_months(on)
    first, end = midnight(months[0]), midnight(month_of(months[-1])[1] + timedelta(days=1))
    if acts_up_to(agreement.offers, first=first, end=end, most=_FEW) < _FEW:
        try_out(agreement=agreement, at=at)


def try_out(*, agreement: Agreement, at: datetime) -> int:
    """Count what pages of this agreement show of the kommune at work; return the new counts.

    Of a draft its own terms; of a change both, to compare. What is counted already stays.
    """
    change = open_change(agreement)
    if agreement.state != State.DRAFT and change is None:
        return 0
    on = timezone.localdate(at)
    made = 0
    if change is not None:
        made += _count(agreement, OWN_TERMS, terms_before(agreement, change), at)
        made += _count(agreement, change.pk, terms_of(change.said), at)
    elif (terms := terms_in(terms_rows(agreement), agreement.first_on)) is not None:
        made += _count(agreement, OWN_TERMS, terms, at)
    stale = Trial.objects.filter(agreement_id=agreement.pk).exclude(month__in=tried_months(on))
    stale.delete()
    return made


@transaction.atomic
def _count(agreement: Agreement, amendment_id: int, terms: Terms, at: datetime) -> int:
    waiting = tried(agreement, terms, timezone.localdate(at), amendment_id=amendment_id).waiting
    for month in waiting:
        counts = counted_month(agreement, terms, Span(*month_of(month)), month)
        Trial.objects.update_or_create(
            agreement_id=agreement.pk,
            amendment_id=amendment_id,
            month=month,
            defaults={
                "key": key_of(agreement.offers, terms),
                "told": counts.as_json(),
                "counted_at": at,
            },
        )
    return len(waiting)


def try_all(*, at: datetime) -> int:
    """Count for every draft and every change that the kommune at work has open."""
    changed = Amendment.objects.filter(state__in=("draft", "sent", "accepted"))
    open_ones = set(changed.order_by().values_list("agreement_id", flat=True))
    made = 0
    for agreement in ours():
        if agreement.state == State.DRAFT or agreement.pk in open_ones:
            made += try_out(agreement=agreement, at=at)
    return made
