# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements: one proposes, the other says yes; whoever rewords asks the other again."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from jobunivers.foundation.crypto.fields import first_that_says
from jobunivers.rooms.plan.actions import telling
from jobunivers.rooms.plan.actions.goals import SAME_FORM
from jobunivers.rooms.plan.actions.noting import (
    Actor,
    ChangedMeanwhile,
    NotNow,
    differences,
    note,
)
from jobunivers.rooms.plan.models import About, Agreement, AgreementState, MadeBy

_OVER = (AgreementState.KEPT, AgreementState.NOT_KEPT, AgreementState.ENDED)
_LIVE = (AgreementState.PROPOSED, AgreementState.AGREED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEntry:
    """What is agreed: with whom of the kommune (None: whoever answers), and until when."""

    words: str
    due_on: date | None = None
    staff_id: int | None = None


@transaction.atomic
def propose_agreement(
    *, citizen_id: int, entry: AgreementEntry, actor: Actor, at: datetime
) -> Agreement:
    """Propose an agreement; who proposes has said yes, the other is asked.

    The same words within a minute are the same form sent twice.
    """
    hers = actor.by == MadeBy.CITIZEN
    said = asdict(entry) if hers else asdict(entry) | {"staff_id": actor.id}
    lately = Agreement.objects.filter(citizen_id=citizen_id, created_at__gt=at - SAME_FORM)
    first = first_that_says(lately, said)
    if first is not None:
        return first
    row = Agreement.objects.create(
        citizen_id=citizen_id,
        citizen_yes_at=at if hers else None,
        staff_yes_at=None if hers else at,
        created_at=at,
        changed_at=at,
        **said,
    )
    _note("plan.agreement_proposed", row, actor, at=at, now={"state": row.state})
    telling.agreement_waits(row, at=at)
    return row


@transaction.atomic
def say_yes(*, agreement: Agreement, version: int, actor: Actor, at: datetime) -> Agreement:
    """Say yes to the version that was read; raises ChangedMeanwhile, NotNow.

    A yes said before is a yes.
    """
    hers = actor.by == MadeBy.CITIZEN
    waits = agreement.waits_for_citizen if hers else agreement.waits_for_staff
    if agreement.state == AgreementState.AGREED and agreement.version == version + 1:
        return agreement
    if agreement.version != version:
        raise ChangedMeanwhile(agreement)
    if not waits:
        raise NotNow
    yes = {"citizen_yes_at": at} if hers else {"staff_yes_at": at}
    with_whom = agreement.staff_id if hers else actor.id
    # Her yes alone makes no agreement: somebody of the kommune has said yes by proposing it.
    changed = Agreement.objects.filter(
        pk=agreement.pk, version=version, state=AgreementState.PROPOSED
    ).update(
        state=AgreementState.AGREED,
        agreed_at=at,
        staff_id=with_whom,
        changed_at=at,
        version=F("version") + 1,
        **yes,
    )
    if not changed:
        raise ChangedMeanwhile(Agreement.objects.get(pk=agreement.pk))
    row = Agreement.objects.get(pk=agreement.pk)
    was, now = {"state": agreement.state}, {"state": row.state}
    _note("plan.agreed", row, actor, at=at, was=was, now=now)
    telling.agreement_holds(row, last_yes_by_citizen=hers, at=at)
    return row


@transaction.atomic
def change_agreement(
    *, agreement: Agreement, version: int, entry: AgreementEntry, actor: Actor, at: datetime
) -> None:
    """Reword an agreement: the other is asked again. Raises ChangedMeanwhile, NotNow."""
    if agreement.state not in _LIVE:
        raise NotNow
    hers = actor.by == MadeBy.CITIZEN
    said = entry if hers else AgreementEntry(
        words=entry.words, due_on=entry.due_on, staff_id=actor.id
    )  # fmt: skip
    was, now = differences(agreement, said)
    changed = Agreement.objects.filter(
        pk=agreement.pk, version=version, state__in=_LIVE
    ).update(
        state=AgreementState.PROPOSED,
        citizen_yes_at=at if hers else None,
        staff_yes_at=None if hers else at,
        agreed_at=None,
        changed_at=at,
        version=version + 1,
        **asdict(said),
    )  # fmt: skip
    if not changed:
        raise ChangedMeanwhile(Agreement.objects.get(pk=agreement.pk))
    row = Agreement.objects.get(pk=agreement.pk)
    if agreement.state != row.state:
        was["state"], now["state"] = agreement.state, row.state
    _note("plan.agreement_proposed", row, actor, at=at, was=was, now=now)
    telling.agreement_waits(row, at=at)


@transaction.atomic
def close_agreement(
    *, agreement: Agreement, state: AgreementState, actor: Actor, at: datetime
) -> None:
    """Say that an agreement was kept, came to nothing, or is taken back. Raises NotNow.

    What only one has said yes to can be ended, not kept.
    """
    if state == agreement.state:
        return
    allowed = _LIVE if state == AgreementState.ENDED else (AgreementState.AGREED,)
    if state not in _OVER or agreement.state not in allowed:
        raise NotNow
    changed = Agreement.objects.filter(pk=agreement.pk, state=agreement.state).update(
        state=state, closed_at=at, changed_at=at, version=F("version") + 1
    )
    if not changed:
        raise NotNow
    was, now = {"state": agreement.state}, {"state": state.value}
    _note("plan.agreement_closed", agreement, actor, at=at, was=was, now=now)


def _note(
    event: str,
    row: Agreement,
    actor: Actor,
    *,
    at: datetime,
    was: dict[str, str] | None = None,
    now: dict[str, str] | None = None,
) -> None:
    note(
        event,
        about=About.AGREEMENT,
        row_id=row.pk,
        citizen_id=row.citizen_id,
        title=row.words,
        actor=actor,
        at=at,
        was=was,
        now=now,
    )
