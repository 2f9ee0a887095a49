# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What her joblog tells in staff's one view of a citizen: how far it came, and the talks."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.rooms.vacancies.models import Application, ApplicationStatus, ApplicationStep
from jobunivers.rooms.vacancies.models import Interview as Talk
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Happening, Showing, at_day

_STEPS: Mapping[str, Promise] = {
    ApplicationStatus.PLANNED: gettext_lazy("Vil søge %(job)s"),
    ApplicationStatus.APPLIED: gettext_lazy("Søgte %(job)s"),
    ApplicationStatus.INTERVIEW: gettext_lazy("Kom til samtale om %(job)s"),
    ApplicationStatus.OFFER: gettext_lazy("Fik tilbudt %(job)s"),
    ApplicationStatus.REJECTED: gettext_lazy("Fik afslag på %(job)s"),
    ApplicationStatus.WITHDRAWN: gettext_lazy("Trak sig fra %(job)s"),
}


def offer_logs() -> None:
    """Let staff read in the log of her way how her applications went."""
    dossier.offer_log(
        dossier.Log(
            code="vacancies.applications",
            name=gettext_lazy("Ansøgninger"),
            looks=("joblog",),
            ask=_ask_steps,
            tell=_tell_steps,
        )
    )
    dossier.offer_log(
        dossier.Log(
            code="vacancies.interviews",
            name=gettext_lazy("Jobsamtaler"),
            looks=("joblog",),
            ask=_ask_talks,
            tell=_tell_talks,
        )
    )


def talks_between(*, citizen_id: int, first: date, after: date) -> "QuerySet[Talk, date]":
    """Return the days of her talks with employers from `first` until before `after`."""
    held = Talk.objects.filter(citizen_id=citizen_id, cancelled_at=None)
    held = held.filter(on__gte=first, on__lt=after)
    return held.order_by("on", "pk").values_list("on", flat=True)


def _ask_steps(showing: Showing, until: datetime, most: int) -> QuerySet[ApplicationStep]:
    # By her applications, which are found in an index: steps are only found by theirs.
    steps = ApplicationStep.objects.filter(application__citizen_id=showing.citizen_id)
    steps = steps.filter(on__lte=timezone.localdate(until)).select_related("application")
    # Her notes to herself are hers: they are not even read here.
    return steps.defer("application__note").order_by("-on", "-pk")[:most]


def _tell_steps(_showing: Showing, rows: Sequence[ApplicationStep]) -> list[Happening]:
    return [
        Happening(
            at=at_day(row.on),
            whole_day=True,
            text=str(_STEPS.get(row.status, "%(job)s")) % {"job": _job(row.application)},
        )
        for row in rows
    ]


def _ask_talks(showing: Showing, until: datetime, most: int) -> QuerySet[Talk]:
    talks = Talk.objects.filter(citizen_id=showing.citizen_id, cancelled_at=None)
    talks = talks.filter(on__lte=timezone.localdate(until)).select_related("application")
    return talks.defer("note", "application__note").order_by("-on", "-pk")[:most]


def _tell_talks(_showing: Showing, rows: Sequence[Talk]) -> list[Happening]:
    return [
        Happening(
            at=at_day(row.on),
            whole_day=True,
            text=_("Jobsamtale om %(job)s") % {"job": _job(row.application)},
        )
        for row in rows
    ]


def _job(row: Application) -> str:
    if not row.employer:
        return f"“{row.title}”"
    return _("“%(title)s” hos %(employer)s") % {"title": row.title, "employer": row.employer}
