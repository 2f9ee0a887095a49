# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the login to the first relevant jobs, by somebody with one file and no patience."""

import json
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit

pytestmark = pytest.mark.browser
MOST_CLICKS = 20
# Written for this test, as JSON Resume (https://jsonresume.org/schema); the person is invented.
RESUME = {
    "basics": {"name": "Noor Haddad", "location": {"postalCode": "8200", "city": "Aarhus N"}},
    "work": [
        {
            "name": "Skovhusets Plejehjem",
            "position": "Social- og sundhedshjælper",
            "startDate": "2019-03-01",
            "endDate": "2026-08-31",
            "summary": "Personlig pleje og måltider.",
        }
    ],
    "education": [
        {
            "institution": "SOSU Østjylland",
            "area": "Social- og sundhedshjælper",
            "studyType": "Erhvervsuddannelse",
            "endDate": "2018-12-31",
        }
    ],
    "skills": [{"name": "Personlig pleje"}, {"name": "Demens"}],
    "languages": [{"language": "Dansk", "fluency": "Fluent"}],
}


class Clicks:
    """A person who presses things, and how often she has."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, name: str | re.Pattern[str]) -> None:
        """Press the button or link of this name."""
        button = self.page.get_by_role("button", name=name)
        link = self.page.get_by_role("link", name=name)
        button.or_(link).filter(visible=True).first.click()
        self.count += 1


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """Return her one file."""
    path = tmp_path / "cv.json"
    path.write_text(json.dumps(RESUME, ensure_ascii=False), encoding="utf-8")
    return path


def test_with_one_file_and_no_patience_she_is_at_her_first_jobs(
    visit: Visit, resume: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with visit("/aarhus/", size=PHONE) as page:
        hers, began = Clicks(page), time.monotonic()
        hers.press("Log ind")
        hers.press("Log ind som Noor")
        expect(page).to_have_url(re.compile("/velkommen/$"))
        hers.press("Kom i gang")
        hers.press("Hent en fil")
        page.locator("input[type=file]").set_input_files(resume)
        hers.count += 2  # she opens the chooser of files and takes one
        hers.press("Hent filen")
        hers.press("Tag det hele med")
        expect(page).to_have_url(re.compile("/velkommen/oensker/"))
        page.get_by_label("Postnummer, hvor du bor").fill("8200")
        page.get_by_role("checkbox").first.check()  # what she has worked as
        hers.count += 2  # the field, and the mark
        hers.press("Gem og gå videre")
        hers.press("Spring over")
        expect(page.get_by_role("heading", level=1)).to_have_text("Dine første job")
        jobs = page.locator(".ent-jobs > li")
        expect(jobs.first).to_be_visible()
        assert jobs.count() >= 3
        took = time.monotonic() - began
    with capsys.disabled():
        print(f"\n{hers.count} clicks, {took:.1f} s from the front page to the first jobs")
    assert hers.count < MOST_CLICKS


def test_without_javascript_and_without_a_file_one_wish_is_enough(visit: Visit) -> None:
    with visit("/silkeborg/velkommen/", persona="Camilla", size=PHONE, javascript=False) as page:
        hers = Clicks(page)
        hers.press("Kom i gang")
        hers.press("Spring over")
        page.locator("input[name=words]").fill("Køkkenassistent")
        hers.press("Gem og gå videre")
        hers.press("Spring over")
        expect(page.get_by_role("heading", level=1)).to_have_text("Dine første job")
        expect(page.locator(".ent-jobs > li").first).to_be_visible()
        hers.press("Videre til mødet")
        hers.press("Spring over")
        expect(page.get_by_text("Du er igennem")).to_be_visible()
        assert hers.count < MOST_CLICKS


def test_she_books_a_meeting_and_a_helper_at_the_counter_is_seen(visit: Visit) -> None:
    with visit("/aarhus/velkommen/moede/", persona="Yusuf", size=PHONE) as page:
        page.locator(".ent-times button").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Dit møde")
        with page.expect_download() as download:
            page.get_by_role("link", name="Læg i min kalender").click()
        text = Path(download.value.path()).read_text(encoding="utf-8")
        assert "BEGIN:VEVENT" in text
    with visit("/aarhus/medarbejder/skranke/", persona="Omar") as page:
        page.get_by_label("Borgerens navn").fill("Yusuf")
        page.get_by_role("button", name="Find borger").click()
        page.get_by_role("button", name=re.compile("Spørg om lov")).first.click()
        page.get_by_label("Jeg har læst eller hørt det her").check()
        page.get_by_label("Kørekort").check()
        page.get_by_role("button", name="Ja, begynd").click()
        expect(page.get_by_text("Du hjælper Yusuf")).to_be_visible()
        page.goto("/aarhus/profil/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Min profil")
        page.get_by_role("button", name="Slut hjælpen").first.click()
        expect(page.get_by_text("Du hjælper Yusuf")).to_have_count(0)
    with visit("/aarhus/hvem-har-set/", persona="Yusuf") as page:
        expect(page.get_by_text("Hjælp ved skranken, som du sagde ja til").first).to_be_visible()
        expect(page.get_by_text("Omar").filter(visible=True).first).to_be_visible()
