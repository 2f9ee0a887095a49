# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only way to a citizen for those who help her: with a reason, and written down.

Here, below the rooms, because several of them open a citizen, and she is asked for once a day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.sessions.backends.base import SessionBase
from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING, Person, Role
from jobunivers.trust.actions import look

SESSION_REASONS = "casework_reasons"


class ReasonNeeded(Exception):  # noqa: N818 - it reads as what is needed
    """The member of staff has not said today why she looks at this citizen."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a member of staff looks at a citizen, in the words of trust and her own."""

    code: str
    note: str


def citizen_or_404(request: Request, pk: int) -> Person:
    """Return the name and id of a citizen. Those who help citizens of her kommune may.

    Nothing else of her may be shown: use `open_citizen` for that.
    """
    person = identity.person(pk=pk) if request.user.role in ADVISING else None
    if person is None or person.role != Role.CITIZEN:
        raise Http404
    return person


def open_citizen(
    request: Request, pk: int, *, parts: Iterable[str], today: date
) -> tuple[Person, Reason]:
    """Return a citizen and log each part that is shown. Those who help her may, with a reason.

    Raises:
        ReasonNeeded: no reason was given today.
    """
    citizen = citizen_or_404(request, pk)
    reason = reason_today(request, pk, today=today)
    if reason is None:
        raise ReasonNeeded
    for part in parts:
        look(request, citizen_id=pk, part=part, reason=reason.code, note=reason.note)
    return citizen, reason


def reason_today(request: Request, pk: int, *, today: date) -> Reason | None:
    """Return the reason this member of staff gave for this citizen today, in this session."""
    given = request.session.get(SESSION_REASONS, {}).get(str(pk))
    if given is None or given["day"] != today.isoformat():
        return None
    return Reason(given["code"], given["note"])


def keep_reason(session: SessionBase, *, citizen_id: int, reason: Reason, today: date) -> None:
    """Keep a reason in the session to the end of the day; those of earlier days are let go."""
    day = today.isoformat()
    kept = {pk: one for pk, one in session.get(SESSION_REASONS, {}).items() if one["day"] == day}
    kept[str(citizen_id)] = {"code": reason.code, "note": reason.note, "day": day}
    session[SESSION_REASONS] = kept
