# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A relying party of another make, `openid-client`, logs her in over a real socket."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.ui.checking import node
from jobunivers.identity.models import Person
from jobunivers.rooms.launching import queries
from jobunivers.rooms.launching.tests.making import connected, said_yes
from jobunivers.rooms.launching.tests.served import Served
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
REDIRECT = "https://cv.example/tilbage"
# Her browser's part of it is asked for with a mark of its own: it alone is logged in.
_PARTY = """
import * as client from {library};
const [issuer, id, secret, redirect] = process.argv.slice(2);
const insecure = {{ execute: [client.allowInsecureRequests] }};
const config = await client.discovery(new URL(issuer), id, undefined,
  secret ? client.{method}(secret) : client.None(), insecure);
const verifier = client.randomPKCECodeVerifier();
const nonce = client.randomNonce(), state = client.randomState();
const there = client.buildAuthorizationUrl(config, {{
  redirect_uri: redirect, scope: "openid profile", state, nonce,
  code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256",
}});
const back = await fetch(there, {{ redirect: "manual", headers: {{ "x-her-browser": "1" }} }});
const address = new URL(back.headers.get("location"));
const checks = {{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce,
  idTokenExpected: true, {more} }};
try {{
  const tokens = await client.authorizationCodeGrant(config, address, checks);
  const claims = tokens.claims();
  const info = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
  let again = "";
  try {{ await client.authorizationCodeGrant(config, address, checks); }}
  catch (error) {{ again = error.error; }}
  console.log(JSON.stringify({{ claims, info, again }}));
}} catch (error) {{ console.log(JSON.stringify({{ failed: error.code, why: error.message }})); }}
"""


def log_in(
    served: Served, one: Any, folder: Path, *, method: str = "ClientSecretBasic", more: str = ""
) -> dict[str, Any]:
    """Let the other make log her in, and return what it has understood."""
    library = Path(settings.ROOT) / "node_modules/openid-client/build/index.js"
    program = node()
    if program is None or not library.exists():
        pytest.skip("Node or the package openid-client is not installed: ./jobunivers check")
    script = folder / "party.mjs"
    address = json.dumps(library.as_uri())
    script.write_text(_PARTY.format(library=address, method=method, more=more))
    issuer = f"http://{served.host}/aarhus/oidc"
    sent = [program, str(script), issuer, one.client.client_id, one.secret, REDIRECT]
    running = subprocess.Popen(sent, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return dict(json.loads(served.until_ended(running)))


@pytest.fixture
def served(as_kirsten: KommuneClient, visitor: KommuneClient) -> Served:
    return Served(as_kirsten, visitor)


@pytest.mark.parametrize("method", ["ClientSecretBasic", "ClientSecretPost"])
def test_openid_client_logs_her_in_and_gets_what_was_agreed(
    served: Served, kirsten: Person, aarhus: Municipality, tmp_path: Path, method: str
) -> None:
    cv = connected(redirect=REDIRECT)
    said_yes(cv, kirsten)

    told = log_in(served, cv, tmp_path, method=method)

    with working_for(aarhus.pk):
        subject = queries.pseudonym(citizen_id=kirsten.pk, vendor_id=cv.offer.vendor_id or 0)
    assert told["claims"]["sub"] == subject
    assert told["claims"]["acr"] == "substantial"
    assert told["info"] == {"sub": subject, "name": "Kirsten Holm", "locale": "da"}
    assert told["again"] == "invalid_grant"


def test_openid_client_logs_her_in_without_a_secret(
    served: Served, kirsten: Person, tmp_path: Path
) -> None:
    app = connected(public=True, redirect=REDIRECT, data=["subject"])
    said_yes(app, kirsten)

    told = log_in(served, app, tmp_path)

    assert told["info"].keys() == {"sub"}


def test_openid_client_refuses_what_is_not_the_answer_to_its_question(
    served: Served, kirsten: Person, tmp_path: Path
) -> None:
    cv = connected(redirect=REDIRECT)
    said_yes(cv, kirsten)

    told = log_in(served, cv, tmp_path, more='expectedNonce: "en anden"')

    assert told["failed"] == "OAUTH_JWT_CLAIM_COMPARISON_FAILED"
