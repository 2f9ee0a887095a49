# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a person's notices."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import QuerySet

from jobunivers.foundation.notices.models import Notice

Wording = Callable[[Mapping[str, Any]], str]
_wordings: dict[str, Wording] = {}


def word(kind: str, wording: Wording) -> None:
    """Register how a kind of notice reads; rooms do this when they load."""
    _wordings[kind] = wording


def text_of(notice: Notice) -> str:
    """Return the notice in the reader's language; an unknown kind says its own name."""
    wording = _wordings.get(notice.kind)
    return wording(notice.data) if wording else notice.kind


def latest(*, person_id: int, limit: int = 50) -> QuerySet[Notice]:
    """Return the person's newest notices."""
    return Notice.objects.filter(person_id=person_id).order_by("-created_at", "-pk")[:limit]


def unread_count(*, person_id: int) -> int:
    """Return how many notices she has not opened."""
    return Notice.objects.filter(person_id=person_id, read_at=None).count()
