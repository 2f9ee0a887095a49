# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A browser, and a small world to walk through."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from jobunivers.foundation.ui.checking import CHROMIUM
from jobunivers.testing.world import World, world

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
# What a browser says of a 404 or 422 page, and htmx of a request that a newer one replaced.
_EXPECTED = ("Failed to load resource", "htmx:afterRequest", "htmx:sendAbort")
Visit = Callable[..., AbstractContextManager[Page]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Walk in one world: all journeys go to the same worker."""
    for item in items:
        if "tests/journeys/" in str(item.path).replace(os.sep, "/"):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


def _without_language(state: StorageState) -> StorageState:
    cookies = [one for one in state.get("cookies", []) if one["name"] != "django_language"]
    return {**state, "cookies": cookies}


@pytest.fixture(scope="session")
def small_world() -> Iterator[World]:
    """Return a running demo on a database of its own."""
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed, and journeys may not be skipped here.")
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with world() as made:
        yield made


@pytest.fixture(scope="session")
def browser(small_world: World, chromium: Browser) -> Browser:
    """Return a real browser."""
    return chromium


@pytest.fixture(scope="session")
def kept_logins() -> dict[tuple[str, str], StorageState]:
    """Return the logins that tests go on in, by kommune and persona."""
    return {}


@pytest.fixture
def visit(
    browser: Browser, small_world: World, kept_logins: dict[tuple[str, str], StorageState]
) -> Visit:
    """Return a way to open a page as somebody; nothing may be asked of any other host."""

    @contextmanager
    def open_page(
        path: str = "/aarhus/",
        *,
        persona: str = "",
        size: dict[str, int] = DESKTOP,
        javascript: bool = True,
        language: str = "da",
        goes_on: bool = False,
    ) -> Iterator[Page]:
        # Who only looks goes on in the login of an earlier test: to log in takes seconds.
        key = (path.split("/")[1], persona)
        kept = kept_logins.get(key) if goes_on and persona else None
        context: BrowserContext = browser.new_context(
            storage_state=kept,
            viewport=size,  # type: ignore[arg-type]
            java_script_enabled=javascript,
            base_url=small_world.address,
        )
        strangers: list[str] = []
        complaints: list[str] = []
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((small_world.address, "data:", "blob:"))
                else strangers.append(request.url)
            ),
        )
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if message.type == "error" and not message.text.startswith(_EXPECTED)
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if language != "da":
            context.add_cookies(
                [{"name": "django_language", "value": language, "url": small_world.address}]
            )
        if persona and kept is None:
            page.goto(f"/{key[0]}/log-ind/")
            word = "Log ind som" if language == "da" else "Log in as"
            page.get_by_role("button", name=f"{word} {persona}").click()
            if goes_on:
                kept_logins[key] = _without_language(context.storage_state())
        page.goto(path)
        try:
            yield page
        finally:
            context.close()
        assert strangers == [], "a page asked somebody else for something"
        assert complaints == [], "the browser complained"

    return open_page
