# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from typing import Any

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.jobads.records import VacancyRecord
from jobunivers.rooms.vacancies import actions
from jobunivers.rooms.vacancies.models import Band, Source, Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_source
from jobunivers.rooms.vacancies.tests.records import (
    BAKER,
    DRIVER,
    LATER,
    LATER_STILL,
    NOW,
    record,
    shown,
    take_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def there() -> Source:
    return make_source(code="samlesiden")


def twin(source_id: str = "twin", **more: Any) -> VacancyRecord:
    return record(
        source_id,
        "Jobnet: BAGER søges (m/k)",
        description=f"Opslået 3. maj\n{BAKER}\nLæs mere på https://job.example/1. Gem job",
        employer_name="Nordvind",
        **more,
    )


def test_the_same_advertisement_from_two_sources_is_shown_once(there: Source) -> None:
    take_in(record("original"))

    summary = take_in(twin(), source=there)

    assert (summary.added, summary.duplicates) == (1, 1)
    assert shown() == ["original"]


def test_the_same_advertisement_twice_in_one_batch_is_shown_once() -> None:
    summary = take_in(record("original"), twin())

    assert summary.duplicates == 1
    assert shown() == ["original"]


def test_the_twin_of_one_that_ends_takes_its_place(there: Source) -> None:
    take_in(record("original"))
    take_in(twin("a"), twin("b"), source=there)
    before = Vacancy.objects.get(source_key="a").change

    take_in(record("original", closed=True), at=LATER)

    heir, other = Vacancy.objects.filter(closed_at=None).order_by("source_key")
    assert shown() == ["a"]
    assert heir.change > before  # so that the index notices
    assert other.duplicate_of_id == heir.pk


def test_a_twin_that_lives_longer_is_the_heir() -> None:
    take_in(record("original"), twin("short", deadline=date(2026, 11, 24)), twin("long"))

    actions.close_expired(at=NOW.replace(day=25))
    take_in(record("original", closed=True), at=NOW.replace(day=26))

    assert shown() == ["long"]


def test_a_twin_that_says_something_else_now_is_shown_by_itself(there: Source) -> None:
    take_in(record("original"))
    take_in(twin(), source=there)

    take_in(record("twin", "Chauffør", description=DRIVER), source=there, at=LATER)

    assert shown() == ["original", "twin"]


def test_the_twin_is_shown_when_the_original_says_something_else(there: Source) -> None:
    take_in(record("original"))
    take_in(twin(), source=there)

    take_in(record("original", "Chauffør", description=DRIVER), at=LATER)

    assert shown() == ["original", "twin"]


def test_an_old_advertisement_that_becomes_like_a_younger_one_hides_it(there: Source) -> None:
    take_in(record("old", "Chauffør", description=DRIVER))
    take_in(twin("young"), source=there)
    assert shown() == ["old", "young"]
    before = Vacancy.objects.get(source_key="young").change

    take_in(record("old"), at=LATER)

    young = Vacancy.objects.get(source_key="young")
    assert shown() == ["old"]
    assert young.change > before


def test_a_third_points_at_the_first_and_not_at_the_second(there: Source) -> None:
    take_in(record("1"))
    take_in(twin("2"), source=there)
    take_in(twin("3"), source=make_source(code="tredje"))

    first = Vacancy.objects.get(source_key="1")
    assert list(Vacancy.objects.exclude(pk=first.pk).values_list("duplicate_of", flat=True)) == [
        first.pk,
        first.pk,
    ]


def test_the_same_job_in_two_towns_is_two() -> None:
    take_in(record("1"), record("2", postal_code="9000", city="Aalborg"))

    assert shown() == ["1", "2"]


def test_what_has_ended_hides_nothing(there: Source) -> None:
    take_in(record("original"))
    take_in(record("original", closed=True), at=LATER)
    assert not Band.objects.exists()

    take_in(twin(), source=there, at=LATER_STILL)

    assert shown() == ["twin"]


def test_the_same_words_from_another_year_are_another_job() -> None:
    take_in(record("old", deadline=date(2019, 5, 1)), twin("new"))

    assert shown() == ["new", "old"]  # the old one is expired, not hidden
    assert not Vacancy.objects.exclude(duplicate_of=None).exists()


def test_a_kommunes_own_hides_behind_a_shared_one_and_comes_out_when_that_ends(
    aarhus: Municipality, odense: Municipality
) -> None:
    own = make_source(code="egne", municipality=aarhus)
    take_in(record("shared"))
    take_in(twin("own"), source=own)
    with working_for(aarhus.pk):
        assert shown() == ["shared"]

    take_in(record("shared", closed=True), at=LATER)

    with working_for(aarhus.pk):
        assert shown() == ["own"]
    with working_for(odense.pk):
        assert shown() == []


def test_a_shared_one_never_hides_behind_a_kommunes_own(aarhus: Municipality) -> None:
    take_in(twin("own"), source=make_source(code="egne", municipality=aarhus))
    take_in(record("shared"))

    assert shown() == ["shared"]
