# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she has asked for, as she reads it and as those read it who answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from jobunivers.foundation import datamap
from jobunivers.identity import queries as identity
from jobunivers.rooms.mydata.models import DataRequest
from jobunivers.rooms.mydata.queries.held import Reader
from jobunivers.rooms.mydata.queries.rows import Row, row_or_none
from jobunivers.rooms.mydata.queries.words import KINDS, state_of

PER_PAGE = 25
_SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Line:
    """A request in a list; `name` is whose it is, shielded when it must be."""

    request: DataRequest
    kind: str
    about: str
    state: str
    name: str = ""
    taken_by: str = ""
    late: bool = False
    soon: bool = False


@dataclass(frozen=True, slots=True)
class RequestPage:
    """One request with all that is known of it.

    `row` is the item as it stands now; None when it is about no one item, or the item is gone.
    """

    line: Line
    holding: "datamap.Holding | None"
    row: Row | None
    gone: bool
    decided_by: str


def about_words(request: DataRequest) -> str:
    """Return what a request is about, in words; "" when it is about all."""
    try:
        what = str(datamap.holding(request.label).what) if request.label else ""
    except datamap.Unmapped:  # the kind is held no longer
        what = ""
    return " · ".join(part for part in (what, request.row_title) if part)


def own_requests(person_id: int) -> list[Line]:
    """Return her requests, those that wait first, then the newest."""
    rows = list(DataRequest.objects.filter(person_id=person_id).order_by("-made_at", "-pk"))
    rows.sort(key=lambda one: not one.is_open)
    return [_line(one, {}) for one in rows]


def waiting() -> "QuerySet[DataRequest]":
    """Return the kommune's requests that wait, the earliest deadline first."""
    open_ = DataRequest.objects.filter(decided_at=None, withdrawn_at=None)
    return open_.order_by("due_on", "pk")


def office_page(*, tab: str, page: str | None, today: date) -> "Page[Any]":
    """Return a page of the kommune's requests: those that wait, or those that are over."""
    rows = waiting()
    if tab == "lukkede":
        over = Q(decided_at__isnull=False) | Q(withdrawn_at__isnull=False)
        rows = DataRequest.objects.filter(over).order_by("-made_at", "-pk")
    found = Paginator(rows, PER_PAGE).get_page(page)
    some: Sequence[DataRequest] = list(found.object_list)
    people = {one.person_id for one in some} | {one.taken_by_id for one in some if one.taken_by_id}
    names = {pk: name for pk, (name, _role) in identity.names(ids=people).items()}
    lines: list[Any] = [_line(one, names, today=today) for one in some]
    found.object_list = lines
    return found


def request_page(request: DataRequest, *, today: date) -> RequestPage:
    """Return one request; names as the kommune may see them."""
    actors = (request.taken_by_id, request.decided_by_id, request.person_id)
    people = identity.people(ids=[pk for pk in actors if pk])
    names = {one.pk: one.shown_name for one in people}
    roles = {one.pk: one.role for one in people}
    holding, row = _item(request, roles.get(request.person_id, ""))
    return RequestPage(
        line=_line(request, names, today=today),
        holding=holding,
        row=row,
        gone=bool(request.row_id) and row is None,
        decided_by=names.get(request.decided_by_id or 0, ""),
    )


def _item(request: DataRequest, role: str) -> "tuple[datamap.Holding | None, Row | None]":
    try:
        holding = datamap.holding(request.label) if request.label else None
    except datamap.Unmapped:
        holding = None
    if holding is None or not request.row_id or not holding.subject:
        return holding, None
    return holding, row_or_none(Reader(request.person_id, role), holding, request.row_id)


def _line(request: DataRequest, names: dict[int, str], *, today: date | None = None) -> Line:
    late = today is not None and request.is_open and request.due_on < today
    soon = today is not None and request.is_open and request.due_on <= today + _SOON
    return Line(
        request=request,
        kind=str(KINDS[request.kind]),
        about=about_words(request),
        state=state_of(request),
        name=names.get(request.person_id, ""),
        taken_by=names.get(request.taken_by_id or 0, ""),
        late=late,
        soon=soon and not late,
    )
