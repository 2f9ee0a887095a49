# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changing the terms of an agreement that holds: who says what, and which terms hold when."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.agreements import actions, queries
from jobunivers.rooms.agreements.actions import NotPossible, PartyEntry
from jobunivers.rooms.agreements.models import (
    Agreement,
    AgreementTerms,
    Amendment,
    Sharing,
)
from jobunivers.rooms.agreements.queries.changes import earliest_day, open_change
from jobunivers.rooms.agreements.tests.making import (
    AT,
    DEARER,
    FEBRUARY,
    MARCH,
    NOVEMBER,
    OCTOBER,
    PER_START,
    make_acts,
    make_agreement,
    make_change,
)
from jobunivers.science.pricing import Act, PerAct, Terms, terms_of

pytestmark = pytest.mark.django_db
FIRM, WRITER, SENDER, SECOND = 7, 1, 2, 3


@pytest.fixture
def here(aarhus: Municipality) -> Iterator[Municipality]:
    with working_for(aarhus.pk):
        yield aarhus


def accepted(agreement: Agreement, **more: Any) -> Amendment:
    change = make_change(agreement, by=WRITER, **more)
    actions.send_change(change=change, seen=change.version, at=AT, actor_id=SENDER)
    actions.accept_change(change=change, seen=change.version, at=AT, actor_id=FIRM)
    return change


def approved(change: Amendment, by: int = SECOND) -> AgreementTerms:
    return actions.approve_change(change=change, seen=change.version, at=AT, actor_id=by)


def refused(code: str, **told: Any) -> None:
    with pytest.raises(NotPossible) as why:
        actions.write_change(**told, why="Fordi", at=AT, actor_id=WRITER)
    assert why.value.code == code


def test_the_first_day_comes_after_the_notice() -> None:
    agreement = Agreement(first_on=OCTOBER, notice_months=3)
    assert earliest_day(agreement, date(2026, 11, 2)) == MARCH
    agreement.notice_months = 0
    assert earliest_day(agreement, date(2026, 11, 30)) == date(2026, 12, 1)
    # Before it has begun, its first month is paid by what was agreed first.
    agreement.first_on = date(2027, 6, 15)
    assert earliest_day(agreement, date(2026, 11, 30)) == date(2027, 7, 1)


@pytest.mark.usefixtures("here")
def test_new_terms_hold_from_their_day_and_the_old_ones_for_what_was_before() -> None:
    agreement = make_agreement(notice_months=0)
    first = date(2026, 12, 1)
    change = accepted(agreement, from_on=first)
    approved(change)
    make_acts(agreement, [11, 12])
    make_acts(agreement, [13], on=NOVEMBER)
    make_acts(agreement, [14, 15], on=first)
    nets = []
    for month in (OCTOBER, NOVEMBER, first):
        made = actions.settle(agreement=agreement, month=month, at=AT + timedelta(days=70))
        assert made is not None
        nets.append(str(made.net))
    assert nets == ["25.00", "12.50", "40.00"]
    # An act of October that comes late is still paid by October's terms.
    make_acts(agreement, [16])
    late = actions.settle(agreement=agreement, month=date(2027, 1, 1), at=AT)
    assert late is not None
    assert str(late.net) == "12.50"
    said = AgreementTerms.objects.filter(agreement=agreement).order_by("from_on")
    assert [terms_of(one.said) for one in said] == [PER_START, DEARER]


@pytest.mark.usefixtures("here")
def test_each_step_is_recorded_and_done_once() -> None:
    change = accepted(make_agreement())
    stale = Amendment.objects.get(pk=change.pk)
    approved(change)
    # Pressed twice: the same person has approved it, and nothing more happens.
    approved(stale)
    kinds = Event.objects.filter(kind__startswith="agreements.change").order_by("pk")
    assert list(kinds.values_list("kind", flat=True)) == [
        "agreements.change_written", "agreements.change_sent", "agreements.change_accepted",
        "agreements.change_approved",
    ]  # fmt: skip
    assert AgreementTerms.objects.filter(agreement_id=change.agreement_id).count() == 2
    assert open_change(change.agreement) is None


@pytest.mark.usefixtures("here")
def test_who_wrote_or_sent_does_not_approve_and_the_database_says_so_too() -> None:
    change = accepted(make_agreement())
    for person in (WRITER, SENDER):
        with pytest.raises(NotPossible) as why:
            approved(change, by=person)
        assert why.value.code == "same_person"
        with pytest.raises(IntegrityError), transaction.atomic():
            Amendment.objects.filter(pk=change.pk).update(
                state="approved", approved_at=AT, approved_by_id=person
            )
    assert not AgreementTerms.objects.filter(from_on=MARCH).exists()
    approved(change)


@pytest.mark.usefixtures("here")
def test_nothing_is_approved_that_the_firm_has_not_accepted() -> None:
    agreement = make_agreement()
    change = make_change(agreement, by=WRITER, sent=True)
    with pytest.raises(actions.ChangedChange):
        approved(change)
    actions.refuse_change(
        change=change, seen=change.version, answer="For dyrt", at=AT, actor_id=FIRM
    )
    with pytest.raises(actions.ChangedChange):
        approved(change)
    with pytest.raises(actions.ChangedChange):
        actions.accept_change(change=change, seen=change.version, at=AT, actor_id=FIRM)
    # After a no there is room for another proposal.
    assert make_change(agreement, by=WRITER).pk != change.pk


@pytest.mark.usefixtures("here")
def test_what_cannot_be_proposed_is_said_by_a_code() -> None:
    agreement = make_agreement()
    told = {"agreement": agreement, "terms": DEARER, "from_on": MARCH}
    refused("notice", **(told | {"from_on": FEBRUARY}))
    refused("first_of_month", **(told | {"from_on": date(2027, 3, 2)}))
    refused("same", **(told | {"terms": PER_START}))
    refused("not_in_force", **(told | {"agreement": make_agreement(signed=False)}))
    ending = make_agreement(last_on=date(2027, 2, 28))
    refused("after_end", **(told | {"agreement": ending}))
    change = accepted(agreement)
    refused("open_change", **told)
    approved(change)
    other = Terms(acts=(PerAct(Act.STARTED, Decimal(21)),))
    refused("begins_then", **(told | {"terms": other}))


@pytest.mark.usefixtures("here")
def test_written_twice_it_is_written_once_and_two_windows_do_not_overwrite() -> None:
    agreement = make_agreement()
    change = make_change(agreement, by=WRITER)
    assert make_change(agreement, by=WRITER).pk == change.pk
    told: dict[str, Any] = {
        "agreement": agreement, "terms": DEARER, "from_on": MARCH, "at": AT, "change": change,
        "seen": change.version, "actor_id": WRITER,
    }  # fmt: skip
    actions.write_change(**told, why="Den ene")
    with pytest.raises(actions.ChangedChange) as there:
        actions.write_change(**told, why="Den anden")
    assert there.value.change.why == "Den ene"
    with pytest.raises(actions.ChangedChange):
        actions.send_change(change=change, seen=1, at=AT, actor_id=WRITER)


@pytest.mark.usefixtures("here")
def test_a_change_whose_day_has_come_or_whose_agreement_is_ended_is_not_approved() -> None:
    agreement = make_agreement()
    change = accepted(agreement)
    late = AT + timedelta(days=119)
    with pytest.raises(NotPossible) as why:
        actions.approve_change(change=change, seen=change.version, at=late, actor_id=SECOND)
    assert why.value.code == "too_late"
    actions.end(agreement=agreement, at=AT, today=AT.date(), actor_id=1)
    with pytest.raises(NotPossible) as ended:
        approved(change)
    assert ended.value.code == "not_in_force"
    actions.withdraw_change(change=change, seen=change.version, at=AT, actor_id=WRITER)
    assert open_change(agreement) is None


def test_every_kommune_of_a_joint_agreement_says_yes_first(
    aarhus: Municipality, odense: Municipality
) -> None:
    both = [PartyEntry(kommune_id=aarhus.pk), PartyEntry(kommune_id=odense.pk)]
    with working_for(aarhus.pk):
        agreement = make_agreement(sharing=Sharing.USE, parties=both)
        change = accepted(agreement)
        with pytest.raises(NotPossible) as why:
            approved(change)
        assert why.value.code == "yes_missing"
        with pytest.raises(NotPossible):
            actions.agree_to_change(change=change, at=AT, actor_id=WRITER)
    with working_for(odense.pk):
        with pytest.raises(NotPossible) as lead:
            approved(change)
        assert lead.value.code == "lead"
        for _twice in range(2):
            actions.agree_to_change(change=change, at=AT, actor_id=9)
    with working_for(aarhus.pk):
        assert approved(change).from_on == MARCH


def test_who_leaves_before_the_day_is_not_asked(aarhus: Municipality, odense: Municipality) -> None:
    both = [PartyEntry(kommune_id=aarhus.pk), PartyEntry(kommune_id=odense.pk)]
    with working_for(aarhus.pk):
        agreement = make_agreement(sharing=Sharing.USE, parties=both)
        actions.leave(
            agreement=agreement, kommune_id=odense.pk, last_on=date(2027, 2, 28), at=AT,
            actor_id=None,
        )  # fmt: skip
        assert approved(accepted(agreement)).from_on == MARCH


@pytest.mark.usefixtures("here")
def test_a_firm_sees_what_it_was_sent_and_nothing_of_others() -> None:
    agreement = make_agreement()
    change = make_change(agreement, by=WRITER)
    assert queries.vendor_changes(agreement.vendor_id) == []
    assert queries.answered_change(agreement.vendor_id, change.pk) is None
    actions.send_change(change=change, seen=change.version, at=AT, actor_id=WRITER)
    [seen] = queries.vendor_changes(agreement.vendor_id)
    assert (seen.waits, seen.from_on) == (True, MARCH)
    assert "12,50 kr." in seen.old[0]
    assert "20,00 kr." in seen.new[0]
    assert queries.vendor_changes(agreement.vendor_id + 1) == []
    assert queries.answered_change(agreement.vendor_id + 1, change.pk) is None
