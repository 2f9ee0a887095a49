# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's lines in the navigation."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.identity.models import Role


def offer() -> None:
    """Offer them; said in `apps.py`."""
    ways = (
        ("vendors.queue", _("Løsninger"), "vendors:queue", "checklist", Role.NATIONAL, 70),
        ("vendors.grounds", _("Grundlag for data"), "vendors:grounds", "map", Role.NATIONAL, 72),
        ("vendors.answers", _("Leverandørers svar"), "vendors:answers", "list",
         Role.ADMINISTRATOR, 70),
    )  # fmt: skip
    for code, label, url_name, icon, role, place in ways:
        desk.offer_way(
            desk.Way(
                code=code, label=label, url_name=url_name, icon=icon, roles={role.value: place}
            )
        )
