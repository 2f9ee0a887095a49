# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The administrator's list of protected citizens: who, since when, why, and who decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from jobunivers.identity import queries
from jobunivers.identity.forms import KINDS
from jobunivers.identity.models import Protection
from jobunivers.identity.protecting import ENDED, STAFF

_ON_A_PAGE = 50
_MOST_OVER = 20


@dataclass(frozen=True, slots=True)
class ProtectionRow:
    """One protection in words; `last_day` is None while it has no end."""

    person_id: int
    name: str
    kind: str
    since: date
    last_day: date | None
    reason: str
    decided_by: str
    lifted_at: datetime | None
    lifted_why: str
    lifted_by: str


@dataclass(frozen=True, slots=True)
class ProtectionsPage:
    """Those that hold, and those that were lifted last."""

    sheet: Page[Protection]
    held: list[ProtectionRow]
    over: list[ProtectionRow]


def protections_page(*, page: str | None) -> ProtectionsPage:
    """Return a page of the protections that hold, and the 20 lifted last."""
    sheet = Paginator(queries.protections(), _ON_A_PAGE).get_page(page)
    held, over = list(sheet.object_list), list(queries.lifted_protections()[:_MOST_OVER])
    staff_ids = {one.set_by_id for one in [*held, *over]} | {one.lifted_by_id for one in over}
    known = queries.names(ids=[pk for pk in staff_ids if pk is not None])
    return ProtectionsPage(
        sheet, [_row(one, known) for one in held], [_row(one, known) for one in over]
    )


def _row(row: Protection, known: Mapping[int, tuple[str, str]]) -> ProtectionRow:
    told = _("En medarbejder") if row.source == STAFF else _("En kilde: %s") % row.source
    return ProtectionRow(
        person_id=row.person_id,
        name=row.person.name,
        kind=str(KINDS.get(row.kind, row.kind)),
        since=row.since_on,
        last_day=row.until_on - timedelta(days=1) if row.until_on else None,
        reason=row.reason,
        decided_by=known.get(row.set_by_id or 0, (told, ""))[0],
        lifted_at=row.lifted_at,
        lifted_why=_("Den sidste dag er gået") if row.lifted_why == ENDED else row.lifted_why,
        lifted_by=known.get(row.lifted_by_id or 0, ("", ""))[0],
    )
