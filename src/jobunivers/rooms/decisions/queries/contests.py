# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What citizens have said no to: who waits, since when, and one of them for who answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import inbox, keeping
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.decisions.models import Contest
from jobunivers.rooms.decisions.queries.words import kind_name
from jobunivers.trust import opening

ANSWERING = frozenset({*ADVISING, Role.OFFICER})
_MOST = 100
_HERS = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """One that waits, as a line of the list."""

    row: Contest
    name: str
    kind: str
    responsible: str
    mine: bool
    late: bool


@dataclass(frozen=True, slots=True)
class ContestPage:
    """One for who answers: her words, what it was about, and who should answer."""

    row: Contest
    name: str
    kind: str
    responsible: str


def contests_of(citizen_id: int) -> Sequence[Contest]:
    """Return all she has said no to, newest first."""
    found = Contest.objects.filter(citizen_id=citizen_id)
    return list(found.order_by("-at", "-pk")[:_HERS])


def _open() -> QuerySet[Contest]:
    return Contest.objects.filter(answered_at=None).order_by("due_on", "pk")


def waiting_contests(*, staff_id: int, role: str, today: date) -> list[Waiting]:
    """Return those that wait for an answer, the first due first; her own on top."""
    rows = list(_open()[:_MOST])
    names = _names(rows, staff_id=staff_id, role=role, today=today)
    people = identity.names(ids={one.responsible_id for one in rows if one.responsible_id})
    found = [
        Waiting(
            row=one,
            name=names.get(one.citizen_id, gettext("Borger, der er stoppet")),
            kind=kind_name(one.kind),
            responsible=people.get(one.responsible_id or 0, ("", ""))[0],
            mine=one.responsible_id == staff_id,
            late=one.due_on < today,
        )
        for one in rows
    ]
    return sorted(found, key=lambda one: not one.mine)


def _names(rows: Sequence[Contest], *, staff_id: int, role: str, today: date) -> Mapping[int, str]:
    """Return what the citizens are called: to who opens no case, by initials if protected."""
    ids = {one.citizen_id for one in rows}
    if role in ADVISING:
        return opening.names_to(staff_id, ids, today=today)
    return {one.pk: one.shown_name for one in identity.people(ids=ids)} if ids else {}


def contest_page(row: Contest, *, staff_id: int, role: str, today: date) -> ContestPage:
    """Return one that somebody answers."""
    names = _names([row], staff_id=staff_id, role=role, today=today)
    person = identity.names(ids=[row.responsible_id]) if row.responsible_id else {}
    return ContestPage(
        row=row,
        name=names.get(row.citizen_id, gettext("Borger, der er stoppet")),
        kind=kind_name(row.kind),
        responsible=person.get(row.responsible_id or 0, ("", ""))[0],
    )


def _items(asking: inbox.Asking) -> list[inbox.Item]:
    """Return them for staff's one list: her own, and those that nobody is named for."""
    if asking.role not in ANSWERING:
        return []
    hers = _open().filter(Q(responsible_id=asking.staff_id) | Q(responsible_id=None))
    return [
        inbox.Item(
            title=gettext("Borgeren er uenig i noget, en computer har valgt"),
            url=reverse("decisions:contest", args=[one.pk]),
            since=one.at,
            due_on=one.due_on,
            citizen_id=one.citizen_id,
            mine=one.responsible_id is not None,
        )
        for one in hers[:_MOST]
    ]


def _held() -> Mapping[int, Promise]:
    found = _open().values_list("citizen_id", flat=True)
    return {one: _("En uenighed i noget, en computer har valgt, venter på svar") for one in found}


def offer() -> None:
    """Put them in staff's one list, and hold back deletion meanwhile; said in `apps.py`."""
    name = _("Borgere, der er uenige i et valg")
    inbox.offer(inbox.Source("decisions.contests", name, _items))
    keeping.offer_hold("decisions.contests", name, _held)
