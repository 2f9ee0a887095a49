# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What has been asked for to research, and what was given."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from jobunivers.identity import queries as identity
from jobunivers.rooms.retention.models import Release, ReleaseKind, ReleaseState
from jobunivers.rooms.retention.queries import variables

_ON_THE_PAGE = 50


@dataclass(frozen=True, slots=True)
class ReleaseShown:
    """A table asked for: of what, by whom, and whether the reader may approve it."""

    row: Release
    columns: list[Promise | str]
    asked_by: str
    decided_by: str
    may_decide: bool
    made: bool
    counts: bool


def releases(*, reader_id: int) -> list[ReleaseShown]:
    """Return what has been asked for, newest first."""
    rows = list(Release.objects.defer("table").order_by("-pk")[:_ON_THE_PAGE])
    ids = {one for row in rows for one in (row.asked_by_id, row.decided_by_id) if one}
    names = {one: name for one, (name, _) in identity.names(ids=ids).items()} if ids else {}
    known = variables.variables()
    return [
        ReleaseShown(
            row=row,
            columns=[known[code].name if code in known else code for code in row.columns],
            asked_by=names.get(row.asked_by_id, ""),
            decided_by=names.get(row.decided_by_id or 0, ""),
            may_decide=row.state == ReleaseState.ASKED and row.asked_by_id != reader_id,
            made=row.state == ReleaseState.MADE,
            counts=row.kind == ReleaseKind.COUNTS,
        )
        for row in rows
    ]


def made(pk: int) -> Release | None:
    """Return a table that has been made."""
    return Release.objects.filter(pk=pk, state=ReleaseState.MADE).first()


def file_name(row: Release, *, day: date) -> str:
    """Return what a table is called as a file."""
    return f"forskning-{row.pk}-{day:%Y-%m-%d}.csv"
