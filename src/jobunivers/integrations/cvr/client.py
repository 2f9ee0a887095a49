# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking the open CVR API whose a number is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

import httpx

from jobunivers.integrations.cvr.numbers import is_cvr

SECONDS = 3.0
_MOST_BYTES = 100_000
_OK, _NOT_FOUND = 200, 404
# The service turns those away who do not say who asks: firm, project, whom to write to.
AGENT = "Jobunivers - leverandoerportal - {contact}"
# A number that nobody asks about, and that fits together.
_KNOWN = "10150817"


class Outcome(StrEnum):
    """What came of asking."""

    FOUND = "found"
    NONE = "none"  # no firm has that number
    SILENT = "silent"  # nothing could be learnt now: no answer, too many questions, no sense in it
    OFF = "off"  # nobody has said where to ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """A firm as the register has it; `closed` is the text of the day it ended, "" while it is."""

    cvr: str
    name: str
    address: str = ""
    postcode: str = ""
    city: str = ""
    closed: str = ""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What came of asking, and the firm where one was found."""

    outcome: Outcome
    firm: Firm | None = None


class Register(Protocol):
    """Whoever knows firms by their number."""

    def look_up(self, cvr: str) -> Lookup:
        """Return what is known of a number."""


class CvrRegister:
    """The open CVR API at an address; one question each, three seconds at most, no redirects."""

    def __init__(self, address: str, *, contact: str, seconds: float = SECONDS) -> None:
        self._address = address
        self._seconds = seconds
        self._agent = AGENT.format(contact=contact)

    def look_up(self, cvr: str) -> Lookup:
        """Return whose a number is; never raises, and asks nobody about what is no number."""
        if not is_cvr(cvr):
            return Lookup(Outcome.NONE)
        if not self._address:
            return Lookup(Outcome.OFF)
        try:
            status, told = self._ask(cvr)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError):
            return Lookup(Outcome.SILENT)
        if status == _NOT_FOUND and isinstance(told, dict) and told.get("error") == "NOT_FOUND":
            return Lookup(Outcome.NONE)
        firm = _firm(told, cvr) if status == _OK else None
        return Lookup(Outcome.FOUND, firm) if firm else Lookup(Outcome.SILENT)

    def check(self) -> bool:
        """Say whether it answers with sense, for the page of what works."""
        return self.look_up(_KNOWN).outcome in {Outcome.FOUND, Outcome.NONE}

    def _ask(self, cvr: str) -> tuple[int, Any]:
        with (
            httpx.Client(timeout=self._seconds, follow_redirects=False, trust_env=False) as client,
            client.stream(
                "GET",
                self._address,
                params={"vat": cvr, "country": "dk"},
                headers={"User-Agent": self._agent, "Accept": "application/json"},
            ) as answer,
        ):
            body = b""
            for piece in answer.iter_bytes(8192):
                body += piece
                if len(body) > _MOST_BYTES:
                    raise ValueError("more than an answer holds")
            return answer.status_code, httpx.Response(200, content=body).json()


def _firm(told: Any, cvr: str) -> Firm | None:
    """Return the firm of an answer; None when it is about another one, or about none."""
    if not isinstance(told, dict) or told.get("error"):
        return None
    # The service sends the number as a number.
    if str(told.get("vat", "")) != cvr or not _text(told, "name", 150):
        return None
    return Firm(
        cvr=cvr,
        name=_text(told, "name", 150),
        address=_text(told, "address", 150),
        postcode=_text(told, "zipcode", 10),
        city=_text(told, "city", 80),
        closed=_text(told, "enddate", 30),
    )


def _text(told: dict[str, Any], name: str, longest: int) -> str:
    value = told.get(name)
    return " ".join(str(value).split())[:longest] if isinstance(value, str | int) else ""
