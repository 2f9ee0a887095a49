# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page as each role: nothing for axe to find, nothing wider than a phone, valid HTML."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from jobunivers.foundation.ui.checking import axe_problems, html_problems, overflow
from jobunivers.testing.world import World
from tests.journeys.conftest import PHONE, Heard, listen, log_in
from tests.journeys.pages import PAGES, Shown
from tests.screenshots import resolve

NARROW = {"width": 320, "height": 700}

pytestmark = pytest.mark.browser

Open = Callable[[Shown], tuple[Page, Heard]]


@pytest.fixture(scope="module")
def open_window(browser: Browser, small_world: World) -> Iterator[Open]:
    """Return a way to the window of a page's persona, who stays logged in from page to page.

    She fetches styles and scripts once, and what must be there before a page is made once.
    """
    windows: dict[tuple[str, str], tuple[Page, Heard]] = {}

    def of(shown: Shown) -> tuple[Page, Heard]:
        key = (shown.kommune, shown.persona)
        if key not in windows:
            context = browser.new_context(
                viewport=PHONE,  # type: ignore[arg-type]
                base_url=small_world.address,
                # Other journeys go without a connection; a page that was kept proves nothing here.
                service_workers="block",
            )
            page = context.new_page()
            page.set_default_timeout(15_000)
            heard = listen(page, small_world.address)
            if shown.persona:
                log_in(page, *key)
            windows[key] = page, heard
        return windows[key]

    yield of
    for page, _ in windows.values():
        page.context.close()


@pytest.fixture(scope="module")
def known() -> dict[tuple[str, str], str]:
    """Return what only the running world knows, as far as a persona has found it."""
    return {}


@pytest.mark.parametrize("shown", PAGES, ids=lambda shown: shown.name)
def test_everybody_can_use_the_page(
    open_window: Open, known: dict[tuple[str, str], str], small_world: World, shown: Shown
) -> None:
    page, heard = open_window(shown)
    page.context.clear_cookies(name="django_language")
    path = resolve(page, small_world.address, shown.path, known=known, persona=shown.persona)
    heard.forget()
    page.set_viewport_size(PHONE)
    answer = page.goto(path)
    assert answer is not None
    danish = answer.text()
    # What axe looks for is the same in both languages; how long the words are is not.
    assert axe_problems(page) == []
    assert _fits(page, "da")
    page.context.add_cookies(
        [{"name": "django_language", "value": "en", "url": small_world.address}]
    )
    page.set_viewport_size(PHONE)
    answer = page.goto(page.url)
    assert answer is not None
    assert _fits(page, "en")
    pages = {"da": danish, "en": answer.text()}
    assert html_problems(pages) == {"da": [], "en": []}
    assert heard.is_nothing()


def _fits(page: Page, language: str) -> bool:
    """Say whether a page is in a language, and no wider than two phones."""
    assert page.locator("html").get_attribute("lang") == language
    assert overflow(page) == 0
    page.set_viewport_size(NARROW)
    assert overflow(page) == 0
    return True
