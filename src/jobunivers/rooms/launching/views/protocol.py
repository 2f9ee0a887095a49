# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What programs ask: discovery, keys, tokens and the agreed data."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobunivers.foundation.http import Request, public, reads
from jobunivers.rooms.launching import access, actions
from jobunivers.rooms.launching.queries.asking import SCOPES
from jobunivers.rooms.launching.queries.signing import ALGORITHM

_LONGEST = 200
_WELL_KNOWN = "/.well-known/openid-configuration"


def issuer_of(request: HttpRequest) -> str:
    """Return the name of the kommune's provider: the address its discovery stands behind."""
    there = reverse("launching:discovery").removesuffix(_WELL_KNOWN)
    return request.build_absolute_uri(there)


@public
@reads
def discovery(request: Request) -> HttpResponseBase:
    """Say where everything is and what is understood (OpenID Connect Discovery)."""

    def there(name: str) -> str:
        return request.build_absolute_uri(reverse(f"launching:{name}"))

    told: dict[str, Any] = {
        "issuer": issuer_of(request),
        "authorization_endpoint": there("authorize"),
        "token_endpoint": there("token"),
        "userinfo_endpoint": there("userinfo"),
        "jwks_uri": there("keys"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": [ALGORITHM],
        "scopes_supported": list(SCOPES),
        "claims_supported": [
            "iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "acr", "name", "locale",
        ],
        "acr_values_supported": ["low", "substantial", "high"],
        "prompt_values_supported": ["none", "consent"],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": [
            "client_secret_basic", "client_secret_post", "none",
        ],
        "request_parameter_supported": False,
        "request_uri_parameter_supported": False,
        "authorization_response_iss_parameter_supported": True,
        "ui_locales_supported": ["da", "en"],
    }  # fmt: skip
    return JsonResponse(told)


@public
@require_safe
def keys(request: Request) -> HttpResponseBase:  # noqa: ARG001 - the kommune is chosen already
    """Give the public keys; the first time one is made."""
    response = JsonResponse(actions.key_set(at=timezone.now()))
    response.headers["Cache-Control"] = "public, max-age=300"
    return response


@public
@csrf_exempt
@require_POST
def token(request: Request) -> HttpResponseBase:
    """Give tokens for a code (RFC 6749, section 4.1.3, with RFC 7636)."""
    if any(len(request.POST.getlist(name)) > 1 for name in request.POST) or not (
        request.POST.get("grant_type")
    ):
        return refusal("invalid_request", "grant_type is needed, and each parameter once")
    client = access.client_of(request)
    if client is None:
        response = refusal("invalid_client", "the client has not proved who it is", status=401)
        response.headers["WWW-Authenticate"] = 'Basic realm="oidc"'
        return response
    sent = request.POST
    if sent.get("grant_type") != "authorization_code":
        return refusal("unsupported_grant_type", "grant_type must be authorization_code")
    wanted = [sent.get(name, "") for name in ("code", "redirect_uri", "code_verifier")]
    if not all(wanted) or max(map(len, wanted)) > 3 * _LONGEST:
        return refusal("invalid_request", "code, redirect_uri and code_verifier are needed")
    try:
        made = actions.exchange(
            client=client,
            code=wanted[0],
            redirect_uri=wanted[1],
            verifier=wanted[2],
            issuer=issuer_of(request),
            at=timezone.now(),
        )
    except actions.Refused as refused:
        return refusal(refused.error, refused.why)
    return secret(
        {
            "access_token": made.access,
            "token_type": "Bearer",
            "expires_in": actions.TOKEN_LIFE_SECONDS,
            "id_token": made.identity,
            "scope": made.scope,
        }
    )


@public
@csrf_exempt
@require_http_methods(["GET", "POST"])
def userinfo(request: Request) -> HttpResponseBase:
    """Give what she has agreed to (OpenID Connect Core, 5.3)."""
    brought = access.bearer_of(request)
    told = actions.data_for(token=brought, at=timezone.now()) if brought else None
    if told is None:
        response = refusal("invalid_token", "the token opens nothing (any more)", status=401)
        response.headers["WWW-Authenticate"] = (
            'Bearer realm="oidc", error="invalid_token"' if brought else 'Bearer realm="oidc"'
        )
        return response
    return secret(told)


def refusal(error: str, why: str, *, status: int = 400) -> JsonResponse:
    """Return an error as programs read it (RFC 6749, section 5.2)."""
    return secret({"error": error, "error_description": why}, status=status)


def secret(told: dict[str, Any], *, status: int = 200) -> JsonResponse:
    """Return an answer that nobody on the way may keep."""
    response = JsonResponse(told, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
