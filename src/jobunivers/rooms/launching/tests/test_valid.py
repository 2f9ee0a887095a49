# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's pages are valid HTML."""

from urllib.parse import urlencode

import pytest

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.ui import checking
from jobunivers.identity.models import Person
from jobunivers.rooms.launching.tests.making import authorize, connected, said_yes
from jobunivers.rooms.launching.tests.tooling import begun, question, tooled
from jobunivers.testing.browsers import KommuneClient, browser
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db


def test_every_page_is_valid_html(
    as_kirsten: KommuneClient, kirsten: Person, national: Municipality
) -> None:
    cv, new, tool = connected(), connected("Ny"), tooled()
    nadia = browser(national, add_person(national, "Nadia Friis", "national"))
    said_yes(cv, kirsten)
    said_yes(tool, kirsten)
    launch = f"/lti/authorize?{urlencode(question(begun(as_kirsten, tool)))}"
    fetch = f"/administration/hent-indhold/{tool.offer.pk}/"
    authorize(as_kirsten, cv)
    pages = {
        "question": as_kirsten.get(f"/videre/{new.offer.pk}/"),
        "going": as_kirsten.get(f"/videre/{cv.offer.pk}/"),
        "receipts": as_kirsten.get("/mine-data/udleveret/"),
        "wrong": as_kirsten.get("/oidc/authorize"),
        "launch": as_kirsten.get(launch),
        "tool": nadia.get(f"/administration/tilslutninger/{tool.offer.pk}/lti/"),
        "pickings": nadia.get("/administration/hent-indhold/"),
        "picking": nadia.get(f"{fetch}?nye=1&kendte=0&andre=2"),
        "leaving": nadia.post(f"{fetch}vaelg/"),
        "not_picked": nadia.post("/lti/picked", {"JWT": "x"}),
        "connections": nadia.get("/administration/tilslutninger/"),
        "connection": nadia.get(f"/administration/tilslutninger/{cv.offer.pk}/"),
    }

    found = checking.html_problems({name: page.content.decode() for name, page in pages.items()})

    assert not any(found.values()), found
