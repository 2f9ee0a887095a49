# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The look in a real browser: calm, reachable by keyboard, and whole without JavaScript."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jobunivers.foundation.ui import checking
from jobunivers.foundation.ui.tests.conftest import ORIGIN

pytestmark = [
    pytest.mark.browser,
    # A build server may not skip what only a browser can see.
    pytest.mark.skipif(
        not checking.CHROMIUM.exists() and not os.environ.get("CI"), reason="chromium is not here"
    ),
]

GALLERY = f"{ORIGIN}/ui/galleri/"
EXCHANGE = """htmx.ajax("GET", "/ui/galleri/",
  {target: "#main-content", select: "#main-content > *"})"""
Open = Callable[..., Any]


@pytest.fixture
def browser(chromium: Any) -> Any:
    return chromium


@pytest.fixture
def opened(browser: Any, site: Callable[[Any], None]) -> Iterator[Open]:
    """Open a page and collect what the browser complains about."""
    contexts = []
    complaints: list[str] = []

    def visit(address: str, width: int = 390, *, script: bool = True) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            java_script_enabled=script,
            service_workers="block",
        )
        contexts.append(context)
        site(context)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address, wait_until="networkidle")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "address",
    [GALLERY, f"{GALLERY}?fejl&bruger", f"{ORIGIN}/offline/"],
    ids=["all", "mistakes", "offline"],
)
def test_axe_finds_nothing_to_complain_of(opened: Open, address: str, width: int) -> None:
    assert checking.axe_problems(opened(address, width)) == []


@pytest.mark.parametrize("address", [GALLERY, f"{GALLERY}?fejl&bruger", f"{ORIGIN}/offline/"])
def test_nothing_scrolls_sideways_on_the_smallest_phone(opened: Open, address: str) -> None:
    assert checking.overflow(opened(address, 320)) == 0


def test_everything_one_presses_is_large_enough(opened: Open) -> None:
    page = opened(f"{GALLERY}?bruger", 390)
    # WCAG 2.2, 2.5.8: 24 px, links inside a sentence excepted.
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, select, textarea, .button, nav a")]
          .filter((e) => e.checkVisibility())
          .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
    )
    assert small == []


def test_the_phone_menu_opens_without_javascript(opened: Open) -> None:
    page = opened(GALLERY, 390, script=False)
    link = page.locator(".ju-menu-panel a", has_text="Ansøgninger")
    assert not link.is_visible()

    page.locator(".ju-menu-button").click()

    assert link.is_visible()


def test_escape_closes_the_menu_and_gives_the_focus_back(opened: Open) -> None:
    page = opened(GALLERY, 390)
    page.locator(".ju-menu-button").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.className") == "ju-menu-button"
    assert not page.locator(".ju-menu-panel").is_visible()


def test_an_occupation_is_chosen_from_suggestions_by_keyboard_alone(opened: Open) -> None:
    page = opened(GALLERY)
    field = page.locator("[name=ny-occupation]")
    field.focus()
    page.keyboard.type("lager")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    assert checking.axe_problems(page) == []

    page.keyboard.press("Enter")

    assert field.input_value() == "Lager- og logistikmedarbejder"
    assert field.get_attribute("aria-expanded") == "false"


def test_the_errors_summary_takes_the_focus_and_leads_to_the_field(opened: Open) -> None:
    page = opened(f"{GALLERY}?fejl")
    assert page.evaluate("'errorSummary' in document.activeElement.dataset")

    page.locator("[data-error-summary] a").nth(1).click()

    assert page.evaluate("document.activeElement.name") == "occupation"


def test_a_form_can_be_sent_after_logging_in_again_in_another_window(opened: Open) -> None:
    page = opened(GALLERY)
    page.evaluate(
        """() => {
          document.body.setAttribute("hx-headers", '{"X-CSRFToken": "old"}');
          const form = document.createElement("form");
          form.method = "post";
          form.innerHTML = '<input name="csrfmiddlewaretoken" value="old"><textarea>Hej</textarea>';
          document.querySelector("main").append(form);
          form.dispatchEvent(new CustomEvent("htmx:responseError",
            {bubbles: true, detail: {xhr: {status: 401}}}));
        }"""
    )
    form = page.locator("form", has=page.locator(".ju-form-note"))
    assert "Log ind i et nyt vindue" in form.inner_text()

    page.evaluate("window.dispatchEvent(new Event('focus'))")

    # Asked from here: a page of our policy runs no text as script while it waits.
    for _ in range(100):
        if '"old"' not in str(page.evaluate("document.body.getAttribute('hx-headers')")):
            break
        page.wait_for_timeout(50)
    assert form.locator("[name=csrfmiddlewaretoken]").input_value() not in {"", "old"}
    assert form.locator("textarea").input_value() == "Hej"


def test_the_map_names_its_points_for_those_who_do_not_see_it(opened: Open) -> None:
    page = opened(GALLERY, 1280)
    page.locator("#kort").scroll_into_view_if_needed()
    markers = page.locator(".leaflet-marker-icon")
    markers.first.wait_for()

    names = [marker.get_attribute("aria-label") or "" for marker in markers.all()]

    assert any("steder" in name for name in names)
    assert all(names)


def test_the_keyboard_shows_where_it_is(opened: Open) -> None:
    page = opened(GALLERY, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main-content"
    ring = "getComputedStyle(document.activeElement).outlineStyle"
    for _ in range(12):
        page.keyboard.press("Tab")
        where = page.evaluate("document.activeElement.outerHTML.slice(0, 90)")
        # A card's link draws its ring around the whole card instead.
        if "lager" not in where:
            assert page.evaluate(ring) == "solid", where


def test_the_focus_stays_when_a_part_of_the_page_is_exchanged(opened: Open) -> None:
    page = opened(GALLERY)
    page.locator("[name=ny-place]").focus()

    page.evaluate(EXCHANGE)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.activeElement.name") == "ny-place"


def test_what_changed_is_read_aloud(opened: Open) -> None:
    page = opened(GALLERY)
    page.evaluate("document.getElementById('main-content').dataset.announceChanges = ''")

    page.evaluate(EXCHANGE)

    page.locator("#announcer", has_text="Siden er opdateret.").wait_for(state="attached")


def test_a_form_pressed_twice_is_sent_once(opened: Open) -> None:
    page = opened(GALLERY)
    page.evaluate(
        """() => {
          const form = document.querySelector("#main-content form");
          form.method = "post";
          form.noValidate = true;
          window.sent = 0;
          form.addEventListener("submit", (event) => { window.sent += 1; event.preventDefault(); });
        }"""
    )
    send = page.locator("#main-content form button[type=submit]", has_text="Gem profil")
    send.click()
    page.wait_for_selector("form[aria-busy=true]")

    send.click()

    assert page.evaluate("window.sent") == 1


def test_without_a_connection_the_form_keeps_what_was_typed_and_says_so(opened: Open) -> None:
    page = opened(GALLERY)
    page.evaluate(
        """() => {
          const form = document.querySelector("#main-content form");
          form.method = "post";
          form.noValidate = true;
        }"""
    )
    page.locator("[name=ny-name]").fill("Amina Holm")
    page.context.set_offline(True)
    page.locator("#main-content form button[type=submit]", has_text="Gem profil").click()

    note = page.locator(".ju-form-note")
    note.wait_for()
    assert "står her stadig" in (note.text_content() or "")
    assert page.locator("[name=ny-name]").input_value() == "Amina Holm"
    # htmx notes the address in the tab, nothing that anyone wrote.
    stored = page.evaluate("({...localStorage, ...sessionStorage})")
    assert stored in ({}, {"htmx-current-path-for-history": "/ui/galleri/"})
