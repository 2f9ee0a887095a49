# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changing the terms of an agreement that holds: written, sent, accepted, approved by another.

The terms that held stay as they are for the months before: a change only adds terms from a day.
"""

import contextlib
from collections.abc import Collection
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.agreements.actions.writing import NotPossible, change_terms
from jobunivers.rooms.agreements.models import (
    OPEN_CHANGES,
    Agreement,
    AgreementTerms,
    Amendment,
    AmendmentYes,
    ChangeState,
    State,
)
from jobunivers.rooms.agreements.queries.changes import (
    earliest_day,
    open_change,
    others_on,
    said_yes,
    terms_before,
)
from jobunivers.science.pricing import Terms, as_json, terms_of


class ChangedChange(Exception):  # noqa: N818 - it reads as what is wrong
    """Somebody else has written it or taken it on since; `change` is what stands now."""

    def __init__(self, change: Amendment) -> None:
        super().__init__()
        self.change = change


@transaction.atomic
def write_change(
    *,
    agreement: Agreement,
    terms: Terms,
    from_on: date,
    why: str,
    at: datetime,
    actor_id: int | None,
    change: Amendment | None = None,
    seen: int = 0,
) -> Amendment:
    """Write a change, a new one or again; sent twice it is written once.

    Raises:
        NotPossible: the agreement does not hold or is another's, the day is too soon, nothing is
            changed, or a change is open.
        ChangedChange: it is not as the writer has seen it.
    """
    Agreement.objects.select_for_update().get(pk=agreement.pk)
    told = {
        "from_on": from_on, "said": as_json(terms), "why": why, "written_at": at,
        "written_by_id": actor_id,
    }  # fmt: skip
    _possible(agreement, from_on, at)
    if change is None:
        there = open_change(agreement)
        if there is not None:
            same = (there.from_on, there.said, there.why) == (from_on, told["said"], why)
            if same and there.state == ChangeState.DRAFT:
                return there
            raise NotPossible("open_change")
        change = Amendment(agreement=agreement, made_at=at, **told)
        _something_new(agreement, change, terms)
        change.save()
    else:
        _something_new(agreement, Amendment(agreement=agreement, from_on=from_on), terms)
        rows = Amendment.objects.filter(pk=change.pk, version=seen, state=ChangeState.DRAFT)
        changed = rows.update(version=F("version") + 1, **told)
        change.refresh_from_db()
        if not changed:
            raise ChangedChange(change)
    _told("written", change, at=at, actor_id=actor_id)
    return change


def _possible(agreement: Agreement, from_on: date, at: datetime) -> None:
    if agreement.lead_id != current_municipality_id():
        raise NotPossible("lead")
    if agreement.state != State.SIGNED:
        raise NotPossible("not_in_force")
    if from_on.day != 1:
        raise NotPossible("first_of_month")
    if from_on < earliest_day(agreement, timezone.localdate(at)):
        raise NotPossible("notice")
    if agreement.last_on is not None and from_on > agreement.last_on:
        raise NotPossible("after_end")
    if AgreementTerms.objects.filter(agreement=agreement, from_on=from_on).exists():
        raise NotPossible("begins_then")


def _something_new(agreement: Agreement, change: Amendment, terms: Terms) -> None:
    if as_json(terms_before(agreement, change)) == as_json(terms):
        raise NotPossible("same")


@transaction.atomic
def send_change(*, change: Amendment, seen: int, at: datetime, actor_id: int | None) -> Amendment:
    """Let the firm and the other kommuner see a change; the notice counts from now.

    Raises:
        NotPossible: the day is too soon by now, or the agreement does not hold.
        ChangedChange: it is not as it was seen.
    """
    change.refresh_from_db()
    if change.state == ChangeState.SENT:
        return change
    agreement = Agreement.objects.select_for_update().get(pk=change.agreement_id)
    _possible(agreement, change.from_on, at)
    _step(
        change, (ChangeState.DRAFT,), ChangeState.SENT, seen=seen, sent_at=at, sent_by_id=actor_id
    )
    _told("sent", change, at=at, actor_id=actor_id)
    return change


@transaction.atomic
def accept_change(*, change: Amendment, seen: int, at: datetime, actor_id: int | None) -> Amendment:
    """Say yes for the firm; said twice the first counts. Raises ChangedChange."""
    change.refresh_from_db()
    if change.state == ChangeState.ACCEPTED and change.answered_by_id == actor_id:
        return change
    _step(
        change, (ChangeState.SENT,), ChangeState.ACCEPTED, seen=seen, answered_at=at,
        answered_by_id=actor_id,
    )  # fmt: skip
    _told("accepted", change, at=at, actor_id=actor_id)
    return change


@transaction.atomic
def refuse_change(
    *, change: Amendment, seen: int, answer: str, at: datetime, actor_id: int | None
) -> Amendment:
    """Say no for the firm, with what it says; the terms stay as they are. Raises ChangedChange."""
    change.refresh_from_db()
    if change.state == ChangeState.REFUSED and change.answered_by_id == actor_id:
        return change
    _step(
        change, (ChangeState.SENT,), ChangeState.REFUSED, seen=seen, answered_at=at,
        answered_by_id=actor_id, answer=answer,
    )  # fmt: skip
    _told("refused", change, at=at, actor_id=actor_id)
    return change


@transaction.atomic
def agree_to_change(*, change: Amendment, at: datetime, actor_id: int | None) -> None:
    """Say yes for the kommune at work, another than the one that leads.

    Raises:
        NotPossible: it is not asked.
        ChangedChange: it is not sent, or it is decided.
    """
    me = current_municipality_id()
    change.refresh_from_db()
    if change.state not in (ChangeState.SENT, ChangeState.ACCEPTED):
        raise ChangedChange(change)
    agreement = Agreement.objects.get(pk=change.agreement_id)
    if me not in {one.kommune_id for one in others_on(agreement, change.from_on)}:
        raise NotPossible("not_asked")
    _yes, new = AmendmentYes.objects.get_or_create(
        amendment=change, kommune_id=me, defaults={"at": at, "by_id": actor_id}
    )
    if new:
        _told("agreed", change, at=at, actor_id=actor_id)


@transaction.atomic
def withdraw_change(
    *, change: Amendment, seen: int, at: datetime, actor_id: int | None
) -> Amendment:
    """Take a change back before it is approved. Raises NotPossible, ChangedChange."""
    agreement = Agreement.objects.get(pk=change.agreement_id)
    if agreement.lead_id != current_municipality_id():
        raise NotPossible("lead")
    change.refresh_from_db()
    if change.state == ChangeState.WITHDRAWN:
        return change
    _step(change, OPEN_CHANGES, ChangeState.WITHDRAWN, seen=seen)
    _told("withdrawn", change, at=at, actor_id=actor_id)
    return change


@transaction.atomic
def approve_change(
    *, change: Amendment, seen: int, at: datetime, actor_id: int | None
) -> AgreementTerms:
    """Let an accepted change hold from its day; by another than who wrote and who sent it.

    Raises:
        NotPossible: it is the same person, a kommune has not said yes, the day has come, the
            agreement does not hold any more.
        ChangedChange: it is not accepted, or not as it was seen.
    """
    agreement = Agreement.objects.select_for_update().get(pk=change.agreement_id)
    if agreement.lead_id != current_municipality_id():
        raise NotPossible("lead")
    change.refresh_from_db()
    if change.state == ChangeState.APPROVED and change.approved_by_id == actor_id:
        return AgreementTerms.objects.get(agreement=agreement, from_on=change.from_on)
    if actor_id is None or actor_id in {change.written_by_id, change.sent_by_id}:
        raise NotPossible("same_person")
    if agreement.state != State.SIGNED:
        raise NotPossible("not_in_force")
    if change.from_on <= timezone.localdate(at):
        raise NotPossible("too_late")
    asked = {one.kommune_id for one in others_on(agreement, change.from_on)}
    if asked - said_yes(change):
        raise NotPossible("yes_missing")
    _step(
        change, (ChangeState.ACCEPTED,), ChangeState.APPROVED, seen=seen, approved_at=at,
        approved_by_id=actor_id,
    )  # fmt: skip
    _told("approved", change, at=at, actor_id=actor_id)
    return change_terms(
        agreement=agreement,
        terms=terms_of(change.said),
        from_on=change.from_on,
        at=at,
        actor_id=actor_id,
    )


def lapse_changes(*, at: datetime) -> int:
    """End what is sent and can be approved no more, of agreements that the kommune at work leads.

    Its day has come, or the agreement has ended. A draft is left: it can be given another day.
    """
    rows = Amendment.objects.filter(
        Q(from_on__lte=timezone.localdate(at)) | ~Q(agreement__state=State.SIGNED),
        agreement__lead_id=current_municipality_id(),
        state__in=[ChangeState.SENT, ChangeState.ACCEPTED],
    )
    many = 0
    for change in rows.order_by("pk"):
        with transaction.atomic(), contextlib.suppress(ChangedChange):
            _step(change, (change.state,), ChangeState.LAPSED, seen=change.version)
            _told("lapsed", change, at=at, actor_id=None)
            many += 1
    return many


def _step(
    change: Amendment,
    before: Collection[str],
    to: ChangeState,
    *,
    seen: int,
    **fields: object,
) -> None:
    rows = Amendment.objects.filter(pk=change.pk, version=seen, state__in=before)
    try:
        with transaction.atomic():
            changed = rows.update(state=to, version=F("version") + 1, **fields)
    except IntegrityError as refused:
        raise NotPossible("same_person") from refused
    change.refresh_from_db()
    if not changed:
        raise ChangedChange(change)


def _told(step: str, change: Amendment, *, at: datetime, actor_id: int | None) -> None:
    # The step is told along: by the time somebody is told of it, the change may be further on.
    data = {"agreement_id": change.agreement_id, "change_id": change.pk, "step": step}
    events.record(f"agreements.change_{step}", at=at, actor_id=actor_id, data=data)
