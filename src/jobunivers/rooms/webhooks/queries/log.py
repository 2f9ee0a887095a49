# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Endpoints, and how messages to them went."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language

from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.rooms.webhooks.models import Attempt, Delivery, Endpoint, State
from jobunivers.rooms.webhooks.queries.words import kind_words, state_words, trouble_words

MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptShown:
    """One try: the answer's number (None: none came), how long it took, how the answer began."""

    at: datetime
    status: int | None
    ms: int
    said: str
    trouble_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryShown:
    """A message as the log shows it; what it says of whom is not in it."""

    message_id: str
    kind: str
    words: str
    title: str
    kommune: str
    made_at: datetime
    state: str
    state_words: str
    tries: int
    next_at: datetime | None
    attempts: tuple[AttemptShown, ...]

    @property
    def can_be_sent_again(self) -> bool:
        """Say whether a person may have it sent once more."""
        return self.state in {State.DEAD, State.RECEIVED}


def endpoint_of(vendor_id: int) -> Endpoint | None:
    """Return where a vendor is told; None: nowhere."""
    return Endpoint.objects.filter(vendor_id=vendor_id, closed_at=None).first()


def endpoint_by_id(pk: int) -> Endpoint | None:
    """Return an endpoint that is not closed."""
    return Endpoint.objects.filter(pk=pk, closed_at=None).first()


def listening(*, offer_id: int, kind: str) -> int | None:
    """Return the endpoint that wants to hear of an offer's event; None: nobody does."""
    vendors = Offer.objects.filter(pk=offer_id, municipality=None).values("vendor_id")
    rows = Endpoint.objects.filter(vendor_id__in=vendors, closed_at=None)
    found = rows.values_list("pk", "kinds").first()
    if found is None:
        return None
    pk, kinds = found
    return pk if not kinds or kind in kinds else None


def log_of(vendor_id: int, *, most: int = MOST) -> list[DeliveryShown]:
    """Return the newest messages to a vendor with all tries, the newest first."""
    rows = Delivery.objects.filter(endpoint__vendor_id=vendor_id).select_related("kommune")
    newest = list(rows.order_by("-made_at", "-pk")[:most])
    tries: dict[int, list[AttemptShown]] = defaultdict(list)
    for one in Attempt.objects.filter(delivery__in=newest).order_by("at", "pk"):
        tries[one.delivery_id].append(_tried(one))
    titles = _titles({one.offer_id for one in newest if one.offer_id is not None})
    return [_shown(one, titles, tuple(tries[one.pk])) for one in newest]


def _tried(one: Attempt) -> AttemptShown:
    return AttemptShown(
        at=one.at,
        status=one.status,
        ms=one.ms,
        said=one.said,
        trouble_words=trouble_words(one.trouble),
    )


def _shown(
    one: Delivery, titles: dict[int, str], attempts: tuple[AttemptShown, ...]
) -> DeliveryShown:
    return DeliveryShown(
        message_id=one.message_id,
        kind=one.kind,
        words=kind_words(one.kind),
        title=titles.get(one.offer_id or 0, ""),
        kommune="" if one.kommune.is_national else one.kommune.name,
        made_at=one.made_at,
        state=one.state,
        state_words=state_words(one.state),
        tries=len(attempts),
        next_at=one.next_at,
        attempts=attempts,
    )


def _titles(pks: Iterable[int]) -> dict[int, str]:
    english = (get_language() or "da").startswith("en")
    found = {}
    for one in Offer.objects.filter(pk__in=list(pks)).select_related("current").order_by("pk"):
        said = one.current
        found[one.pk] = one.key if said is None else (english and said.title_en) or said.title_da
    return found
