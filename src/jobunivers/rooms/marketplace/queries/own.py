# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen has begun, finished, saved and been given."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jobunivers.rooms.marketplace.models import (
    Act,
    KeptOffer,
    Offer,
    OfferUse,
    Rating,
    UseAct,
)

_MOST = 200


@dataclass(frozen=True, slots=True)
class Own:
    """Her offers: what she has begun, what she is through with, what she saved, what was given.

    An offer stands under the first of these that is so.
    """

    begun: list[OfferUse]
    done: list[OfferUse]
    kept: list[KeptOffer]
    given: list[tuple[Offer, datetime]]
    rated: frozenset[int]

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing yet."""
        return not (self.begun or self.done or self.kept or self.given)


def uses_question(citizen_id: int) -> QuerySet[OfferUse]:
    """Return the question for what she uses, the latest first."""
    rows = OfferUse.objects.filter(citizen_id=citizen_id)
    rows = rows.select_related("offer__current", "offer__vendor")
    return rows.defer("offer__current__body", "offer__current__about_da").order_by(
        "-last_at", "-pk"
    )


def kept_question(citizen_id: int) -> QuerySet[KeptOffer]:
    """Return the question for what she has saved, the latest first."""
    rows = KeptOffer.objects.filter(citizen_id=citizen_id)
    rows = rows.select_related("offer__current", "offer__vendor")
    return rows.defer("offer__current__body", "offer__current__about_da").order_by("-at", "-pk")


def own(citizen_id: int) -> Own:
    """Return all of hers."""
    uses = list(uses_question(citizen_id)[:_MOST])
    stopped = stopped_ids(citizen_id)
    used = {one.offer_id for one in uses}
    kept = list(kept_question(citizen_id)[:_MOST])
    rated = Rating.objects.filter(citizen_id=citizen_id).values_list("offer_id", flat=True)
    return Own(
        begun=[one for one in uses if not one.completed_at and one.offer_id not in stopped],
        done=[one for one in uses if one.completed_at],
        kept=kept,
        given=_given(citizen_id, without=used),
        rated=frozenset(rated),
    )


def stopped_ids(citizen_id: int) -> frozenset[int]:
    """Return the offers she has stopped and not begun again since."""
    acts = UseAct.objects.filter(citizen_id=citizen_id, act__in=[Act.STARTED, Act.STOPPED])
    latest = dict(acts.order_by("at", "pk").values_list("offer_id", "act"))
    return frozenset(pk for pk, act in latest.items() if act == Act.STOPPED)


def _given(citizen_id: int, *, without: Collection[int]) -> list[tuple[Offer, datetime]]:
    acts = UseAct.objects.filter(citizen_id=citizen_id, act=Act.ASSIGNED)
    when = dict(acts.exclude(offer_id__in=without).order_by("at").values_list("offer_id", "at"))
    rows = Offer.objects.filter(pk__in=when).select_related("current", "vendor").order_by("pk")
    found = [(row, when[row.pk]) for row in rows if row.current is not None]
    return sorted(found, key=lambda pair: pair[1], reverse=True)


def kept_ids(citizen_id: int, offer_ids: Collection[int] | None = None) -> frozenset[int]:
    """Return what she has saved, perhaps only among some."""
    rows = KeptOffer.objects.filter(citizen_id=citizen_id)
    if offer_ids is not None:
        rows = rows.filter(offer_id__in=offer_ids)
    return frozenset(rows.values_list("offer_id", flat=True))


def was_given(*, citizen_id: int, offer_id: int) -> bool:
    """Say whether staff have given it to her."""
    acts = UseAct.objects.filter(citizen_id=citizen_id, offer_id=offer_id, act=Act.ASSIGNED)
    return acts.exists()


def who_has(offer_id: int) -> set[int]:
    """Return the citizens of the kommune who are not through with an offer, or have saved it."""
    uses = OfferUse.objects.filter(offer_id=offer_id, completed_at=None)
    kept = KeptOffer.objects.filter(offer_id=offer_id)
    given = UseAct.objects.filter(offer_id=offer_id, act=Act.ASSIGNED)
    found = {*uses.values_list("citizen_id", flat=True), *kept.values_list("citizen_id", flat=True)}
    return found | set(given.values_list("citizen_id", flat=True))
