# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a firm's systems and ours speak, on its own pages: LTI and webhooks."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.ui.checking import html_problems
from jobunivers.identity.models import Person
from jobunivers.integrations.webhooks.fake import FakeReceiver, fake_receiver
from jobunivers.rooms.launching import actions as launching
from jobunivers.rooms.launching.models import LtiTool
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.vendors.tests.portal_making import OWN, drafted, firm_of, on_market, page
from jobunivers.rooms.webhooks import actions as webhooks
from jobunivers.rooms.webhooks.models import Attempt, Delivery, Endpoint, State
from jobunivers.rooms.webhooks.queries.words import KINDS
from jobunivers.rooms.webhooks.tests.making import listening, work
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
HOOKS = "/leverandoer/webhooks/"
URL = "https://nordlys.example/besked"


@pytest.fixture
def receiver() -> Iterator[FakeReceiver]:
    with fake_receiver() as running:
        yield running


def tool_of(pk: int) -> str:
    return f"{OWN}{pk}/teknik/lti/"


def tool_told(**more: str) -> dict[str, str]:
    told = {
        "login_uri": "https://nordlys.example/lti/login",
        "launch_uri": "https://nordlys.example/lti",
        "redirect_uris": "https://nordlys.example/lti\nhttps://nordlys.example/lti/2",
        "keys_uri": "https://nordlys.example/jwks.json",
    }
    return told | more


def hook_told(url: str = URL, seen: int | str = "") -> dict[str, Any]:
    return {"url": url, "kinds": list(KINDS), "seen": seen}


def secret_in(answer: Any) -> str:
    return "whsec_" + page(answer).split("<code>whsec_")[1].split("<")[0]


def seen_in(answer: Any) -> str:
    return page(answer).split('name="seen" value="')[1].split('"')[0]


def test_a_firm_registers_its_tool_and_reads_what_to_write_into_its_program(
    as_vera: KommuneClient, vera: Person, aarhus: Municipality, odense: Municipality
) -> None:
    offer = on_market(vera)
    path = tool_of(offer.pk)
    assert "Gem først" in page(as_vera.get(path))

    assert as_vera.post(path, tool_told()).status_code == 302
    assert as_vera.post(path, tool_told()).status_code == 302

    row = LtiTool.objects.get()
    assert (row.offer_id, row.changed_by_id) == (offer.pk, vera.pk)
    shown = page(as_vera.get(path))
    assert row.client_id in shown
    for one in (aarhus, odense):
        for end in ("oidc", "lti/authorize", "lti/token", "oidc/jwks.json"):
            assert f"/{one.slug}/{end}</code>" in shown
        assert f"<dd><code>{one.code}</code>" in shown
    assert "tilsluttet)" in page(as_vera.get(f"{OWN}{offer.pk}/teknik/"))
    assert html_problems({"tool": shown})["tool"] == []


def test_the_issuer_a_firm_reads_is_the_one_that_answers(
    as_vera: KommuneClient, as_kirsten: KommuneClient, vera: Person
) -> None:
    shown = page(as_vera.get(tool_of(on_market(vera).pk)))
    answered = as_kirsten.get("/oidc/.well-known/openid-configuration").json()
    path = answered["issuer"].split("://")[1].partition("/")[2]
    assert f"/{path}</code>" in shown


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"login_uri": "http://nordlys.example/x"}, "login_uri"),
        ({"launch_uri": "javascript:alert(1)"}, "launch_uri"),
        ({"launch_uri": ""}, "launch_uri"),
        ({"redirect_uris": "https://n.example/*"}, "redirect_uris"),
        (
            {"redirect_uris": "\n".join(f"https://n.example/{n}" for n in range(11))},
            "redirect_uris",
        ),
        ({"keys_uri": ""}, "keys_uri"),
        ({"keys": '{"keys": []}'}, "keys_uri"),
        ({"keys_uri": "", "keys": "{"}, "keys_uri"),
        ({"deep_link_uri": "ftp://n.example/"}, "deep_link_uri"),
    ],
)
def test_a_tool_that_cannot_be_is_said_beside_its_field_with_what_was_typed(
    as_vera: KommuneClient, vera: Person, bad: dict[str, str], field: str
) -> None:
    answer = as_vera.post(tool_of(drafted(vera).pk), tool_told(**bad))
    assert answer.status_code == 422
    form = answer.context["form"]
    assert list(form.errors) == [field]
    for name, text in bad.items():
        assert form[name].value() == text
    assert not LtiTool.objects.exists()


def test_staff_are_not_led_to_a_tool_before_somebody_has_read_the_solution(
    as_vera: KommuneClient, as_nadia: KommuneClient, vera: Person
) -> None:
    draft, approved = drafted(vera), on_market(vera)
    for offer in (draft, approved):
        told = tool_told(deep_link_uri="https://nordlys.example/pick")
        assert as_vera.post(tool_of(offer.pk), told).status_code == 302
    here = "/administration/hent-indhold/"
    assert as_nadia.get(f"{here}{draft.pk}/").status_code == 404
    assert as_nadia.post(f"{here}{draft.pk}/vaelg/").status_code == 404
    assert as_nadia.get(f"{here}{approved.pk}/").status_code == 200
    assert f"{here}{draft.pk}/" not in page(as_nadia.get(here))


def test_another_firms_tool_is_neither_read_nor_written(
    as_vera: KommuneClient, vera: Person, national: Municipality
) -> None:
    with working_for(national.pk):
        other = make_offer(at=timezone.now())
    assert as_vera.get(tool_of(other.pk)).status_code == 404
    assert as_vera.post(tool_of(other.pk), tool_told()).status_code == 404
    assert as_vera.get(tool_of(10**25)).status_code == 404
    assert not LtiTool.objects.exists()


def test_an_editor_reads_how_systems_speak_and_changes_nothing(
    as_viktor: KommuneClient, viktor: Person, national: Municipality
) -> None:
    offer = on_market(viktor)
    told = tool_told()
    with working_for(national.pk):
        launching.register_tool(
            offer=offer,
            at=timezone.now(),
            **told | {"redirect_uris": told["redirect_uris"].split()},  # type: ignore[arg-type]
        )
        webhooks.open_endpoint(vendor=firm_of(viktor), url=URL, at=timezone.now())
    technical = f"{OWN}{offer.pk}/teknik/"
    for path, words in (
        (technical, "tilsluttet)"),
        (tool_of(offer.pk), told["keys_uri"]),
        (HOOKS, URL),
    ):
        shown = page(as_viktor.get(path))
        assert words in shown
        assert "administratorer kan rette det" in shown
        assert "<textarea" not in shown
        assert as_viktor.post(path, tool_told() | hook_told()).status_code == 403
    for part in ("hemmelighed/", "noegle/"):
        assert as_viktor.post(f"{technical}{part}").status_code == 403
    for part in ("hemmelighed/", "proev/", "igen/", "taend/", "luk/"):
        assert as_viktor.post(f"{HOOKS}{part}").status_code == 403
    assert not Delivery.objects.exists()


def test_a_firm_opens_its_address_and_reads_its_secret_once(
    as_vera: KommuneClient, vera: Person
) -> None:
    answer = as_vera.post(HOOKS, hook_told())
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    secret = secret_in(answer)
    assert "whsec_" not in page(as_vera.get(HOOKS))
    row = Endpoint.objects.get()
    assert (row.vendor_id, row.url, row.kinds) == (firm_of(vera).pk, URL, [])
    assert row.changed_by_id == vera.pk
    # The second press of the same button is answered by the same secret, for it alone is seen.
    assert secret_in(as_vera.post(HOOKS, hook_told())) == secret
    assert Endpoint.objects.count() == 1


@pytest.mark.parametrize(
    "url", ["", "http://n.example/", "https://localhost.:99/", "https://intern/"]
)
def test_an_address_that_is_not_asked_is_said_beside_its_field(
    as_vera: KommuneClient, url: str
) -> None:
    answer = as_vera.post(HOOKS, hook_told(url))
    assert answer.status_code == 422
    assert answer.context["form"]["url"].value() == url
    assert "url" in answer.context["form"].errors
    assert not Endpoint.objects.exists()


def test_two_of_a_firm_change_the_address_and_the_second_sees_both(
    as_vera: KommuneClient,
) -> None:
    as_vera.post(HOOKS, hook_told())
    first, second = "https://en.example/", "https://to.example/"
    assert as_vera.post(HOOKS, hook_told(first, 1)).status_code == 302
    # Pressed twice it is saved once, and no mistake.
    assert as_vera.post(HOOKS, hook_told(first, 1)).status_code == 302
    late = as_vera.post(HOOKS, hook_told(second, 1))
    assert late.status_code == 409
    assert first in page(late)
    assert second in page(late)
    assert as_vera.post(HOOKS, hook_told(second, seen_in(late))).status_code == 302
    assert Endpoint.objects.get().url == second


def test_a_secret_exchanged_by_two_presses_is_exchanged_once(
    as_vera: KommuneClient, vera: Person
) -> None:
    as_vera.post(HOOKS, hook_told())
    first = bytes(Endpoint.objects.get().sealed)
    seen = {"seen": "1"}

    new = secret_in(as_vera.post(f"{HOOKS}hemmelighed/", seen))
    again = secret_in(as_vera.post(f"{HOOKS}hemmelighed/", seen))

    assert new == again
    # The one their receiver knows signs along, and not one that nobody has had.
    assert bytes(Endpoint.objects.get().sealed_before or b"") == first
    assert "skriver også under indtil" in page(as_vera.get(HOOKS))
    late = as_vera.post(f"{HOOKS}hemmelighed/", {"seen": "7"})
    assert late.status_code == 302


def test_a_test_is_sent_once_and_its_answer_stands_in_the_log(
    as_vera: KommuneClient, vera: Person, national: Municipality, receiver: FakeReceiver
) -> None:
    as_vera.post(HOOKS, hook_told(receiver.url("/refuses")))
    as_vera.post(f"{HOOKS}proev/")
    as_vera.post(f"{HOOKS}proev/")
    work()
    assert len(receiver.received) == 1
    shown = page(as_vera.get(HOOKS))
    assert "Ikke modtaget" in shown
    assert "401" in shown
    assert html_problems({"hooks": shown})["hooks"] == []
    sent = {"message_id": Delivery.objects.get().message_id}
    Endpoint.objects.update(url=receiver.url("/ok"))
    as_vera.post(f"{HOOKS}igen/", sent)
    work()
    assert Delivery.objects.get().state == State.RECEIVED


def test_another_firms_messages_are_neither_shown_nor_sent_again(
    as_vera: KommuneClient, aarhus: Municipality
) -> None:
    other = listening()
    with working_for(aarhus.pk):
        message_id = webhooks.ping(endpoint=other.endpoint, at=timezone.now())
    Delivery.objects.update(state=State.DEAD, next_at=None)
    as_vera.post(HOOKS, hook_told())
    assert message_id not in page(as_vera.get(HOOKS))
    assert as_vera.post(f"{HOOKS}igen/", {"message_id": message_id}).status_code == 302
    assert Delivery.objects.get().state == State.DEAD
    as_vera.post(f"{HOOKS}luk/")
    assert Endpoint.objects.get(pk=other.endpoint.pk).closed_at is None


def test_what_is_switched_off_is_switched_on_and_what_is_closed_is_opened_anew(
    as_vera: KommuneClient,
) -> None:
    as_vera.post(HOOKS, hook_told())
    Endpoint.objects.update(off_at=timezone.now(), off_why="gone")
    assert "Tænd igen" in page(as_vera.get(HOOKS))
    as_vera.post(f"{HOOKS}taend/")
    assert Endpoint.objects.get().is_on
    for _press in range(2):
        assert as_vera.post(f"{HOOKS}luk/").status_code == 302
    for part in ("hemmelighed/", "proev/", "igen/", "taend/"):
        assert as_vera.post(f"{HOOKS}{part}").status_code == 302
    assert not Delivery.objects.exists()
    assert secret_in(as_vera.post(HOOKS, hook_told()))
    assert Endpoint.objects.count() == 2


def test_more_messages_and_kommuner_cost_no_more_questions(
    as_vera: KommuneClient, vera: Person, national: Municipality, aarhus: Municipality
) -> None:
    offer = on_market(vera)
    as_vera.post(HOOKS, hook_told())
    as_vera.post(tool_of(offer.pk), tool_told())
    endpoint = Endpoint.objects.get()
    paths = (HOOKS, tool_of(offer.pk), f"{OWN}{offer.pk}/teknik/")
    counted = []
    for many in (2, 12):
        with working_for(national.pk):
            for minute in range(many):
                ping = webhooks.ping(
                    endpoint=endpoint, at=timezone.now() - timedelta(minutes=minute)
                )
                row = Delivery.objects.get(message_id=ping)
                Attempt.objects.create(delivery=row, at=timezone.now(), status=500, ms=9)
        Delivery.objects.update(tries=1)
        counted.append([_statements(as_vera, path) for path in paths])
        Municipality.objects.filter(opened_at=None).update(opened_at=timezone.now())
    assert page(as_vera.get(HOOKS)).count("1 forsøg") == 14
    assert counted[1] <= counted[0] <= [16, 16, 20]


def _statements(client: KommuneClient, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_the_pages_are_whole_in_english(as_vera: KommuneClient, vera: Person) -> None:
    offer = on_market(vera)
    as_vera.post(tool_of(offer.pk), tool_told())
    as_vera.post(HOOKS, hook_told())
    as_vera.cookies["django_language"] = "en"
    assert "What you write into your program" in page(as_vera.get(tool_of(offer.pk)))
    assert "Your system is told" in page(as_vera.get(HOOKS))
    assert "More ways" in page(as_vera.get(f"{OWN}{offer.pk}/teknik/"))
