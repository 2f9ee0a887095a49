# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A letter read: what it says, of which job, when they meet, and the lines that say so."""

from dataclasses import dataclass
from datetime import date, datetime

from jobunivers.science.letters.jobs import employer_in, title_in
from jobunivers.science.letters.kinds import Kind, kind_of, sentences
from jobunivers.science.letters.times import day_in, talk_in

__all__ = ["Guess", "Kind", "read"]

_LONGEST_TEXT = 20_000
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What a letter seems to say; what it does not say is empty.

    Attributes:
        kind: what it says of the application.
        on: the day it was written.
        interview_on, starts_at, ends_at: when they meet; both times or none.
        lines: the sentences the guess rests on.
    """

    kind: Kind
    title: str
    employer: str
    on: date
    interview_on: date | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    lines: tuple[str, ...] = ()


def read(
    *,
    subject: str,
    text: str,
    sender_name: str,
    sender_address: str,
    written: str,
    calendar: str,
    today: date,
) -> Guess:
    """Return what a letter seems to say.

    Args:
        subject: what the letter calls itself; `text` its words; `sender_name` and
            `sender_address` who wrote it, as the letter says: none of it is proof.
        text: see `subject`.
        sender_name: see `subject`.
        sender_address: see `subject`.
        written: the letter's own line about its day, in words; may be empty.
        calendar: a calendar file that came with it; may be empty.
        today: the day it came to us; a letter is never younger.
    """
    body = text[:_LONGEST_TEXT]
    kind, because = kind_of(subject, body)
    on = day_in(written, today) or today
    on = min(on, today)
    lines = [because] if because else []
    talk = None
    if kind == "interview" or (calendar and kind != "rejected"):
        talk = talk_in(sentences(body), calendar, on)
        lines += _naming(body, talk[0], on, lines) if talk else []
    return Guess(
        kind="interview" if talk and kind in {"received", "unclear"} else kind,
        title=title_in(subject, body),
        employer=employer_in(subject, body, sender_name, sender_address),
        on=on,
        interview_on=talk[0] if talk else None,
        starts_at=talk[1] if talk else None,
        ends_at=talk[2] if talk else None,
        lines=tuple(line[:_LONGEST_LINE] for line in lines),
    )


def _naming(text: str, day: date, near: date, there: list[str]) -> list[str]:
    """Return the sentence that names the day, unless it is there already."""
    found = [one for one in sentences(text) if day_in(one, near) == day]
    return [one for one in found[:1] if one not in there]
