# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citizen allows a use of her data, and takes it back: then it is not used from that moment."""

from datetime import datetime

from django.db import IntegrityError, transaction

from jobunivers.foundation.events import actions as events
from jobunivers.trust import consents
from jobunivers.trust.models import Consent


class NothingGiven(Exception):  # noqa: N818 - it reads as what happened
    """There is no consent to take back, or it was taken back meanwhile."""


@transaction.atomic
def give_consent(
    *, citizen_id: int, source: str, purpose: str, actor_id: int, at: datetime
) -> Consent:
    """Note that she allows it; the same text agreed to twice is one consent.

    Consent to an older text is closed first. `actor_id` is herself, or who helped her.

    Raises:
        UnknownAsk: nobody asks for that.
    """
    asked = consents.ask(source, purpose)
    open_now = _open(citizen_id, source, purpose)
    if open_now is not None and open_now.text_version == asked.version:
        return open_now
    if open_now is not None:
        _close(open_now, actor_id=actor_id, at=at)
    row = Consent(
        citizen_id=citizen_id,
        source=source,
        purpose=purpose,
        text_version=asked.version,
        text=asked.text,
        given_at=at,
        given_by_id=actor_id,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # a double click: the first one stands
        first = _open(citizen_id, source, purpose)
        if first is None:
            raise
        return first
    _record("trust.consent_given", row, actor_id=actor_id, at=at)
    return row


@transaction.atomic
def withdraw_consent(
    *, citizen_id: int, source: str, purpose: str, actor_id: int, at: datetime
) -> None:
    """Note that she allows it no longer, and end what it allowed; raises NothingGiven."""
    row = _open(citizen_id, source, purpose)
    if row is None:
        raise NothingGiven
    _close(row, actor_id=actor_id, at=at)
    consents.ended(citizen_id=citizen_id, source=source, purpose=purpose, at=at)


def _open(citizen_id: int, source: str, purpose: str) -> Consent | None:
    rows = Consent.objects.filter(citizen_id=citizen_id, source=source, purpose=purpose)
    return rows.filter(withdrawn_at=None).select_for_update().order_by("pk").first()


def _close(row: Consent, *, actor_id: int, at: datetime) -> None:
    open_still = Consent.objects.filter(pk=row.pk, withdrawn_at=None)
    # Two clocks may differ a little; a consent never ends before it was given.
    if not open_still.update(withdrawn_at=max(at, row.given_at), withdrawn_by_id=actor_id):
        raise NothingGiven
    _record("trust.consent_withdrawn", row, actor_id=actor_id, at=at)


def _record(kind: str, row: Consent, *, actor_id: int, at: datetime) -> None:
    events.record(
        kind,
        at=at,
        citizen_id=row.citizen_id,
        actor_id=actor_id,
        data={"consent_id": row.pk, "source": row.source, "purpose": row.purpose},
    )
