# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembering who looked at whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from jobunivers.foundation.adding import add_columns
from jobunivers.identity import queries as identity
from jobunivers.trust.models import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One look, on its way to the log."""

    citizen_id: int
    part: str
    reason: str
    note: str = ""
    protected: bool | None = None  # None: asked when it is written


def look(
    request: HttpRequest,
    *,
    citizen_id: int,
    part: str,
    reason: str,
    note: str = "",
    protected: bool | None = None,
) -> None:
    """Say that this request shows a citizen to somebody else.

    The page itself may be read-only, so the middleware writes the look when the page
    is made and before it is sent: no log, no page. `protected`: her name and address are kept
    back, and the look is marked, so that it can be looked for.
    """
    seen: list[Seen] = getattr(request, "looks", [])
    one = Seen(citizen_id=citizen_id, part=part, reason=reason, note=note, protected=protected)
    seen.append(one)
    request.looks = seen  # type: ignore[attr-defined]


def write_looks(request: HttpRequest, *, at: datetime) -> int:
    """Write the looks of a request to the log; return how many."""
    seen: list[Seen] = getattr(request, "looks", [])
    viewer_id, role = request.user.pk, getattr(request.user, "role", "")
    if not seen:
        return 0
    if viewer_id is None:
        raise RuntimeError("somebody who is not logged in was shown a citizen")
    unknown = {one.citizen_id for one in seen if one.protected is None}
    hidden = identity.protected_ids(unknown) if unknown else set()
    Look.objects.bulk_create(
        Look(
            citizen_id=one.citizen_id,
            viewer_id=viewer_id,
            viewer_role=role,
            at=at,
            part=one.part,
            reason=one.reason,
            note=one.note,
            protected=bool(one.protected) or one.citizen_id in hidden,
        )
        for one in seen
    )
    return len(seen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One look by a member of staff, with everything the log keeps."""

    seen: Seen
    viewer_id: int
    viewer_role: str
    at: datetime


def note_looks(*, looks: Sequence[Looked]) -> int:
    """Write looks of a replayed past to the log; return how many."""
    add_columns(
        Look,
        {
            "citizen_id": [one.seen.citizen_id for one in looks],
            "viewer_id": [one.viewer_id for one in looks],
            "viewer_role": [one.viewer_role for one in looks],
            "at": [one.at for one in looks],
            "part": [one.seen.part for one in looks],
            "reason": [one.seen.reason for one in looks],
            "note": [one.seen.note for one in looks],
            "protected": [bool(one.seen.protected) for one in looks],
        },
    )
    return len(looks)
