# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom a rule fits today, and who of them gets nothing all the same: whole kommuner at once.

People are arrays of numbers all the way; facts are read of those alone who get something.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from django.db import connection
from django.utils import timezone
from numpy.typing import NDArray

from jobunivers.foundation.columns import Ints, read_columns
from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity import queries as identity
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.journey.queries.conditions import SEEKING
from jobunivers.rooms.marketplace import queries as marketplace
from jobunivers.rooms.marketplace.queries.conditions import users_of
from jobunivers.rooms.outreach.models import (
    NoMore,
    NoTrigger,
    Push,
    PushRecipient,
    Stand,
    TriggerHit,
    TriggerVersion,
)
from jobunivers.rooms.outreach.queries import conditions, holding
from jobunivers.rooms.outreach.queries.contents import offer_of
from jobunivers.rooms.outreach.queries.told import kind_of
from jobunivers.rooms.segmentation.queries.conditions import courses_now

_EPOCH = date(1970, 1, 1)
_NAMED = re.compile(r"%\((\w+)\)s")
_OURS = {"kommune", "today", "ids"}
_NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Fitting:
    """Whom a version fits, by id ascending, and since which day (since 1970)."""

    ids: Ints
    since: Ints


@dataclass(frozen=True, slots=True)
class Hit:
    """One whom a version fits, with the occasion and the facts."""

    citizen_id: int
    occurrence: str
    facts: list[conditions.Fact]


def fitting(version: TriggerVersion, *, at: datetime, ids: Sequence[int] | None = None) -> Fitting:
    """Return whom all conditions hold for and who has not had this occasion, or one too lately."""
    joined, params = _joined(version.conditions, at=at, ids=ids)
    many = range(len(version.conditions))
    since = ", ".join(f"c{n}.since" for n in many)
    occasion = _occasion(many)
    query = f"""
        SELECT c0.citizen, greatest({since}) - DATE '1970-01-01' AS since FROM {joined}
        WHERE NOT EXISTS (SELECT FROM outreach_triggerhit h
            WHERE h.municipality_id = %(kommune)s AND h.trigger_id = %(trigger)s
                AND h.citizen_id = c0.citizen
                AND (h.at > %(cooled)s OR h.occurrence = {occasion}))
        ORDER BY c0.citizen
    """  # noqa: S608 - our own text
    params["trigger"] = version.trigger_id
    params["cooled"] = at - timedelta(days=version.cool_days)
    whole, _ = read_columns(query, params, ints=("citizen", "since"))
    order = np.argsort(whole["citizen"], kind="stable")
    return Fitting(whole["citizen"][order], whole["since"][order])


def hits_of(version: TriggerVersion, ids: Sequence[int], *, at: datetime) -> list[Hit]:
    """Return the occasion and the facts of those who are to get something, by id."""
    joined, params = _joined(version.conditions, at=at, ids=ids)
    many = range(len(version.conditions))
    facts = ", ".join(f"c{n}.fact" for n in many)
    query = (
        f"SELECT c0.citizen, {_occasion(many)}, jsonb_build_array({facts})"  # noqa: S608 - ours
        f" FROM {joined} ORDER BY c0.citizen"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return [Hit(pk, occasion, _as_list(told)) for pk, occasion, told in cursor.fetchall()]


def _as_list(told: Any) -> list[conditions.Fact]:
    return list(json.loads(told)) if isinstance(told, str) else list(told)


def _occasion(many: range) -> str:
    return "concat_ws('|', " + ", ".join(f"c{n}.occurrence" for n in many) + ")"


def _joined(
    asked: Sequence[Mapping[str, Any]], *, at: datetime, ids: Sequence[int] | None
) -> tuple[str, dict[str, Any]]:
    """Return the conditions as joined SELECTs, and what each must be told by its own names."""
    params: dict[str, Any] = {
        "kommune": current_municipality_id(),
        "today": timezone.localdate(at),
        "ids": None if ids is None else [int(one) for one in ids],
    }
    parts = []
    for n, one in enumerate(asked):
        sql = _own_names(conditions.KINDS[one["code"]].matching.sql, n)
        parts.append(f"({sql}) AS c{n}" + (f" ON c{n}.citizen = c0.citizen" if n else ""))
        params |= {f"c{n}_{name}": value for name, value in conditions.asked(one).items()}
    return " JOIN ".join(parts), params


def _own_names(sql: str, place: int) -> str:
    def named(found: re.Match[str]) -> str:
        return found[0] if found[1] in _OURS else f"%(c{place}_{found[1]})s"

    return _NAMED.sub(named, sql)


@dataclass(frozen=True, slots=True)
class Around:
    """What holds of the kommune's people for every rule of a run.

    `may` are active citizens without protection who are out of work and here; the others' reasons
    stand in `reasons`, the first that holds first. `course` has one code for each of `placed`.
    """

    may: Ints
    reasons: list[tuple[str, Ints]]  # reason → the people it holds for, or for all but whom
    placed: Ints
    course: NDArray[np.str_]


def around(*, at: datetime, ids: Sequence[int] | None = None) -> Around:
    """Return who may get anything by rules today, and everybody's course."""
    today = timezone.localdate(at)
    active = np.sort(identity.citizen_columns(ids)[0])
    asked = {"kommune": current_municipality_id(), "today": today}
    asked |= {"ids": None if ids is None else [int(one) for one in ids]}
    whole, _ = read_columns(SEEKING, asked, ints=("citizen",))
    protected = _array(identity.all_protected_ids())
    absent = _array(journey.absent_on(today))
    placed, course = courses_now(ids)
    seeking = np.intersect1d(active, whole["citizen"])
    reasons = [
        (holding.PROTECTED, protected),
        (holding.AT_WORK, np.setdiff1d(active, whole["citizen"], assume_unique=True)),
        (holding.ABSENT, absent),
    ]
    may = np.setdiff1d(np.setdiff1d(seeking, protected), absent)
    return Around(may, reasons, placed, course)


def _array(found: "set[int] | Mapping[int, object]") -> Ints:
    return np.sort(np.fromiter(found, dtype=np.int64, count=len(found)))


def courses_of(there: Around, ids: Ints) -> NDArray[np.str_]:
    """Return the course of each, "" where she has none."""
    found = np.full(len(ids), "", dtype=there.course.dtype if len(there.course) else "U40")
    if len(there.placed):
        places = np.minimum(np.searchsorted(there.placed, ids), len(there.placed) - 1)
        known = there.placed[places] == ids
        found[known] = there.course[places[known]]
    return found


def kept_from(
    version: TriggerVersion, there: Around, ids: Ints, *, at: datetime, rested: Ints = _NONE
) -> list[tuple[str, Ints]]:
    """Return whom the version leaves alone of these people who may get something, by reason."""
    push = as_push(version)
    no_more = NoMore.objects.filter(what=version.what).order_by()
    no_trigger = NoTrigger.objects.filter(trigger_id=version.trigger_id).order_by()
    found = [
        (holding.NO_MORE, _array(set(no_more.values_list("citizen_id", flat=True)))),
        (holding.NO_RULE, _array(set(no_trigger.values_list("citizen_id", flat=True)))),
        (holding.HAD, _had(push, at=at)),
        *_of_the_offer(push, there, ids, at=at),
        (holding.RESTED, rested),
    ]
    left = ids[~np.isin(ids, np.concatenate([one for _, one in found]))]
    return [*found, (holding.ENOUGH, _had_enough(version.what, left, at=at))]


def _had(push: Push, *, at: datetime) -> Ints:
    same = holding.same_thing(push)
    if not same:
        return _NONE
    rows = PushRecipient.objects.filter(
        push__in=same, state=Stand.SENT, at__gte=at - holding.HAD_WITHIN
    ).order_by()
    return _array(set(rows.values_list("citizen_id", flat=True)))


def _of_the_offer(push: Push, there: Around, ids: Ints, *, at: datetime) -> list[tuple[str, Ints]]:
    """Return who has begun the offer already, and on whose shelves it does not stand."""
    offer_id = offer_of(push)
    if offer_id is None:
        return []
    courses = courses_of(there, ids)
    off = np.zeros(len(ids), dtype=bool)
    for code in np.unique(courses).tolist():
        if offer_id not in marketplace.standing_ids(code or None, at=at):
            off |= courses == code
    return [(holding.BEGUN, _array(users_of(offer_id))), (holding.OFF_SHELF, ids[off])]


def _had_enough(what: str, ids: Ints, *, at: datetime) -> Ints:
    """Return who has had as much outside the house as the kommune's senders may send together."""
    if not len(ids):
        return _NONE
    found = notices.outside_of(kind=kind_of(what), person_ids=ids.tolist(), at=at)
    return _array(set(found.had_enough))


def rested_since(rest_days: Mapping[str, int], there: Around, *, at: datetime) -> Ints:
    """Return who has had something by any rule within her course's days of rest."""
    longest = max(rest_days.values(), default=0)
    if not longest:
        return _NONE
    # Who was held out has had nothing: another rule may send her something.
    rows = TriggerHit.objects.filter(at__gt=at - timedelta(days=longest), held_out=False)
    told = dict(rows.order_by("at", "pk").values_list("citizen_id", "at"))
    ids = _array(told)
    courses = courses_of(there, ids).tolist()
    return np.array(
        [
            one
            for one, course in zip(ids.tolist(), courses, strict=True)
            if told[one] > at - timedelta(days=rest_days.get(course, rest_days[""]))
        ],
        dtype=np.int64,
    )


def as_push(version: TriggerVersion) -> Push:
    """Return what a version sends as a push that is not kept: what is asked is the same."""
    return Push(
        what=version.what,
        thing=version.thing,
        title=version.title,
        path=version.path,
        words=version.words,
        because=version.because,
        trigger_version=version,
        picked=[0],
    )


def day_number(at: datetime) -> int:
    """Return the day in Danish time, counted from 1970."""
    return (timezone.localdate(at) - _EPOCH).days
