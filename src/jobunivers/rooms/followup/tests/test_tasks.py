# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks: one list, taken once, handed on, done and undone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.followup import actions, queries
from jobunivers.rooms.followup.models import StaffTask, TaskState
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
LIST = "/medarbejder/opgaver/"


def text(client: KommuneClient, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return str(answer.content.decode())


def add(staff: Person, title: str = "Ring til Jobcenteret", **fields: object) -> StaffTask:
    return actions.add_task(staff_id=staff.pk, title=title, at=timezone.now(), **fields)  # type: ignore[arg-type]


def test_what_is_overdue_stands_first_and_what_has_no_day_last(
    aarhus: Municipality, omar: Person, as_omar: KommuneClient
) -> None:
    today = timezone.localdate()
    with working_for(aarhus.pk):
        add(omar, "Uden dag")
        add(omar, "I morgen", due_on=today + timedelta(days=1))
        add(omar, "I forgårs", due_on=today - timedelta(days=2))
    page = text(as_omar, LIST)
    assert page.index("I forgårs") < page.index("I morgen") < page.index("Uden dag")
    assert "Over tiden" in page


def test_a_teams_task_is_taken_by_one_and_the_other_is_told_who(
    aarhus: Municipality, omar: Person, ida: Person, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        task = add(ida, team="adviser")
        lise = StaffTask.objects.get(pk=task.pk)
        assert lise.owner_id is None
    assert "Ingen har taget den" in text(as_omar, LIST)
    assert as_omar.post(f"{LIST}{task.pk}/", {"act": "tag"}).status_code == 302
    with working_for(aarhus.pk):
        assert StaffTask.objects.get(pk=task.pk).owner_id == omar.pk


def test_who_comes_second_reads_who_was_first(
    aarhus: Municipality, omar: Person, tove: Person, as_tove: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        task = add(omar, team="consultant")
        actions.take(task_id=task.pk, staff_id=omar.pk, at=timezone.now())
    answer = as_tove.post(f"{LIST}{task.pk}/", {"act": "tag"})
    assert answer.status_code == 409
    assert "Omar Said har taget opgaven" in answer.content.decode()
    answer = as_tove.post(f"{LIST}{task.pk}/", {"act": "faerdig", "version": "1"})
    assert answer.status_code == 409


def test_a_task_is_done_once_and_opened_again(
    aarhus: Municipality, omar: Person, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        task = add(omar)
    path = f"{LIST}{task.pk}/"
    answer = as_omar.post(path, {"act": "faerdig", "version": "1"})
    assert answer.status_code == 302
    assert f"fortryd={task.pk}" in answer["Location"]
    assert as_omar.post(path, {"act": "faerdig", "version": "1"}).status_code == 409
    assert "Fortryd det sidste" in text(as_omar, f"{LIST}?fortryd={task.pk}")
    assert as_omar.post(path, {"act": "fortryd"}).status_code == 302
    with working_for(aarhus.pk):
        assert StaffTask.objects.get(pk=task.pk).state == TaskState.OPEN
    assert as_omar.post(path, {"act": "fortryd"}).status_code == 409


def test_who_is_handed_a_task_is_told_and_finds_it_under_handed_to_me(
    aarhus: Municipality, omar: Person, tove: Person, as_omar: KommuneClient, as_tove: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        task = add(omar)
    form = {"act": "giv", "version": "1", "who": f"staff:{tove.pk}"}
    assert as_omar.post(f"{LIST}{task.pk}/", form).status_code == 302
    assert "Ring til Jobcenteret" in text(as_tove, f"{LIST}?vis=faaet")
    assert "Ring til Jobcenteret" not in text(as_omar, LIST)
    with working_for(aarhus.pk):
        assert Notice.objects.filter(person_id=tove.pk, kind="followup.task").count() == 1
    wrong = as_tove.post(f"{LIST}{task.pk}/", {"act": "giv", "version": "2", "who": "staff:1"})
    assert wrong.status_code == 422


def test_a_task_of_the_past_or_without_words_is_refused(as_omar: KommuneClient) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    form = {"title": "Ring", "due_on": yesterday.isoformat(), "who": "me"}
    answer = as_omar.post(f"{LIST}ny/", form)
    assert answer.status_code == 422
    assert "Dagen er gået" in answer.content.decode()
    assert as_omar.post(f"{LIST}ny/", {"title": "", "who": "me"}).status_code == 422
    assert as_omar.post(f"{LIST}ny/", {"title": "Ring", "who": "team:citizen"}).status_code == 422


def test_a_form_sent_twice_makes_one_task(
    aarhus: Municipality, kirsten: Person, as_omar: KommuneClient
) -> None:
    path = f"/medarbejder/borgere/{kirsten.pk}/opgave/?fra=attention:7"
    key = text(as_omar, path).split('name="key" value="')[1].split('"')[0]
    form = {"title": "Ring", "who": "me", "key": key}
    assert [as_omar.post(path, form).status_code for _ in range(2)] == [302, 302]
    with working_for(aarhus.pk):
        task = StaffTask.objects.get()
        assert (task.citizen_id, task.origin, task.ref) == (kirsten.pk, "attention", "7")


def test_a_task_with_a_key_is_made_once_and_closed_where_it_came_from(
    aarhus: Municipality, omar: Person, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        made = [
            add(omar, citizen_id=kirsten.pk, origin="case", ref="9", key="case:9:hear")
            for _ in range(2)
        ]
        assert made[0].pk == made[1].pk
        assert queries.open_tasks_about([kirsten.pk]) == {kirsten.pk: 1}
        assert actions.close_tasks(origin="case", ref="9", at=timezone.now()) == 1
        assert queries.open_tasks_about([kirsten.pk]) == {}
        with pytest.raises(actions.NobodyThere):
            add(omar, citizen_id=10**9)
        with pytest.raises(actions.NobodyThere):
            add(omar, owner_id=kirsten.pk)


def test_whose_names_the_list_showed_is_one_event(
    aarhus: Municipality, omar: Person, kirsten: Person, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        add(omar, citizen_id=kirsten.pk)
    assert kirsten.name in text(as_omar, LIST)
    with working_for(aarhus.pk):
        event = Event.objects.get(kind="followup.tasks_shown")
        assert event.data == {"citizen_ids": [kirsten.pk]}


def test_another_kommune_sees_nothing_of_it(
    aarhus: Municipality, omar: Person, kirsten: Person, as_lise: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        task = add(omar, citizen_id=kirsten.pk, team="adviser")
    assert "Ring til" not in text(as_lise, LIST)
    assert as_lise.get(f"{LIST}{task.pk}/").status_code == 404
    assert as_lise.post(f"{LIST}{task.pk}/", {"act": "tag"}).status_code == 404
    assert as_lise.get(f"/medarbejder/borgere/{kirsten.pk}/opgave/").status_code == 404
