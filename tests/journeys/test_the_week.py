# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her week: seen without a connection on her own device, by nobody else, and moved by dragging."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit

WEEK = "/aarhus/min-uge/"


def _worker_at_work(page: Page) -> None:
    """Wait until the service worker is there; it serves from the next page on."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def _kept(page: Page) -> list[str]:
    """Return the addresses of the pages that the device has kept of anybody."""
    found: list[str] = page.evaluate(
        """async () => {
          const paths = [];
          for (const name of await caches.keys()) {
            if (!name.startsWith("own-")) continue;
            const cache = await caches.open(name);
            for (const one of await cache.keys()) paths.push(new URL(one.url).pathname);
          }
          return paths.filter((path) => !path.startsWith("/static/"));
        }"""
    )
    return sorted(found)


def _until_kept(page: Page, *paths: str) -> None:
    for _ in range(100):
        if set(paths) <= set(_kept(page)):
            return
        page.wait_for_timeout(100)
    raise AssertionError(_kept(page))


def _until_forgotten(page: Page) -> None:
    for _ in range(50):
        if not _kept(page):
            return
        page.wait_for_timeout(100)
    raise AssertionError(_kept(page))


def test_on_her_own_phone_she_sees_her_week_without_a_connection_until_she_logs_out(
    visit: Visit,
) -> None:
    with visit(WEEK, persona="Kirsten", size=PHONE) as page:
        _worker_at_work(page)
        page.reload()
        assert _kept(page) == [], "nothing is kept before she says that the phone is hers"
        page.get_by_role("button", name="Gem på denne enhed").click()
        expect(page.get_by_text("kan nu ses her uden net")).to_be_visible()
        _until_kept(page, WEEK, "/aarhus/min-plan/")

        page.context.set_offline(True)
        page.goto(WEEK)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Min uge")
        expect(page.get_by_text("Det her er en kopi fra")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.wk-steps')).display") == (
            "flex"
        ), "it has its looks with it"
        page.goto("/aarhus/job/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Du er ikke på nettet")
        page.get_by_role("link", name="Min plan").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Min plan")
        # The heading is there before what listens for the net.
        expect(page.get_by_text("Det her er en kopi fra")).to_be_visible()

        page.context.set_offline(False)
        page.get_by_role("link", name="Du er på nettet igen. Hent den nyeste side.").click()
        expect(page.get_by_text("Det her er en kopi fra")).to_have_count(0)
        page.get_by_text("Menu", exact=True).click()
        page.get_by_role("button", name="Log ud").locator("visible=true").click()
        _until_forgotten(page)
        page.context.set_offline(True)
        page.goto(WEEK)
        expect(page.get_by_role("heading", level=1)).to_have_text("Du er ikke på nettet")
        expect(page.get_by_text("Disse sider er gemt")).to_be_hidden()


def test_whoever_else_logs_in_there_finds_nothing_of_hers(visit: Visit) -> None:
    with visit(WEEK, persona="Kirsten", size=PHONE) as page:
        _worker_at_work(page)
        page.reload()
        page.get_by_role("button", name="Gem på denne enhed").click()
        _until_kept(page, WEEK)
        # Her login runs out by itself: the copy stays on her own phone.
        page.context.clear_cookies(name="jobunivers")
        page.goto("/aarhus/")
        assert WEEK in _kept(page)

        page.goto("/aarhus/log-ind/")
        page.get_by_role("button", name=re.compile("Log ind som Noor")).click()

        _until_forgotten(page)
        page.goto(WEEK)
        expect(page.get_by_role("button", name="Gem på denne enhed")).to_be_visible()
        assert _kept(page) == [], "the phone is asked anew"


def _with_something_to_move(page: Page) -> None:
    """Go on from this week to the first that has something she may move."""
    for _ in range(4):
        if page.locator("[data-movable]").count():
            return
        page.locator(".wk-steps a", has_text=re.compile("^Uge")).last.click()
    raise AssertionError("nothing in four weeks may be moved")


def test_without_scripts_she_moves_something_by_a_day(visit: Visit) -> None:
    with visit(WEEK, persona="Kirsten", size=PHONE, javascript=False) as page:
        _with_something_to_move(page)
        line = page.locator("[data-movable]").first
        line.locator("summary").click()
        line.get_by_role("button", name="En dag senere").click()
        expect(page.get_by_text(re.compile("står nu"))).to_be_visible()


def test_with_a_mouse_she_drags_it_to_another_day(visit: Visit) -> None:
    with visit(WEEK, persona="Kirsten") as page:
        page.goto("/aarhus/min-uge/")
        _with_something_to_move(page)
        line = page.locator("[data-movable]").last
        title = line.locator("a").inner_text()
        beside = line.locator("xpath=ancestor::li[@data-day]/preceding-sibling::li[@data-day][1]")
        if not beside.count():
            beside = line.locator("xpath=ancestor::li[@data-day]/following-sibling::li[1]")
        beside.scroll_into_view_if_needed()
        line.locator(".wk-what").drag_to(beside.locator("h2"), source_position={"x": 4, "y": 4})
        expect(page.get_by_text(f"{title} står nu")).to_be_visible()


def test_without_a_connection_it_goes_on_in_her_language(visit: Visit) -> None:
    with visit("/aarhus/", size=PHONE, language="en") as page:
        _worker_at_work(page)
        page.reload()
        page.context.set_offline(True)
        page.goto("/aarhus/job/")
        expect(page.get_by_role("heading", level=1)).to_have_text("You are offline")
        assert page.locator("html").get_attribute("lang") == "en"
