# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""*Krav til jobsøgning*: fixed by the fund or the kommune, version after version."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from jobunivers.rooms.plan.actions import telling
from jobunivers.rooms.plan.actions.noting import note, staff
from jobunivers.rooms.plan.models import (
    About,
    Every,
    FixedAt,
    JobSearchRequirements,
)


class TooEarly(Exception):  # noqa: N818 - it reads as what happened
    """It would begin before the version that holds: what was required then stands."""


class SomebodyElse(Exception):  # noqa: N818 - it reads as what happened
    """Another version was fixed meanwhile: read it first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementsEntry:
    """The five contents of BEK 46/2026 § 14 (7), from when, by whom and why."""

    purpose: str
    fields: str
    area: str
    volume: str
    uploads: int
    every: Every
    places: str
    from_on: date
    fixed_at: FixedAt
    why: str


@transaction.atomic
def fix_requirements(
    *,
    citizen_id: int,
    entry: RequirementsEntry,
    staff_id: int,
    seen_id: int | None,
    at: datetime,
) -> JobSearchRequirements:
    """Fix requirements from a day; the version before ends there and is kept as it was.

    `seen_id` is the version whoever fixes it has read, None when there was none.

    Raises TooEarly, SomebodyElse.
    """
    rows = JobSearchRequirements.objects.select_for_update().filter(citizen_id=citizen_id)
    last = rows.filter(until_on=None).first()
    if (last.pk if last else None) != seen_id:
        raise SomebodyElse
    if last is not None:
        if entry.from_on < last.from_on:
            raise TooEarly
        JobSearchRequirements.objects.filter(pk=last.pk).update(until_on=entry.from_on)
    try:
        with transaction.atomic():
            row = JobSearchRequirements.objects.create(
                citizen_id=citizen_id, fixed_by_id=staff_id, created_at=at, **asdict(entry)
            )
    except IntegrityError:  # two first versions at once
        raise SomebodyElse from None
    note(
        "plan.requirements_fixed",
        about=About.REQUIREMENTS,
        row_id=row.pk,
        citizen_id=citizen_id,
        title=entry.fields,
        actor=staff(staff_id),
        at=at,
        now={"from_on": entry.from_on.isoformat()},
    )
    telling.requirements_fixed(row, at=at)
    return row
