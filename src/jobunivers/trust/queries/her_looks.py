# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who has looked, as the citizen reads it: a day, a member of staff, one sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext, ngettext

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.ui.wording import listed
from jobunivers.identity import queries as identity
from jobunivers.trust.models import Look
from jobunivers.trust.queries.looks import LookRow, told

_PER_PAGE = 50
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_PLACE = re.compile(r"(\d{1,17})-(\d{1,18})", re.ASCII)
# From one viewer to the next in the index: a question a viewer, however often they looked.
_VIEWERS = """
    WITH RECURSIVE one AS (
        (SELECT viewer_id FROM trust_look WHERE municipality_id = %(own)s AND citizen_id = %(her)s
         ORDER BY viewer_id LIMIT 1)
        UNION ALL
        SELECT (SELECT l.viewer_id FROM trust_look l WHERE l.municipality_id = %(own)s
            AND l.citizen_id = %(her)s AND l.viewer_id > one.viewer_id
            ORDER BY l.viewer_id LIMIT 1)
        FROM one WHERE one.viewer_id IS NOT NULL
    ) SELECT viewer_id FROM one WHERE viewer_id IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What she asked to see: one member of staff, and days; None is all.

    Attributes:
        viewer_id: by whom.
        first: from this day on.
        last: to the end of this day.
    """

    viewer_id: int | None = None
    first: date | None = None
    last: date | None = None

    @property
    def is_some(self) -> bool:
        """Say whether anything was asked for."""
        return (self.viewer_id, self.first, self.last) != (None, None, None)


@dataclass(frozen=True, slots=True)
class Visit:
    """All looks of one member of staff on one day that stand on the page, newest first."""

    viewer: str
    role: str
    looks: Sequence[LookRow]

    @property
    def sentence(self) -> str:
        """Return what was looked at and why, in one sentence of her language."""
        parts = listed(
            [_lower(text) for text in dict.fromkeys(one.part_words for one in self.looks)]
        )
        told = {"name": self.viewer or gettext("En medarbejder"), "role": _lower(self.role),
                "parts": parts}  # fmt: skip
        return gettext("%(name)s (%(role)s) så %(parts)s.") % told

    @property
    def only(self) -> LookRow | None:
        """Return the look when there is but one: nothing unfolds then."""
        return self.looks[0] if len(self.looks) == 1 else None

    @property
    def reasons(self) -> list[str]:
        """Return why, each reason once, the latest first."""
        return list(dict.fromkeys(one.reason_words for one in self.looks))

    @property
    def many(self) -> str:
        """Return how many looks, and between which hours."""
        newest, oldest = self.looks[0].at, self.looks[-1].at
        count = len(self.looks)
        told = {"count": count, "first": _clock(oldest), "last": _clock(newest)}
        if count == 1 or told["first"] == told["last"]:
            return (
                ngettext("%(count)d gang, kl. %(first)s", "%(count)d gange, kl. %(first)s", count)
                % told
            )
        return gettext("%(count)d gange, kl. %(first)s–%(last)s") % told


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which somebody looked."""

    day: date
    visits: Sequence[Visit]


@dataclass(frozen=True, slots=True)
class HerLooks:
    """The page: days, the way to older and newer ones, and by whom she can choose.

    `older` and `newer` name a place between two looks, for the address; "" where there are none.
    """

    days: Sequence[Day]
    older: str
    newer: str
    viewers: Sequence[tuple[int, str]]
    chosen: Chosen


def her_looks(*, citizen_id: int, chosen: Chosen, before: str = "", after: str = "") -> HerLooks:
    """Return who has looked at her, newest first; every look is on one of the pages.

    A page begins at a look and not at a number, so the last of 40,000 costs what the first does,
    and nothing is counted.

    Args:
        citizen_id: herself.
        chosen: whose looks, and of which days.
        before: the page of looks older than this place; what is no place is the first page.
        after: the page of looks newer than this place.
    """
    looks = _chosen(Look.objects.filter(citizen_id=citizen_id), chosen)
    rows, older, newer = _page(looks, before, after)
    ids = _viewers(citizen_id)
    names = identity.names(ids=ids)
    viewers = [(pk, names[pk][0] if pk in names else gettext("En medarbejder")) for pk in ids]
    return HerLooks(
        days=_days(told(rows, names)),
        older=_place(rows[-1]) if older else "",
        newer=_place(rows[0]) if newer else "",
        viewers=sorted(viewers, key=lambda one: (one[1], one[0])),
        chosen=chosen,
    )


def _page(looks: QuerySet[Look], before: str, after: str) -> tuple[list[Look], bool, bool]:
    """Return the looks of a page, and whether there are older and newer ones."""
    if (place := _read(after)) is not None:
        at, pk = place
        later = looks.filter(Q(at__gt=at) | Q(at=at, pk__gt=pk), at__gte=at)
        rows = list(later.order_by("at", "pk")[: _PER_PAGE + 1])
        if len(rows) > _PER_PAGE:
            return rows[_PER_PAGE - 1 :: -1], True, True
    every, place = looks, _read(before)
    if place is not None:
        at, pk = place
        looks = looks.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk), at__lte=at)
    rows = list(looks.order_by("-at", "-pk")[: _PER_PAGE + 1])
    if not rows and place is not None:
        return _page(every, "", "")
    return rows[:_PER_PAGE], len(rows) > _PER_PAGE, place is not None


def _place(look: Look) -> str:
    return f"{(look.at - _EPOCH) // _MICROSECOND}-{look.pk}"


def _read(place: str) -> tuple[datetime, int] | None:
    found = _PLACE.fullmatch(place)
    if found is None:
        return None
    return _EPOCH + int(found[1]) * _MICROSECOND, int(found[2])


def _viewers(citizen_id: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_VIEWERS, {"own": current_municipality_id(), "her": citizen_id})
        return [pk for (pk,) in cursor.fetchall()]


def _chosen(looks: QuerySet[Look], chosen: Chosen) -> QuerySet[Look]:
    if chosen.viewer_id is not None:
        looks = looks.filter(viewer_id=chosen.viewer_id)
    if chosen.first is not None:
        looks = looks.filter(at__gte=_midnight(chosen.first))
    if chosen.last is not None:
        looks = looks.filter(at__lt=_midnight(chosen.last + timedelta(days=1)))
    return looks


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _days(rows: Sequence[LookRow]) -> list[Day]:
    return [
        Day(day, _visits(list(some)))
        for day, some in groupby(rows, key=lambda one: timezone.localdate(one.at))
    ]


def _visits(rows: Sequence[LookRow]) -> list[Visit]:
    found: dict[tuple[int, str], list[LookRow]] = {}
    for row in rows:
        found.setdefault((row.viewer_id, row.role), []).append(row)
    return [Visit(some[0].viewer, some[0].role_words, some) for some in found.values()]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _clock(at: datetime) -> str:
    return time_format(timezone.localtime(at), gettext("H.i"))
