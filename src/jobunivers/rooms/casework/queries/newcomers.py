# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nye registreringer: who is newly out of work and has not been talked to yet."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet

from jobunivers.rooms.casework.models import CitizenRow
from jobunivers.rooms.talks import queries as talks

# The kommune holds the first talk within a week (LAB § 31); an insured person's first talk is
# with her a-kasse, within two weeks. Which of the two she is, is not known here.
FIRST_TALK_DAYS = 7
_NEW_DAYS = 56
_ON_A_PAGE = 25


def first_talk_by(out_since: date) -> date:
    """Return the last day of the first talk for who has been out of work since a day."""
    return out_since + timedelta(days=FIRST_TALK_DAYS)


def newcomers(today: date) -> QuerySet[CitizenRow]:
    """Return who came out of work within eight weeks and has no first talk held or ahead.

    The first due stands first. Read from last night's rows, which follow bookings in seconds; a
    talk since the first day without work is a first talk, however it came about.
    """
    spoken = talks.held_or_ahead().filter(
        citizen_id=OuterRef("citizen_id"), starts_at__date__gte=OuterRef("out_since")
    )
    rows = CitizenRow.objects.filter(
        out_since__gte=today - timedelta(days=_NEW_DAYS), meeting__in=("", "missed"), absent=False
    )
    return rows.filter(~Exists(spoken)).order_by("out_since", "citizen_id")


@dataclass(frozen=True, slots=True)
class NewcomerRow:
    """Somebody newly out of work, since when, and by when she is to be talked to."""

    citizen_id: int
    since: date
    by: date
    late: bool
    missed: bool  # she had a time and it did not become a talk


def newcomers_page(*, today: date, page: str | None) -> tuple[list[NewcomerRow], Page[Any]]:
    """Return a page of newcomers without a first talk, and the page's number and neighbours."""
    sheet: Page[CitizenRow] = Paginator(newcomers(today), _ON_A_PAGE).get_page(page)
    rows = [
        NewcomerRow(
            citizen_id=row.citizen_id,
            since=row.out_since,
            by=first_talk_by(row.out_since),
            late=first_talk_by(row.out_since) < today,
            missed=row.meeting == "missed",
        )
        for row in sheet.object_list
        if row.out_since is not None
    ]
    return rows, sheet
