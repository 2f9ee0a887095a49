# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One question to a provider: briefly, never led on, and never more than an answer holds."""

from typing import Any

import httpx

SECONDS = 5.0
MOST_BYTES = 200_000
_OK = 200


class Silent(Exception):  # noqa: N818 - it reads as what happened
    """The provider says nothing, or nothing with sense in it, just now."""


def ask(
    method: str,
    url: str,
    *,
    data: dict[str, str] | None = None,
    auth: tuple[str, str] | None = None,
    bearer: str = "",
    seconds: float = SECONDS,
) -> tuple[int, dict[str, Any]]:
    """Return status and JSON object of an answer.

    Raises:
        Silent: no answer within the time, or none that is a JSON object.
    """
    headers = {"Accept": "application/json"} | (
        {"Authorization": f"Bearer {bearer}"} if bearer else {}
    )
    body = b""
    try:
        with (
            httpx.Client(timeout=seconds, follow_redirects=False, trust_env=False) as client,
            client.stream(
                method,
                url,
                data=data,
                headers=headers,
                auth=httpx.BasicAuth(*auth) if auth else None,
            ) as answer,
        ):
            for piece in answer.iter_bytes(8192):
                body += piece
                if len(body) > MOST_BYTES:
                    raise Silent("more than an answer holds")
            told = httpx.Response(_OK, content=body).json()
            status = answer.status_code
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError, RecursionError) as error:
        raise Silent(type(error).__name__) from error
    if not isinstance(told, dict):
        raise Silent("no object")
    return status, told


def told_by(method: str, url: str, *, bearer: str = "", seconds: float = SECONDS) -> dict[str, Any]:
    """Return what an address says; raise Silent when it does not say it with 200."""
    status, told = ask(method, url, bearer=bearer, seconds=seconds)
    if status != _OK:
        raise Silent(f"status {status}")
    return told
