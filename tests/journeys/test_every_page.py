# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page as each role: nothing for axe to find, nothing wider than a phone, valid HTML."""

import pytest

from jobunivers.foundation.ui.checking import axe_problems, html_problems, overflow
from jobunivers.testing.world import World
from tests.journeys.conftest import PHONE, Visit
from tests.journeys.pages import PAGES, Shown
from tests.screenshots import resolve

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("shown", PAGES, ids=lambda shown: shown.name)
def test_everybody_can_use_the_page(
    visit: Visit, small_world: World, shown: Shown, language: str
) -> None:
    straight = "{" not in shown.path
    kommune = shown.path.split("/")[1] if shown.path.startswith("/") else "aarhus"
    start = shown.path if straight else f"/{kommune}/"
    with visit(start, persona=shown.persona, size=PHONE, language=language, goes_on=True) as page:
        if not straight:
            page.goto(resolve(page, small_world.address, shown.path))
        assert page.locator("html").get_attribute("lang") == language
        # What axe looks for is the same in both languages; how long the words are is not.
        if language == "da":
            assert axe_problems(page) == []
        assert overflow(page) == 0
        page.set_viewport_size({"width": 320, "height": 700})
        assert overflow(page) == 0
        html = page.request.get(page.url).text()
        assert html_problems({shown.name: html}) == {shown.name: []}
