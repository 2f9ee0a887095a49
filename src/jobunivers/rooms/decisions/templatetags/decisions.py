# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small words of the room's pages."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext

from jobunivers.rooms.decisions.models import Contest
from jobunivers.rooms.decisions.queries.facts import Section
from jobunivers.rooms.decisions.queries.words import OUTCOMES

register = template.Library()


@register.filter
def outcome(row: Contest) -> str:
    """Return what came of a disagreement in words."""
    return str(OUTCOMES.get(row.outcome, ""))


@register.filter
def named(names: Mapping[int, str], pk: int | None) -> str:
    """Return the name of a member of staff; of one who is gone, that she is."""
    return names.get(pk or 0, "") or gettext("En medarbejder, der er stoppet")


@register.filter
def cells(section: Section) -> list[list[tuple[str, str]]]:
    """Return a table's rows, each cell with the name of its column."""
    return [list(zip(section.columns, row, strict=False)) for row in section.rows]
