# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file of looks and acts is made, and that it was made is kept."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.audit.models import LookExport
from jobunivers.rooms.audit.queries import exporting, links
from jobunivers.rooms.audit.queries.exporting import Line, Wanted


@dataclass(frozen=True, slots=True)
class Made:
    """A file, its digest, and whose names are in it."""

    name: str
    content: bytes
    export: LookExport
    citizens: frozenset[int]


@transaction.atomic
def export(*, wanted: Wanted, form: str, reason: str, by_id: int, at: datetime) -> Made:
    """Make a file (`csv` or `json`) of looks and acts, and keep who made it, why and its digest.

    Raises:
        exporting.TooMany: more rows than a file holds.
    """
    found = exporting.lines(wanted)
    content = exporting.as_csv(found) if form == "csv" else exporting.as_json(found, wanted, at=at)
    last = links.last_link()
    made = LookExport.objects.create(
        kind=wanted.kind, about_id=wanted.about_id, since=wanted.since, until=wanted.until,
        format=form, reason=reason, rows=len(found),
        digest=hashlib.sha256(content).hexdigest(), link_number=last.number if last else 0,
        by_id=by_id, at=at,
    )  # fmt: skip
    events.record(
        "audit.exported", at=at, actor_id=by_id,
        citizen_id=wanted.about_id if wanted.kind == "citizen" else None,
        data={"export_id": made.pk, "kind": wanted.kind, "about_id": wanted.about_id},
    )  # fmt: skip
    name = f"opslag-{wanted.kind}-{wanted.about_id}-{wanted.since}-{wanted.until}.{form}"
    return Made(name, content, made, _citizens(found))


def _citizens(found: list[Line]) -> frozenset[int]:
    return frozenset(one.citizen_id for one in found if one.citizen_id is not None)
