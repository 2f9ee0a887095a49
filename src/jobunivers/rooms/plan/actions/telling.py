# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling her and those who help her that something in the plan waits for them."""

from datetime import datetime, timedelta

from django.utils import timezone

from jobunivers.foundation.notices import actions as notices
from jobunivers.rooms.plan.models import (
    Activity,
    ActivityState,
    Agreement,
    AgreementState,
    JobSearchRequirements,
)

PROPOSED = "plan.proposed"
AGREED = "plan.agreed"
REQUIREMENTS = "plan.requirements"
DUE = "plan.agreement_due"
ANSWERED = "plan.answered"
_HERS = "min-plan/"
_SOON = timedelta(days=2)


def proposed(activity: Activity, *, at: datetime) -> None:
    """Tell her that staff propose an activity."""
    notices.notify(
        person_id=activity.citizen_id,
        kind=PROPOSED,
        at=at,
        data={"title": activity.title, "activity": activity.pk},
        path=_HERS,
        key=f"activity:{activity.pk}",
    )


def answered(activity: Activity, state: ActivityState, *, at: datetime) -> None:
    """Tell whoever proposed an activity what she says to it."""
    if activity.made_by_id is None:
        return
    notices.notify(
        person_id=activity.made_by_id,
        kind=ANSWERED,
        at=at,
        data={"yes": state != ActivityState.DECLINED},
        path=_theirs(activity.citizen_id),
        key=f"activity:{activity.pk}:{state}",
    )


def agreement_waits(agreement: Agreement, *, at: datetime) -> None:
    """Tell the one whose turn it is that an agreement is proposed, or was changed."""
    key = f"agreement:{agreement.pk}:{agreement.version}"
    if agreement.waits_for_citizen:
        notices.notify(
            person_id=agreement.citizen_id,
            kind=PROPOSED,
            at=at,
            data={"title": agreement.words[:80], "agreement": agreement.pk},
            path=_HERS,
            key=key,
        )
    elif agreement.staff_id is not None:
        notices.notify(
            person_id=agreement.staff_id,
            kind=ANSWERED,
            at=at,
            data={"asks": True},
            path=_theirs(agreement.citizen_id),
            key=key,
        )


def agreement_holds(agreement: Agreement, *, last_yes_by_citizen: bool, at: datetime) -> None:
    """Tell the one who said yes first that the other has said yes too."""
    key = f"agreed:{agreement.pk}:{agreement.version}"
    if last_yes_by_citizen and agreement.staff_id is not None:
        notices.notify(
            person_id=agreement.staff_id,
            kind=ANSWERED,
            at=at,
            data={"yes": True},
            path=_theirs(agreement.citizen_id),
            key=key,
        )
    elif not last_yes_by_citizen:
        notices.notify(
            person_id=agreement.citizen_id,
            kind=AGREED,
            at=at,
            data={"words": agreement.words[:80]},
            path=_HERS,
            key=key,
        )


def requirements_fixed(row: JobSearchRequirements, *, at: datetime) -> None:
    """Tell her that her requirements for job search are fixed."""
    notices.notify(
        person_id=row.citizen_id,
        kind=REQUIREMENTS,
        at=at,
        data={"from": row.from_on.isoformat()},
        path="min-plan/krav/",
        key=f"requirements:{row.pk}",
    )


def remind_of_agreements(*, at: datetime) -> int:
    """Tell people of agreements due within two days, each once; return how many were told."""
    today = timezone.localdate(at)
    near = Agreement.objects.filter(
        state=AgreementState.AGREED, due_on__gte=today, due_on__lte=today + _SOON
    ).order_by("pk")
    wanted = [
        notices.Wanted(
            person_id=one.citizen_id,
            kind=DUE,
            data={
                "words": one.words[:80],
                "due": one.due_on.isoformat() if one.due_on else "",
                "agreement": one.pk,
            },
            path=_HERS,
            key=f"due:{one.pk}:{one.due_on}",
        )
        for one in near
    ]
    return len(notices.notify_many(wanted, at=at))


def _theirs(citizen_id: int) -> str:
    return f"medarbejder/borgere/{citizen_id}/plan/"
