# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her yes and her no, the number a vendor knows her by, and the receipt of each hand-over."""

import secrets
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.launching.models import (
    AccessToken,
    HandOver,
    LoginCode,
    LtiLaunch,
    Pseudonym,
    Receipt,
)
from jobunivers.rooms.launching.queries.terms import data_of, recipient_of, terms_of
from jobunivers.rooms.marketplace.queries import Offer


class TermsChanged(Exception):  # noqa: N818 - it reads as what happened
    """What is handed over has become another thing since she was shown it."""


class NotHandedOver(Exception):  # noqa: N818 - it reads as what is wrong
    """An offer of no vendor, or one she has not said yes to."""


@transaction.atomic
def agree(*, citizen_id: int, offer: Offer, terms: str, at: datetime) -> HandOver:
    """Note that she says yes to exactly what she was shown; the same yes again is the same row.

    Raises:
        TermsChanged: what is handed over is not what she was shown.
    """
    if terms != terms_of(offer):
        raise TermsChanged
    standing = HandOver.objects.select_for_update().filter(
        citizen_id=citizen_id, offer=offer, withdrawn_at=None
    )
    found = standing.first()
    if found is not None and found.terms == terms:
        return found
    standing.update(withdrawn_at=at)
    made = HandOver.objects.create(
        citizen_id=citizen_id, offer=offer, data=list(data_of(offer)), terms=terms, given_at=at
    )
    _told("launching.agreed", citizen_id, offer, at)
    return made


@transaction.atomic
def take_back(*, citizen_id: int, offer: Offer, at: datetime) -> bool:
    """Take her yes back: no more launches, and what the vendor holds opens nothing from now on.

    False when there was none standing.
    """
    rows = HandOver.objects.filter(citizen_id=citizen_id, offer=offer, withdrawn_at=None)
    if not rows.update(withdrawn_at=at):
        return False
    codes = LoginCode.objects.filter(citizen_id=citizen_id, client__offer=offer)
    AccessToken.objects.filter(code__in=codes, ended_at=None).update(ended_at=at)
    codes.filter(used_at=None).update(used_at=at)
    waiting = LtiLaunch.objects.filter(citizen_id=citizen_id, offer=offer, used_at=None)
    waiting.update(used_at=at)
    _told("launching.withdrawn", citizen_id, offer, at)
    return True


def subject_for(*, citizen_id: int, offer: Offer, at: datetime) -> str:
    """Return the number the offer's vendor knows her by, made at random the first time.

    Raises:
        NotHandedOver: the offer has no vendor.
    """
    if offer.vendor_id is None:
        raise NotHandedOver
    row, _new = Pseudonym.objects.get_or_create(
        citizen_id=citizen_id,
        vendor_id=offer.vendor_id,
        defaults={"subject": secrets.token_urlsafe(24), "made_at": at},
    )
    return row.subject


@transaction.atomic
def renew_subject(*, citizen_id: int, vendor_id: int, at: datetime) -> bool:
    """Give her another number at a vendor: nothing links it to the old one. False: she had none."""
    rows = Pseudonym.objects.filter(citizen_id=citizen_id, vendor_id=vendor_id)
    return bool(rows.update(subject=secrets.token_urlsafe(24), made_at=at))


def keep_receipt(*, citizen_id: int, offer: Offer, handed: HandOver, at: datetime) -> Receipt:
    """Add a receipt of what is handed over now."""
    return Receipt.objects.create(
        citizen_id=citizen_id,
        offer_id=offer.pk,
        title=offer.current.title_da if offer.current else offer.key,
        recipient=recipient_of(offer),
        data=handed.data,
        terms=handed.terms,
        at=at,
    )


def _told(kind: str, citizen_id: int, offer: Offer, at: datetime) -> None:
    events.record(
        kind, at=at, citizen_id=citizen_id, actor_id=citizen_id, data={"offer_id": offer.pk}
    )
