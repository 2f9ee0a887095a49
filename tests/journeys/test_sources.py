# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that do not say the same: she sees both, decides, and no later file changes it."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit
from tests.journeys.test_the_way_in import RESUME

pytestmark = pytest.mark.browser


def resume(folder: Path, name: str, **changes: str) -> Path:
    """Write her CV as a file, with other words about the job."""
    said: dict[str, Any] = copy.deepcopy(RESUME)
    said["basics"] = {"name": "Camilla Toft"}
    said["work"][0] |= changes
    path = folder / name
    path.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    return path


def bring(page: Page, file: Path) -> None:
    """Bring a file on the page of sources."""
    page.goto("/silkeborg/kilder/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Hent filen").click()


def test_she_chooses_what_comes_along_and_settles_what_files_disagree_on(
    visit: Visit, tmp_path: Path
) -> None:
    with visit("/silkeborg/kilder/", persona="Camilla", size=PHONE) as page:
        bring(page, resume(tmp_path, "gammelt-cv.json"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Vælg, hvad der skal med")
        page.get_by_label("Demens").uncheck(force=True)
        page.get_by_role("button", name="Tag kun de valgte med").click()

        page.goto("/silkeborg/profil/")
        expect(page.get_by_text("Skovhusets Plejehjem").first).to_be_visible()
        expect(page.get_by_text("Demens")).to_have_count(0)
        page.get_by_text("Se, hvem der har fortalt hver linje").click()
        expect(page.get_by_text("gammelt-cv.json").first).to_be_visible()

        bring(page, resume(tmp_path, "nyt-cv.json", startDate="2017-05-01"))
        page.goto("/silkeborg/kilder/spoergsmaal/")
        choices = page.locator("fieldset").filter(has_text="2017")
        expect(choices).to_contain_text("gammelt-cv.json")
        expect(choices).to_contain_text("nyt-cv.json")
        choices.get_by_label("2017").first.check(force=True)
        page.get_by_role("button", name="Gem mine svar").click()
        expect(page.get_by_text("Ingen kilde kan ændre det igen")).to_be_visible()

        bring(page, resume(tmp_path, "gammelt-cv-igen.json"))
        page.goto("/silkeborg/kilder/spoergsmaal/")
        expect(page.locator("fieldset").filter(has_text="2017")).to_have_count(0)
        page.goto("/silkeborg/profil/")
        job = page.locator("li, tr, article").filter(has_text="Skovhusets Plejehjem").first
        expect(job).to_contain_text("2017")


def test_a_file_that_cannot_be_read_is_said_to_be_so(visit: Visit, tmp_path: Path) -> None:
    broken = tmp_path / "billede.pdf"
    broken.write_bytes(b"%PDF-1.7 not really")
    with visit("/silkeborg/kilder/", persona="Camilla", size=PHONE) as page:
        bring(page, broken)
        expect(page.locator(".form-error-message, .alert").first).to_be_visible()
        expect(page).not_to_have_url("/silkeborg/kilder/fundet/")
