# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sending somebody to a provider and reading what she comes back with.

Authorization code with PKCE (RFC 7636), state, nonce and the issuer of the answer (RFC 9207).
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, Self
from urllib.parse import urlencode

from jobunivers.integrations.oidc import ending
from jobunivers.integrations.oidc.asking import Silent, ask, told_by
from jobunivers.integrations.oidc.configured import CITIZENS, LEVELS, Provider
from jobunivers.integrations.oidc.knowing import Known, Metadata
from jobunivers.integrations.oidc.proving import (
    LEEWAY_SECONDS,
    NotProven,
    check_standing,
    digest_of,
    number,
    read_signed,
    subject_of,
    text,
)

_OK = 200
_LONGEST_CODE = 4_000
_MOST_ROLES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One way out to a provider; lives in her own session until she is back.

    Attributes:
        level: the least level asked for.
        began: when, in seconds since 1970.
        anew: she is to prove who she is once more, although the provider knows her.
    """

    state: str
    nonce: str
    verifier: str
    level: str
    began: float
    anew: bool

    @classmethod
    def new(cls, *, level: str, at: datetime, anew: bool = False) -> Self:
        """Return a new one, of three secrets nobody can guess."""
        return cls(
            state=secrets.token_urlsafe(32),
            nonce=secrets.token_urlsafe(32),
            verifier=secrets.token_urlsafe(48),
            level=level,
            began=at.timestamp(),
            anew=anew,
        )

    def kept(self) -> dict[str, Any]:
        """Return it as a session keeps it; `Attempt(**kept)` is it again."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Somebody has proven who she is.

    Attributes:
        level: NSIS' level as `Assurance` has it.
        roles: what the provider says she is; of staff only.
        sid: the provider's number of her session, "" when it tells none.
        digest, ends_at: by which the token is known again, and until when it must be.
    """

    issuer: str
    subject: str
    level: str
    name: str
    born_on: date | None
    roles: tuple[str, ...]
    sid: str
    id_token: str = field(repr=False)
    digest: str
    ends_at: datetime


class Client:
    """A kommune's client at one provider."""

    def __init__(self, provider: Provider, known: Known | None = None) -> None:
        self.provider = provider
        self._known = known or Known(provider.issuer)

    def begin(self, attempt: Attempt, *, back_to: str, language: str) -> str:
        """Return the provider's address that an attempt is sent to; raise Silent."""
        asked = {
            "response_type": "code",
            "response_mode": "query",
            "client_id": self.provider.client_id,
            "redirect_uri": back_to,
            "scope": "openid profile",
            "state": attempt.state,
            "nonce": attempt.nonce,
            "code_challenge": challenge_of(attempt.verifier),
            "code_challenge_method": "S256",
            "acr_values": " ".join(self.provider.acr_of(attempt.level)),
            "ui_locales": language,
        }
        if attempt.anew:
            asked |= {"prompt": "login", "max_age": "0"}
        return _with_query(self._known.metadata().authorization, asked)

    def finish(
        self, attempt: Attempt, told: Mapping[str, str], *, back_to: str, at: datetime
    ) -> Proof:
        """Return who has come back.

        Raises:
            NotProven: nobody that may be believed.
            Silent: the provider could not be asked.
        """
        metadata = self._known.metadata()
        code = _answer(attempt, told, self.provider.issuer, metadata)
        tokens = self._exchanged(code, attempt, back_to, metadata)
        id_token = tokens.get("id_token")
        if not isinstance(id_token, str):
            raise NotProven("format")
        claims = read_signed(id_token, self._known)
        ends_at = check_standing(
            claims, issuer=self.provider.issuer, client_id=self.provider.client_id, at=at
        )
        if not _same(claims.get("nonce"), attempt.nonce):
            raise NotProven("nonce")
        if attempt.anew:
            _refuse_old(claims, attempt)
        subject = subject_of(claims)
        level = self._level(claims, attempt)
        claims = claims | self._more_about(subject, claims, tokens, metadata)
        return Proof(
            issuer=self.provider.issuer,
            subject=subject,
            level=level,
            name=text(claims, "name", 120) or _name_of_parts(claims),
            born_on=_day(claims.get("birthdate")),
            roles=self._roles(claims),
            sid=text(claims, "sid", 255),
            id_token=id_token,
            digest=digest_of(id_token),
            ends_at=ends_at,
        )

    def leave(self, *, id_token: str, back_to: str) -> str:
        """Return where she ends her session with the provider; "" when it has no such page."""
        try:
            there = self._known.metadata().end_session
        except Silent:
            return ""
        if not there:
            return ""
        asked = {"client_id": self.provider.client_id, "post_logout_redirect_uri": back_to}
        return _with_query(there, asked | ({"id_token_hint": id_token} if id_token else {}))

    def ended_by(self, token: str, *, at: datetime) -> ending.Ended:
        """Return whose session a logout token ends; raise NotProven, Silent."""
        return ending.read(
            token,
            self._known,
            issuer=self.provider.issuer,
            client_id=self.provider.client_id,
            at=at,
        )

    def check(self) -> bool:
        """Say whether the provider answers with sense, for the page of what works."""
        try:
            self._known.metadata()
        except Silent:
            return False
        return True

    def _exchanged(
        self, code: str, attempt: Attempt, back_to: str, metadata: Metadata
    ) -> dict[str, Any]:
        sent = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back_to,
            "code_verifier": attempt.verifier,
        }
        own = (self.provider.client_id, self.provider.client_secret)
        if metadata.secret_in_body:
            sent |= {"client_id": own[0], "client_secret": own[1]}
            status, tokens = ask("POST", metadata.token, data=sent)
        else:
            status, tokens = ask("POST", metadata.token, data=sent, auth=own)
        if status != _OK:
            raise NotProven("code")
        return tokens

    def _level(self, claims: Mapping[str, Any], attempt: Attempt) -> str:
        """Return the level she was proven at; what was asked for is not believed to be given."""
        acr = claims.get("acr")
        level = self.provider.acr.get(acr) if isinstance(acr, str) else None
        if level is None or LEVELS.index(level) < LEVELS.index(attempt.level):
            raise NotProven("level")
        return level

    def _more_about(
        self,
        subject: str,
        claims: Mapping[str, Any],
        tokens: Mapping[str, Any],
        metadata: Metadata,
    ) -> dict[str, Any]:
        """Return name, birthday and roles from the userinfo, where the token lacks them."""
        wanted = [
            "name",
            "birthdate" if self.provider.people == CITIZENS else self.provider.roles_claim,
        ]
        access, there = tokens.get("access_token"), metadata.userinfo
        missing = [name for name in wanted if name not in claims]
        if not missing or not there or not isinstance(access, str):
            return {}
        told = told_by("GET", there, bearer=access)
        # Another's answer must not be put together with hers (Core 5.3.2).
        if told.get("sub") != subject:
            raise NotProven("subject")
        more = {*missing, "given_name", "family_name"}
        return {name: value for name, value in told.items() if name in more}

    def _roles(self, claims: Mapping[str, Any]) -> tuple[str, ...]:
        said = claims.get(self.provider.roles_claim)
        said = said if isinstance(said, list) else [said]
        return tuple(one for one in said[:_MOST_ROLES] if isinstance(one, str))


def challenge_of(verifier: str) -> str:
    """Return the S256 challenge of a verifier (RFC 7636)."""
    hashed = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(hashed).decode().rstrip("=")


def _answer(attempt: Attempt, told: Mapping[str, str], issuer: str, metadata: Metadata) -> str:
    """Return the code of an answer that belongs to the attempt."""
    if not _same(told.get("state"), attempt.state):
        raise NotProven("state")
    who = told.get("iss", "")
    if who != issuer and (who or metadata.says_who_answers):
        raise NotProven("issuer")
    if told.get("error"):
        raise NotProven("refused")
    code = told.get("code", "")
    if not code or len(code) > _LONGEST_CODE:
        raise NotProven("code")
    return code


def _refuse_old(claims: Mapping[str, Any], attempt: Attempt) -> None:
    proven = number(claims, "auth_time")
    if proven is None or proven < attempt.began - LEEWAY_SECONDS:
        raise NotProven("old")


def _same(one: object, other: str) -> bool:
    return isinstance(one, str) and hmac.compare_digest(one.encode(), other.encode())


def _name_of_parts(claims: Mapping[str, Any]) -> str:
    parts = (text(claims, "given_name", 60), text(claims, "family_name", 60))
    return " ".join(part for part in parts if part)[:120]


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _with_query(address: str, asked: Mapping[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"
