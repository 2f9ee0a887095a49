# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Take a picture of every page as each role, on a phone and a desktop, in Danish and English.

./jobunivers screenshots [FOLDER] [--only NAME …]
"""

import argparse
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from jobunivers.foundation.ui.checking import CHROMIUM, CHROMIUM_ARGUMENTS, axe_problems, overflow
from jobunivers.testing.world import world
from tests.journeys.pages import PAGES, Shown

_SIZES = {"390": {"width": 390, "height": 844}, "1280": {"width": 1280, "height": 900}}
_LANGUAGES = ("da", "en")


def main() -> None:
    """Take the pictures and say what axe finds on the way."""
    parser = argparse.ArgumentParser(prog="./jobunivers screenshots", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("screenshots"))
    parser.add_argument("--only", nargs="*", default=[], help="names of pages")
    parser.add_argument("--languages", nargs="*", default=list(_LANGUAGES))
    parser.add_argument("--address", help="of a demo that runs already")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    chosen = [page for page in PAGES if not options.only or page.name in options.only]
    if options.address:
        _all(options.address, chosen, options)
    else:
        with world() as made:
            _all(made.address, chosen, options)


def _all(address: str, chosen: list[Shown], options: argparse.Namespace) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=CHROMIUM_ARGUMENTS)
        for language in options.languages:
            for width, size in _SIZES.items():
                _round(browser, address, chosen, options.folder, language, width, size)
        browser.close()


def _round(
    browser: Browser,
    address: str,
    chosen: list[Shown],
    folder: Path,
    language: str,
    width: str,
    size: dict[str, int],
) -> None:
    """Take every page in one language and width; one session for each persona."""
    sessions: dict[tuple[str, str], Page] = {}
    for shown in chosen:
        kommune = shown.path.split("/")[1] if shown.path.startswith("/") else "aarhus"
        key = (kommune, shown.persona)
        if key not in sessions:
            sessions[key] = _session(browser, address, kommune, shown.persona, language, size)
        page = sessions[key]
        page.goto(address + resolve(page, address, shown.path))
        page.screenshot(path=folder / f"{shown.name}-{language}-{width}.png", full_page=True)
        wide = overflow(page)
        found = [f"{wide} px wider than the window"] if wide else []
        for line in [*found, *axe_problems(page)]:
            print(f"{shown.name} {language} {width}: {line}")
    for page in sessions.values():
        page.context.close()


def _session(
    browser: Browser, address: str, kommune: str, persona: str, language: str, size: dict[str, int]
) -> Page:
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    context.add_cookies([{"name": "django_language", "value": language, "url": address}])
    page = context.new_page()
    if persona:
        page.goto(f"{address}/{kommune}/log-ind/")
        page.get_by_role("button", name=re.compile(rf"\b{persona}\b")).click()
    return page


def resolve(page: Page, address: str, path: str) -> str:
    """Return the path with what only the running world knows filled in."""
    if "{vacancy}" in path:
        page.goto(f"{address}/aarhus/job/?q=hjælper")
        first = page.locator("main a[href*='/job/']").evaluate_all(
            "(links) => links.map((a) => a.getAttribute('href'))"
            ".find((h) => /\\/job\\/\\d+\\/$/.test(h))"
        )
        path = path.replace("{vacancy}", str(first))
    return path


if __name__ == "__main__":
    main()
