# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her own page: made as she wants it, with and without a mouse, and light enough for a phone."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit

MOST_BYTES = 200_000
ARRANGE = "/aarhus/min-side/ret/"
FONT = re.compile(r"\.woff2?(\?|$)")


def names(page: Page, column: str) -> list[str]:
    return page.locator(f'[data-column="{column}"] .tile-list-name').all_inner_texts()


def expect_first(page: Page, *wanted: str) -> None:
    """Wait until these are the first tiles of the main column."""
    for place, name in enumerate(wanted):
        found = page.locator('[data-column="main"] .tile-list-name').nth(place)
        expect(found).to_have_text(name)


def from_the_start(page: Page) -> list[str]:
    """Let the page be as it was at the start; return what stands in its main column."""
    page.get_by_role("button", name="Start forfra").click()
    expect(page.get_by_text("Siden er, som den var fra start.")).to_be_visible()
    page.wait_for_load_state("networkidle")
    return names(page, "main")


def test_the_first_load_on_a_phone_is_light(visit: Visit) -> None:
    with visit("/aarhus/om/", persona="Kirsten", size=PHONE) as page:
        # A phone that has been here has most of it; this one has nothing.
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        page.evaluate(
            "navigator.serviceWorker.getRegistrations()"
            ".then(found => Promise.all(found.map(one => one.unregister())))"
        )
        came: dict[str, float] = {}
        addresses: dict[str, str] = {}
        session.on(
            "Network.responseReceived",
            lambda told: addresses.update({told["requestId"]: told["response"]["url"]}),
        )
        session.on(
            "Network.loadingFinished",
            lambda told: came.update({told["requestId"]: told["encodedDataLength"]}),
        )
        page.goto("/aarhus/min-side/", wait_until="networkidle")
        counted = {
            addresses[request]: size
            for request, size in came.items()
            if request in addresses and not FONT.search(addresses[request])
        }

    assert any("min-side" in address for address in counted)
    assert sum(counted.values()) <= MOST_BYTES, sorted(
        ((int(size), address) for address, size in counted.items()), reverse=True
    )[:12]


def test_a_tile_is_dragged_to_where_she_wants_it_and_stays(visit: Visit) -> None:
    with visit(ARRANGE, persona="Kirsten") as page:
        first, second = from_the_start(page)[:2]
        beside = names(page, "side")[0]
        page.locator('[data-column="main"] .tile-grip').nth(1).hover()
        above = page.locator('[data-column="main"] li').first.bounding_box()
        assert above is not None
        page.mouse.down()
        page.mouse.move(above["x"] + 60, above["y"] + 4, steps=8)
        page.mouse.up()
        expect(page.get_by_text("Siden er gemt.")).to_be_visible()
        expect_first(page, second, first)

        page.reload()
        expect_first(page, second, first)
        assert names(page, "side")[0] == beside

        page.get_by_role("button", name="Fortryd").click()
        expect(page.get_by_text("Siden står, som den gjorde før.")).to_be_visible()
        expect_first(page, first, second)


def test_with_the_keyboard_the_focus_stays_on_the_tile_that_moves(visit: Visit) -> None:
    with visit(ARRANGE, persona="Kirsten") as page:
        first, second = from_the_start(page)[:2]
        down = page.get_by_role("button", name=f"Ryk “{first}” ned")
        down.focus()
        page.keyboard.press("Enter")
        expect_first(page, second, first)

        expect(down).to_be_focused()
        from_the_start(page)


def test_without_javascript_it_is_all_buttons(visit: Visit) -> None:
    with visit(ARRANGE, persona="Kirsten", size=PHONE, javascript=False) as page:
        first, second = from_the_start(page)[:2]
        expect(page.locator(".tile-grip").first).to_be_hidden()
        page.get_by_role("button", name=f"Ryk “{second}” op").click()
        expect_first(page, second, first)
        page.get_by_role("button", name=f"Fjern “{second}”").click()
        expect_first(page, first)
        page.get_by_role("button", name=re.compile(rf"Læg til\s*: {second}")).click()
        expect(page.get_by_role("button", name=f"Fjern “{second}”")).to_be_visible()
        from_the_start(page)


def test_a_thumb_moves_a_tile_too(visit: Visit) -> None:
    with visit(ARRANGE, persona="Kirsten", size=PHONE) as page:
        second = from_the_start(page)[1]
        page.locator('[data-column="main"] .tile-grip').nth(1).scroll_into_view_if_needed()
        page.evaluate(
            """() => {
            const grip = document.querySelectorAll('[data-column="main"] .tile-grip')[1];
            const above = document.querySelector('[data-column="main"] li');
            const from = grip.getBoundingClientRect(), to = above.getBoundingClientRect();
            const say = (target, type, x, y) => target.dispatchEvent(new PointerEvent(type, {
                bubbles: true, cancelable: true, pointerId: 7, pointerType: "touch",
                clientX: x, clientY: y, button: type === "pointermove" ? -1 : 0 }));
            say(grip, "pointerdown", from.x + 10, from.y + 10);
            say(document, "pointermove", to.x + 60, to.y + 4);
            say(document, "pointerup", to.x + 60, to.y + 4);
        }"""
        )
        expect(page.get_by_text("Siden er gemt.")).to_be_visible()
        expect_first(page, second)
        from_the_start(page)
