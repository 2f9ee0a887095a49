# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looks and acts about a citizen, or by a member of staff, as a file.

Each has its place in the chain, so that a court or an auditor can hold it against the seals.
"""

import csv
import io
import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from jobunivers.foundation.events.models import Event
from jobunivers.identity import queries as identity
from jobunivers.rooms.audit.models import ChainLink
from jobunivers.rooms.audit.queries.days import midnight
from jobunivers.trust import words
from jobunivers.trust.models import Look

MOST = 200_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class TooMany(Exception):  # noqa: N818 - it reads as what is wrong
    """There are more rows than a file holds: choose fewer days."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose rows: a citizen's (`citizen`) or a member of staff's (`staff`), of which days."""

    kind: str
    about_id: int
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Line:
    """One look or act; names are as they are now, protected ones by initials."""

    table: str
    id: int
    at: datetime
    by_id: int | None
    by: str
    role: str
    citizen_id: int | None
    citizen: str
    what: str
    why: str
    note: str
    link: int | None
    link_digest: str


def lines(wanted: Wanted) -> list[Line]:
    """Return the looks and events, the oldest first.

    Raises:
        TooMany: more than a file holds.
    """
    looks, acts = _looks(wanted), _events(wanted)
    if len(looks) + len(acts) > MOST:
        raise TooMany
    ids = {pk for one in looks for pk in (one.citizen_id, one.viewer_id)}
    ids |= {pk for one in acts for pk in (one.citizen_id, one.actor_id) if pk is not None}
    names = {pk: name for pk, (name, _role) in identity.names(ids=ids).items()}
    places = {table: _Places(table) for table in ("trust_look", "events_event")}
    found = [_of_look(one, names, places["trust_look"]) for one in looks]
    found += [_of_event(one, names, places["events_event"]) for one in acts]
    return sorted(found, key=lambda one: (one.at, one.table, one.id))


def _looks(wanted: Wanted) -> list[Look]:
    whose = {"citizen_id" if wanted.kind == "citizen" else "viewer_id": wanted.about_id}
    found = Look.objects.filter(**whose, at__gte=midnight(wanted.since), at__lt=_end(wanted))
    return list(found.order_by("at", "pk")[: MOST + 1])


def _events(wanted: Wanted) -> list[Event]:
    whose = {"citizen_id" if wanted.kind == "citizen" else "actor_id": wanted.about_id}
    found = Event.objects.filter(**whose, at__gte=midnight(wanted.since), at__lt=_end(wanted))
    return list(found.order_by("at", "pk")[: MOST + 1])


def _end(wanted: Wanted) -> datetime:
    return midnight(wanted.until + timedelta(days=1))


class _Places:
    """Where the rows of one table stand in the chain of the kommune."""

    def __init__(self, table: str) -> None:
        rows = ChainLink.objects.filter(table=table).order_by("low")
        self._links = list(rows.values_list("low", "high", "number", "hash"))
        self._highs = [high for _low, high, _number, _hash in self._links]

    def of(self, pk: int) -> tuple[int | None, str]:
        """Return the link of a row, by number and digest; None: it is in none yet."""
        at = bisect_left(self._highs, pk)
        if at < len(self._links) and self._links[at][0] < pk:
            return self._links[at][2], bytes(self._links[at][3]).hex()
        return None, ""


def _of_look(look: Look, names: dict[int, str], places: _Places) -> Line:
    return Line(
        "trust_look", look.pk, look.at, look.viewer_id, names.get(look.viewer_id, ""),
        str(words.ROLES.get(look.viewer_role, look.viewer_role)), look.citizen_id,
        names.get(look.citizen_id, ""), str(words.PARTS.get(look.part, look.part)),
        str(words.REASONS.get(look.reason, look.reason)), look.note, *places.of(look.pk),
    )  # fmt: skip


def _of_event(event: Event, names: dict[int, str], places: _Places) -> Line:
    data = json.dumps(event.data, ensure_ascii=False, sort_keys=True) if event.data else ""
    return Line(
        "events_event", event.pk, event.at, event.actor_id, names.get(event.actor_id or 0, ""), "",
        event.citizen_id, names.get(event.citizen_id or 0, ""), event.kind, "", data,
        *places.of(event.pk),
    )  # fmt: skip


def as_csv(found: Sequence[Line]) -> bytes:
    """Return the lines as a spreadsheet opens them; nothing in it is taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(
        [_("Tabel"), _("Nummer"), _("Hvornår"), _("Af nummer"), _("Af"), _("Rolle"),
         _("Borger nummer"), _("Borger"), _("Hvad"), _("Hvorfor"), _("Note"), _("Led i kæden"),
         _("Leddets kontroltal")]
    )  # fmt: skip
    for one in found:
        writer.writerow([_safe(cell) for cell in _cells(one)])
    return text.getvalue().encode("utf-8-sig")


def _cells(one: Line) -> list[str]:
    at = one.at.isoformat(timespec="seconds")
    return [one.table, str(one.id), at, _number(one.by_id), one.by, one.role,
            _number(one.citizen_id), one.citizen, one.what, one.why, one.note, _number(one.link),
            one.link_digest]  # fmt: skip


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_json(found: Sequence[Line], wanted: Wanted, *, at: datetime) -> bytes:
    """Return the lines for a machine, with what was asked."""
    told = {
        "kind": wanted.kind, "about_id": wanted.about_id, "since": wanted.since.isoformat(),
        "until": wanted.until.isoformat(), "made_at": at.isoformat(), "rows": len(found),
        "lines": [
            {"table": one.table, "id": one.id, "at": one.at.isoformat(), "by_id": one.by_id,
             "by": one.by, "role": one.role, "citizen_id": one.citizen_id, "citizen": one.citizen,
             "what": one.what, "why": one.why, "note": one.note, "link": one.link,
             "link_digest": one.link_digest}
            for one in found
        ],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1).encode()
