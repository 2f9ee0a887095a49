# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""People come to act for a firm, and stop."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace.queries import Vendor
from jobunivers.rooms.vendors.models import KeyKind, MailKey, Rank, VendorMember

MOST_MEMBERS = 50


class LastAdministrator(Exception):  # noqa: N818 - it reads as what is wrong
    """A firm would be left without anybody who decides for it."""


class TooManyMembers(Exception):  # noqa: N818
    """A firm has as many members as it may have."""


@transaction.atomic
def invite(
    *,
    vendor: Vendor,
    name: str,
    email: str,
    rank: Rank,
    at: datetime,
    actor_id: int | None = None,
) -> VendorMember:
    """Let somebody act for a firm from today; within the national organisation.

    She is sent a link by mail that lets her in once; in a demo she can be chosen at the login too.

    Raises:
        TooManyMembers: the firm has fifty.
    """
    Vendor.objects.select_for_update().get(pk=vendor.pk)
    today = timezone.localdate(at)
    if VendorMember.objects.filter(_stays(today), vendor=vendor).count() >= MOST_MEMBERS:
        raise TooManyMembers
    if settings.PERSONAS:
        person = identity.add_persona(
            name=name,
            role=Role.VENDOR,
            story_da=f"Handler for {vendor.name}."[:300],
            story_en=f"Acts for {vendor.name}."[:300],
            at=at,
            order=500,
        )
    else:
        person = identity.add_person(name=name, role=Role.VENDOR, at=at)
    member = add_member(
        vendor=vendor, person_id=person.pk, email=email, rank=rank, at=at, actor_id=actor_id
    )
    send_link(member=member, at=at, actor_id=actor_id)
    return member


def send_link(*, member: VendorMember, at: datetime, actor_id: int | None) -> None:
    """Let a worker send her a link to log in with; the one before it opens nothing then."""
    data = {"members": [member.pk], "key": KeyKind.INVITATION.value}
    events.record("vendors.member_invited", at=at, actor_id=actor_id, data=data)


@transaction.atomic
def add_member(
    *,
    vendor: Vendor,
    person_id: int,
    email: str,
    rank: Rank,
    at: datetime,
    actor_id: int | None = None,
) -> VendorMember:
    """Let a person who is there already act for a firm; doing it twice changes nothing."""
    row, new = VendorMember.objects.get_or_create(
        person_id=person_id,
        defaults={
            "vendor": vendor,
            "email": email,
            "rank": rank,
            "from_on": timezone.localdate(at),
            "added_at": at,
            "added_by_id": actor_id,
        },
    )
    if new:
        data = {"vendor_id": vendor.pk, "person_id": person_id}
        events.record("vendors.member_added", at=at, actor_id=actor_id, data=data)
    return row


@transaction.atomic
def end_member(
    *, member: VendorMember, until_on: date, at: datetime, actor_id: int | None = None
) -> VendorMember:
    """Let somebody act for the firm no more from a day on; from today her sessions end at once.

    Raises:
        LastAdministrator: nobody would be left to decide.
    """
    today = timezone.localdate(at)
    Vendor.objects.select_for_update().get(pk=member.vendor_id)
    member.refresh_from_db()
    if member.ended_at is not None:
        return member
    others = VendorMember.objects.filter(
        _stays(today), vendor_id=member.vendor_id, rank=Rank.ADMINISTRATOR, until_on=None
    )
    if member.rank == Rank.ADMINISTRATOR and not others.exclude(pk=member.pk).exists():
        raise LastAdministrator
    member.until_on = max(until_on, member.from_on)
    member.ended_by_id = actor_id
    if until_on <= today:
        _let_go(member, at)
    member.save()
    data = {"vendor_id": member.vendor_id, "person_id": member.person_id}
    events.record("vendors.member_ended", at=at, actor_id=actor_id, data=data)
    return member


def end_due(*, at: datetime) -> int:
    """End what ends today: the sessions of those whose last day has passed; return how many."""
    due = VendorMember.objects.filter(ended_at=None, until_on__lte=timezone.localdate(at))
    many = 0
    for member in due.order_by("pk"):
        _let_go(member, at)
        member.save(update_fields=["ended_at"])
        many += 1
    return many


def _let_go(member: VendorMember, at: datetime) -> None:
    member.ended_at = at
    MailKey.objects.filter(member=member, used_at=None, ended_at=None).update(ended_at=at)
    identity.let_go(person_id=member.person_id, at=at)


def _stays(today: date) -> Q:
    return Q(ended_at=None) & (Q(until_on=None) | Q(until_on__gt=today))
