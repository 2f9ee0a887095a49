# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about one citizen's course, to be asked together with others."""

from datetime import datetime

from django.db.models import QuerySet

from jobunivers.rooms.segmentation.models import Move, Objection, Placement


def moves_after(*, citizen_id: int, since: datetime) -> QuerySet[Move]:
    """Return her moves since then, newest first, without all that was known of her."""
    rows = Move.objects.filter(citizen_id=citizen_id, at__gt=since)
    return rows.defer("inputs").order_by("-at", "-pk")


def open_objections(*, citizen_id: int) -> QuerySet[Objection]:
    """Return the objection that waits for an answer, if there is one."""
    return Objection.objects.filter(citizen_id=citizen_id, answered_at=None).order_by("pk")


def course_of(*, citizen_id: int) -> QuerySet[Placement]:
    """Return where she stands, if she has been placed."""
    return Placement.objects.filter(citizen_id=citizen_id).order_by("pk")
