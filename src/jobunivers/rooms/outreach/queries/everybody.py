# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""All of the kommune's citizens as a group that something may be meant for."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation import groups
from jobunivers.foundation.groups import Group
from jobunivers.identity import queries as identity

EVERYBODY = "all"


def register_groups() -> None:
    """Let everybody be meant."""
    groups.register(groups.Kind(EVERYBODY, gettext_lazy("Alle"), _offered, _members))


def _offered(staff_id: int, language: str) -> list[Group]:  # noqa: ARG001 - the same for all staff
    return [Group(EVERYBODY, EVERYBODY, _("Alle borgere i kommunen"))]


def _members(key: str, at: datetime) -> list[int] | None:  # noqa: ARG001 - who is active now
    if key != EVERYBODY:
        return None
    found: list[int] = sorted(identity.citizen_columns()[0].tolist())
    return found
