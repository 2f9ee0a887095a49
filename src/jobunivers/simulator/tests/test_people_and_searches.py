# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import random
import re
from datetime import date

from jobunivers.science.matching import LICENCES
from jobunivers.simulator.kommuner import DEMO_KOMMUNER, contrast
from jobunivers.simulator.people import citizens
from jobunivers.simulator.searches import searches
from jobunivers.simulator.words import occupations

TODAY = date(2026, 11, 23)


def test_the_same_seed_makes_the_same_people() -> None:
    assert list(citizens(random.Random(1), 50, today=TODAY)) == list(
        citizens(random.Random(1), 50, today=TODAY)
    )


def test_lives_run_forward() -> None:
    for one in citizens(random.Random(2), 1_500, today=TODAY):
        assert 18 <= TODAY.year - one.birth_year <= 66
        assert one.unemployed_since < TODAY
        assert one.wishes
        assert 0 < one.digital_readiness <= 1
        until = TODAY
        for job in one.jobs:
            assert job.ended_on is not None
            assert job.started_on < job.ended_on <= until
            assert job.started_on.year - one.birth_year >= 16
            until = job.started_on


def test_wishes_and_jobs_are_known_occupations() -> None:
    slugs = {one.slug for one in occupations()}
    for one in citizens(random.Random(3), 500, today=TODAY):
        assert {*one.wishes, *(job.occupation for job in one.jobs)} <= slugs


def test_nobody_has_anything_that_looks_like_a_cpr_number() -> None:
    for one in citizens(random.Random(4), 500, today=TODAY):
        assert not re.search(r"\d{6}-?\d{4}", repr(one))


def test_names_are_of_many_origins() -> None:
    tongues = [one.languages[0] for one in citizens(random.Random(5), 2_000, today=TODAY)]

    assert 0.78 <= tongues.count("dansk") / 2_000 <= 0.93
    assert len(set(tongues)) >= 8


def test_searches_are_reproducible_and_never_wholly_empty() -> None:
    first = list(searches(random.Random(6), 2_000))

    assert first == list(searches(random.Random(6), 2_000))
    assert all(one.words or one.place for one in first)
    assert 0.05 <= sum(not one.words for one in first) / 2_000 <= 0.2
    assert all(one.radius_km is None or one.place for one in first)


def test_the_demo_kommuner_can_be_read_and_say_that_they_are_a_demo() -> None:
    for kommune in DEMO_KOMMUNER:
        assert contrast(kommune.primary_colour, "#ffffff") >= 4.5
        assert contrast(kommune.accent_colour, "#ffffff") >= 4.5
        assert "demonstration" in kommune.welcome_da
        assert "demonstration" in kommune.welcome_en


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_licences_and_languages_are_those_that_the_platform_knows() -> None:
    levels: set[str] = set()
    for one in citizens(random.Random(8), 1_500, today=TODAY):
        assert set(one.licence_codes) <= set(LICENCES)
        assert set(one.lacks_licences).isdisjoint(one.licence_codes)
        assert len(one.tongues) == len(one.languages)
        levels |= set(one.tongues.values())
    assert levels == {"basic", "working", "fluent"}


def test_some_have_a_car_some_say_that_they_have_none_and_some_say_nothing() -> None:
    people = list(citizens(random.Random(9), 1_000, today=TODAY))
    with_car = sum("B" in one.licence_codes for one in people)
    without = sum(bool(one.lacks_licences) for one in people)

    assert with_car > 500
    assert 50 < without < 1_000 - with_car
