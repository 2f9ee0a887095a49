# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the plan tells people: the types of its notices, in words."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices.models import Channel, Notice, Rhythm
from jobunivers.foundation.notices.register import NoticeType, Sender, notice_type, sender
from jobunivers.foundation.ui.wording import day, day_year
from jobunivers.rooms.plan.models import Activity, ActivityState, Agreement, AgreementState

PLAN, REMINDERS = "plan", "plan.reminders"
_AT_ONCE: Mapping[str, Rhythm] = {Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}
Data = Mapping[str, Any]


def register_notices() -> None:
    """Say who sends from here, and what."""
    sender(Sender(code=PLAN, name=gettext_lazy("Min plan")))
    sender(
        Sender(code=REMINDERS, name=gettext_lazy("Påmindelser om aftaler"), every=timedelta(days=1))
    )
    for known in _TYPES:
        notice_type(known)


def _proposed(data: Data) -> str:
    return _("Forslag til din plan: “%(title)s”. Vil du sige ja?") % {
        "title": str(data["title"]).rstrip(".")
    }


def _proposed_outside(_data: Data) -> str:
    return _("Der er et forslag til din plan. Log ind, og svar ja eller nej.")


def _agreed(data: Data) -> str:
    return _("Nu er det aftalt: “%(words)s”") % {"words": data["words"]}


def _agreed_outside(_data: Data) -> str:
    return _("En aftale i din plan er nu på plads.")


def _requirements(data: Data) -> str:
    return _("Dine krav til jobsøgning er skrevet. De gælder fra %(day)s. Læs dem i din plan.") % {
        "day": day_year(date.fromisoformat(data["from"]))
    }


def _due(data: Data) -> str:
    return _("Husk jeres aftale inden %(day)s: “%(words)s”") % {
        "day": day(date.fromisoformat(data["due"])),
        "words": data["words"],
    }


def _due_outside(_data: Data) -> str:
    return _("En aftale i din plan skal snart være klaret.")


def _answered(data: Data) -> str:
    if data.get("asks"):
        return _("En borger foreslår en aftale med dig. Læs den, og svar.")
    if data.get("yes"):
        return _("En borger har sagt ja til det, du foreslog i planen.")
    return _("En borger har sagt nej tak til det, du foreslog i planen.")


def _still_waits(notice: Notice, _at: datetime) -> bool:
    if "agreement" in notice.data:
        rows = Agreement.objects.filter(pk=notice.data["agreement"], citizen_yes_at=None)
        return rows.filter(state=AgreementState.PROPOSED).exists()
    waiting = Activity.objects.filter(pk=notice.data["activity"])
    return waiting.filter(state=ActivityState.SUGGESTED).exists()


def _still_due(notice: Notice, at: datetime) -> bool:
    rows = Agreement.objects.filter(pk=notice.data["agreement"], state=AgreementState.AGREED)
    return rows.filter(due_on__gte=timezone.localdate(at)).exists()


_TYPES = (
    NoticeType(
        code="plan.proposed",
        sender=PLAN,
        name=gettext_lazy("Forslag til din plan"),
        about=gettext_lazy("Når kommunen foreslår noget, som du kan sige ja eller nej til."),
        wording=_proposed,
        outside=_proposed_outside,
        defaults=_AT_ONCE,
        wants_answer=True,
        acts=("plan.activity_moved_on", "plan.agreed", "plan.agreement_closed"),
        relevant=_still_waits,
    ),
    NoticeType(
        code="plan.agreed",
        sender=PLAN,
        name=gettext_lazy("Aftaler, der er på plads"),
        about=gettext_lazy("Når kommunen siger ja til en aftale, du har foreslået."),
        wording=_agreed,
        outside=_agreed_outside,
    ),
    NoticeType(
        code="plan.requirements",
        sender=PLAN,
        name=gettext_lazy("Krav til din jobsøgning"),
        about=gettext_lazy("Når dine krav til jobsøgning er skrevet eller ændret."),
        wording=_requirements,
        defaults=_AT_ONCE,
        critical=True,
    ),
    NoticeType(
        code="plan.agreement_due",
        sender=REMINDERS,
        name=gettext_lazy("Aftaler, der skal klares snart"),
        about=gettext_lazy("To dage før den dag, I har aftalt."),
        wording=_due,
        outside=_due_outside,
        defaults=_AT_ONCE,
        relevant=_still_due,
    ),
    NoticeType(
        code="plan.answered",
        sender=PLAN,
        name=gettext_lazy("Borgernes svar på planen"),
        about=gettext_lazy("Når en borger svarer på dit forslag eller selv foreslår en aftale."),
        wording=_answered,
        defaults=_AT_ONCE,
        staff=True,
    ),
)
