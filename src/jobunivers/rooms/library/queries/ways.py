# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How content of our own is opened, and the line of the navigation."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace.actions import Opener, provide_way
from jobunivers.rooms.marketplace.queries import Offer, Way


def offer() -> None:
    """Offer both; said in `apps.py`."""
    provide_way(Way.OWN, Opener(opens=_opened))
    writing = (Role.EDITOR, Role.ADMINISTRATOR, Role.NATIONAL)
    desk.offer_way(
        desk.Way(
            code="library.contents",
            label=_("Biblioteket"),
            url_name="library:contents",
            icon="document",
            roles={role.value: 64 for role in writing},
        )
    )


def _opened(content: Offer, _key: str) -> str:
    return reverse("library:lesson", args=[content.pk])
