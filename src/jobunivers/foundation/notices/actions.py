# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sending notices and marking them read."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from jobunivers.foundation.notices.models import Notice


def notify(
    *,
    person_id: int,
    kind: str,
    at: datetime,
    data: Mapping[str, Any] | None = None,
    path: str = "",
) -> Notice:
    """Put a notice on the person's pages; the path leads to what it is about."""
    return Notice.objects.create(
        person_id=person_id, kind=kind, data=dict(data or {}), path=path, created_at=at
    )


def mark_read(*, person_id: int, at: datetime) -> int:
    """Mark all the person's notices as read; return how many were new."""
    return Notice.objects.filter(person_id=person_id, read_at=None).update(read_at=at)
