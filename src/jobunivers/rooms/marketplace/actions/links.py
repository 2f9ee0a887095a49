# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the addresses of offers still answer: what to ask, and keeping what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, OuterRef, Q, Subquery

from jobunivers.foundation.tenancy.current import municipality_id_or_none
from jobunivers.integrations.links import Answer, State
from jobunivers.rooms.marketplace.actions.shelves import writing
from jobunivers.rooms.marketplace.models import LinkCheck, LinkState, Offer, OfferState, Way
from jobunivers.rooms.marketplace.queries.shelf_rows import COUNTRY, OWN

MOST = 3_000
"""So many addresses a night; those asked longest ago go first."""
_FINE = frozenset({State.WORKS, State.CLOSED})


@dataclass(frozen=True, slots=True)
class ToAsk:
    """An offer whose address is to be asked."""

    offer_id: int
    url: str


def links_to_ask() -> list[ToAsk]:
    """Return the addresses of approved offers that are opened by one.

    With a kommune chosen: its own; outside any: those of the market and the shared library.
    """
    checks = LinkCheck.objects.filter(offer=OuterRef("pk")).order_by("pk")
    rows = Offer.objects.filter(_whose(), state=OfferState.APPROVED, current__way=Way.LINK)
    rows = rows.annotate(asked=Subquery(checks.values("checked_at")[:1]))
    rows = rows.order_by(F("asked").asc(nulls_first=True), "pk")
    return [ToAsk(*row) for row in rows.values_list("pk", "current__url")[:MOST]]


@transaction.atomic
def keep_answers(
    asked: list[ToAsk], answers: Mapping[str, Answer], *, at: datetime
) -> dict[State, int]:
    """Keep what came of asking, and since when an address fails; return how many came of each."""
    municipality_id = municipality_id_or_none()
    rows = LinkCheck.objects.filter(_whose(), offer_id__in=[one.offer_id for one in asked])
    before = {row.offer_id: row for row in rows.order_by("pk")}
    new, old, told = [], [], dict.fromkeys(State, 0)
    for one in asked:
        answer = answers.get(one.url)
        if answer is None:
            continue
        told[answer.state] += 1
        row = before.get(one.offer_id)
        if row is None:
            row = LinkCheck(offer_id=one.offer_id, municipality_id=municipality_id)
            new.append(row)
        else:
            old.append(row)
        _note(row, one.url, answer, at)
    with writing(COUNTRY if municipality_id is None else OWN):
        LinkCheck.objects.bulk_create(new)
        LinkCheck.objects.bulk_update(old, _COLUMNS)
    return told


def _whose() -> Q:
    own = municipality_id_or_none()
    return Q(municipality=None) if own is None else Q(municipality_id=own)


_COLUMNS = ("url", "state", "status", "failures", "failing_since", "checked_at")


def _note(row: LinkCheck, url: str, answer: Answer, at: datetime) -> None:
    another = row.url != url  # what failed was another address
    row.url, row.state, row.status = url, LinkState(answer.state), answer.status
    row.checked_at = at
    if answer.state in _FINE:
        row.failures, row.failing_since = 0, None
    else:
        row.failures = 1 if another else row.failures + 1
        row.failing_since = at if another or row.failing_since is None else row.failing_since
