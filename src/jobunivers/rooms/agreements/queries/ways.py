# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's line in the navigation."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.identity.models import Role


def offer() -> None:
    """Offer it; said in `apps.py`."""
    desk.offer_way(
        desk.Way(
            code="agreements.list",
            label=_("Aftaler"),
            url_name="agreements:list",
            icon="checklist",
            roles={Role.ADMINISTRATOR.value: 71, Role.MANAGER.value: 71},
        )
    )
