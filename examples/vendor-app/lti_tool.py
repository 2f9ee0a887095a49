# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sample solution as a tool after LTI 1.3: launched, asked to pick content, telling grades.

Read it from the top: `Platform` is what the platform gives you, `Tool.begin` and `Tool.finish` are
the launch, `Tool.grade` is a result, `Tool.picked` the answer of a page where content is picked.
"""

import hmac
import secrets
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, RSAKey

PATIENCE = 10.0  # seconds for an answer of the platform
CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
PICKING = "https://purl.imsglobal.org/spec/lti-dl/claim/"
GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class NotLaunched(Exception):  # noqa: N818 - it reads as what happened
    """What came in is not what it claims to be."""


@dataclass(frozen=True)
class Platform:
    """One kommune's platform, as you registered it."""

    issuer: str
    client_id: str
    deployment: str
    authorize: str
    token: str

    @property
    def keys(self) -> str:
        """Return where its public keys are."""
        return f"{self.issuer}/jwks.json"


@dataclass(frozen=True)
class Asked:
    """A launch that has begun: what must come back exactly as it was sent."""

    state: str
    nonce: str


@dataclass
class Tool:
    """The tool. In real life a certified library does this, with a key that lasts."""

    platform: Platform
    redirect_uri: str
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"use": "sig"}))

    def __post_init__(self) -> None:
        """Name the key by its fingerprint, so that it can be exchanged."""
        self.key.ensure_kid()

    def public_keys(self) -> dict[str, Any]:
        """Return what everybody may read."""
        return {"keys": [self.key.as_dict(private=False) | {"alg": "RS256"}]}

    def begin(self, told: dict[str, str]) -> tuple[str, Asked]:
        """Return where her browser goes, and what to remember until it is back."""
        # Anybody can call our page: only the platform we know is asked.
        if told.get("iss") != self.platform.issuer:
            raise NotLaunched("the platform is not ours")
        if told.get("client_id", self.platform.client_id) != self.platform.client_id:
            raise NotLaunched("the launch is another tool's")
        asked = Asked(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
        sent = {
            "scope": "openid",
            "response_type": "id_token",
            "response_mode": "form_post",
            "prompt": "none",
            "client_id": self.platform.client_id,
            "redirect_uri": self.redirect_uri,
            "login_hint": told.get("login_hint", ""),
            "lti_message_hint": told.get("lti_message_hint", ""),
            "state": asked.state,
            "nonce": asked.nonce,
        }
        return f"{self.platform.authorize}?{urlencode(sent)}", asked

    def finish(self, told: dict[str, str], asked: Asked | None) -> dict[str, Any]:
        """Return what a launch says, once everything about it is right."""
        if asked is None or not hmac.compare_digest(told.get("state", ""), asked.state):
            raise NotLaunched("this launch was not begun here")
        if "id_token" not in told:
            raise NotLaunched(f"the platform says: {told.get('error', 'nothing')}")
        answer = httpx.get(self.platform.keys, timeout=PATIENCE)
        answer.raise_for_status()
        keys = KeySet.import_key_set({"keys": answer.json()["keys"]})
        try:
            claims = jwt.decode(told["id_token"], keys, algorithms=["RS256"]).claims
            jwt.JWTClaimsRegistry(
                iss={"essential": True, "value": self.platform.issuer},
                aud={"essential": True, "value": self.platform.client_id},
                exp={"essential": True},
                nonce={"essential": True, "value": asked.nonce},
            ).validate(claims)
        except (JoseError, ValueError) as error:
            raise NotLaunched(f"the message is not right: {error}") from error
        if claims.get(f"{CLAIM}deployment_id") != self.platform.deployment:
            raise NotLaunched("the deployment is not ours")
        return dict(claims)

    def grade(self, launched: dict[str, Any], share: float) -> None:
        """Tell that she is through, and how well: 0 … 1, on the line of her launch."""
        line = launched[GRADES]["lineitem"]
        head = {
            "Authorization": f"Bearer {self._token(SCORE)}",
            "Content-Type": "application/vnd.ims.lis.v1.score+json",
        }
        told = {
            "userId": launched["sub"],
            "scoreGiven": share * 100,
            "scoreMaximum": 100,
            "activityProgress": "Completed",
            "gradingProgress": "FullyGraded",
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        }
        httpx.post(f"{line}/scores", json=told, headers=head, timeout=PATIENCE).raise_for_status()

    def picked(self, launched: dict[str, Any], title: str, url: str) -> tuple[str, str]:
        """Return where an answer to a picking is sent, and the signed answer with one piece."""
        wanted = launched[f"{PICKING}deep_linking_settings"]
        told = {
            "nonce": secrets.token_urlsafe(24),
            f"{CLAIM}message_type": "LtiDeepLinkingResponse",
            f"{CLAIM}version": "1.3.0",
            f"{CLAIM}deployment_id": launched[f"{CLAIM}deployment_id"],
            f"{PICKING}data": wanted["data"],
            f"{PICKING}content_items": [{"type": "ltiResourceLink", "title": title, "url": url}],
        }
        return wanted["deep_link_return_url"], self._signed(told, self.platform.issuer)

    def _token(self, scope: str) -> str:
        """Return a token of the platform, got by proving who we are (RFC 7523)."""
        proof = {"sub": self.platform.client_id, "jti": secrets.token_urlsafe(24)}
        sent = {
            "grant_type": "client_credentials",
            "client_assertion_type": ASSERTION,
            "client_assertion": self._signed(proof, self.platform.token),
            "scope": scope,
        }
        answer = httpx.post(self.platform.token, data=sent, timeout=PATIENCE)
        answer.raise_for_status()
        return str(answer.json()["access_token"])

    def _signed(self, told: dict[str, Any], audience: str) -> str:
        now = int(time.time())
        whole = {"iss": self.platform.client_id, "aud": audience, "iat": now, "exp": now + 300}
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, whole | told, self.key)
