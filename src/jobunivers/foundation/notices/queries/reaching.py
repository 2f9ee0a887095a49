# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where somebody has said that messages may reach her."""

from django.db.models import QuerySet

from jobunivers.foundation.notices.models import Address, Channel


def mailboxes_of(person_id: int) -> QuerySet[Address]:
    """Return the e-mail addresses she has confirmed and that still work, the newest first."""
    mine = Address.objects.filter(
        person_id=person_id, channel=Channel.EMAIL, verified_at__isnull=False, gone_at=None
    )
    return mine.order_by("-verified_at", "-pk")
