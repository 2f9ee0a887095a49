# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who of many does not get it, and why. Staff may put those back whom only care leaves out."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.identity import queries as identity
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.followup.models import (
    BatchAct,
    Letter,
    LetterKind,
    LetterState,
    StaffTask,
    TaskState,
)
from jobunivers.rooms.followup.queries.composing import talks_ahead
from jobunivers.rooms.journey import queries as journey

WHY: Mapping[str, Promise] = {
    "gone": _("Er ikke længere på platformen"),
    "has_talk": _("Har allerede en tid"),
    "invited": _("Er inviteret for nylig og har ikke valgt en tid endnu"),
    "no_talk": _("Har ingen tid at blive mindet om"),
    "written": _("Har fået det samme brev inden for en uge"),
    "absent": _("Er meldt fraværende i dag"),
    "protected": _("Har navne- og adressebeskyttelse: skriv hellere til borgeren alene"),
    "same_task": _("Der er allerede en åben opgave med den titel"),
    "lacks": _("Teksten mangler noget, som vi ikke ved om borgeren"),
    "time_taken": _("Tiden er taget"),
    "error": _("Der skete en fejl hos os"),
}
"""Why somebody does not get it, as staff read it."""
MAY_COME_BACK = frozenset({"invited", "written", "absent", "protected", "same_task"})
"""Those whom staff may put back on the list: they would be sent to."""
_SAME_LETTER, _INVITED = timedelta(days=7), timedelta(days=14)
_LETTERS = frozenset({BatchAct.INVITE, BatchAct.REMIND, BatchAct.WRITE})
_SENT = (LetterState.SENT, LetterState.WAITING)


def left_out(
    citizen_ids: Sequence[int], *, act: str, template: str, title: str, at: datetime
) -> dict[int, str]:
    """Return why each of these does not get it; who gets it is not in it."""
    ids = list(citizen_ids)
    why: dict[int, str] = {}
    if act in _LETTERS:
        why |= dict.fromkeys(_written(ids, template, at), "written")
        why |= dict.fromkeys(journey.absent_on(timezone.localdate(at), ids), "absent")
        why |= dict.fromkeys(identity.protected_ids(ids), "protected")
    if act == BatchAct.INVITE:
        why |= dict.fromkeys(_invited(ids, at), "invited")
        why |= dict.fromkeys(talks_ahead(ids, at=at), "has_talk")
    if act == BatchAct.TASK:
        why |= dict.fromkeys(_same_task(ids, title), "same_task")
    here = Person.objects.filter(pk__in=ids, is_active=True, role=Role.CITIZEN)
    there = set(here.order_by("pk").values_list("pk", flat=True))
    return {pk: why[pk] for pk in ids if pk in why} | {pk: "gone" for pk in ids if pk not in there}


def _written(ids: list[int], template: str, at: datetime) -> list[int]:
    """Return who has had a letter of this template lately, or it waits to be sent."""
    if not template:
        return []
    rows = Letter.objects.filter(
        citizen_id__in=ids, template=template, state__in=_SENT, made_at__gt=at - _SAME_LETTER
    )
    return list(rows.order_by("pk").values_list("citizen_id", flat=True))


def _invited(ids: list[int], at: datetime) -> list[int]:
    rows = Letter.objects.filter(
        citizen_id__in=ids, kind=LetterKind.INVITATION, state__in=_SENT, made_at__gt=at - _INVITED
    )
    return list(rows.order_by("pk").values_list("citizen_id", flat=True))


def _same_task(ids: list[int], title: str) -> list[int]:
    rows = StaffTask.objects.filter(citizen_id__in=ids, state=TaskState.OPEN, title=title.strip())
    return [pk for pk in rows.order_by("pk").values_list("citizen_id", flat=True) if pk]
