# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room tells people: the types of its notices, in words."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobunivers.foundation.notices import register
from jobunivers.foundation.notices.models import Channel, Notice, Rhythm
from jobunivers.foundation.ui.wording import day
from jobunivers.rooms.vacancies.models import Application, ApplicationStatus, SavedSearch
from jobunivers.rooms.vacancies.queries.alerts import still_open

SEARCH_ALERTS = "vacancies.search_alerts"
SEARCH_ALERTS_WEEKLY = "vacancies.search_alerts_weekly"
SEARCH_ALERTS_AT_ONCE = "vacancies.search_alerts_at_once"
REMINDERS = "vacancies.reminders"
_DAY = timedelta(days=1)
_SOON_ENOUGH: Mapping[str, Rhythm] = {Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}
Data = Mapping[str, Any]


def register_notices() -> None:
    """Say who sends from here, and what."""
    register.sender(
        register.Sender(
            code=SEARCH_ALERTS,
            name=gettext_lazy("Nye job i gemte søgninger"),
            every=_DAY,
            quiet_for=timedelta(days=4),
        )
    )
    register.sender(
        register.Sender(
            code=SEARCH_ALERTS_WEEKLY,
            name=gettext_lazy("Nye job i gemte søgninger, ugens"),
            every=7 * _DAY,
        )
    )
    register.sender(
        register.Sender(
            code=SEARCH_ALERTS_AT_ONCE,
            name=gettext_lazy("Nye job i gemte søgninger, med det samme"),
            every=timedelta(hours=1),
        )
    )
    register.sender(
        register.Sender(code=REMINDERS, name=gettext_lazy("Påmindelser om ansøgninger"), every=_DAY)
    )
    register.notice_type(
        register.NoticeType(
            code="vacancies.search_alert",
            sender=SEARCH_ALERTS,
            name=gettext_lazy("Nye job i dine gemte søgninger"),
            about=gettext_lazy("Når der kommer nye job, som passer til en søgning, du har gemt."),
            wording=_search_alert,
            outside=_search_alert_outside,
            wants_answer=True,
            acts=("vacancies.application_logged", "vacancies.starred", "vacancies.hidden"),
            acted=_about_one_of_them,
            relevant=_search_matters,
        )
    )
    register.notice_type(
        register.NoticeType(
            code="vacancies.deadline_near",
            sender=REMINDERS,
            name=gettext_lazy("Ansøgningsfrister"),
            about=gettext_lazy("To dage før fristen på et job, du vil søge."),
            wording=_deadline_near,
            outside=_deadline_near_outside,
            defaults=_SOON_ENOUGH,
            wants_answer=True,
            acts=("vacancies.application_moved", "vacancies.application_deleted"),
            acted=_about_the_application,
            relevant=_still_planned,
        )
    )
    register.notice_type(
        register.NoticeType(
            code="vacancies.no_answer_yet",
            sender=REMINDERS,
            name=gettext_lazy("Job, du ikke har hørt fra"),
            about=gettext_lazy(
                "To uger efter du har søgt, hvis du ikke har skrevet, hvad der skete."
            ),
            wording=_no_answer_yet,
            outside=_no_answer_yet_outside,
            wants_answer=True,
            acts=("vacancies.application_moved", "vacancies.application_deleted"),
            acted=_about_the_application,
            relevant=_still_silent,
        )
    )


def _search_alert(data: Data) -> str:
    return ngettext(
        "%(count)s nyt job i “%(name)s”", "%(count)s nye job i “%(name)s”", int(data["count"])
    ) % {"count": data["count"], "name": data["name"]}


def _search_alert_outside(data: Data) -> str:
    return ngettext(
        "%(count)s nyt job passer til en søgning, du har gemt",
        "%(count)s nye job passer til en søgning, du har gemt",
        int(data["count"]),
    ) % {"count": data["count"]}


def _deadline_near(data: Data) -> str:
    return _("Fristen for “%(title)s” er %(day)s") % {
        "title": data["title"],
        "day": day(date.fromisoformat(data["deadline"])),
    }


def _deadline_near_outside(data: Data) -> str:
    return _("Fristen for et job, du vil søge, er %(day)s") % {
        "day": day(date.fromisoformat(data["deadline"]))
    }


def _no_answer_yet(data: Data) -> str:
    return _("Har du hørt noget om “%(title)s”?") % {"title": data["title"]}


def _no_answer_yet_outside(_data: Data) -> str:
    return _("Har du hørt noget om det job, du søgte?")


def _about_one_of_them(data: Data, event: Data) -> bool:
    return event.get("vacancy_id") in data.get("vacancy_ids", ())


def _about_the_application(data: Data, event: Data) -> bool:
    return event.get("application_id") == data.get("application_id")


def _search_matters(notice: Notice, at: datetime) -> bool:
    """Say whether she still has the search, and any of the jobs can be applied for."""
    kept = SavedSearch.objects.filter(pk=notice.data["search_id"]).exists()
    return kept and still_open(vacancy_ids=notice.data["vacancy_ids"], at=at)


def _still_planned(notice: Notice, at: datetime) -> bool:
    return Application.objects.filter(
        pk=notice.data["application_id"],
        status=ApplicationStatus.PLANNED,
        deadline__gte=timezone.localdate(at),
    ).exists()


def _still_silent(notice: Notice, _at: datetime) -> bool:
    return Application.objects.filter(
        pk=notice.data["application_id"], status=ApplicationStatus.APPLIED
    ).exists()
