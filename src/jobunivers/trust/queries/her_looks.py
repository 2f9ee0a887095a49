# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who has looked, as the citizen reads it: a day, a member of staff, one sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext, ngettext

from jobunivers.identity import queries as identity
from jobunivers.trust.models import Look
from jobunivers.trust.queries.looks import LookRow, rows_of

_PER_PAGE = 50


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
        parts = _joined(
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
    """The page: days, the way to the others, and by whom she can choose."""

    days: Sequence[Day]
    sheet: Page[Look]
    total: int
    viewers: Sequence[tuple[int, str]]
    chosen: Chosen


def her_looks(*, citizen_id: int, chosen: Chosen, page: str | None = None) -> HerLooks:
    """Return who has looked at her, newest first; every look is on one of the pages.

    Args:
        citizen_id: herself.
        chosen: whose looks, and of which days.
        page: as the address says it; what is no page is the first, what is past the end the last.
    """
    hers = Look.objects.filter(citizen_id=citizen_id)
    counts = dict(
        hers.order_by()
        .values("viewer_id")
        .annotate(many=Count("pk"))
        .values_list("viewer_id", "many")
    )
    looks = _chosen(hers, chosen)
    known = None if chosen.first or chosen.last else _known(counts, chosen)
    sheets = Paginator(looks.order_by("-at", "-pk"), _PER_PAGE)
    if known is not None:
        # It remembers what it has counted; these are counted already.
        sheets.__dict__["count"] = known
    sheet = sheets.get_page(page)
    names = identity.names(ids=counts)
    viewers = [(pk, names[pk][0] if pk in names else gettext("En medarbejder")) for pk in counts]
    return HerLooks(
        days=_days(rows_of(sheet.object_list)),
        sheet=sheet,
        total=sum(counts.values()),
        viewers=sorted(viewers, key=lambda one: (one[1], one[0])),
        chosen=chosen,
    )


def _known(counts: Mapping[int, int], chosen: Chosen) -> int:
    if chosen.viewer_id is None:
        return sum(counts.values())
    return counts.get(chosen.viewer_id, 0)


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


def _joined(texts: Sequence[str]) -> str:
    if len(texts) < 2:  # noqa: PLR2004 - one thing needs no "and"
        return "".join(texts)
    return gettext("%(most)s og %(last)s") % {"most": ", ".join(texts[:-1]), "last": texts[-1]}


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _clock(at: datetime) -> str:
    return time_format(timezone.localtime(at), gettext("H.i"))
