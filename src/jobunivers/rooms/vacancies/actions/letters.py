# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters that a citizen sends on: her address, what was read, and her yes or no.

Nothing is written in her joblog here before she says so herself.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.mail.reading import Letter
from jobunivers.rooms.vacancies.actions.cleaning import storable
from jobunivers.rooms.vacancies.actions.interviews import InterviewEntry, add_interview
from jobunivers.rooms.vacancies.actions.joblog import (
    ApplicationEntry,
    log_application,
    move_application,
)
from jobunivers.rooms.vacancies.actions.recording import record
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    LetterAddress,
    LetterKind,
    Proposal,
)
from jobunivers.rooms.vacancies.queries.letters import application_meant
from jobunivers.science.letters import Guess, read
from jobunivers.trust import queries as trust

DAYS_KEPT = 30
MODEL = "letters"  # its code in the AI register
_AN_HOUR, _MOST_AN_HOUR, _MOST_OPEN = timedelta(hours=1), 20, 60
# 24 of these are 120 bits; no program changes them, and nobody takes one for another.
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


class TooManyLetters(Exception):  # noqa: N818 - it reads as what happened
    """So many have come that somebody or something must have gone wrong."""


class ProposalGone(Exception):  # noqa: N818
    """She has answered it already."""


@transaction.atomic
def make_address(*, citizen_id: int, at: datetime) -> LetterAddress:
    """Give her an address for letters; where she has one already it is given up for a new."""
    kommune = Municipality.objects.get(pk=current_municipality_id())
    # The kommune's number comes first: a letter says by its address alone where it belongs.
    token = kommune.code + "".join(secrets.choice(_ALPHABET) for _ in range(24))
    address, _ = LetterAddress.objects.update_or_create(
        citizen_id=citizen_id, defaults={"token": token, "made_at": at, "last_letter_at": None}
    )
    record("vacancies.letter_address_made", citizen_id, None, at=at)
    return address


@transaction.atomic
def close_address(*, citizen_id: int, at: datetime) -> None:
    """Take no more letters for her."""
    gone, _ = LetterAddress.objects.filter(citizen_id=citizen_id).delete()
    if gone:
        record("vacancies.letter_address_closed", citizen_id, None, at=at)


def take_letter(*, address: LetterAddress, letter: Letter, at: datetime) -> Proposal | None:
    """Make a proposal of a letter; None when the same letter has made one that waits.

    Raises:
        TooManyLetters: more than 20 in an hour, or 60 that she has not answered.
    """
    waiting = Proposal.objects.filter(citizen_id=address.citizen_id)
    if waiting.filter(letter=letter.digest).exists():
        return None
    lately = waiting.filter(received_at__gt=at - _AN_HOUR).count()
    if lately >= _MOST_AN_HOUR or waiting.count() >= _MOST_OPEN:
        raise TooManyLetters
    guess = _guess(letter, at=at)
    meant = None
    if guess.employer or guess.title:
        meant = application_meant(
            citizen_id=address.citizen_id, title=guess.title, employer=guess.employer
        )
    try:
        with transaction.atomic():
            made = _proposed(address.citizen_id, letter, guess, meant, at=at)
            LetterAddress.objects.filter(pk=address.pk).update(last_letter_at=at)
    except IntegrityError:  # the same letter came twice at once
        return None
    return made


def _guess(letter: Letter, *, at: datetime) -> Guess:
    """Return what the letter seems to say; nothing of it where the kommune lets nobody read."""
    today = timezone.localdate(at)
    if not trust.is_on(MODEL):
        return Guess(kind="unclear", title="", employer="", on=today)
    return read(
        subject=letter.subject,
        text=letter.text,
        sender_name=letter.sender_name,
        sender_address=letter.sender_address,
        written=letter.written,
        calendar=letter.calendar,
        today=today,
    )


def _proposed(
    citizen_id: int, letter: Letter, guess: Guess, meant: Application | None, *, at: datetime
) -> Proposal:
    sender = f"{letter.sender_name} <{letter.sender_address}>".strip()
    return Proposal.objects.create(
        citizen_id=citizen_id,
        application=meant,
        received_at=at,
        letter=letter.digest,
        sender=storable(sender)[:200],
        subject=storable(letter.subject)[:200],
        kind=LetterKind(guess.kind),
        title=storable(guess.title or (meant.title if meant else ""))[:300],
        employer=storable(guess.employer or (meant.employer if meant else ""))[:200],
        on=guess.on,
        interview_on=guess.interview_on,
        interview_at=guess.starts_at,
        interview_ends_at=guess.ends_at,
        lines=storable("\n".join(guess.lines)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What she makes of a proposal: an entry of her joblog to move, or a new one."""

    application: Application | None
    status: ApplicationStatus
    on: date
    title: str
    employer: str
    talk: InterviewEntry | None = None


@transaction.atomic
def accept_proposal(*, proposal: Proposal, accepted: Accepted, at: datetime) -> Application:
    """Write in her joblog what she has said yes to; the proposal is then gone.

    Raises:
        ProposalGone: it was answered in another window.
    """
    if not Proposal.objects.filter(pk=proposal.pk).delete()[0]:
        raise ProposalGone
    if accepted.application is None:
        row = _new(proposal.citizen_id, accepted, at=at)
    else:
        row = Application.objects.select_for_update().get(pk=accepted.application.pk)
        move_application(
            application=row, version=row.version, status=accepted.status, on=accepted.on, at=at
        )
    if accepted.talk is not None:
        add_interview(application=row, entry=accepted.talk, at=at)
    return row


def _new(citizen_id: int, accepted: Accepted, *, at: datetime) -> Application:
    answered = accepted.status not in {ApplicationStatus.APPLIED, ApplicationStatus.PLANNED}
    entry = ApplicationEntry(
        status=accepted.status,
        applied_on=accepted.on,
        title=accepted.title,
        employer=accepted.employer,
        answered_on=accepted.on if answered else None,
    )
    return log_application(citizen_id=citizen_id, vacancy_id=None, entry=entry, at=at)


@transaction.atomic
def discard_proposal(*, proposal: Proposal) -> None:
    """Let a proposal be gone."""
    Proposal.objects.filter(pk=proposal.pk).delete()


def forget_old_proposals(*, at: datetime) -> int:
    """Delete the kommune's proposals that nobody answered for thirty days; return how many."""
    old = Proposal.objects.filter(received_at__lt=at - timedelta(days=DAYS_KEPT))
    return old.delete()[0]
