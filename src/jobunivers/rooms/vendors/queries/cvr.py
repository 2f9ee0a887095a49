# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The number of a Danish firm, and what the register says of it."""

from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings

from jobunivers.integrations.cvr import CvrRegister, Lookup, Outcome, is_cvr
from jobunivers.rooms.vendors.models import CvrAnswer

__all__ = ["answers_on", "differs", "is_cvr", "is_old", "look_up"]


def look_up(cvr: str) -> Lookup:
    """Return what the register says of a number now; it never fails, it says that it could not."""
    register = CvrRegister(settings.CVR, contact=parseaddr(settings.MAIL_FROM)[1])
    return register.look_up(cvr)


def answers_on(numbers: list[str]) -> dict[str, CvrAnswer]:
    """Return what the register said last of each number."""
    rows = CvrAnswer.objects.filter(cvr__in=[one for one in numbers if one])
    return {one.cvr: one for one in rows}


def differs(name: str, answer: CvrAnswer) -> bool:
    """Say whether the register has something to tell: another name, a closed firm, or no firm."""
    if answer.outcome == Outcome.NONE or answer.closed:
        return True
    return bool(answer.name) and " ".join(name.casefold().split()) != " ".join(
        answer.name.casefold().split()
    )


def is_old(cvr: str, *, at: datetime) -> bool:
    """Say whether the register should be asked again: it was silent, or it is an hour ago."""
    known = answers_on([cvr]).get(cvr)
    silent = known is not None and known.outcome not in {Outcome.FOUND, Outcome.NONE}
    return known is None or silent or at - known.asked_at > timedelta(hours=1)
