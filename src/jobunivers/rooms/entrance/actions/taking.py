# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What sources told comes along into her profile."""

import contextlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.places import queries as places
from jobunivers.rooms.entrance.actions.telling import meet_again, saying_of
from jobunivers.rooms.entrance.models import Finding, FindingState
from jobunivers.rooms.entrance.queries.sources import lacks
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey import queries as profiles
from jobunivers.rooms.journey.actions import Part

if TYPE_CHECKING:
    from jobunivers.rooms.journey.models import Profile

_WAITING, _TAKEN = FindingState.WAITING, FindingState.TAKEN


@dataclass(frozen=True, slots=True)
class Taken:
    """What came along, and which findings lack something she has to say first."""

    count: int
    lacking: tuple[int, ...]


@transaction.atomic
def take(
    *,
    citizen_id: int,
    findings: Sequence[Finding],
    extras: Mapping[int, Mapping[str, str]],
    today: date,
    at: datetime,
) -> Taken:
    """Take findings over into her profile.

    Args:
        citizen_id: hers.
        findings: those she has ticked; what waits no more is passed over.
        extras: finding → what she has filled in that the source did not say.
        today: a job does not begin later.
        at: now.
    """
    profile = journey.ensure_profile(citizen_id=citizen_id, at=at)
    count = 0
    lacking: list[int] = []
    # One source at a time: what the next one tells may be what the first has just brought.
    for telling_id in dict.fromkeys(row.telling_id for row in findings):
        wanted = [row.pk for row in findings if row.telling_id == telling_id]
        rows = Finding.objects.filter(pk__in=wanted, state=_WAITING).select_related("telling")
        for row in rows.order_by("order", "pk"):
            row.fields = {**row.fields, **extras.get(row.pk, {})}
            if lacks(row, today=today):
                lacking.append(row.pk)
                continue
            _take(profile, row, at=at)
            count += 1
        meet_again(profile, at=at)
    if count:
        events.record("entrance.findings_taken", at=at, citizen_id=citizen_id,
                      actor_id=citizen_id, data={"count": count})  # fmt: skip
    return Taken(count, tuple(lacking))


def _take(profile: "Profile", row: Finding, *, at: datetime) -> None:
    row.line = _TAKE[Part(row.kind)](profile, row, at=at)
    row.state, row.decided_at = _TAKEN, at
    row.save()


def _last_day(ended: str) -> date | None:
    return journey.first_day(ended, ends=True) if re.match(r"\d", ended) else None


def _take_job(profile: "Profile", row: Finding, *, at: datetime) -> str:
    fields = row.fields
    entry = journey.ExperienceEntry(
        title=fields["title"],
        employer=fields.get("employer", ""),
        occupation_uri=row.concept,
        started_on=journey.first_day(fields["started"]),
        ended_on=_last_day(fields.get("ended", "")),
        description=fields.get("description", ""),
    )
    job = journey.add_experience(profile=profile, entry=entry, at=at, told=saying_of(row))
    return str(job.pk)


def _take_education(profile: "Profile", row: Finding, *, at: datetime) -> str:
    fields = row.fields
    ended = fields.get("ended", "")
    entry = journey.EducationEntry(
        title=fields["title"],
        institution=fields.get("institution", ""),
        level=profiles.education_level(fields["level"]),
        ended_year=int(ended) if ended else None,
    )
    school = journey.add_education(profile=profile, entry=entry, at=at, told=saying_of(row))
    return str(school.pk)


def _take_competence(profile: "Profile", row: Finding, *, at: datetime) -> str:
    named = journey.named_of(row.fields["words"], row.concept, skill=True)
    journey.add_competences(profile=profile, named=[named], at=at, told=saying_of(row))
    held = profile.competences.filter(words=named.words).first()
    held = held or profile.competences.get(skill_uri=named.uri)
    return str(held.pk)


def _take_wish(profile: "Profile", row: Finding, *, at: datetime) -> str:
    named = journey.named_of(row.fields["words"], row.concept, skill=False)
    with contextlib.suppress(journey.AlreadyThere):  # it is there, and that is what she wants
        journey.add_wish(profile=profile, named=named, at=at, told=saying_of(row))
    return str(profile.wishes.get(words=named.words).pk)


def _take_language(profile: "Profile", row: Finding, *, at: datetime) -> str:
    code, level = row.fields["code"], row.fields["level"]
    journey.take_language(profile=profile, code=code, level=level, told=saying_of(row), at=at)
    return str(code)


def _take_licence(profile: "Profile", row: Finding, *, at: datetime) -> str:
    code = row.fields["code"]
    journey.take_licence(profile=profile, code=code, told=saying_of(row), at=at)
    return str(code)


def _take_basics(profile: "Profile", row: Finding, *, at: datetime) -> str:
    name, value = str(row.fields["code"]), str(row.fields["value"])
    home = home_of(value) if name == "postal_code" else None
    if home is not None:
        journey.take_home(profile=profile, home=home, told=saying_of(row), at=at)
    else:
        journey.take_summary(profile=profile, text=value, told=saying_of(row), at=at)
    return name


def home_of(postal_code: str) -> journey.Home | None:
    """Return what a postcode says; None for one that is none."""
    place = places.postcode(postal_code)
    if place is None:
        return None
    return journey.Home(
        postal_code=postal_code,
        city=place.city,
        kommune_code=place.kommune_code,
        latitude=place.lat,
        longitude=place.lon,
    )


_TAKE = {
    Part.EXPERIENCE: _take_job,
    Part.EDUCATION: _take_education,
    Part.COMPETENCE: _take_competence,
    Part.WISH: _take_wish,
    Part.LANGUAGE: _take_language,
    Part.LICENCE: _take_licence,
    Part.BASICS: _take_basics,
}
