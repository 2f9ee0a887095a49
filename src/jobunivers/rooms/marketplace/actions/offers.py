# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An offer's way to the shelves: drafted, submitted, approved or sent back, withdrawn.

The actions work on shared and on local offers alike; whoever calls them for a shared one does so
within `writing_shared`. Who may is the business of the rooms above.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.marketplace.models import (
    Format,
    Kind,
    Offer,
    OfferState,
    OfferVersion,
    Source,
    Way,
)

# One writer at a time, so that change numbers become visible in their order.
CHANGE_LOCK = 7310


class ChangedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """The offer was changed in another window; `offer` is what stands now."""

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.offer = offer


class NotReady(Exception):  # noqa: N818
    """There is no version that this can be done with: none is drafted, or none waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferEntry:
    """What a version says; the fields are those of `OfferVersion`."""

    title_da: str
    summary_da: str
    format: Format
    way: Way
    title_en: str = ""
    summary_en: str = ""
    about_da: str = ""
    about_en: str = ""
    level: str = ""
    languages: Sequence[str] = ("da",)
    minutes: int | None = None
    skills: Sequence[str] = ()
    occupations: Sequence[str] = ()
    categories: Sequence[str] = ()
    kommuner: Sequence[str] = ()
    address: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    seats: int | None = None
    url: str = ""
    contact: str = ""
    data: Sequence[str] = ()
    price_da: str = ""
    statements: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)
    translated: str = ""
    licence: str = ""
    written_by: str = ""
    note: str = ""

    def columns(self) -> dict[str, Any]:
        """Return it as the columns of a version."""
        told = asdict(self)
        lists = ("languages", "skills", "occupations", "categories", "kommuner", "data")
        return told | {name: list(told[name]) for name in lists}


@transaction.atomic
def new_offer(
    *,
    key: str,
    kind: Kind,
    source: Source,
    entry: OfferEntry,
    at: datetime,
    vendor_id: int | None = None,
    actor_id: int | None = None,
    review_on: date | None = None,
) -> Offer:
    """Add an offer with a first version as a draft; a local one belongs to the kommune at work."""
    local = source == Source.LOCAL
    offer = Offer.objects.create(
        key=key,
        kind=kind,
        source=source,
        vendor_id=vendor_id,
        municipality_id=current_municipality_id() if local else None,
        review_on=review_on,
        created_at=at,
        changed_at=at,
    )
    _add_version(offer, 1, entry, actor_id=actor_id, at=at)
    _told("marketplace.offer_drafted", offer, 1, actor_id=actor_id, at=at)
    return offer


@transaction.atomic
def save_version(
    *, offer: Offer, version: int, entry: OfferEntry, at: datetime, actor_id: int | None = None
) -> OfferVersion:
    """Write an offer's draft anew, or begin one after what is approved or waits.

    Args:
        offer: whose version it is.
        version: the count the writer has read (`Offer.version`).
        entry: what it says from now on.
        at: now.
        actor_id: who writes; None for an import.

    Raises:
        ChangedMeanwhile: somebody else has written since.
    """
    _moved_on(offer, version, {"changed_at": at})
    newest = _newest(offer)
    if newest is not None and newest.submitted_at is None:
        OfferVersion.objects.filter(pk=newest.pk).update(
            **entry.columns(), made_at=at, made_by_id=actor_id
        )
        newest.refresh_from_db()
        return newest
    number = newest.number + 1 if newest is not None else 1
    made = _add_version(offer, number, entry, actor_id=actor_id, at=at)
    _told("marketplace.offer_drafted", offer, number, actor_id=actor_id, at=at)
    return made


def review_by(*, offer: Offer, on: date | None) -> None:
    """Say by which day an offer is to be read again; None: on no day."""
    if offer.review_on != on:
        _set(offer, review_on=on)


@transaction.atomic
def submit(*, offer: Offer, at: datetime, actor_id: int | None = None) -> OfferVersion:
    """Hand the draft in for approval; raises NotReady when there is none."""
    draft = _newest(offer)
    if draft is None or draft.submitted_at is not None:
        raise NotReady
    OfferVersion.objects.filter(pk=draft.pk).update(submitted_at=at)
    if offer.current_id is None:
        _set(offer, state=OfferState.WAITING, changed_at=at)
    _told("marketplace.offer_submitted", offer, draft.number, actor_id=actor_id, at=at)
    draft.refresh_from_db()
    return draft


@transaction.atomic
def approve(*, offer: Offer, number: int, at: datetime, actor_id: int | None = None) -> Offer:
    """Let a version that waits be what people see; raises NotReady when it does not wait.

    Approved is not yet on a shelf: the gate (`blocked`) and the shelves decide that.
    """
    waiting = OfferVersion.objects.filter(
        offer=offer, number=number, submitted_at__isnull=False, approved_at=None
    )
    if not waiting.update(approved_at=at, approved_by_id=actor_id):
        raise NotReady
    made = OfferVersion.objects.get(offer=offer, number=number)
    _set(
        offer,
        current=made,
        state=OfferState.APPROVED,
        published_at=offer.published_at or at,
        withdrawn_at=None,
        withdrawn_why="",
        changed_at=at,
        change=_next_change(),
    )
    _told("marketplace.offer_approved", offer, number, actor_id=actor_id, at=at)
    return offer


@transaction.atomic
def send_back(
    *, offer: Offer, number: int, why: str, at: datetime, actor_id: int | None = None
) -> OfferVersion:
    """Give a version that waits back to its writer with the reason; raises NotReady."""
    waiting = OfferVersion.objects.filter(
        offer=offer, number=number, submitted_at__isnull=False, approved_at=None
    )
    if not waiting.update(submitted_at=None, note=why[:300]):
        raise NotReady
    if offer.current_id is None:
        _set(offer, state=OfferState.DRAFT, changed_at=at)
    _told("marketplace.offer_sent_back", offer, number, actor_id=actor_id, at=at)
    return OfferVersion.objects.get(offer=offer, number=number)


@transaction.atomic
def withdraw(*, offer: Offer, why: str, at: datetime, actor_id: int | None = None) -> Offer:
    """Take an offer from every shelf of all who have it; doing it twice changes nothing."""
    if offer.state == OfferState.WITHDRAWN:
        return offer
    _set(
        offer,
        state=OfferState.WITHDRAWN,
        withdrawn_at=at,
        withdrawn_why=why[:300],
        changed_at=at,
        change=_next_change(),
    )
    number = offer.current.number if offer.current else 0
    _told("marketplace.offer_withdrawn", offer, number, actor_id=actor_id, at=at)
    return offer


@transaction.atomic
def block(*, offer: Offer, codes: Sequence[str], at: datetime) -> Offer:
    """Say what keeps an offer from every shelf, or that nothing does."""
    wanted = sorted(set(codes))
    if offer.blocked != wanted:
        _set(offer, blocked=wanted, changed_at=at, change=_next_change())
        number = offer.current.number if offer.current else 0
        kind = "marketplace.offer_blocked" if wanted else "marketplace.offer_unblocked"
        _told(kind, offer, number, actor_id=None, at=at)
    return offer


def _newest(offer: Offer) -> OfferVersion | None:
    return OfferVersion.objects.filter(offer=offer).order_by("-number").first()


def _add_version(
    offer: Offer, number: int, entry: OfferEntry, *, actor_id: int | None, at: datetime
) -> OfferVersion:
    return OfferVersion.objects.create(
        offer=offer,
        municipality_id=offer.municipality_id,
        number=number,
        made_at=at,
        made_by_id=actor_id,
        **entry.columns(),
    )


def _moved_on(offer: Offer, version: int, columns: Mapping[str, Any]) -> None:
    rows = Offer.objects.filter(pk=offer.pk, version=version)
    if rows.update(version=version + 1, **columns):
        offer.refresh_from_db()
        return
    current = Offer.objects.filter(pk=offer.pk).first()
    if current is None:
        raise Offer.DoesNotExist
    raise ChangedMeanwhile(current)


def _set(offer: Offer, **columns: Any) -> None:
    Offer.objects.filter(pk=offer.pk).update(version=F("version") + 1, **columns)
    offer.refresh_from_db()


def _next_change() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHANGE_LOCK])
        cursor.execute("SELECT nextval('marketplace_change_seq')")
        return int(cursor.fetchone()[0])


def _told(kind: str, offer: Offer, number: int, *, actor_id: int | None, at: datetime) -> None:
    events.record(kind, at=at, actor_id=actor_id, data={"offer_id": offer.pk, "version": number})
