# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advisers see where work waits for people and people for work, and nobody in particular."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.casework import actions as casework
from jobunivers.rooms.casework.queries.market_drawing import line_of
from jobunivers.rooms.tailored import actions as tailored
from jobunivers.rooms.tailored.tests.making import MANAGER, make_profile
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person

ADDRESS = "/medarbejder/arbejdsmarked/"
WORK = "Ledere i industri, byggeri og transport"


def page(browser: KommuneClient, query: str = "") -> str:
    answer = browser.get(f"{ADDRESS}{query}")
    assert answer.status_code == 200
    return " ".join(unescape(answer.content.decode()).split())


@pytest.fixture
def counted(aarhus: Municipality, index: Callable[[], None]) -> None:
    """Let a night pass with twenty jobs and five who fit them."""
    for number in range(20):
        make_vacancy(
            f"Lagerchef {number}", occupation_uri=MANAGER, isco="1324", occupation_confidence=0.9
        )
    index()
    for number in range(5):
        make_profile(add_person(aarhus, f"Søgende Nummer{number}", "citizen"))
    tailored.match_everybody(at=timezone.now())


@pytest.mark.usefixtures("counted")
def test_it_says_what_is_wanted_with_its_uncertainty_and_a_way_to_search(
    as_omar: KommuneClient,
) -> None:
    shown = page(as_omar)

    assert f"Mange ledige job i {WORK}" in shown
    assert "20 åbne job i Region Midtjylland." in shown
    assert "5 af jeres ledige passer til dem og kan nå frem." in shown
    assert "Mindst 1,4 job for hver ledig" in shown
    assert "/job/?sted=Region+Midtjylland" in shown


@pytest.mark.usefixtures("counted")
def test_the_way_to_search_leads_to_the_region(as_omar: KommuneClient) -> None:
    answer = as_omar.get("/job/?sted=Region+Midtjylland")
    assert "Lagerchef" in answer.content.decode()


@pytest.mark.usefixtures("counted")
def test_nobody_in_particular_is_on_it(as_omar: KommuneClient) -> None:
    assert "Søgende" not in page(as_omar)


@pytest.mark.usefixtures("counted")
def test_another_kommune_sees_the_same_region_without_our_own(as_lise: KommuneClient) -> None:
    own = page(as_lise)
    assert "Tal for Region Syddanmark" in own
    shown = page(as_lise, "?region=1082")
    assert "Mindst 1,4 job for hver ledig" in shown
    assert "af jeres ledige" not in shown


@pytest.mark.usefixtures("counted")
def test_a_region_that_is_none_is_the_kommunes_own(as_omar: KommuneClient) -> None:
    assert "Tal for Region Midtjylland" in page(as_omar, "?region=x")


def test_before_the_first_night_it_says_when_to_come_back(as_omar: KommuneClient) -> None:
    assert "Tallene kommer efter den første nat" in page(as_omar)


def test_it_is_for_advisers(
    visitor: KommuneClient, as_kirsten: KommuneClient, as_eva: KommuneClient
) -> None:
    assert visitor.get(ADDRESS).status_code == 302
    assert as_kirsten.get(ADDRESS).status_code == 403
    assert as_eva.get(ADDRESS).status_code == 403


def test_advisers_find_it_in_the_navigation(as_omar: KommuneClient) -> None:
    assert ADDRESS in as_omar.get("/medarbejder/").content.decode()


@pytest.mark.usefixtures("counted")
def test_one_kind_of_work_is_shown_by_region_with_its_uncertainty(as_omar: KommuneClient) -> None:
    answer = as_omar.get(f"{ADDRESS}132/")
    shown = " ".join(unescape(answer.content.decode()).split())

    assert f"<h1>{WORK}" in shown or WORK in shown
    assert "Region Midtjylland: Mindst 1,4 job for hver ledig." in shown
    assert "4,0 (1,4 til" in shown, shown[shown.find("Job for hver ledig") :][:1500]
    assert "5 af jeres ledige passer til job i Region Midtjylland og kan nå frem." in shown
    assert "cw-own" in shown
    assert "Søgende" not in shown


@pytest.mark.usefixtures("counted")
def test_with_weeks_behind_it_a_line_is_drawn(as_omar: KommuneClient) -> None:
    assert "cw-line" not in page(as_omar, "132/")
    tailored.match_everybody(at=timezone.now() - timedelta(days=14))
    shown = page(as_omar, "132/")
    assert "cw-line" in shown
    assert shown.count('<td data-title="Natten til">') == 2


@pytest.mark.usefixtures("counted")
def test_one_press_leads_from_the_figures_to_those_who_fit(
    aarhus: Municipality, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        casework.fill_rows(at=timezone.now())
    form = page(as_omar)
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    answer = as_omar.post("/medarbejder/udsendelser/ny/", hidden, follow=True)
    shown = " ".join(unescape(answer.content.decode()).split())

    assert answer.status_code == 200
    assert f"{WORK}: ledige job i Region Midtjylland" in shown
    assert "5 er i gruppen" in shown
    assert "5 kan få den" in shown


@pytest.mark.parametrize("group", ["x", "999", "1" * 300, "13 2"])
def test_work_that_is_none_is_not_found(as_omar: KommuneClient, group: str) -> None:
    assert as_omar.get(f"{ADDRESS}{group}/").status_code == 404


def test_work_without_figures_says_so(as_omar: KommuneClient) -> None:
    assert "Vi har ingen tal for det arbejde her" in page(as_omar, "221/")


def test_a_line_needs_two_weeks_and_its_scale_holds_every_number() -> None:
    day = date(2026, 11, 2)
    assert line_of([(day, 7)]) is None
    line = line_of([(day, 0), (day + timedelta(weeks=1), 37)])
    assert line is not None
    assert [mark.number for mark in line.marks] == [0, 10, 20, 30, 40]
    assert line.points[0].y == line.bottom
    assert line.points[1].y > line.marks[-1].y
    flat = line_of([(day, 0), (day + timedelta(weeks=1), 0)])
    assert flat is not None
    assert {one.y for one in flat.points} == {flat.bottom}
