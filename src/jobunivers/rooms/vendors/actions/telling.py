# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling kommuner, firms and those who run the platform what happened to a solution."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices.actions import Wanted
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.agreements import queries as agreements
from jobunivers.rooms.marketplace.queries import OfferState, offer, shelved_ids
from jobunivers.rooms.vendors.models import Leaving, Rank
from jobunivers.rooms.vendors.queries.members import member_ids
from jobunivers.rooms.vendors.queries.pages import titles
from jobunivers.rooms.vendors.queries.told import (
    DECIDED,
    HELD_BACK,
    LEAVING,
    MESSAGE,
    MONEY,
    NEW,
    NEWS,
)

_NEW = timedelta(days=30)


def tell_of_blocked(*, offer_id: int, at: datetime) -> int:
    """Tell the editors and administrators of the kommune, each once; return how many are new.

    Nobody is told of what is not on the kommune's shelves, nor of what has been let go meanwhile.
    """
    found = offer(offer_id)
    if found is None or not found.blocked or found.current is None:
        return 0
    if offer_id not in shelved_ids(day=timezone.localdate(at)):
        return 0
    wanted = [
        Wanted(
            person_id=person.pk,
            kind=HELD_BACK,
            path="administration/leverandoersvar/" if person.role == Role.ADMINISTRATOR else "",
            data={"title": found.current.title_da, "codes": list(found.blocked)},
            key=f"{HELD_BACK}:{offer_id}:{found.change}",
        )
        for person in identity.staff(roles=[Role.EDITOR, Role.ADMINISTRATOR])
    ]
    return len(notices.notify_many(wanted, at=at))


def tell_of_new(*, offer_id: int, at: datetime) -> int:
    """Tell the editors of a kommune of a solution that can be put on a shelf now, once.

    One that has been there for long, or stands on a shelf, is no news.
    """
    found = offer(offer_id)
    if found is None or found.vendor is None or found.blocked or found.published_at is None:
        return 0
    if found.state != OfferState.APPROVED or found.published_at < at - _NEW:
        return 0
    if offer_id in shelved_ids(day=timezone.localdate(at)):
        return 0
    data = {"title": titles([found])[offer_id], "firm": found.vendor.name}
    readers = [one.pk for one in identity.staff(roles=[Role.EDITOR])]
    path = "administration/hylder/arbejde/"
    return _tell(readers, NEW, path=path, data=data, key=f"{NEW}:{offer_id}", at=at)


def tell_of_leaving(*, offer_id: int, at: datetime) -> int:
    """Tell the editors and administrators of a kommune that shows it that a solution will go."""
    found = offer(offer_id)
    row = Leaving.objects.filter(offer_id=offer_id, taken_back_at=None, done_at=None).first()
    if found is None or row is None or found.current is None:
        return 0
    if offer_id not in shelved_ids(day=timezone.localdate(at)):
        return 0
    wanted = [
        Wanted(
            person_id=person.pk,
            kind=LEAVING,
            path=f"markedspladsen/{offer_id}/",
            data={"title": found.current.title_da, "from_on": row.from_on.isoformat()},
            key=f"{LEAVING}:{row.pk}:{row.from_on}",
        )
        for person in identity.staff(roles=[Role.EDITOR, Role.ADMINISTRATOR])
    ]
    return len(notices.notify_many(wanted, at=at))


def tell_of_message(*, offer_id: int, message_id: int, from_firm: bool, at: datetime) -> int:
    """Tell the other side that there is something to read; within the national organisation."""
    found = offer(offer_id)
    if found is None or found.vendor_id is None:
        return 0
    if from_firm:
        readers = [one.pk for one in identity.staff(roles=[Role.NATIONAL])]
        path = f"administration/loesninger/{offer_id}/beskeder/"
    else:
        readers = member_ids(found.vendor_id, on=timezone.localdate(at))
        path = f"leverandoer/loesninger/{offer_id}/beskeder/"
    title = titles([found])[offer_id]
    return _tell(
        readers, MESSAGE, path=path, data={"title": title}, key=f"{MESSAGE}:{message_id}", at=at
    )


def tell_of_decision(*, offer_id: int, said: str, number: int, at: datetime) -> int:
    """Tell the firm's people what was decided of a version, or of their answers ("answers").

    `number` names the decision, or the answers: each is told once.
    """
    found = offer(offer_id)
    if found is None or found.vendor_id is None:
        return 0
    return _tell(
        member_ids(found.vendor_id, on=timezone.localdate(at)),
        DECIDED,
        path=f"leverandoer/loesninger/{offer_id}/",
        data={"title": titles([found])[offer_id], "said": said},
        key=f"{DECIDED}:{offer_id}:{said}:{number}",
        at=at,
    )


def tell_of_news(*, what: str, path: str, title: str, key: str, at: datetime) -> int:
    """Tell those who run the platform that something waits: "version", "answers" or "firm"."""
    readers = [one.pk for one in identity.staff(roles=[Role.NATIONAL])]
    data = {"title": title, "what": what}
    return _tell(readers, NEWS, path=path, data=data, key=f"{NEWS}:{key}", at=at)


def tell_of_money(
    *,
    agreement_id: int,
    change_id: int | None,
    step: str,
    at: datetime,
    request_id: int | None = None,
) -> int:
    """Tell those who decide for a firm of a step of an agreement or its prices, each once."""
    found = agreements.firm_told(agreement_id=agreement_id, change_id=change_id)
    if found is None or (step == "sent" and change_id and not agreements.firm_answers(change_id)):
        return 0
    day = found.last_on if step == "ended" and found.last_on else found.from_on
    return _tell(
        member_ids(found.vendor_id, on=timezone.localdate(at), rank=Rank.ADMINISTRATOR),
        MONEY,
        path=f"leverandoer/oekonomi/{_where(change_id, request_id)}",
        data={
            "title": found.title, "kommune": found.kommune, "day": day.isoformat(), "step": step,
            "change_id": change_id, "request_id": request_id,
        },
        key=f"{MONEY}:{agreement_id}:{change_id or 0}:{step}"
        + (f":{request_id}" if request_id else ""),
        at=at,
    )  # fmt: skip


def _where(change_id: int | None, request_id: int | None) -> str:
    if request_id:
        return f"oenske/{request_id}/"
    return f"aendring/{change_id}/" if change_id else ""


def _tell(
    readers: list[int], kind: str, *, path: str, data: dict[str, Any], key: str, at: datetime
) -> int:
    wanted = [Wanted(person_id=pk, kind=kind, path=path, data=data, key=key) for pk in readers]
    return len(notices.notify_many(wanted, at=at))
