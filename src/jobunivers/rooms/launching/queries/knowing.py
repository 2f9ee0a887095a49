# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom a vendor means by its numbers, many at a time."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from jobunivers.rooms.launching.models import HandOver, Pseudonym


@dataclass(frozen=True, slots=True)
class Known:
    """A citizen a vendor knows by a number, and whether her yes to an offer of it stands."""

    citizen_id: int
    agreed: bool


def known_by(*, subjects: Collection[str], vendor_id: int, offer_id: int) -> dict[str, Known]:
    """Return who is meant by each of a vendor's numbers here; those it does not have are left out.

    Her yes counts whatever its terms were: new terms are asked at the next start.
    """
    yes = HandOver.objects.filter(
        citizen_id=OuterRef("citizen_id"), offer_id=offer_id, withdrawn_at=None
    )
    rows = Pseudonym.objects.filter(subject__in=subjects, vendor_id=vendor_id)
    found = rows.annotate(agreed=Exists(yes)).order_by("pk")
    told = found.values_list("subject", "citizen_id", "agreed")
    return {subject: Known(citizen_id, agreed) for subject, citizen_id, agreed in told}
