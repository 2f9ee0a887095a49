# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where citizens reach who sees to data protection."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from jobunivers.foundation.events import actions as events
from jobunivers.trust.models import OfficerContact


class ContactChangedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """Somebody has written another contact since the form was opened."""


@transaction.atomic
def write_officer_contact(
    *, name: str, email: str, phone: str, seen: int, by_id: int, at: datetime
) -> None:
    """Say by what name, mail and phone citizens reach the officer of the kommune worked for.

    Args:
        name: of the person or the office.
        email: "" for none; one of the two there must be.
        phone: "" for none.
        seen: the version that was read before; 0 when there was none.
        by_id: who writes it.
        at: now.

    Raises:
        ContactChangedMeanwhile: another version was written since.
    """
    values = {
        "name": name, "email": email, "phone": phone, "changed_at": at, "changed_by_id": by_id,
    }  # fmt: skip
    if seen:
        found = OfficerContact.objects.filter(version=seen)
        if not found.update(version=F("version") + 1, **values):
            raise ContactChangedMeanwhile
    else:
        try:
            with transaction.atomic():
                OfficerContact.objects.create(**values)
        except IntegrityError:
            raise ContactChangedMeanwhile from None
    events.record("trust.officer_contact_written", at=at, actor_id=by_id)
