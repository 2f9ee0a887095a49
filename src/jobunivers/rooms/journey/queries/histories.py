# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times out of work with what was so when each began, as columns: to learn from, and to tell.

What happened later is not among it. Her jobs and educations count by their own dates: what she has
worked up to the day it began, an education that was over by that year. Times out of work before it
count alike. So a line she writes into her profile today changes what was so then only where it says
something of the time before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from jobunivers.foundation.columns import Doubles, Ints, read_columns
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.journey.models import SpellEnd
from jobunivers.rooms.journey.queries.columns import EDUCATION_LEVELS

SPELL_ENDS = tuple(SpellEnd.values)
WORKED_WITHIN = 1826
OUT_WITHIN = 1096
"""Days before it began that are looked back on: five years of work, three of being out."""
# Plain reads, joined in NumPy: whatever the planner believes of a table, each row is read once.
_SPELLS = """
    SELECT citizen_id AS citizen, began_on - DATE '1970-01-01' AS began,
        ended_on - DATE '1970-01-01' AS ended,
        coalesce(array_position(%(ends)s::text[], "end"::text), 0) AS end_code,
        recorded_at::date - DATE '1970-01-01' AS recorded
    FROM journey_spell
    WHERE municipality_id = %(kommune)s AND began_on <= %(today)s
        AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
"""
_PROFILES = """
    SELECT id AS profile, citizen_id AS citizen FROM journey_profile
    WHERE municipality_id = %(kommune)s
        AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
"""
_JOBS = """
    SELECT profile_id AS profile, started_on - DATE '1970-01-01' AS started,
        ended_on - DATE '1970-01-01' AS ended
    FROM journey_experience WHERE municipality_id = %(kommune)s
        AND (%(profiles)s::bigint[] IS NULL OR profile_id = ANY(%(profiles)s::bigint[]))
"""
_EDUCATIONS = """
    SELECT profile_id AS profile, ended_year AS year,
        array_position(%(education)s::text[], level::text) - 1 AS place
    FROM journey_education
    WHERE municipality_id = %(kommune)s AND level = ANY(%(education)s::text[])
        AND (%(profiles)s::bigint[] IS NULL OR profile_id = ANY(%(profiles)s::bigint[]))
"""
_APART = 1_000_000
"""More days than any date is from 1970: keeps people's days apart on one line of numbers."""


@dataclass(frozen=True, slots=True)
class Histories:
    """Times out of work, by citizen and start; days are counted from 1970, NaN is not known.

    `end`: 0 when it has none, else the place in SPELL_ENDS from 1. `recorded`: when it was told.
    `out_days`, `worked_days`: out of work and at work in the years before it began. `education`: a
    place in EDUCATION_LEVELS.
    """

    citizens: Ints
    began: Ints
    end: Ints
    recorded: Ints
    out_days: Ints
    ended: Doubles
    worked_days: Doubles
    education: Doubles


def histories(
    *, today: date, ids: Sequence[int] | None = None, only_open: bool = False
) -> Histories:
    """Return the kommune's times out of work that have begun, or those of these people alone."""
    asked: dict[str, object] = {
        "kommune": current_municipality_id(),
        "today": today,
        "ids": None if ids is None else [int(one) for one in ids],
        "education": list(EDUCATION_LEVELS),
        "ends": list(SPELL_ENDS),
    }
    whole, numbers = read_columns(
        _SPELLS, asked, ints=("citizen", "began", "end_code", "recorded"), doubles=("ended",)
    )
    order = np.lexsort((whole["began"], whole["citizen"]))
    citizens, began = whole["citizen"][order], whole["began"][order]
    ended = numbers["ended"][order]
    told = np.flatnonzero(np.isnan(ended)) if only_open else np.arange(len(ended))
    owners, _ = read_columns(_PROFILES, asked, ints=("profile", "citizen"))
    asked["profiles"] = None if ids is None else owners["profile"].tolist()
    return Histories(
        citizens=citizens[told],
        began=began[told],
        end=whole["end_code"][order][told],
        recorded=whole["recorded"][order][told],
        out_days=_out_before(citizens, began, ended, told),
        ended=ended[told],
        worked_days=_worked(citizens[told], began[told], owners, asked),
        education=_learned(citizens[told], began[told], owners, asked),
    )


def _pairs(wanted: Ints, keys: Ints) -> tuple[Ints, Ints]:
    """Return every pair of places (in `wanted`, in `keys`) that hold the same number."""
    order = np.argsort(keys, kind="stable")
    low, high = (np.searchsorted(keys[order], wanted, side) for side in ("left", "right"))
    many = high - low
    rows = np.repeat(np.arange(len(wanted)), many)
    steps = np.arange(len(rows)) - np.repeat(np.cumsum(many) - many, many)
    return rows, order[np.repeat(low, many) + steps]


def _out_before(citizens: Ints, began: Ints, ended: Doubles, told: Ints) -> Ints:
    """Return the days out of work in the years before each began: times out never overlap."""
    rows, others = _pairs(citizens[told], citizens)
    start = np.maximum(began[others], began[told][rows] - OUT_WITHIN)
    stop = np.minimum(np.nan_to_num(ended[others], nan=0.0), began[told][rows])
    days = np.maximum(stop - start, 0.0) * (began[others] < began[told][rows])
    return np.bincount(rows, days, len(told)).astype(np.int64)


def _worked(
    citizens: Ints, began: Ints, owners: Mapping[str, Ints], asked: Mapping[str, object]
) -> Doubles:
    """Return the days at work in the years before, those of two jobs once; NaN: no job is told."""
    whole, numbers = read_columns(_JOBS, asked, ints=("profile", "started"), doubles=("ended",))
    rows, jobs = _of_people(citizens, owners, whole["profile"])
    before = whole["started"][jobs] < began[rows]
    rows, jobs = rows[before], jobs[before]
    first = began[rows] - WORKED_WITHIN
    start = np.maximum(whole["started"][jobs], first)
    # One that is not over lasts until she was out.
    stop = np.maximum(np.fmin(numbers["ended"][jobs], began[rows]), start)
    order = np.lexsort((start, rows))
    place = rows[order] * _APART * 2 + _APART
    start, stop = start[order] + place, stop[order] + place
    reached = np.maximum.accumulate(np.concatenate([[0.0], stop]))[:-1]
    days = np.maximum(stop - np.maximum(start, reached), 0.0)
    found: Doubles = np.bincount(rows[order], days, len(citizens)).astype(np.float64)
    found[np.bincount(rows, minlength=len(citizens)) == 0] = np.nan
    return found


def _learned(
    citizens: Ints, began: Ints, owners: Mapping[str, Ints], asked: Mapping[str, object]
) -> Doubles:
    """Return the longest education that was over by the year she was out; NaN: none is told."""
    whole, numbers = read_columns(_EDUCATIONS, asked, ints=("profile", "place"), doubles=("year",))
    rows, lines = _of_people(citizens, owners, whole["profile"])
    years = began.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    over = np.nan_to_num(numbers["year"][lines], nan=0.0) <= years[rows]
    found = np.full(len(citizens), -1.0)
    np.maximum.at(found, rows[over], whole["place"][lines[over]].astype(np.float64))
    return np.where(found < 0, np.nan, found)


def _of_people(citizens: Ints, owners: Mapping[str, Ints], profiles: Ints) -> tuple[Ints, Ints]:
    """Return every pair of places (in `citizens`, in `profiles`) of one person."""
    rows, held = _pairs(citizens, owners["citizen"])
    at, lines = _pairs(owners["profile"][held], profiles)
    return rows[at], lines
