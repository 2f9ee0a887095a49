# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a citizen's page to an invitation that is on its way: three clicks at most."""

import re

import pytest
from playwright.sync_api import expect

from jobunivers.testing.world import World
from tests.journeys.conftest import Visit
from tests.screenshots import resolve

pytestmark = pytest.mark.browser
MOST_CLICKS = 3


def test_an_invitation_is_sent_in_two_clicks_from_her_page_and_can_be_undone(
    visit: Visit, small_world: World
) -> None:
    with visit("/aarhus/", persona="Omar", goes_on=True) as page:
        page.goto(resolve(page, small_world.address, "{seen}"))
        clicks = 0
        page.get_by_role("link", name="Inviter til samtale").first.click()
        clicks += 1
        expect(page.get_by_role("heading", name="Sådan ser borgeren det")).to_be_visible()
        page.get_by_role("button", name="Send invitationen").click()
        clicks += 1
        expect(page.get_by_text("Brevet bliver sendt")).to_be_visible()
        assert clicks <= MOST_CLICKS
        page.get_by_role("button", name="Fortryd", exact=True).first.click()
        expect(page.get_by_text("Brevet bliver ikke sendt")).to_be_visible()


def test_ticked_citizens_are_looked_through_sent_and_undone_without_javascript(
    visit: Visit,
) -> None:
    with visit("/aarhus/medarbejder/oversigt/", persona="Omar", javascript=False) as page:
        boxes = page.locator('input[name="ids"]')
        for number in range(2):
            boxes.nth(number).check()
        page.get_by_label("Hvad vil du gøre?").select_option("write")
        page.get_by_role("button", name="Se listen igennem").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Skriv til dem")
        page.get_by_role("button", name=re.compile("Send til")).click()
        expect(page.get_by_text("Du kan fortryde indtil da").first).to_be_visible()
        page.get_by_role("button", name="Fortryd", exact=True).click()
        expect(page.get_by_text("Ingen har fået noget").first).to_be_visible()
