# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A point that somebody has acted on elsewhere does not stand on the list again tomorrow."""

from datetime import timedelta

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions, queries, tasks
from jobunivers.rooms.casework.models import AttentionDecision, AttentionPoint
from jobunivers.rooms.casework.tests.making import make_point
from jobunivers.rooms.followup import actions as followup
from jobunivers.rooms.followup.models import Letter
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
_TASKS = {"follow_answer": tasks.follow_answer, "follow_answer_undone": tasks.follow_answer_undone}


def do_what_waits(name: str) -> int:
    """Do the jobs of one name, as the worker does; return how many there were."""
    jobs = ProcrastinateJob.objects.filter(task_name__endswith=f".{name}").order_by("pk")
    for job in jobs:
        _TASKS[name](**job.args)
    return len(jobs)


def invite(client: KommuneClient, citizen: Person, origin: str) -> None:
    """Invite her by the form, as the point's button leads to it."""
    path = f"/medarbejder/borgere/{citizen.pk}/inviter/?fra={origin}"
    page = client.get(path).content.decode()
    said = {"title": "Skal vi tale sammen?", "words": "Hej Kirsten", "send": "1", "skabelon": ""}
    for name in ("key", "fra"):
        said[name] = page.split(f'name="{name}" value="')[1].split('"')[0]
    assert client.post(path, said).status_code == 302


def shown(citizen: Person, *, days: int = 0) -> list[str]:
    """Return the codes of her points that stand on the list so many days from now."""
    day = timezone.localdate() + timedelta(days=days)
    return [one.code for one in queries.points_of(citizen_id=citizen.pk, language="da", today=day)]


def test_a_point_whose_citizen_was_invited_rests_until_she_has_had_time_to_answer(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        point = make_point(kirsten)
    invite(as_omar, kirsten, f"attention:{point.pk}")
    assert do_what_waits("follow_answer") == 1
    with working_for(aarhus.pk):
        assert shown(kirsten, days=1) == []
        assert shown(kirsten, days=7) == ["plan_empty"]
        told = AttentionDecision.objects.get(point_id=point.pk)
        assert (told.actor_id, told.how, told.state) == (omar.pk, "invited", "postponed")
    do_what_waits("follow_answer")  # twice is once
    with working_for(aarhus.pk):
        assert AttentionDecision.objects.filter(point_id=point.pk).count() == 1


def test_an_invitation_that_is_taken_back_lets_the_point_wait_again(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        point = make_point(kirsten)
    invite(as_omar, kirsten, f"attention:{point.pk}")
    do_what_waits("follow_answer")
    with working_for(aarhus.pk):
        letter = Letter.objects.get()
        followup.undo_letter(letter_id=letter.pk, staff_id=omar.pk, at=timezone.now())
    assert do_what_waits("follow_answer_undone") == 1
    with working_for(aarhus.pk):
        assert shown(kirsten) == ["plan_empty"]


def test_a_point_that_somebody_put_off_by_hand_is_left_as_she_wanted_it(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person, kirsten: Person
) -> None:
    until = timezone.localdate() + timedelta(days=30)
    with working_for(aarhus.pk):
        point = make_point(kirsten)
    invite(as_omar, kirsten, f"attention:{point.pk}")
    with working_for(aarhus.pk):
        actions.postpone(point_id=point.pk, staff_id=omar.pk, until=until, at=timezone.now())
        followup.undo_letter(letter_id=Letter.objects.get().pk, staff_id=omar.pk, at=timezone.now())
    do_what_waits("follow_answer")
    do_what_waits("follow_answer_undone")
    with working_for(aarhus.pk):
        assert AttentionPoint.objects.get(pk=point.pk).until == until


@pytest.mark.parametrize("origin", ["attention:x", "attention:", "attention:" + "9" * 30, "list:1"])
def test_an_address_that_names_no_point_is_an_invitation_and_nothing_more(
    aarhus: Municipality, as_omar: KommuneClient, kirsten: Person, origin: str
) -> None:
    with working_for(aarhus.pk):
        make_point(kirsten)
    invite(as_omar, kirsten, origin)
    assert do_what_waits("follow_answer") == 0


def test_an_invitation_of_another_citizen_does_not_settle_hers(
    aarhus: Municipality, as_omar: KommuneClient, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        point = make_point(kirsten)
    invite(as_omar, mads, f"attention:{point.pk}")
    assert do_what_waits("follow_answer") == 1
    with working_for(aarhus.pk):
        assert shown(kirsten) == ["plan_empty"]
