# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every staff page about one citizen: a look is written, or the page asks why first.

The pages are found in the table of every address, so a new room's pages are walked by themselves.
"""

from collections.abc import Iterator

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Look
from tests.addresses.table import TABLE
from tests.addresses.world import World

pytestmark = pytest.mark.django_db
_STAFF, _ONE_CITIZEN = "medarbejder/", "medarbejder/borgere/<"
# They show her name and a form, and nothing else before it is answered: a name on a list.
_ONLY_HER_NAME = {
    "medarbejder/borgere/<int:pk>/grund/",
    "medarbejder/borgere/<int:pk>/aktindsigt/",
}
# The jobs of a map, fetched by a page that is logged; nothing of hers is in them.
_OF_A_PAGE = {"medarbejder/borgere/<int:pk>/samtale/kort/punkter/"}
_OK, _MOVED, _NOT_FOUND = 200, 302, 404


def _about_one_citizen() -> Iterator[str]:
    """Return the addresses of staff pages about one citizen, of every room."""
    for address, line in TABLE.items():
        about_her = address.startswith(_ONE_CITIZEN) or (
            address.startswith(_STAFF) and line.about == "citizen"
        )
        if about_her and line.method == "GET":
            yield address


def _written(kommune: Municipality, citizen: Person, address: str) -> int:
    """Return how often she has been looked at, or her name alone was shown."""
    with working_for(kommune.pk):
        if address in _ONLY_HER_NAME:
            shown = Event.objects.filter(kind="casework.names_shown")
            return sum(citizen.pk in one.data["citizen_ids"] for one in shown)
        return Look.objects.filter(citizen_id=citizen.pk).count()


def test_there_are_pages_to_walk() -> None:
    assert len(list(_about_one_citizen())) > 8


def test_without_a_reason_every_page_asks_why_or_says_that_she_was_looked_at(
    world: World,
    aarhus: Municipality,
    kirsten: Person,
) -> None:
    wrong = []
    for address in _about_one_citizen():
        before = _written(aarhus, kirsten, address)
        answer = world.browsers["omar"].get(world.path(address))
        asked = answer.status_code == _MOVED and f"/{kirsten.pk}/grund/" in answer["Location"]
        if not asked and _written(aarhus, kirsten, address) == before:
            wrong.append(f"{address}: {answer.status_code}")
    assert wrong == []


def test_with_a_reason_every_page_about_a_citizen_is_a_look(
    world: World,
    aarhus: Municipality,
    kirsten: Person,
) -> None:
    omar, wrong = world.browsers["omar"], []
    omar.post(f"/medarbejder/borgere/{kirsten.pk}/grund/", {"reason": "talk", "note": ""})
    for address in _about_one_citizen():
        before = _written(aarhus, kirsten, address)
        answer = omar.get(world.path(address))
        looked = _written(aarhus, kirsten, address) > before
        if answer.status_code == _OK and not looked and address not in _OF_A_PAGE:
            wrong.append(f"{address}: shown, and nobody is told")
        elif answer.status_code not in {_OK, _MOVED, _NOT_FOUND}:
            wrong.append(f"{address}: {answer.status_code}")
    assert wrong == []


def test_for_the_staff_of_another_kommune_no_such_page_exists(
    world: World,
    as_lise: KommuneClient,
) -> None:
    wrong = []
    for address in _about_one_citizen():
        answer = as_lise.get(world.path(address))
        if answer.status_code != _NOT_FOUND:
            wrong.append(f"{address}: {answer.status_code}")
    assert wrong == []
