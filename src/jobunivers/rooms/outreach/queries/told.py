# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a push reads among her messages, and what staff are told of theirs."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.notices.register import NoticeType, Sender, notice_type, sender
from jobunivers.rooms.outreach.models import What

SENDER = "outreach"
Data = Mapping[str, Any]

_NAMES: Mapping[str, tuple[Promise, Promise]] = {
    What.JOB: (
        _("Job fra kommunen"),
        _("Når en medarbejder foreslår dig et job."),
    ),
    What.SEARCH: (
        _("Søgninger fra kommunen"),
        _("Når en medarbejder foreslår dig en søgning efter job."),
    ),
    What.LESSON: (
        _("Læring fra kommunen"),
        _("Når en medarbejder foreslår dig en lektion eller et kursus."),
    ),
    What.OFFER: (
        _("Tilbud fra markedspladsen, som kommunen sender"),
        _("Når kommunen viser dig noget fra markedspladsen."),
    ),
    What.PAGE: (
        _("Værktøjer fra kommunen"),
        _("Når en medarbejder viser dig en side eller et værktøj, der kan hjælpe."),
    ),
    What.MESSAGE: (
        _("Beskeder til flere fra kommunen"),
        _("Når en medarbejder skriver det samme til flere."),
    ),
}


def kind_of(what: str) -> str:
    """Return the type of notice for what is sent: she chooses for each by itself."""
    return f"outreach.{what}"


def register_notices() -> None:
    """Say who sends from here, and what."""
    sender(Sender(code=SENDER, name=_("Udsendelser fra kommunen")))
    for what, (name, about) in _NAMES.items():
        notice_type(
            NoticeType(
                code=kind_of(what),
                sender=SENDER,
                name=name,
                about=about,
                wording=_pushed,
                outside=_pushed_outside,
                wants_answer=True,
                acts=_ACTS.get(what, ()),
                acted=_about_it,
            )
        )
    for known in _STAFF:
        notice_type(known)


def _pushed(data: Data) -> str:
    if data.get("rule"):
        return gettext("Fra kommunen: %(title)s") % {"title": data.get("title", "")}
    return gettext("Fra en medarbejder i kommunen: %(title)s") % {"title": data.get("title", "")}


def _pushed_outside(data: Data) -> str:
    if data.get("rule"):
        return gettext("Kommunen har sendt dig noget. Log ind, og se det.")
    return gettext("En medarbejder i kommunen har sendt dig noget. Log ind, og se det.")


_OF_OFFERS = ("marketplace.offer_started", "marketplace.offer_kept")
_ACTS: Mapping[str, tuple[str, ...]] = {
    What.JOB: ("vacancies.application_logged", "vacancies.starred"),
    What.OFFER: _OF_OFFERS,
    What.LESSON: _OF_OFFERS,
}


def _about_it(data: Data, event: Data) -> bool:
    """Say whether what she did was with the job or the offer that was sent."""
    return any(
        data.get(name) is not None and event.get(name) == data[name]
        for name in ("vacancy_id", "offer_id")
    )


def _waits(data: Data) -> str:
    return gettext("Udsendelsen “%(title)s” venter på, at en anden siger ja.") % {
        "title": data.get("title", "")
    }


def _agreed(data: Data) -> str:
    return gettext("Din udsendelse “%(title)s” er godkendt.") % {"title": data.get("title", "")}


def _refused(data: Data) -> str:
    return gettext("Din udsendelse “%(title)s” blev ikke godkendt. Læs hvorfor.") % {
        "title": data.get("title", "")
    }


def _stopped(data: Data) -> str:
    return gettext("Din udsendelse “%(title)s” er stoppet.") % {"title": data.get("title", "")}


def _rule_paused(data: Data) -> str:
    return gettext("Reglen “%(title)s” er sat på pause. Se hvorfor.") % {
        "title": data.get("title", "")
    }


def _rule_waits(data: Data) -> str:
    return gettext("Reglen “%(title)s” venter på, at en anden siger ja.") % {
        "title": data.get("title", "")
    }


_STAFF = (
    NoticeType(
        code="outreach.rule_paused",
        sender=SENDER,
        name=_("Regler på pause"),
        about=_("Når en regel, du har ansvar for, ikke sender mere."),
        wording=_rule_paused,
        staff=True,
    ),
    NoticeType(
        code="outreach.rule_waits",
        sender=SENDER,
        name=_("Regler, der venter på dig"),
        about=_("Når en kollega vil lade en regel sende til mange."),
        wording=_rule_waits,
        staff=True,
    ),
    NoticeType(
        code="outreach.waits",
        sender=SENDER,
        name=_("Udsendelser, der venter på dig"),
        about=_("Når en kollega vil sende til mange."),
        wording=_waits,
        staff=True,
    ),
    NoticeType(
        code="outreach.agreed",
        sender=SENDER,
        name=_("Godkendte udsendelser"),
        about=_("Når din udsendelse er godkendt."),
        wording=_agreed,
        staff=True,
    ),
    NoticeType(
        code="outreach.refused",
        sender=SENDER,
        name=_("Udsendelser, der skal ændres"),
        about=_("Når din udsendelse ikke er godkendt."),
        wording=_refused,
        staff=True,
    ),
    NoticeType(
        code="outreach.stopped",
        sender=SENDER,
        name=_("Stoppede udsendelser"),
        about=_("Når din udsendelse er stoppet."),
        wording=_stopped,
        staff=True,
    ),
)
