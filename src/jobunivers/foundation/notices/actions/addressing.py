# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a person can be reached: only what she gave herself, and has confirmed."""

from datetime import datetime, timedelta

from django.db import transaction

from jobunivers.foundation.crypto.fields import hashes
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices.models import Address, Channel
from jobunivers.foundation.tenancy import current_municipality_id

_BETWEEN = timedelta(minutes=2)
_MOST_A_DAY = 5
MOST_PHONES = 10


class TooSoon(Exception):  # noqa: N818 - it reads as what happened
    """Letters of confirmation are sent seldom: an address may be somebody else's."""


class TooMany(Exception):  # noqa: N818
    """She has as many phones as can be kept."""


@transaction.atomic
def give_email(*, person_id: int, address: str, at: datetime) -> Address:
    """Take an e-mail address and send it a letter; nothing else before she has confirmed it.

    The confirmed one stays in use until then. Raises TooSoon.
    """
    hers = Address.objects.filter(person_id=person_id, channel=Channel.EMAIL)
    known = hashes(Address, "address_hash", address)
    standing = hers.filter(address_hash__in=known).first()
    if standing is not None and standing.verified_at and standing.gone_at is None:
        return standing
    asked = hers.filter(asked_at__gt=at - timedelta(days=1))
    if hers.filter(asked_at__gt=at - _BETWEEN).exists() or asked.count() >= _MOST_A_DAY:
        raise TooSoon
    given, _ = Address.objects.update_or_create(
        person_id=person_id,
        channel=Channel.EMAIL,
        address_hash__in=known,
        defaults={"asked_at": at, "gone_at": None, "verified_at": None},
        create_defaults={
            "person_id": person_id, "channel": Channel.EMAIL, "address": address,
            "asked_at": at, "created_at": at,
        },
    )  # fmt: skip
    from jobunivers.foundation.notices import tasks

    tasks.confirm_soon(municipality_id=current_municipality_id(), address_id=given.pk)
    return given


@transaction.atomic
def confirm(*, address_id: int, at: datetime) -> Address | None:
    """Use an address that its reader has confirmed, instead of any before; None: it is no more."""
    found = Address.objects.filter(pk=address_id, channel=Channel.EMAIL, gone_at=None).first()
    if found is None:
        return None
    if found.verified_at is None:
        found.verified_at = at
        found.save(update_fields=["verified_at"])
        # Those not confirmed are kept: they count towards how often she may ask for letters.
        Address.objects.filter(
            person_id=found.person_id, channel=Channel.EMAIL, verified_at__isnull=False
        ).exclude(pk=found.pk).delete()
        events.record("notices.address_confirmed", at=at, actor_id=found.person_id)
    return found


@transaction.atomic
def take_proved(*, person_id: int, address: str, at: datetime) -> bool:
    """Use an e-mail address that she has just come in by; tell whether it is new.

    She pressed a link in a letter there, as `confirm` asks for. One she gave herself stays.
    """
    hers = Address.objects.filter(person_id=person_id, channel=Channel.EMAIL)
    if not address or hers.filter(verified_at__isnull=False, gone_at=None).exists():
        return False
    Address.objects.update_or_create(
        person_id=person_id,
        channel=Channel.EMAIL,
        address_hash__in=hashes(Address, "address_hash", address),
        defaults={"gone_at": None, "verified_at": at},
        create_defaults={
            "person_id": person_id, "channel": Channel.EMAIL, "address": address,
            "verified_at": at, "created_at": at,
        },
    )  # fmt: skip
    events.record("notices.address_confirmed", at=at, actor_id=person_id)
    return True


@transaction.atomic
def give_phone(*, person_id: int, address: str, label: str, at: datetime) -> Address:
    """Take a phone's or computer's subscription; it was made on the device, so it is hers.

    The same device again replaces itself. Raises TooMany.
    """
    hers = Address.objects.filter(person_id=person_id, channel=Channel.PHONE)
    known = hashes(Address, "address_hash", address)
    others = hers.exclude(address_hash__in=known).filter(gone_at=None)
    if others.count() >= MOST_PHONES:
        raise TooMany
    given, created = Address.objects.update_or_create(
        person_id=person_id,
        channel=Channel.PHONE,
        address_hash__in=known,
        defaults={"label": label, "verified_at": at, "gone_at": None},
        create_defaults={
            "person_id": person_id, "channel": Channel.PHONE, "address": address,
            "label": label, "verified_at": at, "created_at": at,
        },
    )  # fmt: skip
    if created:
        events.record("notices.phone_added", at=at, actor_id=person_id)
    return given


@transaction.atomic
def forget_address(*, person_id: int, address_id: int, at: datetime) -> bool:
    """Forget one of her addresses; tell whether it was hers.

    One that was sent a letter today is only put aside until `forget_old`: else she could ask for
    letters to a stranger without end.
    """
    hers = Address.objects.filter(person_id=person_id, pk=address_id, gone_at=None)
    lately = hers.filter(asked_at__gt=at - timedelta(days=1))
    aside = lately.update(gone_at=at, verified_at=None)
    gone, _ = hers.delete()
    if gone or aside:
        events.record("notices.address_forgotten", at=at, actor_id=person_id)
    return bool(gone or aside)


def forget_old(*, at: datetime) -> int:
    """Forget addresses that have been out of use for a month; return how many."""
    gone, _ = Address.objects.filter(gone_at__lt=at - timedelta(days=30)).delete()
    return gone
