# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading who has looked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator

from jobunivers.identity import queries as identity
from jobunivers.trust import words
from jobunivers.trust.models import Look


@dataclass(frozen=True, slots=True)
class LookRow:
    """One look as the citizen reads it."""

    at: datetime
    viewer: str
    role: str
    part: str
    reason: str
    note: str
    viewer_id: int = 0

    @property
    def role_words(self) -> str:
        """Return the role in the reader's language."""
        return str(words.ROLES.get(self.role, self.role))

    @property
    def part_words(self) -> str:
        """Return what was looked at in the reader's language."""
        return str(words.PARTS.get(self.part, self.part))

    @property
    def reason_words(self) -> str:
        """Return why in the reader's language."""
        return str(words.REASONS.get(self.reason, self.reason))


_PER_PAGE = 50


def all_looks(*, citizen_id: int, most: int) -> list[LookRow]:
    """Return who has looked at the citizen, newest first, at most so many looks."""
    looks = Look.objects.filter(citizen_id=citizen_id).order_by("-at", "-pk")
    return rows_of(looks[:most])


def looks_at(*, citizen_id: int, page: str | None = None) -> Page[LookRow]:
    """Return a page of who has looked at the citizen, newest first; every look is on one of them.

    Args:
        citizen_id: whom they looked at.
        page: as the address says it; what is no page is the first, what is past the end the last.
    """
    looks = Paginator(
        Look.objects.filter(citizen_id=citizen_id).order_by("-at", "-pk"), _PER_PAGE
    ).get_page(page)
    return Page(rows_of(looks), looks.number, looks.paginator)  # type: ignore[arg-type]


def rows_of(looks: Iterable[Look]) -> list[LookRow]:
    """Return looks as the citizen reads them; names are read once."""
    shown = list(looks)
    return told(shown, identity.names(ids=(look.viewer_id for look in shown)))


def told(shown: Iterable[Look], people: Mapping[int, tuple[str, str]]) -> list[LookRow]:
    """Return looks as the citizen reads them; `people` are those who looked: name and role."""
    return [
        LookRow(
            at=look.at,
            viewer=people.get(look.viewer_id, ("", ""))[0],
            role=look.viewer_role,
            part=look.part,
            reason=look.reason,
            note=look.note,
            viewer_id=look.viewer_id,
        )
        for look in shown
    ]


def citizens_looked_at(*, part: str, since: datetime) -> int:
    """Return how many of the kommune's citizens staff have looked at a part of since then."""
    looks = Look.objects.filter(part=part, at__gte=since).order_by()
    return looks.values("citizen_id").distinct().count()
