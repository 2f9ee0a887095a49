# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citizen and a member of staff log in at a provider in a real browser, and out again."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from jobunivers.integrations.oidc.fake import CLIENT, PEOPLE, SECRET, FakeProvider
from jobunivers.testing import world
from jobunivers.testing.world import World
from tests.journeys.conftest import DESKTOP, PHONE

FRIDA, SVEND = PEOPLE
LOGINS = """
[[login]]
kommune = "{kommune}"
code = "mitid"
name_da = "MitID"
issuer = "{issuer}"
client_id = "{client}"
client_secret = "{secret}"
people = "citizens"

[[login]]
kommune = "{kommune}"
code = "medarbejder"
name_da = "kommunens login"
name_en = "the municipality's login"
issuer = "{own}"
client_id = "{client}"
client_secret = "{secret}"
people = "staff"
[login.roles]
raadgiver = "adviser"
"""


@dataclass(frozen=True, slots=True)
class WithLogins:
    """The small world's pages once more, by a server that knows two logins."""

    address: str
    mitid: FakeProvider
    own: FakeProvider


@pytest.fixture(scope="module")
def logins(small_world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WithLogins]:
    with FakeProvider() as mitid, FakeProvider() as own:
        file = tmp_path_factory.mktemp("logins") / "logins.toml"
        told = {"issuer": mitid.issuer, "own": own.issuer, "client": CLIENT, "secret": SECRET}
        file.write_text(LOGINS.format(kommune="0751", **told), encoding="utf-8")
        with serving(small_world, file) as address:
            yield WithLogins(address, mitid, own)


@contextmanager
def serving(made: World, file: Path) -> Iterator[str]:
    """Run a web server of the small world that knows a file of logins."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, "-m", "jobunivers.config.web", "127.0.0.1", port, "1"],
        env=made.environment | {"JOBUNIVERS_LOGINS": str(file)},
    )
    try:
        world._await(f"http://127.0.0.1:{port}/sundhed", made.log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.parametrize(
    ("size", "javascript", "language"), [(PHONE, False, "en"), (DESKTOP, True, "da")]
)
def test_a_citizen_logs_in_with_mitid_and_out_of_both(
    browser: Browser, logins: WithLogins, size: dict[str, int], *, javascript: bool, language: str
) -> None:
    danish = language == "da"
    with _page(browser, logins, size, javascript=javascript, language=language) as page:
        page.goto("/aarhus/beskeder/indstillinger/")
        page.get_by_role(
            "button", name="Log ind med MitID" if danish else "Log in with MitID"
        ).click()
        page.get_by_role("link", name="Frida Falsk").click()
        heading = "Sådan får du beskeder" if danish else "How you get notices"
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        assert page.url == f"{logins.address}/aarhus/beskeder/indstillinger/"

        page.goto("/aarhus/mit-login/")
        _log_out(page, "Log ud" if danish else "Log out")
        page.wait_for_url(f"{logins.address}/aarhus/")
        page.goto("/aarhus/beskeder/indstillinger/")
        assert "/log-ind/" in page.url


def test_staff_log_in_and_are_logged_out_when_their_own_login_says_so(
    browser: Browser, logins: WithLogins
) -> None:
    logins.own.hears = [f"{logins.address}/aarhus/log-ind/med/medarbejder/slut/"]
    with _page(browser, logins, DESKTOP) as page:
        page.goto("/aarhus/log-ind/?next=/aarhus/mit-login/")
        page.get_by_role("button", name="Log ind med kommunens login").click()
        page.get_by_role("link", name="Svend Sagsbehandler").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Her er du logget ind")

        assert logins.own.end(subject=SVEND.subject) == [200]

        page.reload()
        assert "/log-ind/" in page.url


def test_who_gives_up_is_told_how_to_go_on(browser: Browser, logins: WithLogins) -> None:
    with _page(browser, logins, PHONE) as page:
        page.goto("/aarhus/log-ind/")
        page.get_by_role("button", name="Log ind med MitID").click()
        page.get_by_role("link", name="Fortryd").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Du er ikke logget ind")
        page.get_by_role("button", name="Prøv igen").click()
        expect(page.get_by_role("link", name="Frida Falsk")).to_be_visible()


@contextmanager
def _page(
    browser: Browser,
    logins: WithLogins,
    size: dict[str, int],
    *,
    javascript: bool = True,
    language: str = "da",
) -> Iterator[Page]:
    """Give a browser of its own at the pages with logins; it may complain of nothing."""
    context = browser.new_context(
        viewport=size,  # type: ignore[arg-type]
        java_script_enabled=javascript,
        base_url=logins.address,
    )
    complaints: list[str] = []
    if language != "da":
        cookie = {"name": "django_language", "value": language, "url": logins.address}
        context.add_cookies([cookie])  # type: ignore[list-item]
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.on(
        "console",
        lambda one: (
            complaints.append(one.text)
            if one.type == "error" and not one.text.startswith("Failed to load")
            else None
        ),
    )
    yield page
    context.close()
    assert complaints == [], "the browser complained"


def _log_out(page: Page, name: str) -> None:
    page.locator(".ju-menu-button, .ju-user > summary").locator("visible=true").click()
    page.get_by_role("button", name=name, exact=True).locator("visible=true").click()
