# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The talks of one member of staff, the nearest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.core.paginator import Page, Paginator
from django.utils import timezone

from jobunivers.rooms.talks.models import Talk, TalkState
from jobunivers.rooms.talks.queries import words
from jobunivers.science.calendars import moment

_PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class StaffTalk:
    """A talk in the list; the page finds her name."""

    row: Talk
    kind: str
    form: str
    state: str


@dataclass(frozen=True, slots=True)
class StaffTalks:
    """One page of what is under way and ahead."""

    lines: Sequence[StaffTalk]
    sheet: Page[Talk]


def talks_of_staff(*, staff_id: int, page: str | None, at: datetime) -> StaffTalks:
    """Return the talks of today and later, and those that still are open."""
    today = moment(timezone.localdate(at), time())
    rows = Talk.objects.filter(staff_id=staff_id).exclude(state=TalkState.CANCELLED)
    rows = rows.filter(starts_at__gte=today) | rows.filter(
        state__in=[TalkState.PLANNED, TalkState.UNDER_WAY]
    )
    sheet = Paginator(rows.order_by("starts_at", "pk"), _PER_PAGE).get_page(page)
    lines = [
        StaffTalk(
            one,
            str(words.KINDS[one.kind]),
            str(words.FORMS[one.form]),
            str(words.STATES[one.state]),
        )
        for one in sheet.object_list
    ]
    return StaffTalks(lines, sheet)
