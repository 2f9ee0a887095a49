# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's pages are valid HTML."""

import pytest

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.ui import checking
from jobunivers.identity.models import Person
from jobunivers.rooms.launching.tests.making import authorize, connected, said_yes
from jobunivers.testing.browsers import KommuneClient, browser
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db


def test_every_page_is_valid_html(
    as_kirsten: KommuneClient, kirsten: Person, national: Municipality
) -> None:
    cv, new = connected(), connected("Ny")
    nadia = browser(national, add_person(national, "Nadia Friis", "national"))
    said_yes(cv, kirsten)
    authorize(as_kirsten, cv)
    pages = {
        "question": as_kirsten.get(f"/videre/{new.offer.pk}/"),
        "going": as_kirsten.get(f"/videre/{cv.offer.pk}/"),
        "receipts": as_kirsten.get("/mine-data/udleveret/"),
        "wrong": as_kirsten.get("/oidc/authorize"),
        "connections": nadia.get("/administration/tilslutninger/"),
        "connection": nadia.get(f"/administration/tilslutninger/{cv.offer.pk}/"),
    }

    found = checking.html_problems({name: page.content.decode() for name, page in pages.items()})

    assert not any(found.values()), found
