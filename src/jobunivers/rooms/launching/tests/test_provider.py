# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our OpenID provider answers who does it right, and refuses every attack we know."""

from datetime import timedelta
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.db import connection
from django.utils import timezone
from joserfc import jwt
from joserfc.jwk import KeySet

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Assurance, Person
from jobunivers.rooms.launching import actions, queries
from jobunivers.rooms.launching.models import Receipt, SigningKey
from jobunivers.rooms.launching.tests.making import (
    Connected,
    answer_of,
    authorize,
    connected,
    exchange,
    request_of,
    said_yes,
)
from jobunivers.rooms.marketplace.models import OfferUse
from jobunivers.testing.browsers import KommuneClient, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def cv(aarhus: Municipality) -> Connected:
    return connected()


@pytest.fixture
def code(cv: Connected, as_kirsten: KommuneClient, kirsten: Person) -> str:
    said_yes(cv, kirsten)
    return answer_of(authorize(as_kirsten, cv)).told["code"]


def claims(visitor: KommuneClient, token: str) -> dict[str, Any]:
    keys = KeySet.import_key_set(visitor.get("/oidc/jwks.json").json())
    return dict(jwt.decode(token, keys, algorithms=["RS256"]).claims)


def test_a_vendor_gets_a_number_and_what_was_agreed_and_nothing_else(
    cv: Connected, code: str, visitor: KommuneClient, kirsten: Person
) -> None:
    answer = exchange(visitor, cv, code)

    told = answer.json()
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    found = claims(visitor, told["id_token"])
    with working_for(kirsten.municipality_id):
        vendor_id = cv.offer.vendor_id or 0
        subject = queries.pseudonym(citizen_id=kirsten.pk, vendor_id=vendor_id)
    assert found["iss"] == "http://testserver/aarhus/oidc"
    assert (found["aud"], found["nonce"]) == (cv.client.client_id, "n-0S6_WzA2Mj")
    assert (found["sub"], found["acr"]) == (subject, "substantial")
    assert set(found) == {"iss", "sub", "aud", "iat", "exp", "nonce", "auth_time", "acr"}
    head = {"Authorization": f"Bearer {told['access_token']}"}
    assert visitor.get("/oidc/userinfo", headers=head).json() == {
        "sub": subject,
        "name": "Kirsten Holm",
        "locale": "da",
    }


def test_the_answer_carries_state_and_who_answers(
    cv: Connected, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    said_yes(cv, kirsten)

    answer = answer_of(authorize(as_kirsten, cv))

    assert answer.address == "https://cv.example/tilbage"
    assert answer.told.keys() == {"x", "code", "iss", "state"}
    assert answer.told["state"] == "st&te=1"
    assert answer.told["iss"] == "http://testserver/aarhus/oidc"


def test_each_vendor_knows_her_by_another_number_and_the_same_one_by_the_same(
    cv: Connected, aarhus: Municipality, kirsten: Person
) -> None:
    other, now = connected("Jobportal"), timezone.now()
    with working_for(aarhus.pk):
        one, again, else_where = (
            actions.subject_for(citizen_id=kirsten.pk, offer=offer, at=now)
            for offer in (cv.offer, cv.offer, other.offer)
        )
        vendor_id = cv.offer.vendor_id or 0
        actions.renew_subject(citizen_id=kirsten.pk, vendor_id=vendor_id, at=now)
        renewed = queries.pseudonym(citizen_id=kirsten.pk, vendor_id=vendor_id)
        assert queries.citizen_of(subject=one, vendor_id=vendor_id) is None
        assert queries.citizen_of(subject=renewed or "", vendor_id=vendor_id) == kirsten.pk
        assert queries.citizen_of(subject=else_where, vendor_id=vendor_id) is None

    assert one == again
    assert len({one, else_where, renewed}) == 3


def test_each_hand_over_leaves_a_receipt_and_is_begun_once(
    cv: Connected, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    said_yes(cv, kirsten)
    authorize(as_kirsten, cv)
    authorize(as_kirsten, cv)

    with working_for(kirsten.municipality_id):
        kept = list(Receipt.objects.filter(citizen_id=kirsten.pk))
        use = OfferUse.objects.get(citizen_id=kirsten.pk, offer=cv.offer)
    assert [one.data for one in kept] == [["subject", "kommune", "login", "name", "language"]] * 2
    assert use.starts == 1


@pytest.mark.parametrize(
    "other",
    [
        {"redirect_uri": "https://cv.example/tilbage"},
        {"redirect_uri": "https://cv.example/tilbage?x=1&y=2"},
        {"redirect_uri": "https://cv.example.ond.example/tilbage?x=1"},
        {"redirect_uri": None},
        {"client_id": "en-anden"},
        {"client_id": None},
    ],
)
def test_an_address_that_is_not_registered_gets_no_answer_at_all(
    cv: Connected, as_kirsten: KommuneClient, kirsten: Person, other: dict[str, str | None]
) -> None:
    said_yes(cv, kirsten)

    answer = authorize(as_kirsten, cv, **other)

    assert answer.status_code == 400
    assert "Location" not in answer


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge_method": None}, "invalid_request"),
        ({"code_challenge": "kort"}, "invalid_request"),
        ({"nonce": None}, "invalid_request"),
        ({"nonce": "n" * 301}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": "code id_token"}, "unsupported_response_type"),
        ({"response_mode": "fragment"}, "invalid_request"),
        ({"scope": "profile"}, "invalid_scope"),
        ({"request": "eyJ"}, "request_not_supported"),
        ({"request_uri": "https://x.example"}, "request_uri_not_supported"),
        ({"prompt": "none login"}, "invalid_request"),
        ({"prompt": "login"}, "login_required"),
        ({"max_age": "-1"}, "invalid_request"),
        ({"max_age": "0"}, "login_required"),
    ],
)
def test_a_wrong_request_is_told_to_the_vendor_with_its_reason(
    cv: Connected,
    as_kirsten: KommuneClient,
    kirsten: Person,
    other: dict[str, str | None],
    error: str,
) -> None:
    said_yes(cv, kirsten)

    told = answer_of(authorize(as_kirsten, cv, **other)).told

    assert (told["error"], told["state"]) == (error, "st&te=1")
    assert "code" not in told


def test_a_parameter_that_comes_twice_is_refused(
    cv: Connected, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    said_yes(cv, kirsten)
    sent = request_of(cv) | {"scope": ["openid", "openid profile"]}

    told = answer_of(as_kirsten.get("/oidc/authorize", sent)).told

    assert told["error"] == "invalid_request"


def test_who_is_not_logged_in_comes_to_our_page_first_and_silence_is_told(
    cv: Connected, visitor: KommuneClient
) -> None:
    answer = authorize(visitor, cv)

    assert answer["Location"].startswith(f"/aarhus/videre/{cv.offer.pk}/?svar=")
    told = answer_of(authorize(visitor, cv, prompt="none")).told
    assert told["error"] == "login_required"


def test_a_weak_login_and_staff_are_not_let_through(
    cv: Connected, aarhus: Municipality, kirsten: Person, as_omar: KommuneClient
) -> None:
    said_yes(cv, kirsten)
    weak = browser(aarhus, kirsten, assurance=Assurance.LOW)

    assert answer_of(authorize(weak, cv, prompt="none")).told["error"] == "login_required"
    assert answer_of(authorize(as_omar, cv)).told["error"] == "access_denied"


def test_what_stands_on_no_shelf_of_hers_is_not_begun(
    cv: Connected, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    from jobunivers.rooms.marketplace import actions as market

    said_yes(cv, kirsten)
    with working_for(kirsten.municipality_id):
        market.take_down(offer=cv.offer, why="Fejl", at=timezone.now(), actor_id=1)

    assert answer_of(authorize(as_kirsten, cv)).told["error"] == "access_denied"


def test_whose_name_is_protected_is_known_by_her_number_alone(
    cv: Connected, code: str, visitor: KommuneClient, kirsten: Person
) -> None:
    token = exchange(visitor, cv, code).json()["access_token"]
    with working_for(kirsten.municipality_id):
        Person.objects.filter(pk=kirsten.pk).update(protection="cpr")

    told = visitor.get("/oidc/userinfo", headers={"Authorization": f"Bearer {token}"}).json()

    assert "name" not in told


def test_a_form_of_another_site_is_asked_again_by_get(
    cv: Connected, visitor: KommuneClient
) -> None:
    answer = visitor.post("/oidc/authorize", request_of(cv))

    assert answer.status_code == 303
    assert answer["Location"].startswith("/aarhus/oidc/authorize?response_type=code")


def test_keys_are_exchanged_and_the_old_one_proves_what_it_has_signed(
    aarhus: Municipality,
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        old = actions.sign({"sub": "x"}, at=now)
        later = now + timedelta(days=91)
        new = actions.sign({"sub": "x"}, at=later)
        keys = KeySet.import_key_set(actions.key_set(at=later))  # type: ignore[arg-type]
        assert jwt.decode(old, keys, algorithms=["RS256"]).claims["sub"] == "x"
        assert jwt.decode(new, keys, algorithms=["RS256"]).claims["sub"] == "x"
        assert len(keys.keys) == 2
        with connection.cursor() as cursor:  # a field opens itself; this is what is stored
            cursor.execute("SELECT k::text FROM launching_signingkey AS k")
            stored = "".join(row for (row,) in cursor.fetchall())
        assert SigningKey.objects.count() == 2
        assert "PRIVATE" not in stored
        assert b"PRIVATE".hex() not in stored


def test_a_key_that_an_older_server_sealed_and_nobody_can_open_is_left_out(
    aarhus: Municipality,
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        gone = Fernet(Fernet.generate_key()).encrypt(b"a key")
        SigningKey.objects.create(kid="gone", sealed=gone, made_at=now)
        told = actions.key_set(at=now)["keys"]
        assert len(told) == 1
        assert told[0]["kid"] != "gone"
