# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Firms come in, say who they are, and are held against the register."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.crypto import get_random_string
from django.utils.text import slugify

from jobunivers.foundation.events import actions as events
from jobunivers.integrations.cvr import Lookup
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.actions import VendorEntry
from jobunivers.rooms.marketplace.queries import Offer, Source, Vendor
from jobunivers.rooms.vendors.actions.checking import check
from jobunivers.rooms.vendors.actions.members import invite
from jobunivers.rooms.vendors.models import CvrAnswer, Rank, SignUp

# So many firms may ask within an hour before the page asks to wait: nobody knows who sends them.
MOST_AN_HOUR = 30


class TooManyAsk(Exception):  # noqa: N818 - it reads as what is wrong
    """More firms ask just now than anybody reads."""


class AsksAlready(Exception):  # noqa: N818
    """A firm with that number asks already."""


class TakenNumber(Exception):  # noqa: N818
    """Another firm here has that CVR number."""


class DecidedAlready(Exception):  # noqa: N818
    """Somebody has answered the firm meanwhile."""


class ChangedProfile(Exception):  # noqa: N818
    """A colleague has written the firm's profile meanwhile; `vendor` is what stands now."""

    def __init__(self, vendor: Vendor) -> None:
        super().__init__()
        self.vendor = vendor


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a firm says when it asks to come in."""

    name: str
    contact_name: str
    contact_email: str
    cvr: str = ""
    abroad: str = ""
    website: str = ""
    about: str = ""
    contact_phone: str = ""


@transaction.atomic
def sign_up(*, asking: Asking, at: datetime) -> SignUp:
    """Let a firm ask to come in; nobody is let in by it.

    Raises:
        AsksAlready: a firm with that number waits.
        TooManyAsk: too many have asked within the hour.
    """
    if SignUp.objects.filter(sent_at__gt=at - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise TooManyAsk
    if asking.cvr and SignUp.objects.filter(cvr=asking.cvr, decided_at=None).exists():
        raise AsksAlready
    told = {name: getattr(asking, name) for name in Asking.__dataclass_fields__}
    try:
        with transaction.atomic():
            row = SignUp.objects.create(**told, sent_at=at)
    except IntegrityError:
        raise AsksAlready from None
    events.record("vendors.signed_up", at=at, data={"sign_up_id": row.pk})
    return row


@transaction.atomic
def accept_sign_up(*, sign_up: SignUp, at: datetime, actor_id: int) -> Vendor:
    """Let a firm in, with whoever asked as its first administrator.

    Raises:
        DecidedAlready: somebody has answered it meanwhile.
        TakenNumber: another firm has its number.
    """
    row = _waiting(sign_up)
    if row.cvr and Vendor.objects.filter(cvr=row.cvr).exists():
        raise TakenNumber
    entry = VendorEntry(
        name=row.name,
        cvr=row.cvr or None,
        about_da=row.about,
        website=row.website,
        support_email=row.contact_email,
        support_phone=row.contact_phone,
    )
    key = f"{slugify(row.name)[:45]}-{get_random_string(8).lower()}".strip("-")
    vendor = marketplace.save_vendor(key=key, entry=entry, at=at)
    invite(
        vendor=vendor,
        name=row.contact_name,
        email=row.contact_email,
        rank=Rank.ADMINISTRATOR,
        at=at,
        actor_id=actor_id,
    )
    row.accepted, row.vendor, row.decided_at, row.decided_by_id = True, vendor, at, actor_id
    row.save()
    data = {"sign_up_id": row.pk, "vendor_id": vendor.pk}
    events.record("vendors.sign_up_accepted", at=at, actor_id=actor_id, data=data)
    return vendor


@transaction.atomic
def refuse_sign_up(*, sign_up: SignUp, why: str, at: datetime, actor_id: int) -> SignUp:
    """Say no to a firm, with the reason; raises DecidedAlready."""
    row = _waiting(sign_up)
    row.accepted, row.why, row.decided_at, row.decided_by_id = False, why[:300], at, actor_id
    row.save()
    data = {"sign_up_id": row.pk}
    events.record("vendors.sign_up_refused", at=at, actor_id=actor_id, data=data)
    return row


def _waiting(sign_up: SignUp) -> SignUp:
    row = SignUp.objects.select_for_update().get(pk=sign_up.pk)
    if row.decided_at is not None:
        raise DecidedAlready
    return row


@transaction.atomic
def save_profile(
    *, vendor: Vendor, entry: VendorEntry, seen: int, at: datetime, actor_id: int
) -> Vendor:
    """Write what a firm says of itself; its solutions are held against a new number at once.

    Raises:
        ChangedProfile: a colleague has written since the page was opened (`seen`).
        TakenNumber: another firm has that number.
    """
    row = Vendor.objects.select_for_update().get(pk=vendor.pk)
    if row.version != seen:
        raise ChangedProfile(row)
    if entry.cvr and Vendor.objects.filter(cvr=entry.cvr).exclude(pk=row.pk).exists():
        raise TakenNumber
    before = row.cvr
    kept = replace(entry, fictitious=row.fictitious)
    saved = marketplace.save_vendor(key=row.key, entry=kept, at=at)
    events.record("vendors.profile_saved", at=at, actor_id=actor_id, data={"vendor_id": saved.pk})
    if saved.cvr != before:
        offers = Offer.objects.filter(vendor=saved, source=Source.MARKET).order_by("pk")
        for pk in offers.values_list("pk", flat=True):
            check(offer_id=pk, at=at)
    return saved


def keep_answer(*, cvr: str, lookup: Lookup, at: datetime) -> CvrAnswer:
    """Keep what the register said of a number; a silence does not wipe out what it said before."""
    firm = lookup.firm
    told = {"outcome": lookup.outcome.value, "asked_at": at}
    if firm is not None:
        where = f"{firm.address}, {firm.postcode} {firm.city}".strip(" ,")
        told |= {"name": firm.name, "address": where[:250], "closed": firm.closed}
    row, _new = CvrAnswer.objects.update_or_create(cvr=cvr, defaults=told)
    return row
