# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asks a source what it knows of somebody's interests; the same patience as for her profile."""

import re

import orjson

from jobunivers.integrations.profiles.interests import READERS, InterestsTold
from jobunivers.integrations.profiles.sources.client import (
    SECONDS,
    Asking,
    NothingKnown,
    SourceUnavailable,
    get,
)

PATHS = {"akasse": "/medlemmer/{subject}/profil", "social": "/profiler/{subject}"}
"""Where each source answers, by code."""


class InterestSource:
    """A source asked over HTTP, at an address the operator has chosen."""

    def __init__(
        self, code: str, address: str, *, token: str = "", seconds: float = SECONDS
    ) -> None:
        self._code = code
        self._address = address.rstrip("/")
        self._token = token
        self._seconds = seconds

    def interests(self, asking: Asking) -> InterestsTold:
        """Return what the source tells; raises NothingKnown or SourceUnavailable."""
        if not re.fullmatch(r"[A-Za-z0-9-]{1,64}", asking.subject):
            raise NothingKnown
        url = self._address + PATHS[self._code].format(subject=asking.subject)
        body = get(url, asking.headers, token=self._token, seconds=self._seconds)
        try:
            told = READERS[self._code](orjson.loads(body))
        except orjson.JSONDecodeError as error:
            raise SourceUnavailable("the answer is no JSON") from error
        if not told.items:
            raise NothingKnown
        return told
