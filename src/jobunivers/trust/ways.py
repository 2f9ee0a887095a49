# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trust's lines in the navigation."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.identity.models import Role


def offer() -> None:
    """Offer them; said in `apps.py`."""
    desk.offer_way(
        desk.Way(
            code="trust.processing",
            label=_("Fortegnelse"),
            url_name="trust:processing",
            icon="folder",
            roles={Role.OFFICER.value: 70, Role.ADMINISTRATOR.value: 95},
        )
    )
