# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where somebody has said that messages may reach her."""

from collections.abc import Collection

from django.db.models import QuerySet

from jobunivers.foundation.notices.channels import offered
from jobunivers.foundation.notices.models import Address, Channel


def mailboxes_of(person_id: int) -> QuerySet[Address]:
    """Return the e-mail addresses she has confirmed and that still work, the newest first."""
    mine = Address.objects.filter(
        person_id=person_id, channel=Channel.EMAIL, verified_at__isnull=False, gone_at=None
    )
    return mine.order_by("-verified_at", "-pk")


def reached_outside(person_ids: Collection[int]) -> set[int]:
    """Return those of these people whom a message reaches outside the pages, as things stand now.

    They have confirmed an address that still works, of a channel that this installation has.
    """
    found = Address.objects.filter(
        person_id__in=person_ids, channel__in=offered(), verified_at__isnull=False, gone_at=None
    )
    return set(found.order_by().values_list("person_id", flat=True))
