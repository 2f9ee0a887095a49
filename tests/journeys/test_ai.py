# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Models are switched and contested by people with a browser and nothing else: no script."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit
from tests.screenshots import resolve

pytestmark = pytest.mark.browser


def _switch(page: Page, button: str, why: str) -> None:
    page.goto("/aarhus/administration/ai/matching/")
    page.get_by_label("Hvorfor?").fill(why)
    page.get_by_label("Jeg ved, hvad der sker").check()
    page.get_by_role("button", name=button).click()


def test_an_administrator_switches_a_model_off_and_on_and_everybody_reads_it(visit: Visit) -> None:
    with visit(persona="Torben", size=PHONE, javascript=False) as page:
        try:
            _switch(page, "Slå modellen fra", "Vi prøver uden i en uge.")
            expect(page.get_by_text("Modellen er slået fra.")).to_be_visible()
            with visit("/aarhus/ai/matching/", size=PHONE, javascript=False) as other:
                expect(other.get_by_text("Slået fra i kommunen siden")).to_be_visible()
                expect(other.get_by_text("Vi prøver uden i en uge.")).to_be_visible()
            with visit("/silkeborg/ai/matching/", size=PHONE, javascript=False) as other:
                expect(other.get_by_text("Slået fra i kommunen")).to_have_count(0)
        finally:
            _switch(page, "Slå modellen til", "Ugen er gået.")
        expect(page.get_by_text("Modellen er slået til.")).to_be_visible()


def test_an_adviser_disagrees_and_the_citizen_reads_why(visit: Visit) -> None:
    with visit(persona="Omar", size=PHONE, javascript=False) as page:
        page.goto(resolve(page, page.url.partition("/aarhus/")[0], "{suggestion}"))
        job = page.get_by_role("heading", level=1).inner_text()
        page.get_by_label("Rejsen er længere").check(force=True)
        page.get_by_label("Med dine egne ord").fill("Bussen kører ikke så tidligt.")
        page.get_by_role("button", name="Gem, at jeg er uenig").click()
        expect(page.get_by_text("Borgeren kan læse det.")).to_be_visible()
    with visit("/aarhus/hvem-har-set/", persona="Kirsten", size=PHONE, javascript=False) as page:
        expect(page.get_by_role("heading", name=job)).to_be_visible()
        expect(page.get_by_text("Bussen kører ikke så tidligt.")).to_be_visible()
