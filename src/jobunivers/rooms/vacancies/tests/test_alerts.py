# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""New jobs in saved searches, reminders of applications: told once, and only when it matters."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.notices.models import Beat, Notice
from jobunivers.foundation.notices.register import type_of
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies import actions, tasks
from jobunivers.rooms.vacancies.models import ApplicationStatus, HideReason
from jobunivers.rooms.vacancies.queries.told import (
    REMINDERS,
    SEARCH_ALERTS,
    SEARCH_ALERTS_WEEKLY,
)
from jobunivers.rooms.vacancies.tests.factories import close, make_application, make_vacancy

pytestmark = pytest.mark.django_db
NOW = timezone.now()
BEFORE = NOW - timedelta(days=2)
Follow = Callable[[], None]


@pytest.fixture
def searching(aarhus: Municipality, kirsten: Person) -> Municipality:
    """Let Kirsten have saved a search two days ago."""
    with working_for(aarhus.pk):
        actions.save_search(citizen_id=kirsten.pk, name="Have", query="q=gartner", at=BEFORE)
    return aarhus


def told(kommune: Municipality, *, at: object = None) -> list[str]:
    now = at or timezone.now()
    with working_for(kommune.pk):
        actions.tell_of_saved_searches(since=BEFORE, at=now)  # type: ignore[arg-type]
        return [notices.text_of(one) for one in Notice.objects.order_by("pk")]


def test_new_jobs_in_a_saved_search_are_told_once_a_day(
    searching: Municipality, kirsten: Person, index: Follow
) -> None:
    first = make_vacancy("Gartner til kirkegård")
    second = make_vacancy("Gartner i park")
    make_vacancy("Bager")
    index()
    assert told(searching) == ["2 nye job i “Have”"]
    assert told(searching) == ["2 nye job i “Have”"]
    with working_for(searching.pk):
        notice = Notice.objects.get()
        assert notice.path == "job/?q=gartner"
        assert notice.person_id == kirsten.pk
        assert first.pk in notice.data["vacancy_ids"]
        known = type_of(notice.kind)
        assert known is not None
        assert "Have" not in str(known.outside and known.outside(notice.data))
        assert known.relevant(notice, timezone.now())
        for one in (first, second):
            close(one)
        assert not known.relevant(notice, timezone.now())


def test_nothing_new_is_nothing_told(searching: Municipality, index: Follow) -> None:
    make_vacancy("Bager")
    index()
    assert told(searching) == []


def test_what_she_has_seen_hidden_or_applied_for_is_no_news(
    searching: Municipality, kirsten: Person, index: Follow
) -> None:
    hidden, applied = make_vacancy("Gartner 1"), make_vacancy("Gartner 2")
    index()
    with working_for(searching.pk):
        actions.hide(citizen_id=kirsten.pk, vacancy_id=hidden.pk, reason=HideReason.TOO_FAR, at=NOW)
    make_application(kirsten, vacancy=applied)
    assert told(searching) == []
    make_vacancy("Gartner 3")
    index()
    with working_for(searching.pk):
        from jobunivers.rooms.vacancies.models import SavedSearch

        actions.search_opened(saved=SavedSearch.objects.get(), at=timezone.now())
    assert told(searching) == []


def test_a_search_nothing_answers_is_not_stretched_and_a_broken_one_harms_no_other(
    searching: Municipality, kirsten: Person, mads: Person, index: Follow
) -> None:
    with working_for(searching.pk):
        for query in (
            "sted=Lilleputstad",
            "q=astronaut+med+kørekort",
            "omraade=findes-ikke&q=gartner",
            "%00=x",
        ):
            actions.save_search(citizen_id=mads.pk, name=query, query=query, at=BEFORE)
    make_vacancy("Gartner")
    index()
    with working_for(searching.pk):
        actions.tell_of_saved_searches(since=BEFORE, at=timezone.now())
        assert Notice.objects.filter(person_id=kirsten.pk).count() == 1


def test_keeping_one_of_the_jobs_is_the_act_it_was_for(
    searching: Municipality, kirsten: Person, index: Follow
) -> None:
    ours, other = make_vacancy("Gartner"), make_vacancy("Bager")
    index()
    told(searching)
    with working_for(searching.pk):
        actions.star(citizen_id=kirsten.pk, vacancy_id=other.pk, at=timezone.now())
        assert Notice.objects.get().acted_at is None
        actions.star(citizen_id=kirsten.pk, vacancy_id=ours.pk, at=timezone.now())
        assert Notice.objects.get().acted_at is not None


def test_a_deadline_that_is_near_and_a_long_silence_are_told_once(
    aarhus: Municipality, kirsten: Person
) -> None:
    today = timezone.localdate(NOW)
    make_application(
        kirsten,
        title="Gartner",
        status=ApplicationStatus.PLANNED,
        deadline=today + timedelta(days=2),
        applied_on=None,
    )
    make_application(
        kirsten,
        title="Senere",
        status=ApplicationStatus.PLANNED,
        deadline=today + timedelta(days=9),
        applied_on=None,
    )
    quiet = make_application(kirsten, title="Bager", applied_on=today - timedelta(days=15))
    with working_for(aarhus.pk):
        type(quiet).objects.filter(pk=quiet.pk).update(changed_at=NOW - timedelta(days=15))
        assert actions.remind_of_applications(at=NOW) == 2
        assert actions.remind_of_applications(at=NOW + timedelta(minutes=1)) == 0
        texts = [notices.text_of(one) for one in Notice.objects.order_by("pk")]
        assert texts[0].startswith("Fristen for “Gartner” er ")
        assert texts[1] == "Har du hørt noget om “Bager”?"
        for one in Notice.objects.order_by("pk"):
            known = type_of(one.kind)
            assert known is not None
            assert known.relevant(one, NOW)
        type(quiet).objects.update(status=ApplicationStatus.WITHDRAWN, applied_on=today)
        for one in Notice.objects.order_by("pk"):
            known = type_of(one.kind)
            assert known is not None
            assert not known.relevant(one, NOW)


def test_a_run_leaves_its_beat_even_with_nothing_to_tell(
    searching: Municipality, index: Follow
) -> None:
    index()
    tasks.tell_of_saved_searches()
    tasks.remind_of_applications()
    beats = dict(Beat.objects.values_list("sender", "made"))
    assert beats == {SEARCH_ALERTS: 0, SEARCH_ALERTS_WEEKLY: 0, REMINDERS: 0}
    make_vacancy("Gartner")
    index()
    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        tasks.tell_of_saved_searches()
    assert Beat.objects.get(sender=SEARCH_ALERTS).made == 1
