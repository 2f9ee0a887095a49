# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody goes to a provider over a real socket and comes back: believed, or not, and why."""

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from jobunivers.integrations.oidc.asking import Silent
from jobunivers.integrations.oidc.client import Attempt, Client, Proof
from jobunivers.integrations.oidc.configured import Provider
from jobunivers.integrations.oidc.fake import CLIENT, PEOPLE, SECRET, FakePerson, FakeProvider
from jobunivers.integrations.oidc.knowing import BETWEEN_SECONDS, Known
from jobunivers.integrations.oidc.proving import NotProven

BACK = "https://job.aarhus.example/log-ind/med/mitid/tilbage/"
FRIDA, SVEND = PEOPLE
LOW = "https://data.gov.dk/concept/core/nsis/loa/Low"


@pytest.fixture
def fake() -> Iterator[FakeProvider]:
    with FakeProvider() as one:
        yield one


def at_now() -> datetime:
    return datetime.now(UTC)


def provider(fake: FakeProvider, **other: Any) -> Provider:
    told: dict[str, Any] = {
        "kommune": "0751", "code": "mitid", "name_da": "MitID", "name_en": "MitID",
        "issuer": fake.issuer, "client_id": CLIENT, "client_secret": SECRET, "people": "citizens",
    }  # fmt: skip
    return Provider(**(told | other))


def answer(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query))


def log_in(
    fake: FakeProvider,
    client: Client,
    *,
    subject: str = FRIDA.subject,
    change: Callable[[dict[str, str]], dict[str, str]] = lambda told: told,
    anew: bool = False,
    level: str = "substantial",
) -> Proof:
    attempt = Attempt.new(level=level, at=at_now(), anew=anew)
    address = client.begin(attempt, back_to=BACK, language="da")
    back = fake.agreed(address, subject)
    kept = Attempt(**json.loads(json.dumps(attempt.kept())))
    return client.finish(kept, change(answer(back)), back_to=BACK, at=at_now())


def refused(fake: FakeProvider, client: Client, **more: Any) -> str:
    with pytest.raises(NotProven) as why:
        log_in(fake, client, **more)
    return why.value.code


def test_who_comes_back_is_known_by_issuer_and_subject_with_her_level(fake: FakeProvider) -> None:
    proof = log_in(fake, Client(provider(fake)))

    assert (proof.issuer, proof.subject) == (fake.issuer, FRIDA.subject)
    assert (proof.level, proof.name) == ("substantial", "Frida Falsk")
    assert proof.born_on is not None
    assert proof.born_on.isoformat() == "1990-02-03"
    assert proof.sid
    asked = fake.asked[-1]
    assert asked["code_challenge_method"] == "S256"
    assert asked["acr_values"].split()[0].endswith("/Substantial")
    assert "prompt" not in asked


def test_staff_bring_their_roles(fake: FakeProvider) -> None:
    one = provider(fake, people="staff", roles={"raadgiver": "adviser"})
    assert log_in(fake, Client(one), subject=SVEND.subject).roles == ("raadgiver",)


def test_a_name_that_the_token_lacks_is_asked_for(fake: FakeProvider) -> None:
    fake.told = {"name": None}
    del fake.told["name"]
    claims = {"given_name": "Gerda", "family_name": "Grøn", "name": ""}
    fake.people["g"] = FakePerson("g", "", claims=claims)
    assert log_in(fake, Client(provider(fake)), subject="g").name == "Gerda Grøn"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"iss": "https://other.example"}, "issuer"),
        ({"aud": "somebody-else"}, "audience"),
        ({"aud": [CLIENT, "another"]}, "audience"),
        ({"azp": "another"}, "audience"),
        ({"exp": 1}, "late"),
        ({"exp": None}, "late"),
        ({"exp": True}, "late"),
        ({"iat": 9e10}, "early"),
        ({"nbf": 9e10}, "early"),
        ({"nbf": "now"}, "early"),
        ({"nonce": "another"}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"sub": ""}, "subject"),
        ({"sub": 7}, "subject"),
        ({"sub": "x" * 256}, "subject"),
        ({"acr": LOW}, "level"),
        ({"acr": None}, "level"),
        ({"acr": "https://data.gov.dk/concept/core/nsis/loa/substantial"}, "level"),
    ],
)
def test_what_a_token_says_wrongly_proves_nobody(
    fake: FakeProvider, told: dict[str, Any], code: str
) -> None:
    fake.told = told
    assert refused(fake, Client(provider(fake))) == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda told: told | {"state": "another"}, "state"),
        (lambda told: {k: v for k, v in told.items() if k != "state"}, "state"),
        (lambda told: told | {"iss": "https://other.example"}, "issuer"),
        (lambda told: {k: v for k, v in told.items() if k != "iss"}, "issuer"),
        (lambda told: told | {"error": "access_denied"}, "refused"),
        (lambda told: told | {"code": "made-up"}, "code"),
        (lambda told: told | {"code": ""}, "code"),
    ],
)
def test_an_answer_that_is_not_to_this_question_proves_nobody(
    fake: FakeProvider, change: Callable[[dict[str, str]], dict[str, str]], code: str
) -> None:
    assert refused(fake, Client(provider(fake)), change=change) == code


def test_a_stolen_code_is_worth_nothing_without_the_proof(fake: FakeProvider) -> None:
    client = Client(provider(fake))
    hers = Attempt.new(level="substantial", at=at_now())
    back = answer(fake.agreed(client.begin(hers, back_to=BACK, language="da"), FRIDA.subject))
    thief = replace(Attempt.new(level="substantial", at=at_now()), state=hers.state)
    with pytest.raises(NotProven, match="code"):
        client.finish(thief, back, back_to=BACK, at=at_now())


def test_a_code_counts_once(fake: FakeProvider) -> None:
    client = Client(provider(fake))
    attempt = Attempt.new(level="substantial", at=at_now())
    back = answer(fake.agreed(client.begin(attempt, back_to=BACK, language="da"), FRIDA.subject))
    client.finish(attempt, back, back_to=BACK, at=at_now())
    with pytest.raises(NotProven, match="code"):
        client.finish(attempt, back, back_to=BACK, at=at_now())


def test_who_is_asked_anew_must_have_proven_it_anew(fake: FakeProvider) -> None:
    client = Client(provider(fake))
    log_in(fake, client, anew=True)
    assert (fake.asked[-1]["prompt"], fake.asked[-1]["max_age"]) == ("login", "0")
    fake.told = {"auth_time": int(at_now().timestamp()) - 3600}
    assert refused(fake, client, anew=True) == "old"
    fake.told = {"auth_time": None}
    assert refused(fake, client, anew=True) == "old"


def test_a_new_key_is_asked_for_and_the_old_one_still_proves(fake: FakeProvider) -> None:
    now = [0.0]
    client = Client(provider(fake), Known(fake.issuer, clock=lambda: now[0]))
    log_in(fake, client)
    fake.rotate()
    now[0] += BETWEEN_SECONDS + 1
    log_in(fake, client)

    fake.rotate(keep=False)
    assert refused(fake, client) == "key", "not asked for again within ten seconds"
    now[0] += BETWEEN_SECONDS + 1
    log_in(fake, client)


def _forged(fake: FakeProvider, sign: Callable[[dict[str, Any]], str]) -> None:
    fake.signed = lambda claims, **_typ: sign(dict(claims))  # type: ignore[method-assign]


def _unsigned(claims: dict[str, Any]) -> str:
    parts = (json.dumps({"alg": "none"}), json.dumps(claims))
    return (
        ".".join(base64.urlsafe_b64encode(one.encode()).decode().rstrip("=") for one in parts) + "."
    )


def test_a_token_that_somebody_else_has_signed_is_refused(fake: FakeProvider) -> None:
    client, stranger = Client(provider(fake)), RSAKey.generate_key(2048)
    kid = fake.keys()["keys"][0]["kid"]
    _forged(fake, lambda claims: jwt.encode({"alg": "RS256", "kid": kid}, claims, stranger))
    assert refused(fake, client) == "signature"
    _forged(fake, lambda claims: jwt.encode({"alg": "RS256", "kid": "x"}, claims, stranger))
    assert refused(fake, client) == "key"
    # The public key taken for a shared secret, the oldest of tricks.
    shared = OctKey.import_key(json.dumps(fake.keys()["keys"][0]))
    _forged(fake, lambda claims: jwt.encode({"alg": "HS256", "kid": kid}, claims, shared))
    assert refused(fake, client) == "algorithm"
    _forged(fake, _unsigned)
    assert refused(fake, client) == "algorithm"
    for broken in ("", "a.b", "a.b.c", "é.b.c", "[]", "x" * 150_000):
        _forged(fake, lambda _claims, broken=broken: broken)  # type: ignore[misc]
        assert refused(fake, client) == "format"


@pytest.mark.filterwarnings("ignore:Key size")
def test_a_weak_key_proves_nothing(fake: FakeProvider) -> None:
    fake._keys = [RSAKey.generate_key(1024)]
    assert refused(fake, Client(provider(fake))) == "key"


def test_a_provider_that_is_silent_or_another_is_said_to_be_silent(fake: FakeProvider) -> None:
    fake.silent = True
    client = Client(provider(fake))
    assert not client.check()
    with pytest.raises(Silent):
        log_in(fake, client)
    assert client.leave(id_token="", back_to=BACK) == ""
    fake.silent = False
    with pytest.raises(Silent, match="another issuer"):
        log_in(fake, Client(provider(fake, issuer=f"{fake.issuer}/")))
    assert Client(provider(fake)).check()


def test_leaving_leads_to_the_providers_own_page(fake: FakeProvider) -> None:
    there = Client(provider(fake)).leave(id_token="token", back_to=BACK)
    assert there.startswith(f"{fake.issuer}/logout?")
    assert answer(there) == {
        "client_id": CLIENT, "post_logout_redirect_uri": BACK, "id_token_hint": "token",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"events": {}}, "event"),
        ({"events": None}, "event"),
        ({"nonce": "n"}, "event"),
        ({"jti": None}, "format"),
        ({"aud": "another"}, "audience"),
        ({"iss": "https://other.example"}, "issuer"),
        ({"exp": 1}, "late"),
        ({"sid": None}, "subject"),
    ],
)
def test_only_a_whole_logout_token_ends_a_session(
    fake: FakeProvider, other: dict[str, Any], code: str
) -> None:
    client = Client(provider(fake))
    assert client.ended_by(fake.logout_token(sid="s"), at=at_now()).sid == "s"
    assert client.ended_by(fake.logout_token(subject="p"), at=at_now()).subject == "p"
    with pytest.raises(NotProven) as why:
        client.ended_by(fake.logout_token(**({"sid": "s"} | other)), at=at_now())
    assert why.value.code == code
