# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's lines in the navigation, and its page about a citizen."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.identity.models import Role
from jobunivers.trust import dossier


def offer() -> None:
    """Offer them; said in `apps.py`."""
    guided = {Role.ASSISTANT: 90, Role.ADVISER: 90, Role.CONSULTANT: 90, Role.MANAGER: 90}
    ways = (
        ("law.guidance", _("Vejledning"), "law:guidance", "checklist", guided),
        ("law.settings", _("Kommunens egne regler"), "law:settings", "tune",
         {Role.ADMINISTRATOR: 90}),
        ("law.registers", _("Regelregister"), "law:registers", "list", {Role.NATIONAL: 90}),
    )  # fmt: skip
    for code, label, url_name, icon, roles in ways:
        places = {role.value: place for role, place in roles.items()}
        desk.offer_way(desk.Way(code=code, label=label, url_name=url_name, icon=icon, roles=places))
    dossier.offer_page(
        dossier.Page(code="law.guidance", name=_("Vejledning"), url_name="law:citizen", order=60)
    )
