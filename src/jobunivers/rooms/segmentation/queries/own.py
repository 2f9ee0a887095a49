# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose citizens they are, as sets that other rooms' questions can hold."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from jobunivers.rooms.segmentation.models import Assignment
from jobunivers.rooms.segmentation.queries.team import stood_in_for


def own_ids(staff_id: int) -> QuerySet[Assignment, int]:
    """Return the ids of those whose personal consultant she is."""
    mine = Assignment.objects.filter(staff_id=staff_id, ended_at=None)
    return mine.order_by("pk").values_list("citizen_id", flat=True)


def with_consultant() -> QuerySet[Assignment, int]:
    """Return the ids of all who have a personal consultant."""
    helped = Assignment.objects.filter(ended_at=None)
    return helped.order_by("pk").values_list("citizen_id", flat=True)


def consultants_of(citizen_ids: Iterable[int]) -> dict[int, int]:
    """Return these citizens' personal consultants; who has none is not in it."""
    rows = Assignment.objects.filter(citizen_id__in=list(citizen_ids), ended_at=None)
    return dict(rows.order_by("pk").values_list("citizen_id", "staff_id"))


def assigned_to(staff_id: int, citizen_ids: Sequence[int], today: date) -> dict[int, str]:
    """Return those of these who need no reason from her: her own, and those she stands in for."""
    helped = Q(staff_id=staff_id) | Q(staff_id__in=stood_in_for(staff_id, today))
    rows = Assignment.objects.filter(helped, citizen_id__in=list(citizen_ids), ended_at=None)
    return {
        citizen: "assigned" if staff == staff_id else "substitute"
        for citizen, staff in rows.order_by("pk").values_list("citizen_id", "staff_id")
    }
