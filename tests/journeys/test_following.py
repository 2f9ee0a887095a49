# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She follows a workplace, lets a profile tell, and takes back what she will not have."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, Visit

pytestmark = pytest.mark.browser


def test_she_follows_from_a_job_without_javascript_and_stops_on_her_page(visit: Visit) -> None:
    with visit("/aarhus/job/", persona="Kirsten", size=PHONE, javascript=False) as page:
        page.locator(".vac-card a").first.click()
        section = page.locator("section").filter(has_text="Få besked om nye job")
        button = section.get_by_role("button").first
        name = button.inner_text().removeprefix("Følg ").strip()
        button.click()
        expect(section.get_by_role("button").first).to_contain_text(f"Du følger {name}")
        page.goto("/aarhus/foelger/")
        page.get_by_role("button", name=re.compile("Stop med at følge.*" + re.escape(name))).click()
        expect(page.get_by_text(f"Du følger ikke længere “{name}”.")).to_be_visible()


def test_she_sees_what_a_profile_tells_and_takes_it_all_back(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "profil.json"
    told = {"desiredJobs": ["Gartner"], "interests": ["heste"], "religion": "ja"}
    file.write_text(json.dumps(told), encoding="utf-8")
    with visit("/aarhus/signaler/", persona="Kirsten", size=PHONE) as page:
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Ja, læs filen").click()
        expect(page.get_by_text("2 ting tæller nu med.")).to_be_visible()
        expect(page.get_by_text("Det lod vi ligge: tro.")).to_be_visible()
        page.get_by_role("button", name=re.compile("Fjern.*heste")).click()
        expect(page.get_by_text("Det er fjernet og tæller ikke mere.")).to_be_visible()
        page.get_by_role("button", name="Tag dit ja tilbage, og glem det hele").click()
        expect(page.get_by_text("Alt derfra er glemt og tæller ikke mere.")).to_be_visible()
        expect(page.get_by_text("Gartner")).to_have_count(0)
