# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A run is made from the profile, kept with its reasons, and exactly one is current."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.taxonomy.models import Occupation
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.tailored import actions
from jobunivers.rooms.tailored.actions import storing
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries.reading import kept_rows, records_of
from jobunivers.rooms.tailored.tests.making import (
    AARHUS_C,
    MANAGER,
    home,
    make_profile,
    recommend,
)
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import HideReason
from jobunivers.rooms.vacancies.tests.factories import (
    make_application,
    make_vacancy,
)

Follow = Callable[[], None]


def titles_of(run: RecommendationRun) -> list[int]:
    return [row.vacancy_id for row in kept_rows(run)]


def test_what_she_wants_comes_before_what_she_does_not(kirsten: Person, index: Follow) -> None:
    other = make_vacancy("Frisør")
    wanted = make_vacancy(
        "Lagerchef", occupation_uri=MANAGER, isco="1324", occupation_confidence=0.9
    )
    index()
    make_profile(kirsten)

    assert titles_of(recommend(kirsten))[0] == wanted.pk
    assert other.pk != wanted.pk


def test_the_reasons_that_are_stored_add_up_to_the_score(kirsten: Person, index: Follow) -> None:
    for number in range(5):
        make_vacancy(
            f"Lagerchef {number}", occupation_uri=MANAGER, isco="1324", occupation_confidence=0.7
        )
    index()
    make_profile(kirsten)
    run = recommend(kirsten)

    rows = kept_rows(run)
    assert len(rows) == 5
    for row in rows:
        assert row.score > 0
        assert sum(reason.weight for reason in row.reasons) == row.score


def test_the_run_says_what_the_model_saw_and_nothing_she_wrote(
    kirsten: Person, index: Follow
) -> None:
    make_vacancy()
    index()
    make_profile(kirsten, summary="Jeg er god til at grave haver")
    run = recommend(kirsten)

    manager = Occupation.objects.get(uri=MANAGER)
    assert (run.basis, run.place, run.max_km) == ("profile", "profile", 30.0)
    assert manager.pk.to_bytes(8, "little") in bytes(run.person)
    assert b"grave" not in bytes(run.person) + records_of(run).tobytes()


def test_an_empty_profile_gets_the_jobs_near_the_middle_of_the_kommune(
    kirsten: Person, index: Follow
) -> None:
    far = make_vacancy("Fyrpasser", latitude=57.7, longitude=10.6)
    near = make_vacancy("Bager")
    index()
    run = recommend(kirsten)

    assert (run.basis, run.place) == ("nothing", "kommune")
    assert titles_of(run) == [near.pk, far.pk]


def test_one_line_of_her_own_words_is_read_as_a_wish(kirsten: Person, index: Follow) -> None:
    make_vacancy("Frisør")
    wanted = make_vacancy(
        "Lagerchef", occupation_uri=MANAGER, isco="1324", occupation_confidence=0.9
    )
    index()
    make_profile(kirsten, wish="", summary="lagerchef")
    run = recommend(kirsten)

    assert run.basis == "words"
    assert titles_of(run)[0] == wanted.pk


def test_what_she_hid_or_applied_for_is_kept_away_and_counted(
    kirsten: Person, index: Follow
) -> None:
    hidden, applied, left = make_vacancy("A"), make_vacancy("B"), make_vacancy("C")
    index()
    make_application(kirsten, vacancy=applied)
    with working_for(home(kirsten)):
        vacancies.hide(
            citizen_id=kirsten.pk,
            vacancy_id=hidden.pk,
            reason=HideReason.OTHER,
            at=timezone.now(),
        )
    run = recommend(kirsten)

    assert titles_of(run) == [left.pk]
    assert run.excluded == {"applied": 1, "hidden": 1}


def test_an_employer_she_will_not_work_for_is_kept_away_whole(
    kirsten: Person, index: Follow
) -> None:
    hidden = make_vacancy("A", employer="Gnaven A/S")
    make_vacancy("B", employer="Gnaven A/S")
    left = make_vacancy("C")
    index()
    with working_for(home(kirsten)):
        vacancies.hide(
            citizen_id=kirsten.pk,
            vacancy_id=hidden.pk,
            reason=HideReason.NOT_THIS_EMPLOYER,
            at=timezone.now(),
        )

    assert titles_of(recommend(kirsten)) == [left.pk]


def test_an_own_job_of_another_kommune_is_never_recommended(
    kirsten: Person, odense: Municipality, index: Follow
) -> None:
    theirs = make_vacancy("Lagerchef", municipality=odense)
    ours = make_vacancy("Lagerchef")
    index()

    assert titles_of(recommend(kirsten)) == [ours.pk]
    assert theirs.pk != ours.pk


def test_without_an_index_nothing_is_stored_in_the_place_of_a_good_answer(
    kirsten: Person, index: Follow
) -> None:
    make_vacancy()
    with pytest.raises(actions.NotReady):
        recommend(kirsten)


def test_what_was_never_shown_is_let_go_after_a_day_and_what_was_after_ninety(
    kirsten: Person, index: Follow
) -> None:
    make_vacancy()
    index()
    now = timezone.now()
    days_ago = {days: recommend(kirsten, at=now - timedelta(days=days)) for days in (91, 89, 2, 0)}
    with working_for(home(kirsten)):
        for days in (91, 89):
            actions.record_shown(run_id=days_ago[days].pk, citizen_id=kirsten.pk, ranks=[1], at=now)

    assert actions.forget_old(at=now)["runs"] == 2
    with working_for(home(kirsten)):
        left = RecommendationRun.objects.filter(citizen_id=kirsten.pk).order_by("-computed_at")
        assert list(left) == [days_ago[0], days_ago[89]]
        assert left.get(current=True) == days_ago[0]


def test_an_older_answer_never_takes_a_newer_ones_place(kirsten: Person, index: Follow) -> None:
    make_vacancy()
    index()
    now = timezone.now()
    newer = recommend(kirsten, at=now)

    assert recommend(kirsten, at=now - timedelta(minutes=1)) == newer


@pytest.mark.parametrize("had_one", [True, False])
def test_a_run_that_comes_in_between_is_replaced_not_doubled(
    kirsten: Person, index: Follow, monkeypatch: pytest.MonkeyPatch, had_one: bool
) -> None:
    make_vacancy()
    index()
    now = timezone.now()
    if had_one:
        recommend(kirsten, at=now - timedelta(hours=1))
    replace = storing._replace

    def overtaken(*arguments: Any) -> RecommendationRun:
        monkeypatch.setattr(storing, "_replace", replace)
        recommend(kirsten, at=now - timedelta(minutes=1))
        return replace(*arguments)

    monkeypatch.setattr(storing, "_replace", overtaken)
    newest = recommend(kirsten, at=now)

    with working_for(home(kirsten)):
        assert RecommendationRun.objects.get(citizen_id=kirsten.pk, current=True) == newest
    assert newest.computed_at == now


def with_basics(person: Person, **more: Any) -> None:
    profile = make_profile(person)
    with working_for(home(person)):
        basics = journey.Basics(**AARHUS_C, **more)
        journey.save_basics(profile=profile, basics=basics, at=timezone.now())


def test_jobs_with_other_hours_do_not_crowd_out_those_with_hers(
    kirsten: Person, index: Follow
) -> None:
    wanted: dict[str, Any] = {"isco": "1324", "occupation_confidence": 0.9}
    full_time = [
        make_vacancy(f"Lagerchef {at}", occupation_uri=MANAGER, **wanted) for at in "abcde"
    ]
    evenings = make_vacancy("Aftenvagt", hours_min=10.0, hours_max=15.0, **wanted)
    unsaid = make_vacancy("Vagt", hours_min=None, hours_max=None, **wanted)
    index()
    with_basics(kirsten, hours_max=20.0)
    run = recommend(kirsten)

    assert {*titles_of(run)} == {evenings.pk, unsaid.pk}
    assert run.excluded == {"hours": len(full_time)}
    assert run.considered == 7


@pytest.mark.parametrize("wants", [True, False])
def test_work_from_home_far_away_is_for_those_who_want_it(
    kirsten: Person, index: Follow, wants: bool
) -> None:
    wanted: dict[str, Any] = {"occupation_uri": MANAGER, "isco": "1324"}
    odense: dict[str, Any] = {"latitude": 55.397, "longitude": 10.388, "occupation_confidence": 0.9}
    at_home = make_vacancy("Lagerchef", remote_share=1.0, **odense, **wanted)
    make_vacancy("Lagerchef", **odense, **wanted)
    index()
    with_basics(kirsten, max_km=20, wants_remote=wants)
    run = recommend(kirsten)

    assert titles_of(run) == ([at_home.pk] if wants else [])
