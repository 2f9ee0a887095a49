# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A lesson from an editor's first word to a citizen's last answer, without JavaScript."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit

pytestmark = pytest.mark.browser
LIST = "/aarhus/administration/bibliotek/"
TITLE = "Ring, før du skriver"


def write(page: Page) -> str:
    """Write a lesson of a text and a question, hand it in, and return its address."""
    page.get_by_label("Slags").select_option(label="Lektion")
    page.get_by_label("Overskrift på dansk").fill(TITLE)
    page.get_by_label("Kort om indholdet på dansk").fill("Fem minutter om at ringe først.")
    page.get_by_role("button", name="Begynd").click()
    address = urlsplit(page.url).path
    page.get_by_role("link", name="Tilføj tekst").click()
    page.get_by_label("Overskrift på dansk").fill("Hvorfor ringe?")
    page.get_by_label("Tekst på dansk").fill(
        "De fleste svarer **gerne**.\n\n- Sig dit navn\n- Spørg"
    )
    page.get_by_role("button", name="Gem dette trin").click()
    page.get_by_role("link", name="Tilføj spørgsmål").click()
    page.get_by_label("Spørgsmål på dansk").fill("Hvad siger du først?")
    for number, (answer, say) in enumerate(
        (("Hvad er lønnen?", "Den kan du vente med."), ("Mit navn", "Ja.")), 1
    ):
        one = page.get_by_role("group", name=f"Svar {number}")
        one.get_by_label("Svar på dansk").fill(answer)
        one.get_by_label("Det siger vi til den, der vælger det").fill(say)
    page.get_by_role("group", name="Svar 2").get_by_label("Det er rigtigt").check(force=True)
    page.get_by_role("button", name="Gem dette trin").click()
    page.get_by_role("link", name="Ret oplysningerne").click()
    page.get_by_label("Licens").select_option("CC BY 4.0")
    page.get_by_label("Skal læses igennem igen senest").fill("2100-01-01")
    page.get_by_role("button", name="Gem kladden").click()
    page.get_by_role("button", name="Send til godkendelse").click()
    expect(page.get_by_text("Du har selv skrevet i teksten.")).to_be_visible()
    return address


def test_a_lesson_is_written_approved_put_on_a_shelf_and_read(visit: Visit) -> None:
    with visit(f"{LIST}ny/", persona="Signe", javascript=False) as page:
        address = write(page)
    with visit(address, persona="Torben", javascript=False) as page:
        page.get_by_role("button", name="Godkend").click()
        expect(page.get_by_text("Teksten er godkendt")).to_be_visible()
        page.goto(f"/aarhus/administration/hylder/laering/tilfoej/?q={TITLE}")
        page.get_by_role("button", name="på hylden").first.click()
    found = re.search(r"/(\d+)/", address)
    assert found is not None
    lesson = f"/aarhus/laering/{found[1]}/"
    with visit(lesson, persona="Kirsten", size=PHONE, javascript=False) as page:
        expect(page.get_by_role("heading", name="Hvorfor ringe?", level=1)).to_be_visible()
        page.get_by_role("button", name="Næste").click()
        page.get_by_label("Hvad er lønnen?").check(force=True)
        page.get_by_role("button", name="Svar").click()
        expect(page.get_by_text("Den kan du vente med.")).to_be_visible()
        page.goto(lesson)  # she comes back, and is where she was
        page.get_by_label("Mit navn").check(force=True)
        page.get_by_role("button", name="Prøv igen").click()
        page.get_by_role("button", name="Jeg er færdig").click()
        expect(page.get_by_role("heading", name="Du er igennem")).to_be_visible()
