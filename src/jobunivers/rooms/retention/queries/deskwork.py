# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What retention adds to the navigation of the officer and the administrators."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.identity.models import Role

_ROLES = {Role.OFFICER.value: 50, Role.ADMINISTRATOR.value: 86}


def offer() -> None:
    """Offer the two pages."""
    desk.offer_way(
        desk.Way(
            code="retention.rules",
            label=_("Hvor længe vi gemmer"),
            url_name="retention:rules",
            icon="time",
            roles=_ROLES,
        )
    )
    desk.offer_way(
        desk.Way(
            code="retention.research",
            label=_("Til forskning"),
            url_name="retention:research",
            icon="list",
            roles={role: place + 1 for role, place in _ROLES.items()},
        )
    )
