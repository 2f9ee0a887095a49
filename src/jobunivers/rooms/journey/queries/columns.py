# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a kommune's job seekers have said and done, as columns: for rooms that read everybody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from django.db.models.expressions import RawSQL
from numpy.typing import NDArray

from jobunivers.foundation.columns import Doubles, Ints, read_columns
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.journey.models import EducationLevel, LanguageLevel, Profile

DANISH_LEVELS = ("none", *LanguageLevel.values)
EDUCATION_LEVELS = tuple(
    level.value for level in EducationLevel if level is not EducationLevel.COURSE
)
_OPEN = """
    SELECT s.citizen_id AS citizen, s.began_on - DATE '1970-01-01' AS began,
        (SELECT count(*) FROM journey_spell e WHERE e.municipality_id = s.municipality_id
            AND e.citizen_id = s.citizen_id AND e.ended_on IS NOT NULL) AS earlier
    FROM journey_spell s
    WHERE s.municipality_id = %(kommune)s AND s.ended_on IS NULL AND s.began_on <= %(today)s
        AND (%(ids)s::bigint[] IS NULL OR s.citizen_id = ANY(%(ids)s::bigint[]))
"""
# A job of today and one of yesterday may overlap: their days count once.
_PROFILES = """
    SELECT p.citizen_id AS citizen,
        array_position(%(danish)s::text[], p.languages ->> 'da') - 1 AS danish,
        e.level AS education, x.days / 30.4375 AS months,
        ((w.profile_id IS NOT NULL)::int + (p.latitude IS NOT NULL)::int
            + (x.profile_id IS NOT NULL)::int + (c.profile_id IS NOT NULL)::int
            + (e.profile_id IS NOT NULL)::int
            + (p.languages <> '{}' OR p.licences <> '{}' OR p.lacks_licences <> '{}')::int
        ) / 6.0 AS share
    FROM journey_profile p
    LEFT JOIN (SELECT DISTINCT profile_id FROM journey_wish
        WHERE municipality_id = %(kommune)s AND {mine}) w ON w.profile_id = p.id
    LEFT JOIN (SELECT DISTINCT profile_id FROM journey_competence
        WHERE municipality_id = %(kommune)s AND {mine}) c ON c.profile_id = p.id
    LEFT JOIN (SELECT profile_id, max(array_position(%(education)s::text[], level::text)) - 1
            AS level FROM journey_education
        WHERE municipality_id = %(kommune)s AND {mine} GROUP BY profile_id) e
        ON e.profile_id = p.id
    LEFT JOIN (SELECT profile_id, sum(upper(r) - lower(r)) AS days FROM (
            SELECT profile_id, unnest(range_agg(
                daterange(started_on, greatest(started_on, least(ended_on, %(today)s)), '[]'))) AS r
            FROM journey_experience WHERE municipality_id = %(kommune)s AND {mine}
            GROUP BY profile_id) AS apart GROUP BY profile_id) x
        ON x.profile_id = p.id
    WHERE p.municipality_id = %(kommune)s
        AND (%(ids)s::bigint[] IS NULL OR p.citizen_id = ANY(%(ids)s::bigint[]))
"""
_MINE = """profile_id IN (SELECT id FROM journey_profile WHERE municipality_id = %(kommune)s
    AND citizen_id = ANY(%(ids)s::bigint[]))"""
_ABSENCES = """
    SELECT citizen_id AS citizen, starts_on - DATE '1970-01-01' AS starts,
        ends_on - DATE '1970-01-01' AS ends
    FROM journey_absence
    WHERE municipality_id = %(kommune)s AND starts_on <= %(today)s
        AND (ends_on IS NULL OR ends_on > %(since)s)
        AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
    ORDER BY citizen_id, starts_on, id
"""


@dataclass(frozen=True, slots=True)
class Seekers:
    """Everybody who is out of work: ids in order, and when it began (days since 1970)."""

    ids: Ints
    began: Ints
    earlier: Ints  # times out of work that have ended


@dataclass(frozen=True, slots=True)
class Said:
    """What profiles say, in the order of `ids`; NaN is not said.

    `danish` and `education` are places in DANISH_LEVELS and EDUCATION_LEVELS, `months` of
    experience, `share` of the profile's six parts that are there.
    """

    ids: Ints
    danish: Doubles
    education: Doubles
    months: Doubles
    share: Doubles


@dataclass(frozen=True, slots=True)
class Away:
    """Absences, one a row, by citizen and start (days since 1970); an open one ends at NaN."""

    ids: Ints
    starts: Ints
    ends: Doubles


def seekers(*, today: date, ids: Sequence[int] | None = None) -> Seekers:
    """Return who is out of work today, by id; of these people alone when `ids` is given."""
    whole, _ = read_columns(_OPEN, _asked(today, ids), ints=("citizen", "began", "earlier"))
    order = np.argsort(whole["citizen"], kind="stable")
    return Seekers(*(whole[name][order] for name in ("citizen", "began", "earlier")))


def said(*, today: date, ids: Sequence[int] | None = None) -> Said:
    """Return what the kommune's profiles say."""
    query = _PROFILES.replace("{mine}", "true" if ids is None else _MINE)
    asked = _asked(today, ids) | {
        "danish": list(DANISH_LEVELS),
        "education": list(EDUCATION_LEVELS),
    }
    names = ("danish", "education", "months", "share")
    whole, numbers = read_columns(query, asked, ints=("citizen",), doubles=names)
    return Said(whole["citizen"], *(numbers[name] for name in names))


def away(*, since: date, today: date, ids: Sequence[int] | None = None) -> Away:
    """Return the absences that touch the days after `since`, up to today."""
    asked = _asked(today, ids) | {"since": since}
    whole, numbers = read_columns(_ABSENCES, asked, ints=("citizen", "starts"), doubles=("ends",))
    order = np.lexsort((whole["starts"], whole["citizen"]))
    columns: list[NDArray[np.int64]] = [whole[name][order] for name in ("citizen", "starts")]
    return Away(columns[0], columns[1], numbers["ends"][order])


def languages_of(
    *, citizen_ids: Iterable[int], danish_is_not: Sequence[str] = ()
) -> dict[int, dict[str, str]]:
    """Return the languages that these citizens' profiles say, with how well; empty ones not.

    Those whose Danish is of a level that `danish_is_not` names are left out.
    """
    # One value, not one for each: a kommune may ask about ten thousand.
    these = RawSQL("SELECT unnest(%s::bigint[])", [list(citizen_ids)])
    rows = Profile.objects.filter(citizen_id__in=these).exclude(languages={})
    if danish_is_not:
        # In the database: of a whole kommune's profiles nearly all say that theirs is good.
        rows = rows.exclude(languages__da__in=list(danish_is_not))
    return dict(rows.order_by("citizen_id").values_list("citizen_id", "languages"))


def _asked(today: date, ids: Sequence[int] | None) -> dict[str, object]:
    wanted = None if ids is None else [int(one) for one in ids]
    return {"kommune": current_municipality_id(), "today": today, "ids": wanted}
