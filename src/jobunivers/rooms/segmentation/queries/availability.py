# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the policy calls enough activity (rådighed), beside what she has done: a help to keep count.

It is shown to her, and on the page of one citizen to those who help her (docs/decisions/0025): no
rule, ladder or list reads it. Whether she is available for work is decided by people, by what was
agreed with her (BEK 46/2026 § 14).
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext

from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.journey.queries.cvs import has_cv
from jobunivers.rooms.segmentation.models import ActivityState
from jobunivers.rooms.segmentation.queries.policies import InEffect, policy_in_effect
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.segmentation import Availability
from jobunivers.science.segmentation import Policy as Rules

_WEEK = timedelta(days=7)
ALL = frozenset(
    {"applications_per_week", "joblog_every_days", "login_every_days", "cv_within_days"}
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing to keep an eye on: `code` as in the policy, what is asked and what is so.

    `wanted`: a number a week, or days. `now`: the number, or days since; None: never yet.
    """

    code: str
    wanted: float
    now: float | None
    enough: bool
    by: date | None = None  # until when it is fine to be without it


@dataclass(frozen=True, slots=True)
class KeepingCount:
    """All of it; nothing at all is asked while she is absent."""

    absent: bool
    kept: tuple[Kept, ...]
    policy_number: int
    decided_by: str
    since: date


def keeping_count(
    *,
    citizen_id: int,
    at: datetime,
    codes: Collection[str] = ALL,
    policy: InEffect | None = None,
    absent: bool | None = None,
) -> KeepingCount | None:
    """Return what she has done of what is called enough; None when she is not out of work.

    Args:
        citizen_id: who.
        at: now.
        codes: the things that are wanted; the others are not looked up.
        policy: the one in effect, and
        absent: whether she is away, where they have been read already.
    """
    today = timezone.localdate(at)
    spell = journey.spells_of(citizen_id).filter(ended_on=None).first()
    if spell is None:
        return None
    policy = policy or policy_in_effect(at=at)
    if absent is None:
        absent = bool(journey.absent_on(today, ids=[citizen_id]))
    row = policy.row
    return KeepingCount(
        absent=absent,
        kept=() if absent else tuple(_kept(citizen_id, spell.began_on, today, policy.rules, codes)),
        policy_number=row.number,
        decided_by=gettext(row.decided_by),  # the country's own name has its English
        since=row.effective_from,
    )


def _kept(
    citizen_id: int, began_on: date, today: date, rules: Rules, codes: Collection[str]
) -> list[Kept]:
    wanted = _only(rules.availability, codes)
    sent = vacancies.applications_of(citizen_id=citizen_id).filter(applied_on__isnull=False)
    days = list(sent.values_list("applied_on", flat=True))
    found = []
    if wanted.applications_per_week is not None:
        week = sum(today - _WEEK < day <= today for day in days if day is not None)
        asked = wanted.applications_per_week
        found.append(Kept("applications_per_week", asked, week, week >= asked))
    if wanted.joblog_every_days is not None:
        last = max((day for day in days if day is not None and day <= today), default=None)
        found.append(_since("joblog_every_days", wanted.joblog_every_days, last, began_on, today))
    if wanted.login_every_days is not None:
        state = ActivityState.objects.filter(citizen_id=citizen_id).first()
        login = state.last_login_on if state else None
        found.append(_since("login_every_days", wanted.login_every_days, login, began_on, today))
    if wanted.cv_within_days is not None:
        by = began_on + timedelta(days=wanted.cv_within_days)
        there = has_cv(citizen_id=citizen_id)
        found.append(Kept("cv_within_days", wanted.cv_within_days, float(there),
                          there or today <= by, None if there else by))  # fmt: skip
    return found


def _only(asked: Availability, codes: Collection[str]) -> Availability:
    """Return what is asked of these things alone."""
    return replace(
        asked,
        applications_per_week=asked.applications_per_week
        if "applications_per_week" in codes
        else None,
        joblog_every_days=asked.joblog_every_days if "joblog_every_days" in codes else None,
        login_every_days=asked.login_every_days if "login_every_days" in codes else None,
        cv_within_days=asked.cv_within_days if "cv_within_days" in codes else None,
    )


def _since(code: str, most: int, last: date | None, began_on: date, today: date) -> Kept:
    """Return the days since something; from the start when it never was."""
    days = (today - (last or began_on)).days
    return Kept(code, most, None if last is None else days, days <= most,
                (last or began_on) + timedelta(days=most))  # fmt: skip
