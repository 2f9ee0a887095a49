# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A person's own notices, and their words."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, QuerySet, Window

from jobunivers.foundation.counted import counted, how_many
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.notices.register import Wording, type_of
from jobunivers.foundation.prepared import prepared

_wordings: dict[str, Wording] = {}
_NEWEST = 4


def word(kind: str, wording: Wording) -> None:
    """Register how a kind of notice reads that has no type: it never leaves the house."""
    _wordings[kind] = wording


def text_of(notice: Notice) -> str:
    """Return the notice in the reader's language; an unknown kind says its own name."""
    known = type_of(notice.kind)
    wording = known.wording if known else _wordings.get(notice.kind)
    return wording(notice.data) if wording else notice.kind


def latest(*, person_id: int, limit: int = 50) -> QuerySet[Notice]:
    """Return the person's newest notices."""
    return Notice.objects.filter(person_id=person_id).order_by("-created_at", "-pk")[:limit]


def unread_count(*, person_id: int) -> int:
    """Return how many notices she has not opened."""
    return how_many(unread_counted(person_id=person_id))


@prepared
def unread_counted(*, person_id: int) -> QuerySet[Notice, int]:
    """Return the question how many notices she has not opened, for `how_many`."""
    return counted(Notice.objects.filter(person_id=person_id, read_at=None))


@prepared
def unread_question(*, person_id: int) -> QuerySet[Notice]:
    """Return the question for her newest unread notices; each says how many there are."""
    rows = Notice.objects.filter(person_id=person_id, read_at=None)
    counted = rows.annotate(unread=Window(Count("pk")))
    return counted.order_by("-created_at", "-pk")[:_NEWEST]


def told(*, kind: str, person_ids: Iterable[int], since: datetime) -> QuerySet[Notice]:
    """Return the notices of a kind to these people since then, newest first."""
    return Notice.objects.filter(
        kind=kind, person_id__in=list(person_ids), created_at__gte=since
    ).order_by("-created_at", "-pk")


def outside_text_of(notice: Notice) -> str:
    """Return the words of a notice that may leave the house."""
    known = type_of(notice.kind)
    if known and known.outside:
        return known.outside(notice.data)
    return text_of(notice)


def own_notice(*, person_id: int, pk: int) -> Notice | None:
    """Return one notice, if it is hers."""
    return Notice.objects.filter(person_id=person_id, pk=pk).first()
