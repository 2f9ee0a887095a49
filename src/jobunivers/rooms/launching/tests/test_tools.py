# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Launching a tool after LTI 1.3: registered, begun, answered once, and every misuse refused."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
import time_machine
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Assurance, Person
from jobunivers.rooms.launching.models import LtiLaunch, LtiTool, Receipt
from jobunivers.rooms.launching.queries import lti_words as lti
from jobunivers.rooms.launching.tests.making import said_yes
from jobunivers.rooms.launching.tests.tooling import (
    PICKS,
    TOOL_LOGIN,
    TOOL_REDIRECT,
    Tooled,
    begun,
    claims_of,
    fields_of,
    launched,
    picked_message,
    question,
    signed,
    tool_keys,
    tooled,
)
from jobunivers.rooms.marketplace.models import OfferUse, Way
from jobunivers.rooms.marketplace.tests.catalogue import on_shelf
from jobunivers.testing.browsers import KommuneClient, browser, text_of
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(kirsten: Person) -> Tooled:
    made = tooled()
    said_yes(made, kirsten)
    return made


@pytest.fixture
def nadia(national: Municipality) -> KommuneClient:
    return browser(national, add_person(national, "Nadia Friis", "national"))


def test_one_press_asks_the_first_time_and_leads_to_the_tool_after_a_yes(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    made = tooled()
    start = f"/markedspladsen/{made.offer.pk}/start/"
    there = as_kirsten.post(start, {"press": "tryk-nummer-1"})["Location"]
    assert "Må vi give det her videre?" in text_of(as_kirsten.get(there))
    said_yes(made, kirsten)

    page = as_kirsten.get(there)

    assert page["Refresh"].startswith(f"0; url={TOOL_LOGIN}?iss=")
    with working_for(kirsten.municipality_id):
        use = OfferUse.objects.get(citizen_id=kirsten.pk)
        assert (use.starts, use.way) == (1, Way.LTI)
        assert not Receipt.objects.exists(), "nothing has been handed over yet"


def test_a_tool_that_is_not_registered_yet_says_so(as_kirsten: KommuneClient) -> None:
    offer = on_shelf("Ny", way=Way.LTI, url=TOOL_REDIRECT)

    page = as_kirsten.get(f"/videre/{offer.pk}/", follow=True)

    assert "ikke tilsluttet endnu" in text_of(page)


def test_a_launch_says_what_was_agreed_and_leaves_a_receipt(
    one: Tooled, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    fields = launched(as_kirsten, one)

    told = claims_of(fields)
    assert fields["state"] == "tilstand"
    assert (told["aud"], told["nonce"]) == (one.tool.client_id, "engang")
    assert told[f"{lti.CLAIM}deployment_id"] == "0751"
    assert told[f"{lti.CLAIM}resource_link"] == {"id": str(one.offer.pk), "title": "Øvebane"}
    assert told[f"{lti.CLAIM}message_type"] == "LtiResourceLinkRequest"
    assert str(kirsten.pk) != told["sub"]
    with working_for(kirsten.municipality_id):
        assert [row.data for row in Receipt.objects.all()] == [
            ["subject", "kommune", "login", "name", "language"]
        ]


def test_a_launch_that_comes_again_is_refused(one: Tooled, as_kirsten: KommuneClient) -> None:
    sent = question(begun(as_kirsten, one))
    there = f"/lti/authorize?{urlencode(sent)}"
    assert "id_token" in fields_of(as_kirsten.get(there))

    again = fields_of(as_kirsten.get(there))

    assert again["error_description"] == "the launch has been used"
    assert again["state"] == "tilstand"


@pytest.mark.parametrize(
    ("other", "error", "why"),
    [
        ({"nonce": None}, "invalid_request", "nonce is needed"),
        ({"nonce": "n" * 301}, "invalid_request", "nonce is too long or not text"),
        ({"scope": "openid profile"}, "invalid_scope", "scope must be openid"),
        ({"response_type": "code"}, "unsupported_response_type", "response_type must be id_token"),
        ({"response_mode": "query"}, "invalid_request", "response_mode must be form_post"),
        ({"prompt": None}, "invalid_request", "prompt must be none"),
        ({"login_hint": "gættet"}, "invalid_request", "the launch is not known"),
        ({"lti_message_hint": "gættet"}, "invalid_request", "the launch is not known"),
        ({"lti_message_hint": None}, "invalid_request", "lti_message_hint is needed"),
        ({"request": "eyJ"}, "request_not_supported", "request is not read"),
    ],
)
def test_a_wrong_question_is_told_to_the_tool_with_its_reason(
    one: Tooled, as_kirsten: KommuneClient, other: dict[str, str | None], error: str, why: str
) -> None:
    told = launched(as_kirsten, one, **other)

    assert (told["error"], told["error_description"]) == (error, why)
    assert "id_token" not in told


@pytest.mark.parametrize(
    "other",
    [
        {"redirect_uri": "https://tool.example/launch?x=1"},
        {"redirect_uri": "https://ond.example/launch"},
        {"redirect_uri": None},
        {"client_id": "en-anden"},
    ],
)
def test_an_address_that_is_not_registered_gets_no_answer_at_all(
    one: Tooled, as_kirsten: KommuneClient, other: dict[str, str | None]
) -> None:
    sent = question(begun(as_kirsten, one), **other)

    page = as_kirsten.get(f"/lti/authorize?{urlencode(sent)}")

    assert page.status_code == 400
    assert "data-launch" not in page.content.decode()


def test_another_tool_cannot_use_a_launch(one: Tooled, as_kirsten: KommuneClient) -> None:
    thief = tooled("Tyv")

    told = launched(as_kirsten, one, client_id=thief.tool.client_id)

    assert told["error_description"] == "the launch is not known"


def test_a_launch_is_hers_alone_and_another_kommune_does_not_know_it(
    one: Tooled,
    as_kirsten: KommuneClient,
    aarhus: Municipality,
    mads: Person,
    jonas: Person,
    odense: Municipality,
    visitor: KommuneClient,
) -> None:
    sent = f"/lti/authorize?{urlencode(question(begun(as_kirsten, one)))}"

    assert fields_of(visitor.get(sent))["error"] == "login_required"
    assert fields_of(browser(aarhus, mads).get(sent))["error"] == "login_required"
    other = fields_of(browser(odense, jonas).get(sent))
    assert other["error_description"] == "the launch is not known"
    assert "id_token" in fields_of(as_kirsten.get(sent)), "nobody has spent it for her"


def test_a_weak_login_launches_nothing(one: Tooled, aarhus: Municipality, kirsten: Person) -> None:
    strong, weak = browser(aarhus, kirsten), browser(aarhus, kirsten, assurance=Assurance.LOW)
    sent = question(begun(strong, one))

    told = fields_of(weak.get(f"/lti/authorize?{urlencode(sent)}"))

    assert told["error"] == "login_required"


def test_a_launch_lives_five_minutes(one: Tooled, as_kirsten: KommuneClient) -> None:
    sent = question(begun(as_kirsten, one))

    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        told = fields_of(as_kirsten.get(f"/lti/authorize?{urlencode(sent)}"))

    assert told["error_description"] == "the launch is too old"


def test_what_is_taken_back_is_launched_no_more(one: Tooled, as_kirsten: KommuneClient) -> None:
    sent = question(begun(as_kirsten, one))
    as_kirsten.post(f"/mine-data/udleveret/{one.offer.pk}/tag-tilbage/")

    told = fields_of(as_kirsten.get(f"/lti/authorize?{urlencode(sent)}"))

    assert told["error_description"] == "the launch has been used"


def test_whose_name_is_protected_is_known_by_her_number_alone(
    one: Tooled, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    with working_for(kirsten.municipality_id):
        Person.objects.filter(pk=kirsten.pk).update(protection="cpr")

    assert "name" not in claims_of(launched(as_kirsten, one))


def test_what_a_tool_brings_back_is_not_in_the_database(
    one: Tooled, as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    brought = begun(as_kirsten, one)

    with working_for(aarhus.pk):
        stored = json.dumps(list(LtiLaunch.objects.values()), default=str)
    assert brought["lti_message_hint"] not in stored


def test_a_question_by_form_is_asked_again_by_get(visitor: KommuneClient) -> None:
    answer = visitor.post("/lti/authorize", {"client_id": "x"})

    assert answer.status_code == 303
    assert answer["Location"] == "/aarhus/lti/authorize?client_id=x"


def test_the_page_may_post_to_tools_and_run_no_script_but_ours(
    one: Tooled, as_kirsten: KommuneClient
) -> None:
    sent = question(begun(as_kirsten, one), state='"><script>alert(1)</script>')

    page = as_kirsten.get(f"/lti/authorize?{urlencode(sent)}")

    assert "<script>alert" not in page.content.decode()
    policy = page["Content-Security-Policy"]
    assert "form-action 'self' https:" in policy
    assert "script-src 'self'" in policy
    assert page["Referrer-Policy"] == "no-referrer"


def registration(**other: str) -> dict[str, str]:
    right = {
        "login_uri": TOOL_LOGIN,
        "launch_uri": TOOL_REDIRECT,
        "redirect_uris": TOOL_REDIRECT,
        "keys": json.dumps(tool_keys()),
        "keys_uri": "",
        "deep_link_uri": PICKS,
    }
    return right | other


def test_a_tool_is_registered_and_changed(nadia: KommuneClient, aarhus: Municipality) -> None:
    offer = on_shelf("Ny", way=Way.LTI, url=TOOL_REDIRECT)
    there = f"/administration/tilslutninger/{offer.pk}/lti/"
    assert there in text_of(nadia.get("/administration/tilslutninger/"))

    nadia.post(there, registration())
    nadia.post(there, registration(keys="", keys_uri="https://tool.example/keys"))

    row = LtiTool.objects.get(offer_id=offer.pk)
    assert (row.keys, row.keys_uri) == ({}, "https://tool.example/keys")
    page = text_of(nadia.get(there))
    assert row.client_id in page
    assert "/oidc/jwks.json" in page


@pytest.mark.parametrize(
    "other",
    [
        {"login_uri": "http://tool.example/"},
        {"launch_uri": "javascript:1"},
        {"redirect_uris": "https://*.tool.example/"},
        {"keys_uri": "https://tool.example/keys"},
        {"keys": ""},
        {"keys": "{}"},
        {"keys": json.dumps({"keys": [{"kty": "RSA", "n": "AQAB", "e": "AQAB"}]})},
        {"keys": "", "keys_uri": "ftp://tool.example/keys"},
        {"deep_link_uri": "tool.example"},
    ],
)
def test_a_registration_that_cannot_be_is_refused_beside_its_field(
    nadia: KommuneClient, aarhus: Municipality, other: dict[str, str]
) -> None:
    offer = on_shelf("Ny", way=Way.LTI, url=TOOL_REDIRECT)

    answer = nadia.post(f"/administration/tilslutninger/{offer.pk}/lti/", registration(**other))

    assert answer.status_code == 422
    assert not LtiTool.objects.exists()


def picking(nadia: KommuneClient, one: Tooled) -> dict[str, Any]:
    page = nadia.post(f"/administration/hent-indhold/{one.offer.pk}/vaelg/")
    brought = dict(parse_qsl(page["Refresh"].split("?", 1)[1]))
    answer = fields_of(nadia.get(f"/lti/authorize?{urlencode(question(brought))}"))
    return claims_of(answer)


def test_what_is_picked_is_taken_once_and_what_cannot_be_opened_is_left(
    nadia: KommuneClient, national: Municipality, aarhus: Municipality
) -> None:
    made = tooled()
    told = picking(nadia, made)
    settings = told[f"{lti.PICKING}deep_linking_settings"]
    message = signed(picked_message(made, settings["data"], told["iss"]))
    tools_page = KommuneClient(national.slug)

    first = tools_page.post("/lti/picked", {"JWT": message})
    again = tools_page.post("/lti/picked", {"JWT": message})
    anew = tools_page.post(
        "/lti/picked", {"JWT": signed(picked_message(made, settings["data"], told["iss"]))}
    )

    assert first["Location"].endswith("?nye=1&kendte=0&andre=2")
    assert (again.status_code, anew.status_code) == (400, 400)
    assert "allerede modtaget" in text_of(anew)


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"aud": "https://ond.example"}, "audience"),
        ({"exp": 1}, "late"),
        ({"exp": None}, "late"),
        ({"nbf": 9e10}, "early"),
        ({f"{lti.CLAIM}deployment_id": "0751"}, "deployment"),
        ({f"{lti.CLAIM}message_type": "LtiResourceLinkRequest"}, "claims"),
        ({f"{lti.PICKING}data": "gættet"}, "claims"),
        ({f"{lti.PICKING}content_items": [{}] * 101}, "claims"),
        ({"nonce": None}, "claims"),
        ({"iss": "en-anden"}, "issuer"),
    ],
)
def test_an_answer_that_is_not_the_tools_to_us_is_refused(
    nadia: KommuneClient,
    national: Municipality,
    aarhus: Municipality,
    other: dict[str, Any],
    code: str,
) -> None:
    made = tooled()
    told = picking(nadia, made)
    data = told[f"{lti.PICKING}deep_linking_settings"]["data"]
    message = picked_message(made, data, told["iss"]) | other

    answer = KommuneClient(national.slug).post("/lti/picked", {"JWT": signed(message)})

    assert answer.status_code == 400
    assert answer.context["code"] == code
