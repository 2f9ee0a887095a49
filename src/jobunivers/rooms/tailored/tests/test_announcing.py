# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""New jobs are told of when they fit very well, are unseen, and a week has passed."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.notices.models import Beat, Notice
from jobunivers.foundation.notices.register import type_of
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.tailored import actions, tasks
from jobunivers.rooms.tailored.models import ListShown, RecommendationRun
from jobunivers.rooms.tailored.tests.making import home, make_run
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.tests.factories import close, make_vacancy
from jobunivers.trust import actions as trust

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def tell(person: Person, at: datetime | None = None) -> int:
    with working_for(home(person)):
        return actions.tell_of_new_jobs(at=at or timezone.now())


def told(person: Person) -> list[Notice]:
    with working_for(home(person)):
        return list(Notice.objects.filter(person_id=person.pk).order_by("pk"))


def test_a_new_job_that_fits_very_well_is_told_once(kirsten: Person) -> None:
    new, old = make_vacancy("Ny"), make_vacancy("Gammel", at=timezone.now() - 2 * WEEK)
    make_run(kirsten, [new, old])
    assert [tell(kirsten), tell(kirsten)] == [1, 0]
    (notice,) = told(kirsten)
    assert notices.text_of(notice) == "1 nyt job passer særlig godt til dig"
    assert (notice.data["vacancy_ids"], notice.path) == ([new.pk], "relevante-job/")
    known = type_of(notice.kind)
    assert known is not None
    with working_for(home(kirsten)):
        assert known.relevant(notice, timezone.now())
        vacancies.star(citizen_id=kirsten.pk, vacancy_id=new.pk, at=timezone.now())
    assert told(kirsten)[0].acted_at is not None
    close(new)
    with working_for(home(kirsten)):
        assert not known.relevant(notice, timezone.now())


def test_another_week_tells_of_what_is_new_then_and_never_of_one_job_twice(
    kirsten: Person,
) -> None:
    first = make_vacancy("Første")
    make_run(kirsten, [first])
    assert tell(kirsten) == 1
    with working_for(home(kirsten)):
        RecommendationRun.objects.update(current=False)
    second = make_vacancy("Anden", at=timezone.now() + timedelta(days=1))
    make_run(kirsten, [first, second])
    later = timezone.now() + WEEK
    assert tell(kirsten, later) == 1
    assert told(kirsten)[-1].data["vacancy_ids"] == [second.pk]


def test_what_she_has_seen_hidden_or_what_fits_less_is_not_told(
    kirsten: Person, mads: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = make_vacancy("Ny")
    run = make_run(kirsten, [job])
    with working_for(home(kirsten)):
        ListShown.objects.create(
            run_id=run.pk, citizen_id=kirsten.pk, at=timezone.now(), first_rank=1, last_rank=9
        )
        vacancies.star(citizen_id=mads.pk, vacancy_id=job.pk, at=timezone.now())
    make_run(mads, [job])
    assert tell(kirsten) == 0
    monkeypatch.setattr("jobunivers.rooms.tailored.actions.announcing.GOOD", 6_001)
    assert tell(mads) == 0


def test_where_the_model_is_switched_off_nothing_is_told(kirsten: Person, anne: Person) -> None:
    make_run(kirsten, [make_vacancy("Ny")])
    with working_for(home(kirsten)):
        trust.switch(code="matching", on=False, reason="Prøve", actor_id=anne.pk, at=timezone.now())
    assert tell(kirsten) == 0


def test_a_run_leaves_its_beat(kirsten: Person) -> None:
    make_run(kirsten, [make_vacancy("Ny")])
    tasks.tell_of_new_jobs()
    assert Beat.objects.get(sender="tailored.new_jobs").made == 1
    assert len(told(kirsten)) == 1
