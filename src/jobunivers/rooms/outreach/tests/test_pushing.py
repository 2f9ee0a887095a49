# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Something is sent to many: looked through first, agreed to, sent once, and answered."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from jobunivers.foundation.notices.actions import act
from jobunivers.foundation.notices.models import Address, Choice, Delivery, Notice
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.journey.models import Absence, Spell
from jobunivers.rooms.outreach import actions
from jobunivers.rooms.outreach.actions import Content, sending
from jobunivers.rooms.outreach.models import NoMore, Push, PushRecipient, Stand, State, What
from jobunivers.rooms.outreach.tests.making import (
    group,
    job_push,
    looked_through,
    message,
    sent,
    submitted,
)
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import HideReason, Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_application, make_vacancy
from jobunivers.testing.cast import add_person


@pytest.fixture(autouse=True)
def at_work(aarhus: Municipality) -> Iterator[None]:
    with working_for(aarhus.pk):
        yield


def reasons(push: Push) -> dict[int, str]:
    held = push.recipients.filter(state=Stand.HELD_BACK)
    return dict(held.values_list("citizen_id", "reason"))


def told(push: Push) -> list[int]:
    rows = Notice.objects.filter(key=push.occasion).order_by("person_id")
    return list(rows.values_list("person_id", flat=True))


def crowd(aarhus: Municipality, number: int) -> list[Person]:
    return [add_person(aarhus, f"Søger Nummer{one}", "citizen") for one in range(number)]


def test_what_is_sent_stands_on_her_pages_once(omar: Person, kirsten: Person, mads: Person) -> None:
    push = sent(submitted(message(omar, [kirsten, mads])))

    assert push.state == State.SENT
    assert told(push) == sorted([kirsten.pk, mads.pk])
    sent(push)
    assert told(push) == sorted([kirsten.pk, mads.pk])


def test_staff_and_people_of_elsewhere_are_nobody_to_send_to(
    omar: Person, kirsten: Person, odense: Municipality
) -> None:
    jonas = add_person(odense, "Jonas Lund", "citizen")
    push = message(omar, [kirsten, omar, jonas])

    assert push.reach["meant"] == 3
    assert push.reach["reached"] == 1


def test_who_is_absent_at_work_or_has_said_no_is_held_back_with_the_reason(
    aarhus: Municipality, omar: Person, kirsten: Person, mads: Person
) -> None:
    today = timezone.localdate()
    employed, free = crowd(aarhus, 2)
    Absence.objects.create(
        citizen_id=kirsten.pk,
        kind="sick",
        starts_on=today,
        told_by="citizen",
        recorded_at=timezone.now(),
    )
    NoMore.objects.create(citizen_id=mads.pk, what=What.JOB, at=timezone.now())
    Spell.objects.create(
        citizen_id=employed.pk, began_on=today - timedelta(days=90),
        ended_on=today - timedelta(days=9), end="job", told_by="citizen",
        recorded_at=timezone.now(),
    )  # fmt: skip
    push = job_push(omar, make_vacancy("Gartner"), [kirsten, mads, employed, free])

    assert reasons(push) == {kirsten.pk: "absent", mads.pk: "no_more", employed.pk: "at_work"}
    assert push.reach["reached"] == 1


def test_who_has_applied_hidden_or_had_the_job_before_is_held_back(
    omar: Person, ida: Person, kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    vacancy, now = make_vacancy("Gartner"), timezone.now()
    (earlier,) = crowd(aarhus, 1)
    sent(submitted(job_push(ida, vacancy, [earlier])))
    make_application(kirsten, vacancy=vacancy)
    vacancies.hide(citizen_id=mads.pk, vacancy_id=vacancy.pk, reason=HideReason.WRONG_FIELD, at=now)
    push = job_push(omar, vacancy, [kirsten, mads, earlier])

    assert reasons(push) == {kirsten.pk: "applied", mads.pk: "hidden", earlier.pk: "had"}
    with pytest.raises(actions.NotReady, match="nobody"):
        submitted(push)


def test_what_she_says_between_preview_and_sending_counts(omar: Person, kirsten: Person) -> None:
    push = submitted(message(omar, [kirsten]))
    NoMore.objects.create(citizen_id=kirsten.pk, what=What.MESSAGE, at=timezone.now())

    sent(push)

    assert told(push) == []
    assert reasons(push) == {kirsten.pk: "no_more"}


def test_more_than_a_job_bears_needs_fewer_or_a_reason_and_then_a_second_person(
    aarhus: Municipality, omar: Person
) -> None:
    vacancy = make_vacancy("Gartner")
    push = job_push(omar, vacancy, crowd(aarhus, 12))
    assert push.reach["bears"] == 10

    with pytest.raises(actions.NotReady, match="crowded"):
        submitted(push)
    chosen = actions.choose(
        push_id=push.pk, version=push.version, how="lot", number=10, held_out=0, at=timezone.now()
    )
    assert push.recipients.filter(state=Stand.QUEUED).count() == 10
    assert {row.chance for row in push.recipients.all()} == {10 / 12}
    assert submitted(chosen).state == State.SCHEDULED

    other = job_push(omar, make_vacancy("Kok"), crowd(aarhus, 12))
    assert submitted(other, despite="De har alle bedt om det.").state == State.WAITING


def test_what_colleagues_have_sent_counts_towards_what_a_job_bears(
    aarhus: Municipality, omar: Person, ida: Person
) -> None:
    vacancy = make_vacancy("Gartner")
    sent(submitted(job_push(ida, vacancy, crowd(aarhus, 4))))

    push = job_push(omar, vacancy, [add_person(aarhus, "Ny Søger", "citizen")])

    assert (push.reach["earlier"], push.reach["bears"]) == (4, 6)


def test_some_can_be_held_out_by_lot_and_the_chance_is_kept(
    aarhus: Municipality, omar: Person
) -> None:
    push = message(omar, crowd(aarhus, 10))
    actions.choose(
        push_id=push.pk,
        version=push.version,
        how="all",
        number=None,
        held_out=20,
        at=timezone.now(),
    )
    push.refresh_from_db()
    sent(submitted(push))

    states = sorted(push.recipients.values_list("state", flat=True))
    assert states == ["held_out"] * 2 + ["sent"] * 8
    assert set(push.recipients.values_list("chance", flat=True)) == {0.8}
    assert len(told(push)) == 8


def test_many_need_a_second_person_who_is_another_and_a_manager(
    aarhus: Municipality, omar: Person, ida: Person, bente: Person, anne: Person
) -> None:
    now = timezone.now()
    actions.decide_rule(
        above=2, staff_may=False, effective_from=timezone.localdate(), decided_by="Udvalget",
        why="Ro", by_id=anne.pk, at=now,
    )  # fmt: skip
    push = submitted(message(omar, crowd(aarhus, 3)))
    assert push.state == State.WAITING
    assert Notice.objects.filter(person_id=bente.pk, kind="outreach.waits").count() == 1

    for who, why in ((omar, "own"), (ida, "role")):
        with pytest.raises(actions.NotAllowed, match=why):
            actions.approve(push_id=push.pk, by_id=who.pk, role=who.role, at=now)
    actions.approve(push_id=push.pk, by_id=bente.pk, role=bente.role, at=now)
    # The second approver at the same moment comes too late.
    with pytest.raises(actions.NotNow):
        actions.approve(push_id=push.pk, by_id=bente.pk, role=bente.role, at=now)
    assert len(told(sent(push))) == 3


def test_a_rule_of_tomorrow_does_not_hold_today(
    aarhus: Municipality, omar: Person, anne: Person
) -> None:
    actions.decide_rule(
        above=0, staff_may=True, effective_from=timezone.localdate() + timedelta(days=1),
        decided_by="Udvalget", why="Ro", by_id=anne.pk, at=timezone.now(),
    )  # fmt: skip
    assert submitted(message(omar, crowd(aarhus, 3))).state == State.SCHEDULED


def test_nobody_can_approve_her_own_even_past_the_code(omar: Person, kirsten: Person) -> None:
    push = message(omar, [kirsten])
    with pytest.raises(IntegrityError), transaction.atomic():
        Push.objects.filter(pk=push.pk).update(approved_by_id=omar.pk)


def test_a_refusal_says_why_and_gives_the_draft_back(
    aarhus: Municipality, omar: Person, bente: Person
) -> None:
    push = submitted(message(omar, crowd(aarhus, 101)))
    actions.refuse(
        push_id=push.pk, by_id=bente.pk, role=bente.role, why="Skriv kortere.", at=timezone.now()
    )
    push.refresh_from_db()
    assert (push.state, push.refused_why) == (State.DRAFT, "Skriv kortere.")
    assert Notice.objects.filter(person_id=omar.pk, kind="outreach.refused").exists()


def test_it_goes_at_its_time_and_not_before(omar: Person, kirsten: Person) -> None:
    later = timezone.now() + timedelta(days=2)
    push = submitted(message(omar, [kirsten]), send_at=later)

    assert sent(push).state == State.SCHEDULED
    assert actions.due(at=later) == [push.pk]
    assert sent(push, at=later).state == State.SENT


def test_a_worker_that_is_killed_midway_sends_nobody_the_same_twice(
    aarhus: Municipality, omar: Person
) -> None:
    push = submitted(message(omar, crowd(aarhus, 7)))
    now = timezone.now()
    with patch.object(sending, "BATCH", 3):
        actions.begin(push_id=push.pk, at=now)
        assert actions.send_some(push_id=push.pk, at=now)
        # Killed after telling and before writing down: the whole batch is taken back.
        with (
            patch.object(sending, "change", side_effect=RuntimeError("killed")),
            pytest.raises(RuntimeError),
        ):
            actions.send_some(push_id=push.pk, at=now)
        assert len(told(push)) == 3
        assert actions.due(at=now) == [push.pk]
        sent(push)
    assert len(told(push)) == 7
    assert set(push.recipients.values_list("state", flat=True)) == {Stand.SENT}


def test_it_can_be_stopped_midway_and_then_nobody_more_gets_it(
    aarhus: Municipality, omar: Person
) -> None:
    push = submitted(message(omar, crowd(aarhus, 5)))
    now = timezone.now()
    with patch.object(sending, "BATCH", 2):
        actions.begin(push_id=push.pk, at=now)
        actions.send_some(push_id=push.pk, at=now)
    actions.stop(push_id=push.pk, by_id=omar.pk, at=now)

    assert sent(push).state == State.STOPPED
    assert len(told(push)) == 2
    assert sorted(reasons(push).values()) == ["stopped"] * 3
    with pytest.raises(actions.NotNow):
        actions.stop(push_id=push.pk, by_id=omar.pk, at=now)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CITIZEN])
def test_a_sender_who_has_lost_the_role_sends_nothing(
    omar: Person, kirsten: Person, role: Role
) -> None:
    push = submitted(message(omar, [kirsten]))
    Person.objects.filter(pk=omar.pk).update(role=role)

    push = sent(push)

    assert (push.state, push.over_why) == (State.STOPPED, "sender")
    assert told(push) == []


def test_a_job_that_closes_before_it_is_sent_is_sent_to_nobody(
    omar: Person, kirsten: Person
) -> None:
    vacancy = make_vacancy("Gartner")
    push = submitted(job_push(omar, vacancy, [kirsten]))
    with writing_shared():
        Vacancy.objects.filter(pk=vacancy.pk).update(closed_at=timezone.now())

    push = sent(push)

    assert (push.state, push.over_why) == (State.STOPPED, "closed")
    assert told(push) == []
    assert Notice.objects.filter(person_id=omar.pk, kind="outreach.stopped").exists()


def test_who_has_left_the_group_gets_nothing_and_who_has_joined_it_neither(
    omar: Person, kirsten: Person, mads: Person
) -> None:
    content = Content(
        title="Jobmesse", because="Fordi.", group_kind="test", group_key="1", group_name="Prøve"
    )
    with group([kirsten.pk]) as members:
        push = submitted(looked_through(omar, content, []))
        members[:] = [mads.pk]
        sent(push)

    assert told(push) == []
    assert reasons(push) == {kirsten.pk: "left"}


def test_a_group_that_is_gone_stops_the_push(omar: Person, kirsten: Person) -> None:
    content = Content(title="Jobmesse", because="Fordi.", group_kind="test", group_key="1")
    with group([kirsten.pk]):
        push = submitted(looked_through(omar, content, []))
    push = sent(push)
    assert (push.state, push.over_why) == (State.STOPPED, "group")


def test_a_group_of_nobody_is_said_and_cannot_be_sent_to(omar: Person) -> None:
    content = Content(title="Jobmesse", because="Fordi.", group_kind="test", group_key="1")
    with group([]):
        push = looked_through(omar, content, [])
    assert push.reach["reached"] == 0
    with pytest.raises(actions.NotReady, match="nobody"):
        submitted(push)


def test_a_protected_persons_notice_does_not_leave_the_house(
    omar: Person, kirsten: Person, mads: Person, settings: Any
) -> None:
    settings.SMTP, now = "smtp://127.0.0.1:1", timezone.now()
    for one in (kirsten, mads):
        Address.objects.create(
            person_id=one.pk, channel="email", address=f"{one.pk}@example.dk", created_at=now,
            verified_at=now,
        )  # fmt: skip
    Person.objects.filter(pk=kirsten.pk).update(protection="cpr")

    push = message(omar, [kirsten, mads])
    assert (push.reach["reached"], push.reach["outside"]) == (2, 1)
    sent(submitted(push))

    assert told(push) == sorted([kirsten.pk, mads.pk])
    assert list(Delivery.objects.values_list("person_id", flat=True)) == [mads.pk]


def test_a_type_she_has_turned_off_stays_on_her_pages_and_the_preview_says_so(
    omar: Person, kirsten: Person, settings: Any
) -> None:
    settings.SMTP, now = "smtp://127.0.0.1:1", timezone.now()
    Address.objects.create(
        person_id=kirsten.pk, channel="email", address="k@example.dk", created_at=now,
        verified_at=now,
    )  # fmt: skip
    assert message(omar, [kirsten]).reach["outside"] == 1
    Choice.objects.create(
        person_id=kirsten.pk, kind="outreach.message", channel="email", rhythm="off",
        changed_at=now,
    )  # fmt: skip
    push = message(omar, [kirsten])
    assert (push.reach["reached"], push.reach["outside"]) == (1, 0)
    sent(submitted(push))
    assert not Delivery.objects.exists()


def test_an_older_version_changes_nothing(omar: Person, kirsten: Person) -> None:
    push = message(omar, [kirsten])
    with pytest.raises(actions.Stale):
        actions.change_push(
            push_id=push.pk, content=Content(title="Andet"), version=push.version - 1,
            at=timezone.now(),
        )  # fmt: skip


def test_the_same_form_sent_twice_begins_one_push(omar: Person, kirsten: Person) -> None:
    first, second = (
        actions.start_push(
            sender_id=omar.pk, content=Content(), picked=[kirsten.pk], key="a", at=timezone.now()
        )
        for _ in range(2)
    )
    assert first.pk == second.pk


def test_more_than_a_list_can_have_is_refused(omar: Person) -> None:
    with pytest.raises(ValueError, match="5000"):
        actions.start_push(
            sender_id=omar.pk, content=Content(), picked=range(1, 5002), at=timezone.now()
        )


def test_what_she_does_with_the_job_counts_as_done(omar: Person, kirsten: Person) -> None:
    vacancy = make_vacancy("Gartner")
    push = sent(submitted(job_push(omar, vacancy, [kirsten])))
    now = timezone.now()
    assert (
        act(
            person_id=kirsten.pk,
            event="vacancies.starred",
            event_data={"vacancy_id": vacancy.pk + 1},
            at=now,
        )
        == 0
    )
    done = {"vacancy_id": vacancy.pk}
    assert act(person_id=kirsten.pk, event="vacancies.starred", event_data=done, at=now) == 1
    assert told(push) == [kirsten.pk]


def test_every_recipient_is_known_once(omar: Person, kirsten: Person) -> None:
    push = message(omar, [kirsten])
    with pytest.raises(IntegrityError), transaction.atomic():
        PushRecipient.objects.create(push=push, citizen_id=kirsten.pk, at=timezone.now())


def test_everybody_in_the_kommune_can_be_meant(
    omar: Person, kirsten: Person, mads: Person, odense: Municipality
) -> None:
    add_person(odense, "Jonas Lund", "citizen")
    content = Content(
        title="Jobmesse", because="Fordi.", group_kind="all", group_key="all", group_name="Alle"
    )
    push = sent(submitted(looked_through(omar, content, [])))
    assert told(push) == sorted([kirsten.pk, mads.pk])
