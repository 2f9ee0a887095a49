# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who acts for which firm, and which firms ask to come in."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from jobunivers.identity import queries as identity
from jobunivers.rooms.marketplace.queries import Vendor
from jobunivers.rooms.vendors.models import Rank, SignUp, VendorMember


@dataclass(frozen=True, slots=True)
class Membership:
    """Somebody who acts for a firm now."""

    vendor: Vendor
    rank: Rank
    person_id: int

    @property
    def administers(self) -> bool:
        """Say whether she decides for the firm who else may."""
        return self.rank == Rank.ADMINISTRATOR


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One member as her firm and those who run the platform see her."""

    row: VendorMember
    name: str
    now: bool


def _current(on: date) -> Q:
    return Q(from_on__lte=on) & (Q(until_on=None) | Q(until_on__gt=on))


def membership_of(person_id: int, *, on: date) -> Membership | None:
    """Return for whom somebody acts on a day; None for nobody (more), or a firm that is closed."""
    rows = VendorMember.objects.filter(_current(on), person_id=person_id, vendor__closed_at=None)
    row = rows.select_related("vendor").first()
    return Membership(row.vendor, Rank(row.rank), person_id) if row else None


def members_of(vendor_id: int, *, on: date) -> list[MemberLine]:
    """Return everybody who acts or acted for a firm, those who do first, then the newest."""
    rows = list(VendorMember.objects.filter(vendor_id=vendor_id).order_by("-from_on", "-pk"))
    names = identity.names(ids=[one.person_id for one in rows])
    lines = [
        MemberLine(
            one,
            names.get(one.person_id, ("", ""))[0],
            one.ended_at is None and (one.until_on is None or one.until_on > on),
        )
        for one in rows
    ]
    return sorted(lines, key=lambda line: not line.now)


def member_ids(vendor_id: int, *, on: date, rank: Rank | None = None) -> list[int]:
    """Return the people who act for a firm on a day, all of them or those of a rank."""
    rows = VendorMember.objects.filter(_current(on), vendor_id=vendor_id).order_by("pk")
    if rank is not None:
        rows = rows.filter(rank=rank)
    return list(rows.values_list("person_id", flat=True))


def sign_ups(*, decided: bool) -> QuerySet[SignUp]:
    """Return firms that ask to come in, the oldest first, or those that were answered."""
    if decided:
        rows = SignUp.objects.filter(decided_at__isnull=False)
        return rows.select_related("vendor").order_by("-decided_at", "-pk")
    return SignUp.objects.filter(decided_at=None).order_by("sent_at", "pk")


def vendors_in() -> QuerySet[Vendor]:
    """Return the firms that are in, by name."""
    return Vendor.objects.filter(closed_at=None).order_by("name", "pk")


def sign_up_name(pk: int) -> str:
    """Return the name of a firm that asks to come in."""
    return SignUp.objects.filter(pk=pk).values_list("name", flat=True).first() or ""
