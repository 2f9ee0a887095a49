# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Take a picture of every page as each role, on a phone and a desktop, in Danish and English.

./jobunivers screenshots [FOLDER] [--only NAME …]
"""

import argparse
import re
from collections.abc import Callable, Mapping
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
        key = (shown.kommune, shown.persona)
        if key not in sessions:
            sessions[key] = _session(browser, address, *key, language, size)
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


def resolve(
    page: Page,
    address: str,
    path: str,
    *,
    known: dict[tuple[str, str], str] | None = None,
    persona: str = "",
) -> str:
    """Return the path with what only the running world knows filled in.

    `page` is a browser of somebody who may see it; what must be there first is made, and not again
    for a persona of whom it is in `known`.
    """
    kept = {} if known is None else known
    for name, fill in _FILLED.items():
        if f"{{{name}}}" in path:
            key = persona, name
            if key not in kept:
                kept[key] = fill(page, address)
            path = path.replace(f"{{{name}}}", kept[key])
    return path


def _first(page: Page, url: str, pattern: str) -> str:
    """Return the first link on a page whose address matches, "" when there is none."""
    page.goto(url)
    links = page.locator("main a[href]")
    found = links.evaluate_all("(links) => links.map((a) => a.getAttribute('href'))")
    return next((link for link in found if re.search(pattern, link)), "")


def _vacancy(page: Page, address: str) -> str:
    return _first(page, f"{address}/aarhus/job/?q=hjælper", r"/job/\d+/$")


def _why(page: Page, address: str) -> str:
    return _first(page, f"{address}/aarhus/relevante-job/", r"/\d+/hvorfor/$")


def _citizen(page: Page, address: str) -> str:
    link = _first(page, f"{address}/aarhus/medarbejder/borgere/", r"/borgere/\d+/$")
    return link.rstrip("/").rpartition("/")[2]


def _seen(page: Page, address: str) -> str:
    """Say why, as staff must, before the page of a citizen opens."""
    path = f"/aarhus/medarbejder/borgere/{_citizen(page, address)}/"
    page.goto(f"{address}{path}grund/")
    page.locator("input[name=reason][value=talk]").check(force=True)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(f"{address}{path}")
    return path


def _suggestions(page: Page, address: str) -> str:
    """Say why, and return the list of the citizen who has one: of demo people, the first found."""
    page.goto(f"{address}/aarhus/medarbejder/borgere/?navn=kirsten")
    links = page.locator("main a[href]")
    found = links.evaluate_all("(links) => links.map((a) => a.getAttribute('href'))")
    path = next(link for link in found if re.search(r"/borgere/\d+/$", link))
    page.goto(f"{address}{path}grund/")
    page.locator("input[name=reason][value=talk]").check(force=True)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(f"{address}{path}")
    return f"{path}relevante-job/"


def _suggestion(page: Page, address: str) -> str:
    return _first(page, address + _suggestions(page, address), r"/relevante-job/\d+/$")


def _application(page: Page, address: str) -> str:
    """Write one in the joblog when it is empty."""
    log = f"{address}/aarhus/ansoegninger/"
    if not (link := _first(page, log, r"/ansoegninger/\d+/$")):
        page.goto(f"{address}{_vacancy(page, address)}ansoegt/")
        page.locator("main form[method=post] button[type=submit]").first.click()
        page.wait_for_url(re.compile(r"/ansoegninger/"))
        link = _first(page, log, r"/ansoegninger/\d+/$")
    return link


def _move(page: Page, address: str) -> str:
    """Return where something of her nearest weeks is moved."""
    page.goto(f"{address}/aarhus/min-uge/")
    for _ in range(4):
        form = page.locator("form[action*='/min-uge/flyt/']").first
        if form.count():
            return str(form.get_attribute("action"))
        page.locator(".wk-steps a").filter(has=page.locator("span + svg")).first.click()
    return "/aarhus/min-uge/"


def _calendar(page: Page, address: str) -> str:
    """Make her a calendar address when she has none."""
    path = "/aarhus/min-uge/kalender/"
    page.goto(address + path)
    if not page.locator("#kalender-adresse").count():
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_selector("#kalender-adresse")
    return path


def _source(page: Page, address: str) -> str:
    """Return the first source with something to mend, below the kommune's part of the address."""
    page.goto(f"{address}/faelles/administration/jobkilder/")
    row = page.locator("main tbody tr", has=page.locator(".badge")).first
    return str(row.locator("a").first.get_attribute("href")).removeprefix("/faelles/")


def _agreement(page: Page, address: str) -> str:
    """Return the agreement with a flat price: it costs something whoever uses it."""
    page.goto(f"{address}/aarhus/administration/aftaler/")
    row = page.locator("main li", has_text="fast pris").first
    return str(row.locator("a").first.get_attribute("href"))


def _keys(page: Page, address: str) -> str:
    """Return the keys of the first solution that is connected, or waits for it."""
    there = f"{address}/faelles/administration/tilslutninger/"
    found = _first(page, there, r"/tilslutninger/\d+/$").removeprefix("/faelles/")
    return f"{found}beviser/"


def _hears(page: Page, address: str) -> str:
    """Return where the firm of that solution is told."""
    return _keys(page, address).replace("beviser/", "webhooks/")


def _told(page: Page, address: str) -> str:
    """Return what came back of the first solution she has said yes to."""
    return _first(page, f"{address}/aarhus/mine-data/udleveret/", r"/beviser/$")


def _settlement(page: Page, address: str) -> str:
    return _first(page, address + _agreement(page, address), r"/afregning/\d+/$")


def _change(page: Page, address: str) -> str:
    """Return the prices that are proposed for that agreement."""
    return _first(page, address + _agreement(page, address), r"/aendring/\d+/$")


def _firm_change(page: Page, address: str) -> str:
    """Return the same as the firm sees it."""
    return _first(page, f"{address}/faelles/leverandoer/oekonomi/", r"/aendring/\d+/$")


def _new_agreement(page: Page, address: str) -> str:
    return _first(page, f"{address}/aarhus/administration/aftaler/ny/", r"/aftaler/ny/\d+/$")


def _rejected(page: Page, address: str) -> str:
    source = f"{address}/faelles/{_source(page, address)}"
    return _first(page, source, r"/afviste/\d+/$").removeprefix("/faelles/")


def _draft(page: Page, address: str) -> str:
    """Return the draft of the kommune's rules; it is begun when there is none."""
    rules = f"{address}/aarhus/administration/forloeb/"
    page.goto(rules)
    begin = page.locator("main form[action$='/udkast/'] button[type=submit]")
    if begin.count():
        begin.click()
        page.wait_for_url(re.compile(r"/forloeb/\d+/$"))
    return _first(page, rules, r"/administration/forloeb/\d+/$")


def _trial(page: Page, address: str) -> str:
    """Return a trial of the draft on today's people."""
    page.goto(address + _draft(page, address))
    page.locator("main form[action$='/proeve/'] button[type=submit]").first.click()
    page.wait_for_url(re.compile(r"/proeve/\d+/$"))
    return page.url.removeprefix(address)


def _push(page: Page, address: str) -> str:
    """Begin a push to a course, and return it with who gets it."""
    page.goto(f"{address}/aarhus/medarbejder/udsendelser/ny/")
    page.locator("input[name=hvad][value=message]").check(force=True)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(re.compile(r"/udsendelser/\d+/ret/$"))
    page.locator("[name=title]").fill("Jobmesse på torsdag")
    page.locator("[name=words]").fill("Tolv arbejdsgivere kommer.")
    page.locator("[name=gruppe]").select_option("course:self_driven")
    page.locator("[name=because]").fill("Fordi du søger job i kommunen.")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(re.compile(r"/udsendelser/\d+/$"))
    return page.url.removeprefix(address)


def _sign_up(page: Page, address: str) -> str:
    """Return a firm that asks to come in; one asks first when none does."""
    waiting = f"{address}/faelles/administration/leverandoerer/"
    found = _first(page, waiting, r"/leverandoerer/\d+/$")
    if not found:
        page.goto(f"{address}/faelles/bliv-leverandoer/")
        for name, text in (
            ("name", "Trappen ApS"),
            ("abroad", "DE HRB 12345"),
            ("about", "Øvelser i at ringe til en arbejdsgiver."),
            ("contact_name", "Tina Trap"),
            ("contact_email", "tina@trappen.example"),
        ):
            page.locator(f"[name={name}]").fill(text)
        page.locator("main form button[type=submit]").click()
        page.wait_for_url(re.compile(r"/tak/$"))
        found = _first(page, waiting, r"/leverandoerer/\d+/$")
    return found.removeprefix("/faelles/")


def _firm_link(page: Page, address: str) -> str:
    """Let a firm in, and return the link in the letter it gets; the letter is a worker's."""
    page.goto(f"{address}/faelles/{_sign_up(page, address)}")
    page.locator("button[value=luk-ind]").click()
    page.wait_for_url(re.compile(r"/leverandoerer/$"))
    for _ in range(120):
        letter = _first(page, f"{address}/faelles/ui/postkasse/", r"\.eml/$")
        if letter:
            link = _first(page, address + letter, r"/leverandoer-login/[\w-]{43}/$")
            return link.removeprefix(address).removeprefix("/faelles/")
        page.wait_for_timeout(500)
    raise LookupError("no letter came")


_FILLED: Mapping[str, Callable[[Page, str], str]] = {
    "agreement": _agreement,
    "change": _change,
    "firm_change": _firm_change,
    "firm_link": _firm_link,
    "sign_up": _sign_up,
    "keys": _keys,
    "hears": _hears,
    "told": _told,
    "new_agreement": _new_agreement,
    "settlement": _settlement,
    "vacancy": _vacancy,
    "why": _why,
    "like": lambda page, address: _why(page, address).replace("/hvorfor/", "/flere/"),
    "citizen": _citizen,
    "seen": _seen,
    "suggestions": _suggestions,
    "suggestion": _suggestion,
    "application": _application,
    "move": _move,
    "calendar": _calendar,
    "source": _source,
    "rejected": _rejected,
    "draft": _draft,
    "trial": _trial,
    "push": _push,
    "own": lambda page, address: _first(
        page, f"{address}/faelles/leverandoer/loesninger/", r"/leverandoer/loesninger/\d+/$"
    ).removeprefix("/faelles/"),
}


if __name__ == "__main__":
    main()
