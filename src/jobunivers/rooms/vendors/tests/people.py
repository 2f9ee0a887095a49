# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a firm in every test: Vera decides for Nordlys, Viktor writes for it."""

from typing import TYPE_CHECKING

import pytest

from jobunivers.testing.cast import add_person

if TYPE_CHECKING:
    from jobunivers.foundation.tenancy.models import Municipality
    from jobunivers.identity.models import Person
    from jobunivers.testing.browsers import KommuneClient


def _browser(national: "Municipality", person: "Person") -> "KommuneClient":
    from jobunivers.testing.browsers import browser

    return browser(national, person)


def _member(national: "Municipality", name: str, rank: str) -> "Person":
    """Return somebody who acts for Nordlys, a made-up firm."""
    # Models are there only once Django is set up: the root's conftest reads this before.
    from django.utils import timezone

    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.marketplace import actions as marketplace
    from jobunivers.rooms.vendors import actions
    from jobunivers.rooms.vendors.models import Rank

    person = add_person(national, name, "vendor")
    with working_for(national.pk):
        told = marketplace.VendorEntry(name="Nordlys Læring ApS", fictitious=True)
        vendor = marketplace.save_vendor(key="nordlys", entry=told, at=timezone.now())
        actions.add_member(
            vendor=vendor,
            person_id=person.pk,
            email=f"{name.split(maxsplit=1)[0].lower()}@nordlys.example",
            rank=Rank(rank),
            at=timezone.now(),
        )
    return person


@pytest.fixture
def vera(national: "Municipality") -> "Person":
    """Return who decides for a firm with solutions."""
    return _member(national, "Vera Nord", "administrator")


@pytest.fixture
def viktor(national: "Municipality") -> "Person":
    """Return who writes for the same firm."""
    return _member(national, "Viktor Lys", "editor")


@pytest.fixture
def as_vera(national: "Municipality", vera: "Person") -> "KommuneClient":
    """Return the browser of who decides for a firm, logged in."""
    return _browser(national, vera)


@pytest.fixture
def as_viktor(national: "Municipality", viktor: "Person") -> "KommuneClient":
    """Return the browser of who writes for a firm, logged in."""
    return _browser(national, viktor)
