# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room offers to pages of others: notices, navigation, a page about a citizen."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.foundation.notices.models import Channel, Rhythm
from jobunivers.foundation.notices.register import NoticeType, Sender, notice_type, sender
from jobunivers.foundation.ui import wording
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.decisions.models import Contest, Outcome
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Part, Showing

_AT_ONCE: Mapping[str, Rhythm] = {Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}
_DAYS = 14
_PRINTED = 1_000
_PART = "decisions.contests"


def offer() -> None:
    """Offer all of it; said once, in `apps.py`."""
    sender(Sender(code="decisions", name=_("Det, siden har valgt for dig")))
    for known in _NOTICES:
        notice_type(known)
    for way in _WAYS:
        desk.offer_way(way)
    desk.offer_waits(desk.Waits("decisions.contests", _("Uenig i et valg"), _asked, days=_DAYS))
    dossier.offer_page(
        dossier.Page("decisions.choices", _("Computerens valg"), "decisions:citizen", 75)
    )
    dossier.offer(
        Part(
            code=_PART,
            name=_("Det, borgeren har sagt sig uenig i"),
            order=78,
            looks=("decisions",),
            template="decisions/dossier/contests.html",
            ask=_ask,
            load=_contests,
            source=_("Borgeren selv, og den, der svarede"),
        )
    )


def _waiting(data: Mapping[str, Any]) -> str:
    due = data.get("due")
    day = wording.day(date.fromisoformat(str(due))) if due else ""
    return gettext("En borger er uenig i noget, en computer har valgt. Svar senest %(day)s.") % {
        "day": day
    }


def _answered(_data: Mapping[str, Any]) -> str:
    return gettext("Vi har svaret på det, du var uenig i.")


_NOTICES = (
    NoticeType(
        code="decisions.contest",
        sender="decisions",
        name=_("Borgere, der er uenige i et valg"),
        about=_("Når en borger har sagt nej til noget, en computer har valgt, og du skal svare."),
        wording=_waiting,
        defaults=_AT_ONCE,
        staff=True,
    ),
    NoticeType(
        code="decisions.answered",
        sender="decisions",
        name=_("Svar på det, du var uenig i"),
        about=_("Når en medarbejder har set på et valg, du var uenig i."),
        wording=_answered,
        defaults=_AT_ONCE,
        critical=True,
    ),
)
_WAYS = (
    desk.Way(
        code="decisions.contests",
        label=_("Uenige borgere"),
        url_name="decisions:contests",
        icon="reply",
        roles={**{str(role): 93 for role in ADVISING}, str(Role.OFFICER): 40},
    ),
    desk.Way(
        code="decisions.assessments",
        label=_("Konsekvensanalyser"),
        url_name="decisions:assessments",
        icon="assignment",
        roles={str(Role.OFFICER): 50},
    ),
)


def _asked(since: datetime, _now: datetime) -> "Iterable[tuple[datetime, datetime | None]]":
    found = Contest.objects.filter(Q(at__gte=since) | Q(answered_at=None))
    # What she took back herself got no answer, and is no wait.
    found = found.exclude(outcome=Outcome.TAKEN_BACK).order_by("pk")
    return found.values_list("at", "answered_at")


def _ask(showing: Showing) -> "Sequence[QuerySet[Any, Any]]":
    """Ask for what she has disagreed with: for the print all, on the screen what waits."""
    rows = Contest.objects.filter(citizen_id=showing.citizen_id)
    if not showing.printing:
        rows = rows.filter(answered_at=None)
    return [rows.order_by("-at", "-pk")[:_PRINTED]]


def _contests(showing: Showing) -> dict[str, Any] | None:
    (rows,) = showing.answers[_PART]
    found = list(rows)
    return {"rows": found} if found else None
