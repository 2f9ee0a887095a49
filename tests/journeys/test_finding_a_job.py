# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A person finds a job and writes it in her joblog, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser
VACANCY = re.compile(r"/job/\d+/$")


def first_vacancy(page: Page) -> None:
    """Open the first job of the list."""
    page.locator("#results .card-heading a").first.click()
    expect(page).to_have_url(VACANCY)


@pytest.mark.parametrize("javascript", [False, True], ids=["without JavaScript", "with JavaScript"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_visitor_finds_a_job_by_word_and_place(
    visit: Visit, size: dict[str, int], *, javascript: bool
) -> None:
    with visit("/aarhus/", size=size, javascript=javascript) as page:
        page.locator("input[name=q]").fill("sosu")
        page.locator("input[name=sted]").fill("8000")
        if javascript:
            # The suggestions lie over the button on a phone, until one of them is taken.
            page.get_by_role("option", name=re.compile("8000")).first.click()
        page.get_by_role("button", name="Søg job").first.click()
        expect(page).to_have_url(re.compile(r"q=sosu.*sted=8000"))
        expect(page.get_by_role("heading", name=re.compile(r"\d+ job"))).to_be_visible()
        first_vacancy(page)
        expect(page.get_by_text("Ansøgningsfrist", exact=True)).to_be_visible()


@pytest.mark.parametrize("javascript", [False, True], ids=["without JavaScript", "with JavaScript"])
def test_a_citizen_logs_an_application_on_her_phone(visit: Visit, *, javascript: bool) -> None:
    persona = "Yusuf" if javascript else "Mette"
    with visit("/aarhus/job/?q=lager", persona=persona, size=PHONE, javascript=javascript) as page:
        first_vacancy(page)
        title = page.get_by_role("heading", level=1).inner_text()
        page.get_by_role("link", name=re.compile("har søgt")).first.click()
        page.locator("main details summary").first.click()
        page.get_by_label("Dine egne noter").fill("Ringede først. 🙂")
        page.get_by_role("button", name="Gem i joblog").click()
        expect(page).to_have_url(re.compile(r"/ansoegninger/$"))
        expect(page.get_by_text(title).first).to_be_visible()


def test_results_follow_what_is_chosen_and_back_works(visit: Visit) -> None:
    with visit("/aarhus/job/") as page:
        before = page.locator("#results h2").first.inner_text()
        page.get_by_label(re.compile("^Deltid")).filter(visible=True).first.check()
        expect(page).to_have_url(re.compile("tid=part"))
        expect(page.locator("#results h2").first).not_to_have_text(before)
        address = page.url
        first_vacancy(page)
        page.go_back()
        expect(page).to_have_url(address)


def test_a_star_is_kept_without_leaving_the_list(visit: Visit) -> None:
    with visit("/aarhus/job/?q=chauffør", persona="Yusuf") as page:
        row = page.locator("#results .vac-card").first
        title = row.locator("a").first.inner_text()
        row.get_by_role("button", name=re.compile("^Gem")).first.click()
        expect(row.get_by_role("button", name=re.compile("Gemt|gem ikke")).first).to_be_visible()
        page.goto("/aarhus/gemte-job/")
        expect(page.get_by_text(title).first).to_be_visible()


def test_a_misspelt_word_is_understood_and_said(visit: Visit) -> None:
    with visit("/aarhus/job/?q=pedagog") as page:
        expect(page.get_by_role("heading", name=re.compile(r"[1-9]\d* job"))).to_be_visible()
        expect(
            page.get_by_role("link", name=re.compile("kun", re.IGNORECASE)).first
        ).to_be_visible()


def test_an_unknown_place_is_said_to_be_unknown(visit: Visit) -> None:
    with visit("/aarhus/job/?sted=Lilleputstad") as page:
        expect(page.get_by_text("Lilleputstad").first).to_be_visible()
        expect(page.get_by_text(re.compile("kender ikke")).first).to_be_visible()


def test_the_map_shows_the_jobs_and_asks_nobody_else(visit: Visit) -> None:
    with visit("/aarhus/job/kort/?sted=8000") as page:
        expect(page.locator(".leaflet-container")).to_be_visible()
        expect(page.locator(".leaflet-marker-icon, .leaflet-interactive").first).to_be_visible()


def test_the_whole_search_works_by_keyboard(visit: Visit) -> None:
    with visit("/aarhus/job/") as page:
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text(re.compile("indhold"))
        word = page.locator("input[name=q]")
        word.focus()
        page.keyboard.type("pæd")
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(word).not_to_have_value("pæd")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("q="))
