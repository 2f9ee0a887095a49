# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm asks to come in, is let in, and its first administrator comes in by the link in a mail."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit

pytestmark = pytest.mark.browser
LINK = re.compile("leverandoer-login")


def _letter(page: Page, subject: str) -> None:
    """Open the newest letter with a subject in the demo's mailbox, when it has come."""
    for _ in range(60):
        page.goto("/faelles/ui/postkasse/")
        found = page.get_by_role("link", name=subject)
        if found.count():
            found.first.click()
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"no letter about {subject}")


def test_a_document_that_is_too_large_is_refused_before_it_is_sent(visit: Visit) -> None:
    with visit("/faelles/leverandoer/loesninger/", persona="Vibe", size=PHONE) as page:
        page.get_by_role("link", name="Papirfugl CV", exact=True).click()
        page.get_by_role("link", name="Svar på tjeklisten").click()
        field = page.get_by_label("Erklæringen som dokument")
        large = {"name": "stor.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-" * 2_500_000}
        field.set_input_files([large])  # type: ignore[list-item]
        expect(page.get_by_role("alert").filter(has_text="mere end 10 MB")).to_be_visible()
        assert field.input_value() == ""
        small = {"name": "lille.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
        field.set_input_files([small])  # type: ignore[list-item]
        expect(page.get_by_role("alert").filter(has_text="mere end 10 MB")).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_firm_comes_from_the_footer_to_its_own_pages(visit: Visit, javascript: bool) -> None:
    name = f"Elevatoren {'med' if javascript else 'uden'} ApS"
    with visit("/aarhus/", size=PHONE, javascript=javascript) as page:
        page.get_by_role("link", name="For firmaer").click()
        page.get_by_label("Firmaets navn").fill(name)
        page.get_by_label("Nummer i et andet land").fill("DE HRB 54321")
        page.get_by_label("Dit navn").fill("Ella Vator")
        page.get_by_label("Din mail").fill(f"ella{javascript:d}@elevatoren.example")
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Tak. Vi har fået det")
    with visit("/faelles/administration/leverandoerer/", persona="Helle") as page:
        page.get_by_role("link", name=name).click()
        page.get_by_role("button", name="Luk firmaet ind").click()
        expect(page.get_by_text("Ella Vator får et link på mail")).to_be_visible()
    with visit("/faelles/", size=PHONE, javascript=javascript) as page:
        _letter(page, f"Du kan nu handle for {name}")
        page.get_by_role("link", name=LINK).first.click()
        page.get_by_role("button", name="Log ind").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        # Who has come in by a mail can be told by it, without giving the address again.
        page.goto("/faelles/beskeder/indstillinger/")
        expect(page.get_by_text(f"Vi sender til ella{javascript:d}@")).to_be_visible()
