# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembering who looked at whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.http import HttpRequest

from jobunivers.foundation.adding import add_columns
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity import queries as identity
from jobunivers.trust.models import Look

# Written by hand: it stands between every page about a citizen and her adviser.
_ADD = """
    INSERT INTO trust_look (municipality_id, viewer_id, viewer_role, at, citizen_id, part, reason,
        note, protected)
    SELECT %s, %s, %s, %s, u.citizen, u.part, u.reason, u.note, u.protected
    FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::boolean[])
        WITH ORDINALITY AS u(citizen, part, reason, note, protected, place)
    ORDER BY u.place
"""


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


def known_protected(request: HttpRequest, citizens: Mapping[int, bool]) -> None:
    """Say of citizens whether their names are kept back, as this request has just read it.

    Their looks are marked by it, and nothing more is asked.
    """
    known: dict[int, bool] = getattr(request, "known_protected", {})
    request.known_protected = {**known, **citizens}  # type: ignore[attr-defined]


def write_looks(request: HttpRequest, *, at: datetime) -> int:
    """Write the looks of a request to the log; return how many."""
    seen: list[Seen] = getattr(request, "looks", [])
    viewer_id, role = request.user.pk, getattr(request.user, "role", "")
    if not seen:
        return 0
    if viewer_id is None:
        raise RuntimeError("somebody who is not logged in was shown a citizen")
    known: dict[int, bool] = getattr(request, "known_protected", {})
    unknown = {one.citizen_id for one in seen if one.protected is None} - known.keys()
    hidden = identity.protected_ids(unknown) if unknown else set()
    hidden |= {pk for pk, protected in known.items() if protected}
    with connection.cursor() as cursor:
        cursor.execute(
            _ADD,
            [
                current_municipality_id(), viewer_id, role, at,
                [one.citizen_id for one in seen],
                [one.part for one in seen],
                [one.reason for one in seen],
                [one.note for one in seen],
                [bool(one.protected) or one.citizen_id in hidden for one in seen],
            ],
        )  # fmt: skip
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
