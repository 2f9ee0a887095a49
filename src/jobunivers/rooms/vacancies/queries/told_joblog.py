# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people are told of the advertisements they keep and of their joblog: types, in words."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices import register
from jobunivers.foundation.notices.models import Channel, Notice, Rhythm
from jobunivers.foundation.ui.wording import clock, day
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    Interview,
    Proposal,
    Star,
    Vacancy,
)

ENDINGS = "vacancies.endings"
LETTERS = "vacancies.letters"
_DAY = timedelta(days=1)
_SOON_ENOUGH: Mapping[str, Rhythm] = {Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}
Data = Mapping[str, Any]


def register_joblog(*, reminders: str) -> None:
    """Say what is sent of the joblog; `reminders` is the sender of what has a day."""
    register.sender(
        register.Sender(
            code=ENDINGS, name=gettext_lazy("Lukkede opslag og nye frister"), every=_DAY
        )
    )
    register.sender(register.Sender(code=LETTERS, name=gettext_lazy("Svar, du har sendt videre")))
    register.notice_type(
        register.NoticeType(
            code="vacancies.ended",
            sender=ENDINGS,
            name=gettext_lazy("Opslag, der lukker"),
            about=gettext_lazy("Når et job, du har gemt eller vil søge, ikke er slået op mere."),
            wording=_ended,
            outside=_ended_outside,
            relevant=_still_hers_and_ended,
        )
    )
    register.notice_type(
        register.NoticeType(
            code="vacancies.deadline_moved",
            sender=ENDINGS,
            name=gettext_lazy("Nye frister"),
            about=gettext_lazy("Når et job, du har gemt eller vil søge, får en anden frist."),
            wording=_deadline_moved,
            outside=_deadline_moved_outside,
            defaults=_SOON_ENOUGH,
            relevant=_still_hers_and_open,
        )
    )
    register.notice_type(
        register.NoticeType(
            code="vacancies.own_reminder",
            sender=reminders,
            name=gettext_lazy("Dage, du selv har valgt"),
            about=gettext_lazy("Når du har bedt os minde dig om en ansøgning."),
            wording=_own_reminder,
            outside=_own_reminder_outside,
            defaults=_SOON_ENOUGH,
            relevant=_still_wanted,
        )
    )
    register.notice_type(
        register.NoticeType(
            code="vacancies.talk_tomorrow",
            sender=reminders,
            name=gettext_lazy("Jobsamtaler"),
            about=gettext_lazy("Dagen før en samtale, du har skrevet ind."),
            wording=_talk_tomorrow,
            outside=_talk_tomorrow_outside,
            defaults=_SOON_ENOUGH,
            relevant=_talk_stands,
        )
    )
    register.notice_type(
        register.NoticeType(
            code="vacancies.letter_read",
            sender=LETTERS,
            name=gettext_lazy("Svar, du har sendt videre"),
            about=gettext_lazy("Når vi har læst en mail, du har sendt til din joblog."),
            wording=_letter_read,
            outside=_letter_read_outside,
            relevant=_letter_waits,
        )
    )


def _ended(data: Data) -> str:
    if data.get("status") in {ApplicationStatus.APPLIED, ApplicationStatus.INTERVIEW}:
        return _("“%(title)s”, som du har søgt, er taget ned før tid") % {"title": data["title"]}
    return _("“%(title)s” er ikke slået op mere") % {"title": data["title"]}


def _ended_outside(_data: Data) -> str:
    return _("Et job, du har gemt, er ikke slået op mere")


def _deadline_moved(data: Data) -> str:
    return _("“%(title)s” har fået en ny frist: %(day)s") % {
        "title": data["title"],
        "day": day(date.fromisoformat(data["deadline"])),
    }


def _deadline_moved_outside(data: Data) -> str:
    return _("Et job, du har gemt, har fået en ny frist: %(day)s") % {
        "day": day(date.fromisoformat(data["deadline"]))
    }


def _own_reminder(data: Data) -> str:
    return _("Du bad os minde dig om “%(title)s”") % {"title": data["title"]}


def _own_reminder_outside(_data: Data) -> str:
    return _("Du bad os minde dig om en ansøgning")


def _talk_tomorrow(data: Data) -> str:
    if not data["starts_at"]:
        return _("Du har samtale i morgen om “%(title)s”") % {"title": data["title"]}
    return _("Du har samtale i morgen %(clock)s om “%(title)s”") % {
        "title": data["title"],
        "clock": clock(datetime.fromisoformat(data["starts_at"])),
    }


def _talk_tomorrow_outside(_data: Data) -> str:
    return _("Du har en samtale i morgen")


def _letter_read(data: Data) -> str:
    if not data["title"]:
        return _("Vi har læst en mail og lavet et forslag til din joblog")
    return _("Vi har læst en mail om “%(title)s” og lavet et forslag til din joblog") % {
        "title": data["title"]
    }


def _letter_read_outside(_data: Data) -> str:
    return _("Der er et nyt forslag til din joblog")


def _hers(notice: Notice) -> bool:
    """Say whether she still keeps the advertisement or is at it."""
    about = {"citizen_id": notice.person_id, "vacancy_id": notice.data["vacancy_id"]}
    done = (ApplicationStatus.OFFER, ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN)
    return (
        Star.objects.filter(**about).exists()
        or Application.objects.filter(**about).exclude(status__in=done).exists()
    )


def _still_hers_and_ended(notice: Notice, at: datetime) -> bool:
    shown = Vacancy.objects.filter(pk=notice.data["vacancy_id"], closed_at=None, expires_at__gt=at)
    return _hers(notice) and not shown.exists()


def _still_hers_and_open(notice: Notice, at: datetime) -> bool:
    same = Vacancy.objects.filter(
        pk=notice.data["vacancy_id"],
        closed_at=None,
        expires_at__gt=at,
        deadline=notice.data["deadline"],
    )
    return same.exists() and _hers(notice)


def _still_wanted(notice: Notice, _at: datetime) -> bool:
    return Application.objects.filter(
        pk=notice.data["application_id"], remind_on=notice.data["on"]
    ).exists()


def _talk_stands(notice: Notice, at: datetime) -> bool:
    talk = Interview.objects.filter(pk=notice.data["interview_id"], cancelled_at=None).first()
    if talk is None:
        return False
    said = str(notice.data["starts_at"])
    if talk.starts_at is None or not said:
        return talk.starts_at is None and not said
    return talk.starts_at > at and talk.starts_at == datetime.fromisoformat(said)


def _letter_waits(notice: Notice, _at: datetime) -> bool:
    return Proposal.objects.filter(pk=notice.data["proposal_id"]).exists()
