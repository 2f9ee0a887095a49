# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""This room's lines of the staff's navigation, in the order the vision draws."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.foundation.desk import Way
from jobunivers.identity.models import Role

_CONSULTANT, _ADVISER, _ASSISTANT = Role.CONSULTANT, Role.ADVISER, Role.ASSISTANT
_MANAGER, _ADMINISTRATOR = Role.MANAGER, Role.ADMINISTRATOR


def _each(place: int) -> dict[str, int]:
    return {_CONSULTANT: place, _ADVISER: place, _ASSISTANT: place}


# Code, label, address, icon, role → place.
_WAYS: tuple[tuple[str, Promise, str, str, Mapping[str, int]], ...] = (
    ("home", _("Min side"), "home", "home", _each(10)),
    ("overview", _("Oversigt over ledige"), "overview", "list", {**_each(20), _MANAGER: 20}),
    ("new", _("Nye registreringer"), "new", "account-circle",
     {_CONSULTANT: 85, _ADVISER: 25, _ASSISTANT: 25}),
    ("calendar", _("Kalender"), "calendar", "calendar-month", _each(50)),
    ("attention", _("Hvem skal jeg hjælpe?"), "attention", "support-agent",
     {_CONSULTANT: 22, _ADVISER: 55, _ASSISTANT: 55}),
    ("market", _("Arbejdsmarkedet"), "labour_market", "list",
     {_CONSULTANT: 90, _ADVISER: 90, _ASSISTANT: 62}),
    ("citizens", _("Find borger"), "citizens", "search", _each(94)),
    ("manager", _("Overblik"), "manager", "home", {_MANAGER: 10}),
    ("waits", _("Svartider"), "waits", "hourglass", {_MANAGER: 40}),
    ("supervision", _("Fokusmål"), "supervision", "analytics", {_MANAGER: 45}),
    ("rules", _("Opmærksomhedspunkter"), "attention_rules", "tune",
     {_MANAGER: 92, _ADMINISTRATOR: 60}),
)  # fmt: skip


def register_ways() -> None:
    """Offer this room's lines of the navigation."""
    for code, label, name, icon, roles in _WAYS:
        desk.offer_way(
            Way(
                code=f"casework.{code}",
                label=label,
                url_name=f"casework:{name}",
                icon=icon,
                roles=roles,
            )
        )
