# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an empty profile to jobs that fit, and what others may see of it."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_who_says_what_she_wants_gets_jobs_with_reasons(visit: Visit, *, javascript: bool) -> None:
    persona, kommune, wish, said = (
        ("Rasmus", "aarhus", "Rengøringsassistent", "rengøring")
        if javascript
        else ("Camilla", "silkeborg", "Køkkenassistent", "(ønsker arbejde som|dit ønske:) ernæring")
    )
    with visit(
        f"/{kommune}/profil/oensker/", persona=persona, size=PHONE, javascript=javascript
    ) as page:
        page.locator("input[name=words]").fill(wish)
        page.get_by_role("button", name="Læg til").click()
        expect(page.get_by_text(wish).first).to_be_visible()
        page.goto(f"/{kommune}/profil/sted/")
        page.get_by_label("Postnummer, hvor du bor").fill("8600")
        page.get_by_role("button", name="Gem").click()
        expect(page.get_by_text("8600 Silkeborg")).to_be_visible()
        page.goto(f"/{kommune}/relevante-job/")
        for _ in range(20):
            if page.get_by_text(re.compile(said, re.IGNORECASE)).count():
                break
            page.wait_for_timeout(500)
            page.reload()
        expect(page.get_by_text(re.compile(said, re.IGNORECASE)).first).to_be_visible()
        expect(page.get_by_text("Hvorfor ser jeg dette?").first).to_be_visible()


def test_what_was_typed_stays_when_the_form_says_no(visit: Visit) -> None:
    with visit("/aarhus/profil/sted/", persona="Kirsten") as page:
        page.get_by_label("Postnummer, hvor du bor").fill("0001")
        page.get_by_label("Fortæl kort om dig selv").fill("Jeg kan lide at hjælpe 🙂")
        page.get_by_role("button", name="Gem").click()
        expect(page.get_by_text("Vi kender ikke postnummeret").first).to_be_visible()
        expect(page.get_by_label("Fortæl kort om dig selv")).to_have_value(
            "Jeg kan lide at hjælpe 🙂"
        )


def test_another_kommune_sees_nothing(visit: Visit) -> None:
    with visit("/aarhus/ansoegninger/ny/", persona="Kirsten") as page:
        page.get_by_label("Hvilket job?").fill("Aftenvagt på Solsiden")
        page.get_by_label("Hvilken virksomhed?").fill("Solsiden")
        page.locator("main form").first.get_by_role("button").first.click()
        page.get_by_text("Aftenvagt på Solsiden").first.click()
        expect(page).to_have_url(re.compile(r"/ansoegninger/\d+/"))
        address = page.url
        there = address.replace("/aarhus/", "/silkeborg/")
        page.goto(there)
        expect(page).to_have_url(re.compile("/silkeborg/log-ind/"))
        page.get_by_role("button", name="Log ind som Inge").click()
        response = page.goto(there)
        assert response is not None
        assert response.status == 404


def test_a_look_by_staff_is_there_for_the_citizen_to_read(visit: Visit) -> None:
    with visit("/aarhus/medarbejder/borgere/", persona="Omar") as page:
        page.get_by_role("link", name=re.compile("Kirsten")).first.click()
        page.get_by_role("radio").first.check()
        page.locator("main form").get_by_role("button").first.click()
        expect(page.get_by_role("heading", name=re.compile("Kirsten"))).to_be_visible()
    with visit("/aarhus/hvem-har-set/", persona="Kirsten") as page:
        expect(page.get_by_text("Omar").filter(visible=True).first).to_be_visible()


def test_pages_are_english_when_asked(visit: Visit) -> None:
    with visit("/aarhus/job/") as page:
        page.get_by_role("button", name="English").filter(visible=True).first.click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Find job")
