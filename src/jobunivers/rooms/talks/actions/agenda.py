# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the two want to talk about, who else takes part, and what they agree."""

from datetime import datetime, timedelta

from django.db import transaction

from jobunivers.foundation.crypto.fields import first_that_says
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.things import Pointer
from jobunivers.rooms.plan import actions as plan
from jobunivers.rooms.talks.actions.recording import NotNow, told
from jobunivers.rooms.talks.models import (
    AgendaPoint,
    Partaker,
    PartRole,
    Talk,
    TalkAgreement,
    TalkForm,
    TalkState,
)

MOST_POINTS = 20
_SAME_FORM = timedelta(minutes=1)


class TooManyPoints(Exception):  # noqa: N818 - it reads as what is wrong
    """The agenda is full: nobody talks about more in one talk."""


class BindsNot(Exception):  # noqa: N818 - it reads as what is wrong
    """What binds her belongs in a jobsamtale (BEK 113/2026 § 27, no. 8)."""


@transaction.atomic
def add_point(
    *, citizen_id: int, talk: Talk | None, words: str, by_id: int, at: datetime
) -> AgendaPoint:
    """Put something on the agenda of a talk, or of the next one. Raises NotNow, TooManyPoints."""
    if talk is not None and not talk.is_open:
        raise NotNow
    waiting = AgendaPoint.objects.filter(citizen_id=citizen_id, talk=talk, talked_at=None)
    said = " ".join(words.split())
    lately = waiting.filter(by_id=by_id, added_at__gt=at - _SAME_FORM)
    again = first_that_says(lately, {"words": said})
    if again is not None:
        return again
    if waiting.count() >= MOST_POINTS:
        raise TooManyPoints
    point = AgendaPoint.objects.create(
        citizen_id=citizen_id, talk=talk, words=said, by_id=by_id, added_at=at
    )
    data = {"point": point.pk, **({"talk": talk.pk} if talk else {})}
    events.record("talks.point_added", at=at, citizen_id=citizen_id, actor_id=by_id, data=data)
    return point


@transaction.atomic
def remove_point(*, point: AgendaPoint, by_id: int, at: datetime) -> None:
    """Take one's own point off the agenda. Raises NotNow for somebody else's, or one talked of."""
    if point.by_id != by_id or point.talked_at is not None:
        raise NotNow
    pk, citizen_id = point.pk, point.citizen_id
    point.delete()
    data = {"point": pk}
    events.record("talks.point_removed", at=at, citizen_id=citizen_id, actor_id=by_id, data=data)


@transaction.atomic
def mark_point(*, point: AgendaPoint, talk: Talk, talked: bool, at: datetime) -> None:
    """Say that a point was talked about in a talk, or not yet; it belongs to that talk then."""
    AgendaPoint.objects.filter(pk=point.pk).update(talked_at=at if talked else None, talk=talk)


@transaction.atomic
def add_partaker(
    *, talk: Talk, name: str, role: PartRole, form: TalkForm, actor_id: int, at: datetime
) -> Partaker:
    """Say who else takes part; the same person in the same role is there once."""
    row, new = Partaker.objects.get_or_create(
        talk=talk, name=" ".join(name.split()), role=role, defaults={"form": form}
    )
    if new:
        told("talks.partaker_added", talk, actor_id=actor_id, at=at, role=role.value)
    return row


@transaction.atomic
def remove_partaker(*, partaker: Partaker, actor_id: int, at: datetime) -> None:
    """Take somebody off the list of who takes part."""
    talk, role = partaker.talk, partaker.role
    partaker.delete()
    told("talks.partaker_removed", talk, actor_id=actor_id, at=at, role=role)


@transaction.atomic
def agree(*, talk: Talk, entry: plan.AgreementEntry, staff_id: int, at: datetime) -> TalkAgreement:
    """Propose an agreement through her plan, and keep that it comes from this talk.

    Raises:
        BindsNot: this kind of talk holds no agreements.
        NotNow: the talk has not begun, or is called off.
    """
    if not talk.may_bind:
        raise BindsNot
    if talk.state not in (TalkState.UNDER_WAY, TalkState.HELD):
        raise NotNow
    made = plan.propose_agreement(
        citizen_id=talk.citizen_id, entry=entry, actor=plan.staff(staff_id), at=at
    )
    row, new = TalkAgreement.objects.get_or_create(
        agreement_id=made.pk, defaults={"talk": talk, "linked_at": at}
    )
    if new:
        told("talks.agreement_made", talk, actor_id=staff_id, at=at, agreement=made.pk)
    return row


def put_job_in_plan(
    *, talk: Talk, vacancy_id: int, staff_id: int, language: str, why: str, at: datetime
) -> bool:
    """Propose a job for her plan; False when it stands there already. Raises plan.NoSuchThing."""
    try:
        plan.add_thing(
            citizen_id=talk.citizen_id,
            pointer=Pointer("vacancy", vacancy_id),
            actor=plan.staff(staff_id),
            language=language,
            why=why,
            at=at,
        )
    except plan.AlreadyPlanned:
        return False
    return True
