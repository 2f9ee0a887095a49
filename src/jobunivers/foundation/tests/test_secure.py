# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plain http: a browser is led to https, a program is refused."""

from typing import Any

import pytest
from django.test import Client

from jobunivers.foundation.tenancy.models import Municipality

pytestmark = pytest.mark.django_db
PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def browser(settings: Any, aarhus: Municipality) -> Client:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    return Client()


@pytest.mark.parametrize("path", ["/", "/aarhus/", "/aarhus/job/?q=lager", "/aarhus/log-ind/"])
def test_who_wants_to_see_a_page_is_led_to_https(browser: Client, path: str) -> None:
    answer = browser.get(path, headers=PAGE)
    assert (answer.status_code, answer["Location"]) == (301, f"https://testserver{path}")


@pytest.mark.parametrize(
    "path",
    [
        "/aarhus/oidc/.well-known/openid-configuration", "/aarhus/oidc/authorize",
        "/oidc/jwks.json", "/aarhus/oidc/userinfo", "/aarhus/lti/authorize",
        "/lti/1/lineitems", "/aarhus/xapi/",
        "/aarhus/xapi/statements", "/aarhus/kalender/hemmelig.ics", "/api/", "/aarhus/api",
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_programs_address_is_refused_and_never_leads_on(
    browser: Client, path: str, method: str
) -> None:
    answer = getattr(browser, method)(path, headers=PAGE)
    assert answer.status_code == 403
    assert "Location" not in answer


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/aarhus/ai/alt.json", {"Accept": "application/json"}),
        ("/aarhus/", {"Accept": "*/*"}),
        ("/aarhus/", {}),
        ("/aarhus/", PAGE | {"Authorization": "Bearer secret"}),
        ("/sundhed", {}),
    ],
)
def test_whoever_asks_as_a_program_does_is_refused(
    browser: Client, path: str, headers: dict[str, str]
) -> None:
    assert browser.get(path, headers=headers).status_code == 403


def test_what_is_sent_is_not_sent_twice(browser: Client) -> None:
    assert browser.post("/aarhus/log-ud/", headers=PAGE).status_code == 403


def test_what_is_encrypted_passes_and_without_the_redirect_all_does(
    browser: Client, settings: Any
) -> None:
    safe = browser.get("/aarhus/xapi/about", headers={"X-Forwarded-Proto": "https"})
    assert safe.status_code == 200
    settings.SECURE_SSL_REDIRECT = False
    assert Client().get("/aarhus/xapi/about").status_code == 200
