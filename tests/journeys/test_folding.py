# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""On a phone staff read what asks for something, and unfold the rest; nothing needs a script."""

import pytest
from playwright.sync_api import expect

from jobunivers.testing.world import World
from tests.journeys.conftest import PHONE, Visit
from tests.screenshots import resolve

pytestmark = pytest.mark.browser
OVERVIEW = "/aarhus/medarbejder/oversigt/"


def test_a_row_of_the_overview_unfolds_on_a_phone(visit: Visit) -> None:
    with visit(OVERVIEW, persona="Omar", size=PHONE, javascript=False) as page:
        row = page.locator(".ov-table tbody tr").first
        course, lately = (
            row.locator(f'td[data-title="{name}"]')
            for name in ("Forløb", "Dage siden sidste hændelse")
        )
        expect(lately).to_be_visible()
        expect(course).to_be_hidden()
        row.get_by_text("Vis mere").click()
        expect(course).to_be_visible()
        expect(
            page.locator(".ov-table tbody tr").nth(1).locator('td[data-title="Forløb"]')
        ).to_be_hidden()
        row.get_by_text("Vis mindre").click()
        expect(course).to_be_hidden()


def test_a_desktop_shows_whole_rows(visit: Visit) -> None:
    with visit(OVERVIEW, persona="Omar") as page:
        row = page.locator(".ov-table tbody tr").first
        expect(row.locator('td[data-title="Forløb"]')).to_be_visible()
        expect(row.locator(".ov-fold")).to_be_hidden()


def test_a_part_of_her_page_unfolds_on_a_phone_and_a_link_leads_into_it(
    visit: Visit, small_world: World
) -> None:
    with visit("/aarhus/", persona="Omar", size=PHONE, goes_on=True) as page:
        path = resolve(page, small_world.address, "{seen}")
        page.goto(f"{small_world.address}{path}")
        part = page.locator(".dossier-folds").first
        body = part.locator(".dossier-body")
        expect(body).to_be_hidden()
        part.get_by_text("Vis", exact=True).click()
        expect(body).to_be_visible()
        anchor = page.locator(".dossier-folds").nth(1).get_attribute("id")
        page.goto(f"{small_world.address}{path}#{anchor}")
        expect(page.locator(f"#{anchor} .dossier-body")).to_be_visible()
