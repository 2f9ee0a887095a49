# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue's lines in the staff's navigation."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.identity.models import ADVISING, Role


def offer_ways() -> None:
    """Offer them; said in `apps.py`."""
    reading = {role.value: 85 for role in (*sorted(ADVISING), Role.EDITOR, Role.ADMINISTRATOR)}
    desk.offer_way(
        desk.Way(
            code="marketplace.market",
            label=_("Markedspladsen"),
            url_name="marketplace:market",
            icon="bookmark",
            roles=reading,
        )
    )
    desk.offer_way(
        desk.Way(
            code="marketplace.experiences",
            label=_("Erfaringer"),
            url_name="marketplace:experiences",
            icon="feedback",
            roles={Role.EDITOR.value: 66, Role.ADMINISTRATOR.value: 66},
        )
    )
