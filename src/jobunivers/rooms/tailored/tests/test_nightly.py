# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The night makes everybody's list, crowds no job, crosses no kommune, and stands in the world."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.tailored import actions, queries
from jobunivers.rooms.tailored.actions import exploring, nightly
from jobunivers.rooms.tailored.models import (
    ListShown,
    Night,
    OpeningVersion,
    Pressure,
    RecommendationRun,
)
from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.tailored.queries.reading import kept_rows
from jobunivers.rooms.tailored.tests.making import MANAGER, make_profile, recommend, run_of
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.tests.factories import close, make_vacancy
from jobunivers.science.counterfactual import DRAWN
from jobunivers.testing.cast import add_person

Follow = Callable[[], None]


def manager_job(title: str = "Lagerchef") -> Vacancy:
    return make_vacancy(title, occupation_uri=MANAGER, isco="1324", occupation_confidence=0.9)


def test_the_night_gives_each_the_answer_she_would_get_alone(
    kirsten: Person, jonas: Person, index: Follow
) -> None:
    for number in range(4):
        manager_job(f"Lagerchef {number}")
    index()
    make_profile(kirsten)
    make_profile(jonas, wish="")
    now = timezone.now()
    alone = {one.pk: kept_rows(recommend(one, at=now)) for one in (kirsten, jonas)}
    night = actions.match_everybody(at=now + timedelta(seconds=1))

    assert (night.people, night.openings) == (2, 4)
    for one in (kirsten, jonas):
        assert kept_rows(run_of(one)) == alone[one.pk]


def test_no_job_is_shown_to_more_than_it_can_hold(
    aarhus: Municipality, index: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nightly, "_HOW", replace(nightly._HOW, list_length=2))
    monkeypatch.setattr(
        nightly, "capacity_of", lambda positions: np.full(len(positions), 3.0, dtype=np.float64)
    )
    wanted = manager_job()
    for number in range(5):
        make_vacancy(f"Lagermedarbejder {number}", isco="4321", occupation_confidence=0.9)
    index()
    people = [add_person(aarhus, f"Borger {number}", "citizen") for number in range(6)]
    for person in people:
        make_profile(person)
    actions.match_everybody(at=timezone.now())

    shown = [[row.vacancy_id for row in kept_rows(run_of(person))] for person in people]
    first = sum(wanted.pk in one for one in shown)
    assert 0 < first <= 3
    assert Pressure.objects.get(vacancy_id=wanted.pk).price > 0


def test_a_crowded_job_says_so_among_its_reasons(kirsten: Person, index: Follow) -> None:
    wanted = manager_job()
    index()
    make_profile(kirsten)
    before = kept_rows(recommend(kirsten))[0].score
    now = timezone.now()
    Pressure.objects.create(vacancy_id=wanted.pk, price=700, views=9, capacity=3, at=now)
    actions.write_prices(at=now)
    (row,) = kept_rows(recommend(kirsten))

    assert row.score == before - 700
    assert [one.weight for one in row.reasons if one.code == "spread"] == [-700]


def test_two_kommuner_meet_in_sums_alone(
    kirsten: Person, jonas: Person, odense: Municipality, index: Follow
) -> None:
    theirs = make_vacancy("Lagerchef", municipality=odense)
    ours = manager_job()
    index()
    make_profile(kirsten)
    make_profile(jonas)
    actions.match_everybody(at=timezone.now())

    assert [row.vacancy_id for row in kept_rows(run_of(kirsten))] == [ours.pk]
    assert {row.vacancy_id for row in kept_rows(run_of(jonas))} <= {ours.pk, theirs.pk}
    with working_for(odense.pk):
        assert not RecommendationRun.objects.filter(citizen_id=kirsten.pk).exists()


def test_a_night_without_people_is_a_night(index: Follow) -> None:
    make_vacancy()
    index()
    night = actions.match_everybody(at=timezone.now())
    assert (night.people, Night.objects.get().pk) == (0, night.pk)


# The packed world


def test_the_world_follows_what_is_new_changed_and_gone(index: Follow) -> None:
    one, two = manager_job("Et"), manager_job("To")
    index()
    loaded = worlds.current()
    assert loaded is not None
    assert loaded.world.openings.id.tolist() == [one.pk, two.pk]
    close(one)
    three = manager_job("Tre")
    index()

    loaded = worlds.current()
    assert loaded is not None
    assert loaded.world.openings.id.tolist() == [two.pk, three.pk]
    assert OpeningVersion.objects.get(vacancy_id=one.pk).replaced_at is not None
    assert OpeningVersion.objects.get(vacancy_id=two.pk).replaced_at is None


def test_a_world_that_was_lost_or_broken_is_made_again(index: Follow, settings: object) -> None:
    vacancy = manager_job()
    index()
    folder = settings.MATCHING_FOLDER  # type: ignore[attr-defined]
    (folder / "current.json").write_text("{")
    worlds.forget()
    assert worlds.current() is None
    index()

    loaded = worlds.current()
    assert loaded is not None
    assert loaded.world.openings.id.tolist() == [vacancy.pk]


# A little chance


def test_what_ended_while_there_was_no_world_is_let_go_in_time(
    index: Follow, settings: object
) -> None:
    stays, ends = manager_job("Bliver"), manager_job("Slutter")
    index()
    (settings.MATCHING_FOLDER / "current.json").unlink()  # type: ignore[attr-defined]
    worlds.forget()
    close(ends)
    index()

    assert OpeningVersion.objects.get(vacancy_id=ends.pk).replaced_at is not None
    assert OpeningVersion.objects.get(vacancy_id=stays.pk).replaced_at is None


def test_a_night_that_fails_says_of_what(
    kirsten: Person, index: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_vacancy()
    index()
    make_profile(kirsten)
    monkeypatch.setattr(nightly, "spread", _broken)

    with pytest.raises(ZeroDivisionError):
        actions.match_everybody(at=timezone.now())

    night = Night.objects.get()
    assert (night.failure, night.finished_at) == ("ZeroDivisionError: no prices today", None)


def _broken(*_given: object, **_named: object) -> None:
    raise ZeroDivisionError("no prices today")


def test_chance_touches_long_lists_only_and_says_how_likely_each_place_was() -> None:
    short = np.full((1, 60), -1, dtype=np.int32)
    short[0, :10] = np.arange(10)
    long = np.arange(60, dtype=np.int32)[None]
    candidates = np.arange(150, dtype=np.int32)[None]
    ids = np.array([7])

    kept = exploring.explored(short, candidates=candidates, citizen_ids=ids, day=1)
    assert (kept.rows == short).all()
    assert set(kept.propensities[0]) == {0.0, 1.0}
    lists = [
        exploring.explored(long, candidates=candidates, citizen_ids=ids, day=day)
        for day in range(60)
    ]
    drawn = np.mean([(one.ranks == DRAWN).mean() for one in lists])
    assert 0.02 < drawn < 0.09
    for one in lists:
        assert len(set(one.rows[0].tolist())) == 60
        assert (one.rows[one.ranks == DRAWN] >= 60).all()
        assert (one.propensities > 0).all()
    again = exploring.explored(long, candidates=candidates, citizen_ids=ids, day=5)
    assert (again.rows == lists[5].rows).all()


def test_lists_of_many_are_read_and_shown_at_once(
    aarhus: Municipality, kirsten: Person, mads: Person, index: Follow
) -> None:
    jobs = {manager_job(f"Lagerchef {number}").pk for number in range(3)}
    index()
    make_profile(kirsten)
    actions.match_everybody(at=timezone.now())
    with working_for(aarhus.pk):
        found = queries.current_lists(citizen_ids=[kirsten.pk, mads.pk])
        run = run_of(kirsten)
        shown = actions.Shown(
            run_id=run.pk, citizen_id=kirsten.pk, first_rank=1, last_rank=3, at=timezone.now()
        )
        assert actions.note_shown(shown=[shown]) == 1

        assert list(found) == [kirsten.pk]
        assert (found[kirsten.pk].run_id, found[kirsten.pk].model) == (run.pk, run.model)
        assert found[kirsten.pk].vacancy_ids == tuple(one.vacancy_id for one in kept_rows(run))
        assert set(found[kirsten.pk].vacancy_ids) == jobs
        assert ListShown.objects.get().last_rank == 3


def test_who_has_found_work_is_left_alone_at_night(
    aarhus: Municipality, kirsten: Person, mads: Person, index: Follow
) -> None:
    manager_job("Lagerchef")
    index()
    now = timezone.now()
    today = timezone.localdate(now)
    for person in (kirsten, mads):
        make_profile(person)
        with working_for(aarhus.pk):
            journey.begin_spell(
                citizen_id=person.pk,
                began_on=today - timedelta(days=40),
                told_by=journey.Teller.CITIZEN,
                at=now,
            )
    with working_for(aarhus.pk):
        journey.end_spell(citizen_id=mads.pk, ended_on=today, end=journey.SpellEnd.JOB, at=now)
    actions.match_everybody(at=now)
    with working_for(aarhus.pk):
        assert list(queries.current_lists(citizen_ids=[kirsten.pk, mads.pk])) == [kirsten.pk]
        journey.begin_spell(
            citizen_id=mads.pk, began_on=today, told_by=journey.Teller.CITIZEN, at=now
        )
    actions.match_everybody(at=now)
    with working_for(aarhus.pk):
        assert len(queries.current_lists(citizen_ids=[kirsten.pk, mads.pk])) == 2
