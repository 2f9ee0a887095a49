# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was shown for a talk is written down, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from jobunivers.rooms.talks.actions.recording import NotNow, told
from jobunivers.rooms.talks.models import Proposal, ProposalKind, ProposalState, Talk


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that a page proposes: what, by which version, and why."""

    kind: ProposalKind
    code: str
    version: str
    reasons: Mapping[str, object] = field(default_factory=dict)
    order: int = 0


@transaction.atomic
def note_shown(*, talk: Talk, shown: Sequence[Shown], at: datetime) -> int:
    """Write down what was shown for a talk, each once; return how many were new."""
    known = set(Proposal.objects.filter(talk=talk).order_by("pk").values_list("kind", "code"))
    new = [
        Proposal(
            citizen_id=talk.citizen_id,
            talk=talk,
            kind=one.kind,
            code=one.code,
            version=one.version,
            reasons=dict(one.reasons),
            order=one.order,
            shown_at=at,
        )
        for one in shown
        if (one.kind, one.code) not in known
    ]
    Proposal.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


@transaction.atomic
def settle(
    *,
    talk: Talk,
    kind: ProposalKind,
    code: str,
    state: ProposalState,
    actor_id: int,
    at: datetime,
) -> Proposal:
    """Say that a proposal was used, put aside, or is open again. Raises NotNow.

    What she herself has put aside is hers to open again.
    """
    row = Proposal.objects.select_for_update().filter(talk=talk, kind=kind, code=code).first()
    if row is None or not talk.is_open:
        raise NotNow
    if row.put_aside_by_her and actor_id != talk.citizen_id:
        raise NotNow
    if row.state == state:
        return row
    settled = state != ProposalState.SHOWN
    row.state = state
    row.settled_by_id = actor_id if settled else None
    row.settled_at = at if settled else None
    row.save(update_fields=["state", "settled_by_id", "settled_at"])
    told(
        "talks.proposal_settled",
        talk,
        actor_id=actor_id,
        at=at,
        kind=row.kind,
        code=row.code,
        state=row.state,
    )
    return row
