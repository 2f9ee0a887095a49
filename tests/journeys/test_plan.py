# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She keeps her plan from her phone, and nothing she wrote is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit

pytestmark = pytest.mark.browser
MINE = "/aarhus/min-plan/"


def write(page: Page, title: str) -> None:
    """Write an activity into her plan."""
    page.goto(f"{MINE}aktivitet/ny/")
    page.get_by_label("Hvad vil du gøre?").fill(title)
    page.get_by_role("button", name="Gem i min plan").click()
    expect(page.get_by_text("Det står nu i din plan.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_plan_is_written_moved_and_done_with_buttons(visit: Visit, javascript: bool) -> None:
    with visit(MINE, persona="Kirsten", size=PHONE, javascript=javascript) as page:
        names = [f"Ring til {who} {javascript}" for who in ("Bo", "Ane")]
        for name in names:
            write(page, name)
        second = page.locator(".plan-goal .plan-row", has_text=names[1])
        second.get_by_text("Flere valg").click()
        second.get_by_role("button", name="Flyt op").click()

        page.wait_for_load_state()
        rows = page.locator(".plan-goal .plan-row").all_inner_texts()
        places = [next(n for n, row in enumerate(rows) if name in row) for name in names]
        assert places[1] < places[0]
        row = page.locator(".plan-goal .plan-row", has_text=names[0])
        row.get_by_role("button", name="Gjort").click()
        expect(page.locator(".plan-goal", has_text=names[0])).to_have_count(0)
        page.goto(f"{MINE}gjort/")
        expect(page.get_by_role("link", name=names[0])).to_be_visible()


def test_a_row_is_drawn_by_hand_and_stays_where_it_was_let_go(visit: Visit) -> None:
    with visit(MINE, persona="Kirsten", size=PHONE) as page:
        for name in ("Trukket et", "Trukket to"):
            write(page, name)
        page.goto(MINE)
        first = page.locator(".plan-goal .plan-row", has_text="Trukket et")
        last = page.locator(".plan-goal .plan-row", has_text="Trukket to")
        last.scroll_into_view_if_needed()
        last.locator(".plan-handle").hover()
        page.mouse.down()
        place = first.bounding_box()
        assert place is not None
        with page.expect_response(lambda answer: "/flyt/" in answer.url) as answered:
            page.mouse.move(place["x"] + 20, place["y"] + 8, steps=8)
            page.mouse.up()
        assert answered.value.status == 204

        page.reload()
        rows = " ".join(page.locator(".plan-goal .plan-row").all_inner_texts())
        assert rows.index("Trukket to") < rows.index("Trukket et")


def test_when_the_login_has_ended_meanwhile_her_text_stays_on_the_page(visit: Visit) -> None:
    with visit(MINE, persona="Kirsten", size=PHONE) as first:
        # A page of its own: the browser says aloud that an answer was refused.
        page = first.context.new_page()
        page.goto(f"{MINE}aktivitet/ny/")
        page.get_by_label("Hvad vil du gøre?").fill("En lang tekst")
        page.context.clear_cookies()

        page.get_by_role("button", name="Gem i min plan").click()

        expect(page.get_by_text("Log ind i et nyt vindue")).to_be_visible()
        expect(page.get_by_label("Hvad vil du gøre?")).to_have_value("En lang tekst")


def test_a_second_window_shows_both_texts(visit: Visit) -> None:
    with visit(MINE, persona="Kirsten", size=PHONE) as page:
        write(page, "To vinduer")
        page.locator(".plan-goal").get_by_role("link", name="To vinduer", exact=True).click()
        other = page.context.new_page()
        other.goto(page.url)
        other.get_by_label("Dine egne noter").fill("Fra telefonen")
        other.get_by_role("button", name="Gem i min plan").click()
        expect(other.get_by_text("Ændringen er gemt.")).to_be_visible()

        page.get_by_label("Dine egne noter").fill("Fra computeren")
        page.get_by_role("button", name="Gem i min plan").click()

        expect(page.get_by_text("Fra telefonen")).to_be_visible()
        expect(page.get_by_label("Dine egne noter")).to_have_value("Fra computeren")
        page.get_by_role("button", name="Gem min tekst").click()
        expect(page.get_by_text("Ændringen er gemt.")).to_be_visible()
