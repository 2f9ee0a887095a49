# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shelves' line in the staff's navigation."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.identity.models import Role


def offer_ways() -> None:
    """Offer it; said in `apps.py`."""
    desk.offer_way(
        desk.Way(
            code="marketplace.shelves",
            label=_("Hylder"),
            url_name="marketplace:shelves",
            icon="list",
            roles={
                Role.EDITOR.value: 60,
                Role.ADMINISTRATOR.value: 60,
                Role.NATIONAL.value: 60,
            },
        )
    )
