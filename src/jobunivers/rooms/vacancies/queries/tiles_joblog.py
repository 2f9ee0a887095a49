# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the joblog and her searches have for a citizen's own page: what is near, what was sought."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from jobunivers.foundation import tiles
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tiles import Asking, Context
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    Interview,
    PastSearch,
)
from jobunivers.rooms.vacancies.queries.remembered import search_words

_SHORT = 4
_NEAR = timedelta(days=14)
_KEPT = timedelta(days=30)
_DAYS, _TALKS, _PAST = ("vacancies.days_near", "vacancies.talks_near", "vacancies.searches_past")


@dataclass(frozen=True, slots=True)
class Near:
    """A day that comes: what it is, of which application."""

    day: date
    at: datetime | None
    what: str
    application_id: int
    title: str


def register_joblog_tiles() -> None:
    """Offer them."""
    tiles.register(
        tiles.Tile(
            code="vacancies.deadlines",
            name=gettext_lazy("Frister og samtaler"),
            about=gettext_lazy("Frister, jobsamtaler og dage, du selv har valgt, i de næste uger."),
            template="vacancies/tiles/deadlines.html",
            asks=_ask_days,
            load=_days,
            simple=True,
        )
    )
    tiles.register(
        tiles.Tile(
            code="vacancies.history",
            name=gettext_lazy("Dine sidste søgninger"),
            about=gettext_lazy("Det, du har søgt efter de sidste 30 dage. Kun du kan se det."),
            template="vacancies/tiles/history.html",
            asks=_ask_history,
            load=_history,
        )
    )


def _ask_days(asking: Asking) -> None:
    today = timezone.localdate(asking.at)
    until = today + _NEAR
    her = asking.citizen_id
    asking.wants(_DAYS, _days_near(citizen_id=her, today=today, until=until))
    asking.wants(_TALKS, _talks_near(citizen_id=her, today=today, until=until))


@prepared
def _days_near(*, citizen_id: int, today: date, until: date) -> QuerySet[Application]:
    planned = Q(status=ApplicationStatus.PLANNED, deadline__gte=today, deadline__lte=until)
    remind = Q(remind_on__gte=today, remind_on__lte=until)
    rows = Application.objects.filter(planned | remind, citizen_id=citizen_id)
    return rows.order_by("deadline", "pk")[: 3 * _SHORT]


@prepared
def _talks_near(*, citizen_id: int, today: date, until: date) -> QuerySet[Interview]:
    talks = Interview.objects.filter(
        citizen_id=citizen_id, on__gte=today, on__lte=until, cancelled_at=None
    )
    return talks.select_related("application").order_by("on", "pk")[:_SHORT]


def _days(asking: Asking) -> Context:
    today = timezone.localdate(asking.at)
    shown = {today + timedelta(days=one) for one in range(_NEAR.days + 1)}
    found: list[Near] = []
    for row in asking.rows(_DAYS):
        if row.status == ApplicationStatus.PLANNED and row.deadline in shown:
            found.append(Near(row.deadline, None, _("Frist"), row.pk, row.title))
        if row.remind_on in shown:
            found.append(Near(row.remind_on, None, _("Følg op"), row.pk, row.title))
    found += [
        Near(
            one.on,
            one.starts_at,
            pgettext("with an employer", "Samtale"),
            one.application_id,
            one.application.title,
        )
        for one in asking.rows(_TALKS)
    ]
    return {"near": sorted(found, key=lambda one: (one.day, one.title))[:_SHORT]}


def _ask_history(asking: Asking) -> None:
    asking.wants(_PAST, _past(citizen_id=asking.citizen_id, since=asking.at - _KEPT))


@prepared
def _past(*, citizen_id: int, since: datetime) -> QuerySet[PastSearch]:
    rows = PastSearch.objects.filter(citizen_id=citizen_id, last_at__gte=since)
    return rows.order_by("-last_at", "-pk")[:_SHORT]


def _history(asking: Asking) -> Context:
    rows = asking.rows(_PAST)
    return {"searches": [(row.query, search_words(row.query)) for row in rows]}
