# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What counts of a month, for the kommune at work: numbers, what they are of, what was left out."""

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobunivers.identity import queries as identity
from jobunivers.identity.models import STAFF
from jobunivers.rooms.agreements.models import Agreement
from jobunivers.rooms.launching.queries import HandOver
from jobunivers.rooms.marketplace.queries import acts_of, last_taken_back, microseconds, stars_of
from jobunivers.science.calendars import moment
from jobunivers.science.pricing import (
    Act,
    Acts,
    Circumstances,
    Counting,
    Measure,
    Reason,
    Span,
    Terms,
    active,
    counted,
    in_order,
    judged,
    month_of,
    people,
)

# Offers, the first and the last day → the lower bound of their effect; None: not known yet.
Effect = Callable[[Collection[int], date, date], Decimal | None]
# A firm → people of the kommune whose acts are nobody's use (they work for it, or test it).
OwnPeople = Callable[[int], Collection[int]]
_effects: list[Effect] = []
_own: list[OwnPeople] = []


def provide_effect(effect: Effect) -> None:
    """Let the room that measures say what solutions do; in its `apps.py`."""
    _effects[:] = [effect]


def effect_is_measured() -> bool:
    """Say whether any room measures what solutions do; until then effect moves no amount."""
    return bool(_effects)


def provide_own_people(people: OwnPeople) -> None:
    """Let a room say which people of the kommune belong to a firm; in its `apps.py`."""
    _own[:] = [people]


@dataclass(frozen=True, slots=True)
class Trace:
    """Which acts a number is of: how many, the lowest and the highest number, and a digest."""

    acts: int = 0
    first: int = 0
    last: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What was counted.

    Attributes:
        measure: what the price is counted from.
        traces: by "act:counting", and "active" for people.
        left: how many acts were left out, by `Reason`'s name.
        self_ratings: how many ratings by own people were left out.
        people: how many people are behind what counts.
        seen_to: the highest number of an act that was looked at.
    """

    measure: Measure
    traces: Mapping[str, Trace] = field(default_factory=dict)
    left: Mapping[str, int] = field(default_factory=dict)
    self_ratings: int = 0
    people: int = 0
    seen_to: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return it as it is kept."""
        one = self.measure
        return {
            "active": one.active,
            "acts": {f"{act}:{how}": many for (act, how), many in one.acts.items()},
            "effect_low": None if one.effect_low is None else str(one.effect_low),
            "ratings": one.ratings,
            "stars": one.stars,
            "traces": {
                key: [it.acts, it.first, it.last, it.digest] for key, it in self.traces.items()
            },
            "left": dict(self.left),
            "self_ratings": self.self_ratings,
            "people": self.people,
            "seen_to": self.seen_to,
        }


def counted_of(told: Mapping[str, Any]) -> Counted:
    """Return what was kept."""
    acts = {}
    for key, many in told["acts"].items():
        act, how = key.split(":")
        acts[Act(act), Counting(how)] = many
    low = told["effect_low"]
    measure = Measure(
        active=told["active"],
        acts=acts,
        effect_low=None if low is None else Decimal(low),
        ratings=told["ratings"],
        stars=told["stars"],
    )
    return Counted(
        measure=measure,
        traces={key: Trace(*it) for key, it in told["traces"].items()},
        left=told["left"],
        self_ratings=told["self_ratings"],
        people=told["people"],
        seen_to=told["seen_to"],
    )


def midnight(day: date) -> datetime:
    """Return the first moment of a day in Denmark."""
    return moment(day, time())


def counted_month(
    agreement: Agreement, terms: Terms, span: Span, month: date, *, seen_to: int | None = None
) -> Counted:
    """Return what counts of a month for the kommune at work.

    Args:
        agreement: on which solutions.
        terms: what is paid by.
        span: the days on which the kommune is a party.
        month: any day of it.
        seen_to: as it was when this was the highest number.
    """
    table, reasons, known = judged_acts(agreement, terms, span, month, seen_to=seen_to)
    numbers: dict[tuple[Act, Counting], int] = {}
    traces: dict[str, Trace] = {}
    for one in terms.acts:
        key = one.act, one.counting
        _flags, traces[f"{one.act}:{one.counting}"] = chosen(table, reasons, known, key)
        numbers[key] = traces[f"{one.act}:{one.counting}"].acts
    if terms.bands:
        begun = (Act.STARTED, Counting.MONTHLY)
        _flags, traces["active"] = chosen(table, reasons, known, begun)
    stars, own_stars = _stars(agreement, terms, month)
    left = {
        reason.name: many
        for reason in Reason
        if reason != Reason.COUNTS and (many := int((reasons == reason).sum()))
    }
    measure = Measure(
        active=active(table, reasons),
        acts=numbers,
        effect_low=_effect(agreement, terms, month),
        ratings=len(stars),
        stars=sum(stars),
    )
    return Counted(
        measure=measure,
        traces=traces,
        left=left,
        self_ratings=own_stars,
        people=people(table, reasons),
        seen_to=max(int(table.id.max(initial=0)), _taken_back(agreement, month)),
    )


def _taken_back(agreement: Agreement, month: date) -> int:
    first, last = month_of(month)
    return last_taken_back(
        agreement.offers, first=midnight(first), end=midnight(last + timedelta(days=1))
    )


_NOBODY: NDArray[np.int64] = np.zeros(0, np.int64)


def chosen(
    table: Acts,
    reasons: NDArray[np.int8],
    known: Mapping[Act, NDArray[np.int64]],
    key: tuple[Act, Counting],
) -> tuple[NDArray[np.bool_], Trace]:
    """Return which acts are paid for by a price, and what they are."""
    flags = counted(table, reasons, *key, known.get(key[0], _NOBODY))
    return flags, _trace(table.id[flags])


def judged_acts(
    agreement: Agreement, terms: Terms, span: Span, month: date, *, seen_to: int | None = None
) -> tuple[Acts, NDArray[np.int8], dict[Act, NDArray[np.int64]]]:
    """Return a month's acts, the reason of each, and who was paid for earlier by act."""
    first, last = month_of(month)
    begins, ends = midnight(first), midnight(last + timedelta(days=1))
    around = Circumstances(
        begins=microseconds(midnight(span.first)),
        ends=microseconds(ends if span.last is None else midnight(span.last + timedelta(days=1))),
        own=_own_people(agreement),
        withdrawn=_withdrawn(agreement),
    )
    table = in_order(acts_of(agreement.offers, first=begins, end=ends, seen_to=seen_to))
    reasons = judged(table, terms.guard, around)
    known: dict[Act, NDArray[np.int64]] = {}
    once = [one.act for one in terms.acts if one.counting == Counting.ONCE]
    if once and span.first < first:
        since = midnight(span.first)
        earlier = in_order(acts_of(agreement.offers, first=since, end=begins, seen_to=seen_to))
        before = judged(earlier, terms.guard, around)
        for act in once:
            flags = counted(earlier, before, act, Counting.EACH, _NOBODY)
            known[act] = np.unique(earlier.citizen[flags])
    return table, reasons, known


def _trace(ids: NDArray[np.int64]) -> Trace:
    if not len(ids):
        return Trace()
    ordered = np.sort(ids)
    digest = hashlib.sha256(ordered.astype(">i8").tobytes()).hexdigest()
    return Trace(len(ordered), int(ordered[0]), int(ordered[-1]), digest)


def _own_people(agreement: Agreement) -> frozenset[int]:
    own = set(identity.staff(roles=STAFF).order_by().values_list("pk", flat=True))
    for theirs in _own:
        own.update(theirs(agreement.vendor_id))
    return frozenset(own)


def _withdrawn(agreement: Agreement) -> dict[tuple[int, int], int]:
    """Return when a yes was taken back that has not been given again since."""
    rows = HandOver.objects.filter(offer_id__in=agreement.offers).order_by("given_at", "pk")
    since: dict[tuple[int, int], int] = {}
    for citizen, offer, at in rows.values_list("citizen_id", "offer_id", "withdrawn_at"):
        since.pop((citizen, offer), None)
        if at is not None:
            since[citizen, offer] = microseconds(at)
    return since


def _stars(agreement: Agreement, terms: Terms, month: date) -> tuple[list[int], int]:
    """Return the stars that count at the end of the month, and how many do not."""
    if terms.feedback is None:
        return [], 0
    before = midnight(month_of(month)[1] + timedelta(days=1))
    own = _own_people(agreement)
    rows = stars_of(agreement.offers, before=before)
    kept = [stars for citizen, stars in rows if citizen not in own]
    return kept, len(rows) - len(kept)


def _effect(agreement: Agreement, terms: Terms, month: date) -> Decimal | None:
    if terms.effect is None or not _effects:
        return None
    first, last = month_of(month)
    return _effects[0](agreement.offers, first, last)
