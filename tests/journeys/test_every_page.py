# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page as each role: nothing for axe to find, nothing wider than a phone, valid HTML."""

import pytest
from playwright.sync_api import Page

from jobunivers.foundation.ui.checking import axe_problems, html_problems, overflow
from jobunivers.testing.world import World
from tests.journeys.conftest import PHONE, Visit
from tests.journeys.pages import PAGES, Shown
from tests.screenshots import resolve

NARROW = {"width": 320, "height": 700}

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("shown", PAGES, ids=lambda shown: shown.name)
def test_everybody_can_use_the_page(visit: Visit, small_world: World, shown: Shown) -> None:
    straight = "{" not in shown.path
    kommune = shown.path.split("/")[1] if shown.path.startswith("/") else "aarhus"
    start = shown.path if straight else f"/{kommune}/"
    with visit(start, persona=shown.persona, size=PHONE, goes_on=True) as page:
        if not straight:
            page.goto(resolve(page, small_world.address, shown.path))
        # What axe looks for is the same in both languages; how long the words are is not.
        assert axe_problems(page) == []
        html = page.request.get(page.url).text()
        assert _fits(page, "da")
        page.context.add_cookies(
            [{"name": "django_language", "value": "en", "url": small_world.address}]
        )
        page.set_viewport_size(PHONE)
        answer = page.goto(page.url)
        assert answer is not None
        assert _fits(page, "en")
        pages = {"da": html, "en": answer.text()}
        assert html_problems(pages) == {"da": [], "en": []}


def _fits(page: Page, language: str) -> bool:
    """Say whether a page is in a language, and no wider than two phones."""
    assert page.locator("html").get_attribute("lang") == language
    assert overflow(page) == 0
    page.set_viewport_size(NARROW)
    assert overflow(page) == 0
    return True
