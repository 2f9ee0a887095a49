# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A browser, and a small world to walk through."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

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
    """Mark what needs a browser; all journeys walk in one world, in the same worker."""
    for item in items:
        if "tests/journeys/" in str(item.path).replace(os.sep, "/"):
            item.add_marker(pytest.mark.browser)


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


@dataclass(frozen=True, slots=True)
class Heard:
    """What a page did that no page may do, from when it was opened."""

    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def is_nothing(self) -> bool:
        """Say that it asked nobody else for anything and the browser had nothing to complain of."""
        assert self.strangers == [], "a page asked somebody else for something"
        assert self.complaints == [], "the browser complained"
        return True

    def forget(self) -> None:
        """Begin anew."""
        self.strangers.clear()
        self.complaints.clear()


def listen(page: Page, address: str) -> Heard:
    """Return what will be heard of a page of the world at this address."""
    heard = Heard()
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((address, "data:", "blob:"))
            else heard.strangers.append(request.url)
        ),
    )
    page.on(
        "console",
        lambda message: (
            heard.complaints.append(message.text)
            if message.type == "error" and not message.text.startswith(_EXPECTED)
            else None
        ),
    )
    page.on("pageerror", lambda error: heard.complaints.append(str(error)))
    return heard


def log_in(page: Page, kommune: str, persona: str, *, language: str = "da") -> None:
    """Log in as a persona of the demo."""
    page.goto(f"/{kommune}/log-ind/")
    word = "Log ind som" if language == "da" else "Log in as"
    page.get_by_role("button", name=f"{word} {persona}").click()


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
        page = context.new_page()
        page.set_default_timeout(15_000)
        heard = listen(page, small_world.address)
        if language != "da":
            context.add_cookies(
                [{"name": "django_language", "value": language, "url": small_world.address}]
            )
        if persona and kept is None:
            log_in(page, *key, language=language)
            if goes_on:
                kept_logins[key] = _without_language(context.storage_state())
        page.goto(path)
        try:
            yield page
        finally:
            context.close()
        assert heard.is_nothing()

    return open_page
