# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters she has sent on: her address, what waits for her answer, and what each is about."""

import re
from dataclasses import dataclass

from django.conf import settings

from jobunivers.foundation.crypto.fields import hashes
from jobunivers.rooms.vacancies.models import Application, LetterAddress, Proposal

_MAILBOX = "joblog"
_ADDRESS = re.compile(rf"{_MAILBOX}\+([0-9]{{4}})([a-z0-9]{{24}})@(.+)")
_LATELY = 200
_ENOUGH = 1.0
# What houses are called beside their names.
_FORM = {"aps", "a/s", "as", "i/s", "ivs", "kommune", "region", "danmark", "gruppen", "group", "og"}


@dataclass(frozen=True, slots=True)
class LettersPage:
    """Her page for letters; `address` empty: she has none. `offered`: letters are taken here."""

    offered: bool
    address: str
    row: LetterAddress | None
    proposals: list[Proposal]


def letters_page(*, citizen_id: int) -> LettersPage:
    """Return the page: her address, and what waits for her answer, the newest first."""
    row = LetterAddress.objects.filter(citizen_id=citizen_id).first()
    waiting = Proposal.objects.filter(citizen_id=citizen_id).select_related("application")
    return LettersPage(
        offered=bool(settings.LETTER_DOMAIN),
        address=f"{_MAILBOX}+{row.token}@{settings.LETTER_DOMAIN}" if row else "",
        row=row,
        proposals=list(waiting.order_by("-received_at", "-pk")),
    )


def kommune_and_token(address: str) -> tuple[str, str] | None:
    """Return the kommune's code and the whole token of an address; None: it is none of ours."""
    named = _ADDRESS.fullmatch(address.strip().lower())
    if named is None or named[3] != settings.LETTER_DOMAIN.lower():
        return None
    return named[1], named[1] + named[2]


def letter_address(*, token: str) -> LetterAddress | None:
    """Return whose address it is, in the kommune worked for."""
    known = hashes(LetterAddress, "token_hash", token)
    return LetterAddress.objects.filter(token_hash__in=known).first()


def application_meant(*, citizen_id: int, title: str, employer: str) -> Application | None:
    """Return the one application of hers that a letter is about; None: none, or more than one.

    Both the employer's and the job's words must not speak against it, and one of them for it.
    """
    rows = Application.objects.filter(citizen_id=citizen_id).order_by("-changed_at", "-pk")
    scored = [(_likeness(row, title, employer), row) for row in rows[:_LATELY]]
    best = max((score for score, _row in scored), default=0.0)
    alike = [row for score, row in scored if score == best]
    return alike[0] if best >= _ENOUGH and len(alike) == 1 else None


def _likeness(row: Application, title: str, employer: str) -> float:
    house, job = _share(employer, row.employer), _share(title, row.title)
    if (employer and row.employer and not house) or (title and row.title and not job and house < 1):
        return 0.0
    return 2 * house + job


def _share(said: str, known: str) -> float:
    """Return the share of words of the shorter name that stand in the other one."""
    one, other = _words(said), _words(known)
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))


def _words(name: str) -> set[str]:
    found = set(re.findall(r"[\w/]+", name.casefold()))
    return found - _FORM or found
