# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What has happened since the last talk, in a few lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobunivers.foundation.ui import wording
from jobunivers.rooms.plan import queries as plan
from jobunivers.rooms.segmentation import queries as segmentation
from jobunivers.rooms.talks.models import Talk
from jobunivers.rooms.talks.queries.knowing import Since

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """One kind of change: how many, and the newest of them."""

    name: str
    lines: Sequence[str]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is new since a day; `last` is the talk that day, if there was one."""

    day: date
    last: Talk | None
    groups: Sequence[ChangeGroup]


def changes_in_words(since: Since, language: str) -> Changes:
    """Return what has happened, a group for each part of her matters that has changed."""
    groups = [
        _group(
            ngettext("%(many)s ny ansøgning", "%(many)s nye ansøgninger", len(since.applications)),
            since.applications,
            [_application(one) for one in since.applications],
        ),
        _group(
            ngettext("%(many)s jobsamtale", "%(many)s jobsamtaler", len(since.interviews)),
            since.interviews,
            [f"{one.application.title}, {wording.day(one.on)}" for one in since.interviews],
        ),
        _group(
            ngettext(
                "%(many)s ændring i planen", "%(many)s ændringer i planen", len(since.changes)
            ),
            since.changes,
            [plan.change_words(one) for one in since.changes],
        ),
        _group(
            ngettext("%(many)s ny kompetence", "%(many)s nye kompetencer", len(since.competences)),
            since.competences,
            list(since.competences),
        ),
        _group(_("Nyt forløb"), since.moves, _moves(since.moves, language)),
    ]
    found = [one for one in groups if one is not None]
    if since.profile_changed and not since.competences:
        found.append(ChangeGroup(_("Profilen er ændret"), []))
    return Changes(since.day, since.last, found)


def _group(name: str, rows: Sequence[Any], lines: Sequence[str]) -> ChangeGroup | None:
    if not rows:
        return None
    said = name % {"many": wording.number(len(rows))} if "%(many)s" in name else name
    return ChangeGroup(said, lines[:_SHOWN], max(0, len(lines) - _SHOWN))


def _application(row: Any) -> str:
    employer = f", {row.employer}" if row.employer else ""
    return f"{row.title}{employer}"


def _moves(rows: Sequence[Any], language: str) -> list[str]:
    if not rows:
        return []
    names = segmentation.course_names(language)
    return [f"{wording.day(one.at)}: {segmentation.called(names, one.to_course)}" for one in rows]
