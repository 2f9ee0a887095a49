# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where each line of a profile comes from is written as the line is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from jobunivers.rooms.journey.models import (
    Education,
    Experience,
    Origin,
    Part,
    Profile,
    Provenance,
)
from jobunivers.science.merging import NOW

_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A source and what it says of one line, in its own values."""

    source: Origin
    name: str = ""  # a file's
    reference: str = ""
    said: Mapping[str, str] = field(default_factory=dict)


def month(day: date | None) -> str:
    """Return the month of a day as `2019-05`; "" for none."""
    return f"{day:%Y-%m}" if day is not None else ""


def job_said(
    title: str, employer: str, started_on: date, ended_on: date | None, description: str
) -> dict[str, str]:
    """Return what a job of the profile says, as sources say it."""
    return {
        "title": title,
        "employer": employer,
        "started": month(started_on),
        "ended": month(ended_on) or NOW,
        "description": description,
    }


def education_said(
    title: str, institution: str, level: str, ended_year: int | None
) -> dict[str, str]:
    """Return what an education of the profile says, as sources say it."""
    year = str(ended_year) if ended_year is not None else ""
    return {"title": title, "institution": institution, "level": str(level), "ended": year}


def said_by_job(row: Experience) -> dict[str, str]:
    """Return what a job says now."""
    return job_said(row.title, row.employer, row.started_on, row.ended_on, row.description)


def said_by_education(row: Education) -> dict[str, str]:
    """Return what an education says now."""
    return education_said(row.title, row.institution, row.level, row.ended_year)


def note(*, profile: Profile, part: Part, line: str, saying: Saying, at: datetime) -> None:
    """Keep what a source says of a line; what it said before is replaced, nobody else's is."""
    Provenance.objects.update_or_create(
        profile=profile,
        part=part,
        line=line,
        source=saying.source,
        name=saying.name[:_LONGEST],
        defaults={
            "reference": saying.reference[:_LONGEST],
            "said": dict(saying.said),
            "told_at": at,
        },
    )


def note_own(
    *,
    profile: Profile,
    part: Part,
    line: str,
    said: Mapping[str, str],
    at: datetime,
    settled: Collection[str] = (),
) -> None:
    """Keep what she says of a line, and the fields that are settled by it."""
    row, made = Provenance.objects.get_or_create(
        profile=profile,
        part=part,
        line=line,
        source=Origin.OWN,
        name="",
        defaults={"said": dict(said), "settled": sorted(settled), "told_at": at},
    )
    if not made:
        row.said = {**row.said, **said}
        row.settled = sorted({*row.settled, *settled})
        row.told_at = at
        row.save(update_fields=["said", "settled", "told_at"])


def forget(*, profile: Profile, part: Part, line: str) -> None:
    """Forget who told of a line that is there no longer."""
    Provenance.objects.filter(profile=profile, part=part, line=line).delete()


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Return what is said otherwise than before."""
    return {name: value for name, value in after.items() if before.get(name) != value}
