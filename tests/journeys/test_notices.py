# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A person chooses how she is told: by e-mail she has confirmed, and on her phone when she asks."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from jobunivers.integrations.webpush.fake import FakePushService
from jobunivers.testing.world import World
from tests.journeys.conftest import PHONE, Visit

pytestmark = pytest.mark.browser
SETTINGS = "/aarhus/beskeder/indstillinger/"
LINK = re.compile("bekraeft-mail")


@pytest.fixture
def phones(small_world: World) -> Iterator[FakePushService]:
    port = small_world.environment["JOBUNIVERS_PUSH_HOSTS"].rpartition(":")[2]
    with FakePushService(port=int(port)) as service:
        yield service


def _letter(page: Page, subject: str) -> None:
    """Open the newest letter with a subject in the demo's mailbox, when it has come."""
    for _ in range(60):
        page.goto("/aarhus/ui/postkasse/")
        found = page.get_by_role("link", name=subject)
        if found.count():
            found.first.click()
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"no letter about {subject}")


def test_an_address_is_confirmed_by_letter_and_left_again_without_script(visit: Visit) -> None:
    with visit(SETTINGS, persona="Yusuf", size=PHONE, javascript=False) as page:
        expect(page.get_by_role("button", name="Slå til på denne enhed")).to_be_hidden()
        page.get_by_role("textbox", name="Din e-mail").fill("yusuf@example.org")
        page.get_by_role("button", name="Send en mail, jeg kan bekræfte").click()
        expect(page.get_by_text("Vi har sendt en mail til yusuf@example.org")).to_be_visible()
        _letter(page, "Bekræft din e-mail")
        page.get_by_role("link", name=LINK).first.click()
        page.get_by_role("button", name="Ja, adressen er min").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Din e-mail er bekræftet")
        page.goto(SETTINGS)
        expect(page.get_by_text("Vi sender til yusuf@example.org")).to_be_visible()
        page.get_by_role("button", name="Fjern min e-mail").click()
        expect(page.get_by_text("Vi har ikke din e-mail")).to_be_visible()


def test_her_choices_are_kept_without_script(visit: Visit) -> None:
    with visit(SETTINGS, persona="Mette", size=PHONE, javascript=False) as page:
        page.get_by_label("Ro fra klokken").select_option("22")
        page.get_by_label("Ro til klokken").select_option("22")
        page.get_by_role("button", name="Gem mine valg").click()
        expect(page.get_by_text("Vælg et andet klokkeslæt").first).to_be_visible()
        page.get_by_label("Ro til klokken").select_option("7")
        page.get_by_label("Sprog i beskederne").select_option("en")
        page.get_by_role("button", name="Gem mine valg").click()
        expect(page.get_by_text("Dine valg er gemt.")).to_be_visible()
        expect(page.get_by_label("Ro fra klokken")).to_have_value("22")
        expect(page.get_by_label("Ro til klokken")).to_have_value("7")
        page.get_by_label("Hvor længe?").select_option("14")
        page.get_by_role("button", name="Begynd pausen").click()
        expect(page.get_by_text("Der er pause til")).to_be_visible()
        page.get_by_role("button", name="Slut pausen nu").click()
        expect(page.get_by_text("Pausen er slut.")).to_be_visible()


def test_a_phone_is_asked_only_when_she_presses_and_shows_what_comes(
    visit: Visit, phones: FakePushService
) -> None:
    with visit("/aarhus/beskeder/", persona="Kirsten", size=PHONE) as page:
        page.context.grant_permissions(["notifications"])
        page.add_init_script(
            """PushManager.prototype.subscribe = async (options) => {
              const key = String.fromCharCode(...options.applicationServerKey);
              window.asked = btoa(key);
              return { toJSON: () => JSON.parse(document.documentElement.dataset.subscription) };
            };"""
        )
        page.goto(SETTINGS)
        button = page.get_by_role("button", name="Slå til på denne enhed")
        expect(button).to_be_visible()
        key = str(page.locator("[data-push-key]").get_attribute("data-push-key"))
        subscription = phones.subscribe(key)
        page.evaluate("(s) => { document.documentElement.dataset.subscription = s }", subscription)
        assert page.evaluate("window.asked") is None, "nothing is asked before she presses"
        button.click()
        expect(page.get_by_text("Du får nu beskeder på denne enhed.")).to_be_visible()
        expect(page.get_by_role("button", name=re.compile("^Slå fra"))).to_be_visible()
        _push(
            page, {"title": "Jobunivers", "body": "3 nye job", "link": "/aarhus/job/", "tag": "a"}
        )
        shown = page.evaluate(
            """async () => {
              const registration = await navigator.serviceWorker.ready;
              for (let i = 0; i < 50; i += 1) {
                const all = await registration.getNotifications();
                if (all.length) return all.map((n) => [n.title, n.body, n.tag]);
                await new Promise((done) => setTimeout(done, 100));
              }
              return [];
            }"""
        )
        assert shown == [["Jobunivers", "3 nye job", "a"]]
        page.get_by_role("button", name=re.compile("^Slå fra")).click()
        expect(page.get_by_text("Vi sender ikke mere dertil.")).to_be_visible()


def _push(page: Page, told: dict[str, str]) -> None:
    """Let the browser's service worker get a message, as its push service would give it."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    session = page.context.new_cdp_session(page)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(one["registrationId"] for one in event["registrations"]),
    )
    session.send("ServiceWorker.enable")
    for _ in range(50):
        if found:
            break
        page.wait_for_timeout(100)
    origin = page.evaluate("location.origin")
    session.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": origin, "registrationId": found[0], "data": json.dumps(told)},
    )
