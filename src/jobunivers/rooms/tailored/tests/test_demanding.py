# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where work waits for people: counted at night, kommune by kommune, and never a few of them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.tailored import actions, queries
from jobunivers.rooms.tailored.models import DemandFigures, SeekerFigures
from jobunivers.rooms.tailored.queries import market_words
from jobunivers.rooms.tailored.queries.figures import table_of
from jobunivers.rooms.tailored.tests.making import MANAGER, make_profile
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.science.demand import balance
from jobunivers.testing.cast import add_person

Follow = Callable[[], None]
MIDT, SYD = "1082", "1083"


def manager_jobs(count: int, **more: object) -> list[Vacancy]:
    return [
        make_vacancy(
            f"Lagerchef {number}",
            occupation_uri=MANAGER,
            isco="1324",
            occupation_confidence=0.9,
            **more,  # type: ignore[arg-type]
        )
        for number in range(count)
    ]


def seekers(municipality: Municipality, count: int) -> None:
    for number in range(count):
        make_profile(add_person(municipality, f"Søger {number}", "citizen"))


def ours(municipality: Municipality) -> dict[str, dict[str, int]]:
    with working_for(municipality.pk):
        return dict(SeekerFigures.objects.get().groups)


def market(municipality: Municipality, region: str = "") -> queries.LabourMarket:
    with working_for(municipality.pk):
        return queries.labour_market(region=region, language="da")


def test_the_night_counts_jobs_and_those_who_fit(aarhus: Municipality, index: Follow) -> None:
    manager_jobs(6)
    make_vacancy("Noget andet", isco="", occupation_uri="")
    index()
    seekers(aarhus, 5)
    night = actions.match_everybody(at=timezone.now())

    figures = DemandFigures.objects.get()
    row = table_of(figures).group("132", MIDT)
    assert row is not None
    assert (row.vacancies, row.balance.positions, row.balance.seekers) == (6, 6, 5)
    assert row.balance.trend == "new"
    assert figures.unplaced == 1
    assert ours(aarhus)[MIDT]["132"] == 5
    assert "demand" in night.facts["seconds"]


def test_fewer_than_five_are_not_told(aarhus: Municipality, index: Follow) -> None:
    manager_jobs(10)
    index()
    seekers(aarhus, 4)
    actions.match_everybody(at=timezone.now())

    row = table_of(DemandFigures.objects.get()).group("132", MIDT)
    assert row is not None
    assert row.balance.seekers is None
    assert ours(aarhus) == {}
    (figure,) = market(aarhus).wanted
    assert figure.seekers is None


def test_a_number_that_would_give_away_a_few_of_another_kommune_is_not_told(
    aarhus: Municipality, index: Follow
) -> None:
    silkeborg = tenancy.open_municipality(
        code="0740", name="Silkeborg", slug="silkeborg", at=timezone.now()
    )
    manager_jobs(6)
    index()
    seekers(aarhus, 7)
    seekers(silkeborg, 3)
    actions.match_everybody(at=timezone.now())

    assert "132" not in ours(aarhus).get(MIDT, {})
    seekers(silkeborg, 2)
    actions.match_everybody(at=timezone.now())
    assert ours(aarhus)[MIDT]["132"] == 7
    assert ours(silkeborg)[MIDT]["132"] == 5


def test_two_kommuner_share_a_table_and_not_their_own_figures(
    aarhus: Municipality, odense: Municipality, index: Follow
) -> None:
    manager_jobs(6)
    manager_jobs(9, municipality=odense)  # for Odense's own eyes
    index()
    seekers(aarhus, 5)
    seekers(odense, 6)
    actions.match_everybody(at=timezone.now())

    table = table_of(DemandFigures.objects.get())
    home, away = table.group("132", MIDT), table.group("132", SYD)
    assert home is not None
    assert away is not None
    assert (home.balance.positions, home.balance.seekers) == (6, 5)
    assert (away.balance.positions, away.balance.seekers) == (0, 6)
    # Odense's job seekers live where they can get to Aarhus.
    assert [(one.ours, one.elsewhere) for one in market(aarhus).offers] == [
        (5, [("Region Syddanmark", 6)])
    ]
    assert [(one.ours, one.elsewhere) for one in market(odense, MIDT).offers] == [(6, [])]


def test_a_second_night_of_a_day_replaces_the_first(aarhus: Municipality, index: Follow) -> None:
    manager_jobs(6)
    index()
    seekers(aarhus, 5)
    now = timezone.now()
    actions.match_everybody(at=now)
    actions.match_everybody(at=now)

    assert DemandFigures.objects.count() == 1


def test_after_four_weeks_it_is_told_how_it_went(aarhus: Municipality, index: Follow) -> None:
    index()
    manager_jobs(1)
    index()
    seekers(aarhus, 5)
    now = timezone.now()
    actions.match_everybody(at=now - timedelta(days=29))
    assert not market(aarhus).trends
    manager_jobs(19)
    index()
    actions.match_everybody(at=now)

    page = market(aarhus)
    assert page.trends
    assert [str(row.trend) for row in page.wanted] == ["Flere job end for fire uger siden"]


def test_before_the_first_night_there_are_no_figures(aarhus: Municipality) -> None:
    page = market(aarhus)
    assert (page.day, page.region, page.wanted) == (None, MIDT, ())
    assert market(aarhus, "9999").region == MIDT
    assert market(aarhus, SYD).region == SYD


@pytest.mark.parametrize(
    ("positions", "people", "said"),
    [
        (400, 100, "Omkring 4 job for hver ledig"),
        (20, 5, "Mindst 1,4 job for hver ledig"),
        (20, 3, "Mindst 1,6 job for hver ledig"),
        (20, 0, "Ingen af de ledige passer"),
    ],
)
def test_jobs_for_each_are_said_no_surer_than_they_are(
    positions: int, people: int, said: str
) -> None:
    assert market_words.waiting(balance(positions, positions, people, None)) == said


@pytest.mark.parametrize(
    ("positions", "people", "said"),
    [
        (100, 400, "Omkring 4 ledige for hvert job"),
        (5, 20, "Mindst 1,4 ledige for hvert job"),
        (0, 20, "Ingen åbne job lige nu"),
    ],
)
def test_people_for_each_job_are_said_no_surer_than_they_are(
    positions: int, people: int, said: str
) -> None:
    assert market_words.seeking(balance(positions, positions, people, None)) == said
