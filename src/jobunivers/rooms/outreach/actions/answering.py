# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She says that something is not for her, and perhaps that she wants no more of the kind."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.outreach.models import NoMore, NoTrigger, PushRecipient


@transaction.atomic
def not_for_me(*, received: PushRecipient, no_more: bool, at: datetime) -> None:
    """Remember that a push is not for her; that she wants no more of the kind holds from now."""
    rows = PushRecipient.objects.filter(pk=received.pk, answered_at=None)
    new = rows.update(answered_at=at)
    if no_more:
        NoMore.objects.get_or_create(
            citizen_id=received.citizen_id, what=received.push.what, defaults={"at": at}
        )
    if new or no_more:
        events.record(
            "outreach.said_no",
            at=at,
            citizen_id=received.citizen_id,
            actor_id=received.citizen_id,
            data={"push": received.push_id, "no_more": no_more},
        )


@transaction.atomic
def want_again(*, citizen_id: int, what: str, at: datetime) -> None:
    """Take back that she wants no more of a kind."""
    gone, _ = NoMore.objects.filter(citizen_id=citizen_id, what=what).delete()
    if gone:
        events.record(
            "outreach.wants_again",
            at=at,
            citizen_id=citizen_id,
            actor_id=citizen_id,
            data={"what": what},
        )


@transaction.atomic
def no_more_of_rule(*, received: PushRecipient, at: datetime) -> None:
    """Remember that she wants nothing more by the rule that sent this; of her own pushes alone."""
    version = received.push.trigger_version
    if version is None:
        return
    _row, new = NoTrigger.objects.get_or_create(
        citizen_id=received.citizen_id, trigger_id=version.trigger_id, defaults={"at": at}
    )
    PushRecipient.objects.filter(pk=received.pk, answered_at=None).update(answered_at=at)
    if new:
        events.record(
            "outreach.said_no_to_rule",
            at=at,
            citizen_id=received.citizen_id,
            actor_id=received.citizen_id,
            data={"push": received.push_id, "trigger": version.trigger_id},
        )


@transaction.atomic
def rule_again(*, received: PushRecipient, at: datetime) -> None:
    """Take back that she wants nothing by the rule that sent this."""
    version = received.push.trigger_version
    if version is None:
        return
    gone, _ = NoTrigger.objects.filter(
        citizen_id=received.citizen_id, trigger_id=version.trigger_id
    ).delete()
    if gone:
        events.record(
            "outreach.wants_rule_again",
            at=at,
            citizen_id=received.citizen_id,
            actor_id=received.citizen_id,
            data={"trigger": version.trigger_id},
        )
