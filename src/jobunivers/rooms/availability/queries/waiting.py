# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases that wait for somebody: to be decided, to be read by a second person, to go on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case as Choose
from django.db.models import IntegerField, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk, inbox
from jobunivers.foundation.ui import wording
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.availability.models import Case, CaseRules, CaseState
from jobunivers.rooms.availability.queries import words

DECIDE, REVIEW = "availability.decide", "availability.review"
_ON_A_PAGE = 25
_ON_HOME = 5
_MOST = 100
# What a case waits for, in the order of the list.
SIGN, WEIGH, READ, LOOK, ANSWER = range(5)
STAGES: Mapping[int, Promise] = {
    SIGN: _("Klar til underskrift"),
    WEIGH: _("Kan afgøres: borgeren er hørt"),
    READ: _("En kollega skal læse udkastet"),
    LOOK: _("Skal undersøges"),
    ANSWER: _("Venter på borgerens svar"),
}
_TO_DECIDE = (SIGN, WEIGH)
NOT_OVER = _("En sag om rådighed er ikke slut")


@dataclass(frozen=True, slots=True)
class WaitingCase:
    """A case that is not over, and what it waits for."""

    case: Case
    kind: Promise | str
    stage: Promise | str
    decide: bool  # it can be decided now
    worker: str


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """A page of cases that are not over; those that can be decided stand first."""

    lines: list[WaitingCase]
    sheet: Page[Any]
    mine: bool
    to_decide: int


def _open(*, today: date) -> "QuerySet[Any, Any]":
    """Return cases that are not over with their `stage`, in the order of the list."""
    newest = CaseRules.objects.order_by("-pk").values("four_eyes")[:1]
    drafted = ~Q(text="") & Q(draft_holds=True)
    unread = Q(two_read=True, reviewed_at=None)
    heard = Q(hearing_sent_at__isnull=False)
    stage = Choose(
        When(drafted & unread, then=Value(READ)),
        When(drafted, then=Value(SIGN)),
        When(heard & Q(answered_at__isnull=False), then=Value(WEIGH)),
        When(heard & Q(hearing_due_on__lt=today), then=Value(WEIGH)),
        When(heard, then=Value(ANSWER)),
        default=Value(LOOK),
        output_field=IntegerField(),
    )
    found = Case.objects.filter(state=CaseState.OPEN)
    found = found.annotate(two_read=Coalesce(Subquery(newest), Value(value=False)))
    return found.annotate(stage=stage).order_by("stage", "event_on", "pk")


def held_back() -> dict[int, Promise]:
    """Return the citizens with a case that is not over: nothing of theirs is deleted meanwhile."""
    rows = Case.objects.filter(state=CaseState.OPEN).order_by("pk")
    return dict.fromkeys(rows.values_list("citizen_id", flat=True), NOT_OVER)


def waiting_page(*, staff_id: int, mine: bool, page: str | None, today: date) -> WaitingPage:
    """Return a page of the kommune's open cases, or of those that she works on."""
    found = _open(today=today)
    if mine:
        found = found.filter(staff_id=staff_id)
    sheet: Page[Any] = Paginator(found, _ON_A_PAGE).get_page(page)
    rows = list(sheet.object_list)
    names = identity.names(ids={one.staff_id for one in rows}) if rows else {}
    lines = [
        WaitingCase(
            one,
            words.KINDS[one.kind],
            STAGES[one.stage],
            one.stage in _TO_DECIDE,
            names.get(one.staff_id, ("",))[0],
        )
        for one in rows
    ]
    return WaitingPage(lines, sheet, mine, found.filter(stage__in=_TO_DECIDE).count())


def _ask(asking: desk.Desk) -> Mapping[str, "QuerySet[Any, Any]"]:
    found = _open(today=asking.today)
    return {"cases": found.filter(staff_id=asking.staff_id, stage__in=_TO_DECIDE)[:_MOST]}


def _read(asking: desk.Desk, rows: desk.Rows) -> desk.Shown | None:
    del asking
    found: list[Case] = rows["cases"]
    if not found:
        return None
    return desk.Shown(
        lines=[
            desk.Line(
                citizen_id=one.citizen_id,
                why=gettext("%(kind)s %(day)s. Sagen kan afgøres.")
                % {"kind": words.KINDS[one.kind], "day": wording.day(one.event_on)},
                act=gettext("Åbn sagen"),
                path=reverse("availability:case", args=[one.citizen_id, one.pk]),
            )
            for one in found[:_ON_HOME]
        ],
        total=len(found),
        more=gettext("Se alle sager om rådighed"),
        more_path=reverse("availability:cases"),
    )


def _to_read(asking: inbox.Asking) -> list[inbox.Item]:
    """Return the drafts that she may be the second person to read; none where one is enough."""
    drafts = _open(today=asking.at.date()).filter(stage=READ, drafted_by_id__isnull=False)
    drafts = drafts.exclude(drafted_by_id=asking.staff_id)
    return [
        inbox.Item(
            title=gettext("Læs en afgørelse om rådighed, før den bliver sendt"),
            url=reverse("availability:case", args=[one.citizen_id, one.pk]),
            since=one.changed_at,
            citizen_id=one.citizen_id,
            mine=False,
        )
        for one in drafts.order_by("changed_at", "pk")[:_ON_A_PAGE]
    ]


def offer_review() -> None:
    """Put drafts to be read in staff's one list."""
    inbox.offer(inbox.Source(REVIEW, _("Afgørelser, en anden skal læse"), _to_read))


def offer_desk() -> None:
    """Offer the list as a line of the navigation, and what can be decided on the first page."""
    desk.offer_way(
        desk.Way(
            code="availability.cases",
            label=_("Sager om rådighed"),
            url_name="availability:cases",
            icon="assignment",
            roles={str(role): 92 for role in ADVISING},
        )
    )
    desk.offer(
        desk.Block(
            code=DECIDE,
            name=_("Sager om rådighed, der kan afgøres"),
            roles={str(role): 42 for role in ADVISING},
            asks=_ask,
            reads=_read,
        )
    )
