# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person does with the jobs suggested to her: steers them, asks why, and checks them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit

pytestmark = pytest.mark.browser
LIST = "/aarhus/relevante-job/"
SCRIPTS = pytest.mark.parametrize(
    "javascript", [False, True], ids=["without JavaScript", "with JavaScript"]
)


def _titles(page: Page) -> list[str]:
    """Return what the list suggests, in order: title and address of each job."""
    links = page.locator(".tai-list .card-heading a")
    return links.evaluate_all("(all) => all.map((a) => `${a.textContent} ${a.pathname}`)")  # type: ignore[no-any-return]


def _about(act: str, what: str) -> re.Pattern[str]:
    """Return the name of what does something to one of many, as a screen reader says it."""
    return re.compile(rf"^{re.escape(act)}\s*:\s*{re.escape(what)}$", re.IGNORECASE)


def _find_anew(page: Page) -> None:
    """Have the list made in this request: the worker may still be on its way."""
    page.goto(LIST)
    _choose(page, "midt imellem")


def _choose(page: Page, step: str) -> None:
    page.get_by_text(re.compile("^Hvor langt fra det, du kender")).click()
    page.get_by_label(step, exact=True).check(force=True)
    page.get_by_role("button", name="Vis listen sådan").click()
    expect(page.get_by_text(f"Den er nu: {step}.")).to_be_visible()


@SCRIPTS
def test_the_slider_changes_the_order_and_is_set_back(visit: Visit, *, javascript: bool) -> None:
    with visit(LIST, persona="Yusuf", size=PHONE, javascript=javascript) as page:
        _choose(page, "meget sikker")
        safe = _titles(page)
        _choose(page, "meget modig")
        assert _titles(page) != safe
        expect(page.get_by_text("Hvor langt fra det, du kender: meget modig")).to_be_visible()
        _choose(page, "midt imellem")
        expect(page.get_by_text("Hvor langt fra det, du kender: midt imellem")).to_be_visible()


@SCRIPTS
def test_more_like_this_counts_until_it_is_taken_back(visit: Visit, *, javascript: bool) -> None:
    with visit(LIST, persona="Mette", size=PHONE, javascript=javascript) as page:
        _find_anew(page)
        first = _titles(page)[0]
        title = page.locator(".tai-list .card-heading a").first.inner_text()
        page.get_by_role("link", name=_about("Flere som dette", title)).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Flere som dette")
        assert first not in _titles(page)
        page.get_by_role("button", name="Lad det tælle med").click()
        expect(page.get_by_text("Det tæller med nu.")).to_be_visible()
        page.get_by_text("Du har bedt om flere som 1 job").click()
        page.get_by_role("button", name=_about("Fjern", title)).click()
        expect(page.get_by_text("Det tæller ikke med mere.")).to_be_visible()
        expect(page.get_by_text("Du har bedt om flere som")).to_have_count(0)


@SCRIPTS
def test_a_competence_she_has_already_is_no_gap_any_more(visit: Visit, *, javascript: bool) -> None:
    with visit(f"{LIST}kompetencer/", persona="Kirsten", size=PHONE, javascript=javascript) as page:
        gaps = page.locator(".tai-gaps h2")
        first = gaps.first.inner_text()
        # A licence is written among the licences, and is never called missing by its absence here.
        assert "Kørekort B" not in gaps.all_inner_texts()
        page.get_by_role("button", name=_about("Det kan jeg allerede", first)).click()
        expect(page.get_by_text("1 kompetence er lagt til.")).to_be_visible()
        expect(page).to_have_url(re.compile("/relevante-job/kompetencer/$"))
        assert first not in page.locator(".tai-gaps h2").all_inner_texts()


@SCRIPTS
def test_a_suggestion_can_be_calculated_again(visit: Visit, *, javascript: bool) -> None:
    with visit(LIST, persona="Kirsten", size=PHONE, javascript=javascript) as page:
        _find_anew(page)
        page.get_by_text("Hvorfor ser jeg dette?").first.click()
        if javascript:
            expect(page.locator(".tai-details .ju-reasons").first).to_be_visible()
            address = page.locator(".tai-details [hx-get]").first.get_attribute("hx-get")
            page.goto(str(address))
        else:
            page.get_by_role("link", name="Se alle grunde").first.click()
        points = page.locator(".ju-reason-points").all_inner_texts()
        total = page.locator(".ju-reasons-total").inner_text()
        assert re.search(r"I alt (\d+) af", total).group(1) == str(sum(map(_whole, points)))  # type: ignore[union-attr]
        page.get_by_role("link", name="Regn forslaget efter").click()
        expect(page.get_by_text("Alle tal er de samme.")).to_be_visible()


def _whole(points: str) -> int:
    """Return the number in "+21 point" or "−2 point"."""
    return int(points.split(maxsplit=1)[0].replace("−", "-").replace("+", ""))


@SCRIPTS
def test_a_hidden_job_stays_away(visit: Visit, *, javascript: bool) -> None:
    with visit(LIST, persona="Mette", size=PHONE, javascript=javascript) as page:
        _find_anew(page)
        first = _titles(page)[0]
        page.get_by_text("Passer ikke til mig").first.click()
        page.get_by_role("button", name="Det er for langt væk").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Relevante job til dig")
        assert first not in _titles(page)
