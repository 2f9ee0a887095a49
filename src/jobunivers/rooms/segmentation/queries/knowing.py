# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of citizens, as the facts a policy asks about. The same for one as for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
from django.utils import timezone

from jobunivers.foundation.columns import Doubles, Ints, at_ids, read_columns
from jobunivers.foundation.notices.queries import columns as notices
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity import queries as identity
from jobunivers.rooms.entrance.queries import columns as entrance
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.segmentation.queries.chances import ChanceOf, chances_of
from jobunivers.science.segmentation import DAYS_LOOKED_BACK, FACTS, Facts, days_not_counting

_EPOCH = date(1970, 1, 1)
# Absences are looked at so far back: longer ago nobody's clock began.
_LONGEST = timedelta(days=2 * 365)
_PUSHES_SINCE = timedelta(days=DAYS_LOOKED_BACK)
_STATES = """
    SELECT citizen_id AS citizen, last_active_on - DATE '1970-01-01' AS active, points30,
        applications30, active_weeks, as_of - DATE '1970-01-01' AS as_of
    FROM segmentation_activitystate
    WHERE municipality_id = %s AND (%s::bigint[] IS NULL OR citizen_id = ANY(%s::bigint[]))
"""


@dataclass(frozen=True, slots=True)
class Known:
    """The facts of people who are out of work, by id; and the model that told the chances."""

    ids: Ints
    facts: Facts
    model: str = ""


def known(
    *, at: datetime, ids: Sequence[int] | None = None, chance: ChanceOf | None = None
) -> Known:
    """Return the facts of everybody who is out of work in the kommune, or of these alone.

    `chance`: that of the only one who is asked about, where it has been told already.

    Who is not out of work, or is no active citizen, is left out. Activity is as the worker has
    prepared it (`actions.gather_activity`).
    """
    today = timezone.localdate(at)
    people, born, came = identity.citizen_columns(ids)
    out = journey.seekers(today=today, ids=ids)
    here = np.isin(out.ids, people)
    mine, began = out.ids[here], out.began[here]
    asked = mine.tolist() if ids is not None else None
    arrived = at_ids(mine, people, came)
    one = chance if chance and len(mine) == 1 else None
    chances = one.as_many() if one else chances_of(mine.tolist(), at)
    columns = {
        "weeks_out": (_day(today) - began) / 7.0,
        "days_here": _day(today) - arrived,
        "age": np.floor((_day(today) - at_ids(mine, people, born)) / 365.2425),
        "earlier_spells": out.earlier[here].astype(np.float64),
        "chance26": chances.values[:, 0],
        "chance52": chances.values[:, 1],
        **_said(mine, today, asked),
        **_own_account(mine, asked),
        **_activity(mine, np.maximum(began, np.nan_to_num(arrived, nan=0.0)), at, asked),
    }
    return Known(mine, Facts.of(columns), chances.model)


@dataclass(frozen=True, slots=True)
class Seen:
    """Who is out of work since which day (days since 1970), and how long she has been silent.

    `inactive` leaves out the days on which she was absent; `absent` is 1 for who is away today.
    """

    ids: Ints
    began: Ints
    inactive: Doubles
    absent: Doubles


def seen(*, at: datetime, ids: Sequence[int] | None = None) -> Seen:
    """Return how long nobody has seen each who is out of work, or these alone."""
    today = timezone.localdate(at)
    people, _born, came = identity.citizen_columns(ids)
    out = journey.seekers(today=today, ids=ids)
    here = np.isin(out.ids, people)
    mine, began = out.ids[here], out.began[here]
    since = np.maximum(began, np.nan_to_num(at_ids(mine, people, came), nan=0.0))
    facts = _activity(mine, since, at, mine.tolist() if ids is not None else None)
    return Seen(mine, began, facts["days_inactive"], facts["absent"])


def facts_of(citizen_id: int, at: datetime) -> dict[str, float | None]:
    """Return one citizen's facts; empty when she is not out of work."""
    found = known(at=at, ids=[citizen_id])
    return found.facts.row(0) if len(found.ids) else {}


def _day(day: date) -> int:
    return (day - _EPOCH).days


def _said(mine: Ints, today: date, asked: list[int] | None) -> dict[str, Doubles]:
    said = journey.said(today=today, ids=asked)
    danish = FACTS["danish"].levels
    places = np.array([danish.index(level) for level in journey.DANISH_LEVELS], dtype=np.float64)
    level = at_ids(mine, said.ids, said.danish)
    told = ~np.isnan(level)
    level[told] = places[level[told].astype(np.int64)]
    share = at_ids(mine, said.ids, said.share)
    return {
        "danish": level,
        "education": at_ids(mine, said.ids, said.education),
        "experience_months": at_ids(mine, said.ids, said.months),
        "profile": np.nan_to_num(share, nan=0.0),  # nothing said yet is an empty profile
    }


def _own_account(mine: Ints, asked: list[int] | None) -> dict[str, Doubles]:
    """Return her own account of how she gets along digitally, and how she wants to be helped."""
    scores = entrance.scores(ids=asked)
    wishes = entrance.wishes(levels=FACTS["wish"].levels, ids=asked)
    return {
        "readiness": at_ids(mine, scores.ids, scores.values),
        "wish": at_ids(mine, wishes.ids, wishes.values),
    }


def _activity(
    mine: Ints, since: Doubles, at: datetime, asked: list[int] | None
) -> dict[str, Doubles]:
    today = timezone.localdate(at)
    whole, numbers = read_columns(
        _STATES,
        [current_municipality_id(), asked, asked],
        ints=("citizen", "applications30", "active_weeks", "as_of"),
        doubles=("active", "points30"),
    )
    states = whole["citizen"]

    def state(name: str) -> Doubles:
        values = numbers[name] if name in numbers else whole[name].astype(np.float64)
        return at_ids(mine, states, values)

    pushes = notices.answers(since=at - _PUSHES_SINCE, ids=asked)
    answered = at_ids(mine, pushes.ids, _days_of(pushes.last_answer))
    active = np.fmax(np.fmax(since, state("active")), answered)
    silent = at_ids(mine, pushes.ids, pushes.unanswered.astype(np.float64))
    return {
        "days_inactive": _days_inactive(mine, active, today, asked),
        "unanswered": np.nan_to_num(silent, nan=0.0),
        "applications30": np.nan_to_num(state("applications30")),
        "points_week": np.nan_to_num(state("points30")) / 30 * 7,
        "active_weeks": np.nan_to_num(state("active_weeks")),
        "absent": _absent(mine, today, asked),
    }


def _absent(mine: Ints, today: date, asked: list[int] | None) -> Doubles:
    away = np.array(list(journey.absent_on(today, ids=asked)), dtype=np.int64)
    return np.isin(mine, away).astype(np.float64)


def _days_of(seconds: Doubles) -> Doubles:
    """Return the Danish days (since 1970) of moments; NaN stays NaN."""
    moments, place = np.unique(seconds[~np.isnan(seconds)], return_inverse=True)
    days = [_day(timezone.localdate(datetime.fromtimestamp(one, UTC))) for one in moments.tolist()]
    found = np.full(len(seconds), np.nan)
    found[~np.isnan(seconds)] = np.array(days, dtype=np.float64)[place]
    return found


def _days_inactive(mine: Ints, active: Doubles, today: date, asked: list[int] | None) -> Doubles:
    """Return the days since she was last active on which she was not absent."""
    days = _day(today) - active
    away = journey.away(since=today - _LONGEST, today=today, ids=asked)
    if not len(away.ids) or not len(mine):
        return days
    rows = np.minimum(np.searchsorted(mine, away.ids), len(mine) - 1)
    inside = mine[rows] == away.ids
    touching = inside & (np.nan_to_num(away.ends, nan=np.inf) > active[rows])
    spans: dict[int, list[tuple[date, date | None]]] = {}
    for row, start, end in zip(
        rows[touching].tolist(),
        away.starts[touching].tolist(),
        away.ends[touching].tolist(),
        strict=True,
    ):
        last = None if np.isnan(end) else _EPOCH + timedelta(days=end)
        spans.setdefault(row, []).append((_EPOCH + timedelta(days=start), last))
    for row, absences in spans.items():
        since = _EPOCH + timedelta(days=int(active[row]))
        days[row] = days_not_counting(since, today, absences)
    return days
