# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A talk is planned, begun, held and closed; the referat is written."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from jobunivers.foundation.notices import actions as notices
from jobunivers.rooms.entrance import actions as entrance
from jobunivers.rooms.entrance import queries as entrance_queries
from jobunivers.rooms.talks.actions.recording import ChangedMeanwhile, NotNow, told
from jobunivers.rooms.talks.models import (
    NEXT_STATES,
    AgendaPoint,
    Talk,
    TalkForm,
    TalkKind,
    TalkState,
)

PLANNED, CANCELLED, REFERAT = "talks.planned", "talks.cancelled", "talks.referat"
_EVENTS: Mapping[TalkState, str] = {
    TalkState.UNDER_WAY: "talks.begun",
    TalkState.HELD: "talks.held",
    TalkState.NOT_HELD: "talks.not_held",
    TalkState.CANCELLED: "talks.cancelled",
}
_SAME_FORM = timedelta(minutes=1)


@transaction.atomic
def plan_talk(
    *,
    citizen_id: int,
    staff_id: int,
    starts_at: datetime,
    form: TalkForm,
    kind: TalkKind = TalkKind.JOB,
    minutes: int = 45,
    place: str = "",
    meeting_id: int | None = None,
    actor_id: int,
    at: datetime,
) -> Talk:
    """Plan a talk; she is told, unless it is the first meeting she has booked herself.

    The same time with the same person within a minute is the same form sent twice, and a meeting
    that is a talk already is that talk.
    """
    said: dict[str, Any] = {"citizen_id": citizen_id, "staff_id": staff_id, "starts_at": starts_at}
    again = Talk.objects.filter(**said, created_at__gt=at - _SAME_FORM, state=TalkState.PLANNED)
    if meeting_id is not None:
        again = Talk.objects.filter(meeting_id=meeting_id).exclude(state=TalkState.CANCELLED)
    if (there := again.order_by("pk").first()) is not None:
        return there
    talk = Talk.objects.create(
        **said,
        form=form,
        kind=kind,
        minutes=minutes,
        place=place,
        meeting_id=meeting_id,
        created_at=at,
        changed_at=at,
    )
    told("talks.planned", talk, actor_id=actor_id, at=at, kind=talk.kind)
    if meeting_id is None and starts_at > at:
        _tell(PLANNED, talk, at=at)
    return talk


@transaction.atomic
def begin_now(
    *, citizen_id: int, staff_id: int, form: TalkForm, kind: TalkKind, at: datetime
) -> Talk:
    """Begin a talk on the spot; the one that is under way already is returned."""
    running = Talk.objects.filter(citizen_id=citizen_id, state=TalkState.UNDER_WAY).first()
    if running is not None:
        return running
    talk = plan_talk(
        citizen_id=citizen_id,
        staff_id=staff_id,
        starts_at=at,
        form=form,
        kind=kind,
        actor_id=staff_id,
        at=at,
    )
    return move_on(talk=talk, state=TalkState.UNDER_WAY, actor_id=staff_id, at=at)


@transaction.atomic
def move_on(*, talk: Talk, state: TalkState, actor_id: int, at: datetime) -> Talk:
    """Bring a talk into its next state; one that is there already stays. Raises NotNow."""
    if talk.state == state:
        return talk
    if state not in NEXT_STATES[TalkState(talk.state)]:
        raise NotNow
    over = state not in (TalkState.PLANNED, TalkState.UNDER_WAY)
    changes: dict[str, Any] = {"state": state, "closed_at": at if over else None, "changed_at": at}
    if state == TalkState.UNDER_WAY:
        changes["begun_at"] = talk.begun_at or at
    try:
        with transaction.atomic():
            changed = Talk.objects.filter(pk=talk.pk, state=talk.state).update(
                **changes, version=F("version") + 1
            )
    except IntegrityError as error:  # she is in another talk
        raise NotNow from error
    if not changed:
        raise NotNow
    row = Talk.objects.get(pk=talk.pk)
    told(_EVENTS[state], row, actor_id=actor_id, at=at, kind=row.kind)
    _after(row, state, actor_id=actor_id, at=at)
    return row


def _after(talk: Talk, state: TalkState, *, actor_id: int, at: datetime) -> None:
    if state == TalkState.UNDER_WAY:
        _bring_waiting_points(talk)
    if state in (TalkState.NOT_HELD, TalkState.CANCELLED):
        # What she wanted to talk about waits for the next talk.
        AgendaPoint.objects.filter(talk=talk, talked_at=None).update(talk=None)
    if state == TalkState.CANCELLED and talk.starts_at > at:
        _tell(CANCELLED, talk, at=at)
    if state in (TalkState.HELD, TalkState.NOT_HELD) and talk.meeting_id is not None:
        _mark_meeting(talk, held=state == TalkState.HELD, actor_id=actor_id, at=at)


def _bring_waiting_points(talk: Talk) -> None:
    """Put what waited for the next talk on this one's agenda."""
    AgendaPoint.objects.filter(citizen_id=talk.citizen_id, talk=None).update(talk=talk)


def _mark_meeting(talk: Talk, *, held: bool, actor_id: int, at: datetime) -> None:
    meeting = entrance_queries.open_meeting(talk.meeting_id or 0)
    if meeting is not None and meeting.seat.slot.starts_at <= at:
        entrance.mark(meeting=meeting, held=held, actor_id=actor_id, at=at)


@transaction.atomic
def move_talk(
    *, talk: Talk, version: int, starts_at: datetime, form: TalkForm, place: str, actor_id: int,
    at: datetime,
) -> Talk:  # fmt: skip
    """Give a planned talk another time or form. Raises ChangedMeanwhile, NotNow."""
    if talk.state != TalkState.PLANNED or talk.meeting_id is not None:
        raise NotNow
    changed = Talk.objects.filter(
        pk=talk.pk, version=version, state=TalkState.PLANNED
    ).update(
        starts_at=starts_at, form=form, place=place, changed_at=at, version=F("version") + 1
    )  # fmt: skip
    row = Talk.objects.get(pk=talk.pk)
    if not changed:
        raise ChangedMeanwhile(row)
    told("talks.moved", row, actor_id=actor_id, at=at)
    _tell(PLANNED, row, at=at)
    return row


@transaction.atomic
def write_referat(*, talk: Talk, version: int, text: str, staff_id: int, at: datetime) -> Talk:
    """Write what was talked about, for both to read. Raises ChangedMeanwhile, NotNow.

    Nobody writes over what she has not read: the version is the one the form was filled from.
    """
    if talk.state not in (TalkState.UNDER_WAY, TalkState.HELD):
        raise NotNow
    if talk.referat == text:
        return talk
    changed = Talk.objects.filter(pk=talk.pk, referat_version=version).update(
        referat=text,
        referat_by_id=staff_id,
        referat_at=at,
        changed_at=at,
        referat_version=F("referat_version") + 1,
    )
    row = Talk.objects.get(pk=talk.pk)
    if not changed:
        raise ChangedMeanwhile(row)
    told("talks.referat_written", row, actor_id=staff_id, at=at)
    if row.state == TalkState.HELD:
        _tell(REFERAT, row, at=at)
    return row


def _tell(kind: str, talk: Talk, *, at: datetime) -> None:
    notices.notify(
        person_id=talk.citizen_id,
        kind=kind,
        at=at,
        data={"starts_at": talk.starts_at.isoformat(), "form": talk.form, "talk": talk.pk},
        path=f"samtaler/{talk.pk}/",
        key=f"{kind}:{talk.pk}:{talk.version}:{talk.referat_version}",
    )
