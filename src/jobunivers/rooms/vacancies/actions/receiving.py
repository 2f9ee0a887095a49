# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A letter at the door: whose it is, whether it can be read, and what becomes of it."""

from datetime import datetime

from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.integrations.mail.reading import Unreadable, read_letter
from jobunivers.integrations.mail.receiving import Answer
from jobunivers.rooms.vacancies.actions.letters import TooManyLetters, take_letter
from jobunivers.rooms.vacancies.models import LetterAddress
from jobunivers.rooms.vacancies.queries.letters import kommune_and_token, letter_address

LETTER_READ = "vacancies.letter_read"


def knows_letter_address(address: str) -> bool:
    """Say whether letters to an address are somebody's."""
    return _whose(address) is not None


def receive_letter(address: str, raw: bytes, *, at: datetime) -> Answer:
    """Make a proposal of a letter for whoever has the address, and tell her that it is there."""
    found = _whose(address)
    if found is None:
        return Answer.NOBODY
    try:
        letter = read_letter(raw)
    except Unreadable:
        return Answer.UNREADABLE
    with working_for(found.municipality_id):
        try:
            made = take_letter(address=found, letter=letter, at=at)
        except TooManyLetters:
            return Answer.LATER
        if made is not None:
            notices.notify(
                person_id=made.citizen_id,
                kind=LETTER_READ,
                data={"proposal_id": made.pk, "title": made.title or made.subject},
                path=f"ansoegninger/mail/{made.pk}/",
                key=f"letter:{made.pk}",
                at=at,
            )
    return Answer.TAKEN


def _whose(address: str) -> LetterAddress | None:
    """Return the address' row: its first part names the kommune, which alone is then asked."""
    named = kommune_and_token(address)
    if named is None:
        return None
    code, token = named
    kommune = tenancy.opened().filter(code=code).first()
    if kommune is None:
        return None
    with working_for(kommune.pk):
        return letter_address(token=token)
