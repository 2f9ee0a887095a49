# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune decides how it uses the rules of attention: a new number each time."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.turns import wait_for_turn
from jobunivers.rooms.casework.models import AttentionTuning
from jobunivers.science.attention import read_tuning


@transaction.atomic
def decide_tuning(
    *,
    body: Mapping[str, Mapping[str, int | bool]],
    effective_from: date,
    decided_by: str,
    why: str,
    by_id: int,
    at: datetime,
) -> AttentionTuning:
    """Keep how the rules are used from a day on, who decided and why; nothing old is changed.

    Raises:
        BadTuning: a rule is unknown or a number out of range.
        ValueError: the day has passed already: what was shown then stays true.
    """
    read_tuning(body)
    if effective_from < timezone.localdate(at):
        raise ValueError("the day has passed")
    wait_for_turn("casework.tunings")
    last = AttentionTuning.objects.aggregate(last=Max("number"))["last"] or 0
    row = AttentionTuning.objects.create(
        number=last + 1,
        body={code: dict(said) for code, said in body.items()},
        effective_from=effective_from,
        decided_by=decided_by.strip(),
        why=why.strip(),
        written_by_id=by_id,
        at=at,
    )
    events.record("casework.attention_tuned", at=at, actor_id=by_id, data={"number": row.number})
    return row
