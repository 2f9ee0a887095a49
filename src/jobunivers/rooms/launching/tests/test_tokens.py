# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a code and a token open, for whom and how long."""

import base64
import json
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.launching.models import LoginCode
from jobunivers.rooms.launching.tests.making import (
    Connected,
    answer_of,
    authorize,
    connected,
    exchange,
    said_yes,
)
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def cv(aarhus: Municipality) -> Connected:
    return connected()


@pytest.fixture
def code(cv: Connected, as_kirsten: KommuneClient, kirsten: Person) -> str:
    said_yes(cv, kirsten)
    return answer_of(authorize(as_kirsten, cv)).told["code"]


def test_a_code_that_comes_again_is_refused_and_ends_what_it_gave(
    cv: Connected, code: str, visitor: KommuneClient
) -> None:
    first = exchange(visitor, cv, code).json()
    head = {"Authorization": f"Bearer {first['access_token']}"}
    assert visitor.get("/oidc/userinfo", headers=head).status_code == 200

    again = exchange(visitor, cv, code)

    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")
    assert visitor.get("/oidc/userinfo", headers=head).status_code == 401


@pytest.mark.parametrize(
    ("other", "status", "error"),
    [
        ({"code_verifier": ""}, 400, "invalid_request"),
        ({"code_verifier": "w" * 43}, 400, "invalid_grant"),
        ({"redirect_uri": "https://cv.example/andet"}, 400, "invalid_grant"),
        ({"client_secret": "gættet"}, 401, "invalid_client"),
        ({"client_secret": ""}, 401, "invalid_client"),
        ({"client_id": "en-anden"}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"code": "gættet"}, 400, "invalid_grant"),
    ],
)
def test_tokens_are_refused_with_the_reason(
    cv: Connected,
    code: str,
    visitor: KommuneClient,
    other: dict[str, str],
    status: int,
    error: str,
) -> None:
    answer = exchange(visitor, cv, code, **other)

    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert "id_token" not in answer.json()


def test_a_code_with_a_wrong_proof_is_spent(
    cv: Connected, code: str, visitor: KommuneClient
) -> None:
    exchange(visitor, cv, code, code_verifier="w" * 43)

    assert exchange(visitor, cv, code).json()["error"] == "invalid_grant"


def test_another_vendors_client_cannot_use_the_code(
    cv: Connected, code: str, visitor: KommuneClient
) -> None:
    thief = connected("Tyv")

    answer = exchange(visitor, thief, code)

    assert answer.json()["error"] == "invalid_grant"
    assert exchange(visitor, cv, code).status_code == 200


def test_a_code_is_nothing_in_another_kommune(
    cv: Connected, code: str, odense: Municipality
) -> None:
    answer = exchange(KommuneClient("odense"), cv, code)

    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


def test_a_code_lives_a_minute_and_a_token_five(
    cv: Connected, as_kirsten: KommuneClient, visitor: KommuneClient, kirsten: Person
) -> None:
    said_yes(cv, kirsten)
    late = answer_of(authorize(as_kirsten, cv)).told["code"]
    with time_machine.travel(timezone.now() + timedelta(seconds=61), tick=False):
        assert exchange(visitor, cv, late).json()["error"] == "invalid_grant"
    soon = answer_of(authorize(as_kirsten, cv)).told["code"]
    token = exchange(visitor, cv, soon).json()["access_token"]
    head = {"Authorization": f"Bearer {token}"}
    with time_machine.travel(timezone.now() + timedelta(seconds=301), tick=False):
        answer = visitor.get("/oidc/userinfo", headers=head)
    assert answer.status_code == 401
    assert 'error="invalid_token"' in answer["WWW-Authenticate"]


def test_another_kommunes_token_opens_nothing(
    cv: Connected, code: str, visitor: KommuneClient, odense: Municipality
) -> None:
    token = exchange(visitor, cv, code).json()["access_token"]

    answer = KommuneClient("odense").get(
        "/oidc/userinfo", headers={"Authorization": f"Bearer {token}"}
    )

    assert answer.status_code == 401


def test_what_is_taken_back_opens_nothing_more(
    cv: Connected,
    code: str,
    as_kirsten: KommuneClient,
    visitor: KommuneClient,
    kirsten: Person,
) -> None:
    token = exchange(visitor, cv, code).json()["access_token"]
    waiting = answer_of(authorize(as_kirsten, cv)).told["code"]

    as_kirsten.post(f"/mine-data/udleveret/{cv.offer.pk}/tag-tilbage/")

    head = {"Authorization": f"Bearer {token}"}
    assert visitor.get("/oidc/userinfo", headers=head).status_code == 401
    assert exchange(visitor, cv, waiting).json()["error"] == "invalid_grant"
    told = answer_of(authorize(as_kirsten, cv, prompt="none")).told
    assert told["error"] == "consent_required"


def test_a_public_client_needs_no_secret_and_may_show_none(
    aarhus: Municipality, as_kirsten: KommuneClient, visitor: KommuneClient, kirsten: Person
) -> None:
    app = connected("App", public=True)
    said_yes(app, kirsten)
    code = answer_of(authorize(as_kirsten, app)).told["code"]

    assert exchange(visitor, app, code, client_secret="x").status_code == 401
    assert exchange(visitor, app, code).status_code == 200


def test_a_secret_may_come_in_the_head_but_not_in_two_ways(
    cv: Connected, code: str, visitor: KommuneClient
) -> None:
    packed = base64.b64encode(f"{cv.client.client_id}:{cv.secret}".encode()).decode()
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": "https://cv.example/tilbage?x=1",
        "code_verifier": "v" * 43,
    }
    head = {"Authorization": f"Basic {packed}"}

    both = visitor.post("/oidc/token", sent | {"client_secret": cv.secret}, headers=head)
    one = visitor.post("/oidc/token", sent, headers=head)

    assert (both.status_code, one.status_code) == (401, 200)
    assert both["WWW-Authenticate"].startswith("Basic")


def test_neither_code_nor_token_nor_secret_is_in_the_database(
    cv: Connected, code: str, visitor: KommuneClient, aarhus: Municipality
) -> None:
    exchange(visitor, cv, code)

    with working_for(aarhus.pk):
        rows = [*LoginCode.objects.values(), *type(cv.client).objects.values()]
    stored = json.dumps(rows, default=str)
    assert code not in stored
    assert cv.secret not in stored
