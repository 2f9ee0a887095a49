# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kommuner are told of each step of a change that is theirs to know, and once."""

from datetime import timedelta

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.notices.queries import text_of
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.agreements import actions, tasks
from jobunivers.rooms.agreements.actions import PartyEntry
from jobunivers.rooms.agreements.models import Amendment, Sharing
from jobunivers.rooms.agreements.queries.told import CHANGE
from jobunivers.rooms.agreements.tests.making import AT, MARCH, make_agreement, make_change
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db
FIRM, WRITER = 7, 1


@pytest.fixture
def ole(odense: Municipality) -> Person:
    """Return who buys in the other kommune."""
    return add_person(odense, "Ole", "administrator")


def sent(aarhus: Municipality, odense: Municipality) -> Amendment:
    """Return a change that Aarhus has sent to the firm and to Odense."""
    both = [PartyEntry(kommune_id=aarhus.pk), PartyEntry(kommune_id=odense.pk)]
    with working_for(aarhus.pk):
        agreement = make_agreement(sharing=Sharing.USE, parties=both)
        return make_change(agreement, by=WRITER, sent=True)


def everything(*kommuner: Municipality) -> None:
    """Let the worker follow what has happened in each kommune."""
    for kommune in kommuner:
        with working_for(kommune.pk):
            rows = list(Event.objects.order_by("pk").values_list("kind", "data"))
        for kind, data in rows:
            if kind.startswith("agreements.change_") and "written" not in kind:
                for _twice in range(2):
                    tasks.tell_of_change(municipality_id=kommune.pk, event_data=data)


def steps(kommune: Municipality, person: Person) -> list[str]:
    """Return what somebody has been told of changes, in its order."""
    with working_for(kommune.pk):
        rows = Notice.objects.filter(person_id=person.pk, kind=CHANGE).order_by("pk")
        assert all("“" in text_of(one) for one in rows)
        return [one.data["step"] for one in rows]


def test_who_is_asked_is_told_and_who_leads_hears_when_all_have_said_yes(
    aarhus: Municipality, odense: Municipality, anne: Person, ole: Person
) -> None:
    change = sent(aarhus, odense)
    everything(aarhus, odense)
    assert (steps(aarhus, anne), steps(odense, ole)) == ([], ["sent"])
    with working_for(aarhus.pk):
        actions.accept_change(change=change, seen=change.version, at=AT, actor_id=FIRM)
    everything(aarhus, odense)
    assert steps(aarhus, anne) == ["accepted"]
    with working_for(odense.pk):
        actions.agree_to_change(change=change, at=AT, actor_id=ole.pk)
    everything(aarhus, odense)
    assert steps(aarhus, anne) == ["accepted", "ready"]
    with working_for(aarhus.pk):
        actions.approve_change(change=change, seen=change.version, at=AT, actor_id=999)
    everything(aarhus, odense)
    assert steps(aarhus, anne) == ["accepted", "ready", "approved"]
    assert steps(odense, ole) == ["sent", "approved"]


def test_a_no_and_a_taken_back_proposal_are_told_to_those_who_were_asked(
    aarhus: Municipality, odense: Municipality, anne: Person, ole: Person
) -> None:
    refused, taken_back = sent(aarhus, odense), sent(aarhus, odense)
    everything(aarhus)
    with working_for(aarhus.pk):
        actions.refuse_change(
            change=refused, seen=refused.version, answer="Nej", at=AT, actor_id=FIRM
        )
        actions.withdraw_change(change=taken_back, seen=taken_back.version, at=AT, actor_id=WRITER)
        draft = make_change(make_agreement(), by=WRITER)
        actions.withdraw_change(change=draft, seen=draft.version, at=AT, actor_id=WRITER)
    everything(aarhus)
    assert steps(aarhus, anne) == ["refused"]
    assert steps(odense, ole) == ["sent", "sent", "refused", "withdrawn"]


def test_nobody_is_asked_for_what_is_decided_by_the_time_the_worker_comes(
    aarhus: Municipality, odense: Municipality, ole: Person
) -> None:
    change = sent(aarhus, odense)
    with working_for(aarhus.pk):
        actions.withdraw_change(change=change, seen=change.version, at=AT, actor_id=WRITER)
    everything(aarhus)
    assert steps(odense, ole) == ["withdrawn"]


def test_a_proposal_lapses_when_its_day_comes_or_the_agreement_ends(
    aarhus: Municipality, odense: Municipality, anne: Person, ole: Person
) -> None:
    change = sent(aarhus, odense)
    eve = AT.replace(year=MARCH.year, month=MARCH.month, day=1) - timedelta(days=1)
    with working_for(odense.pk):
        assert actions.lapse_changes(at=eve + timedelta(days=1)) == 0  # it is not theirs to end
    with working_for(aarhus.pk):
        draft = make_change(make_agreement(), by=WRITER)
        assert actions.lapse_changes(at=eve) == 0
        assert actions.lapse_changes(at=eve + timedelta(days=1)) == 1
        assert actions.lapse_changes(at=eve + timedelta(days=1)) == 0
        draft.refresh_from_db()
        assert draft.state == "draft"
        change.refresh_from_db()
        with pytest.raises(actions.ChangedChange):
            actions.accept_change(change=change, seen=change.version, at=AT, actor_id=FIRM)
    everything(aarhus)
    assert steps(aarhus, anne) == ["lapsed"]
    assert steps(odense, ole) == ["lapsed"]
    other = sent(aarhus, odense)
    with working_for(aarhus.pk):
        actions.end(agreement=other.agreement, at=AT, today=AT.date(), actor_id=WRITER)
        assert actions.lapse_changes(at=AT) == 1
