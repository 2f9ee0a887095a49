# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advisers see where work waits for people and people for work, and nobody in particular."""

from collections.abc import Callable
from html import unescape

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy.models import Municipality
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
