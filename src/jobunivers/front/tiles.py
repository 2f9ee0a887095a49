# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tile that belongs to no room: how to reach the kommune."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import tiles
from jobunivers.foundation.tiles import Asking, Context


def register_tiles() -> None:
    """Offer it."""
    tiles.register(
        tiles.Tile(
            code="front.contact",
            name=_("Tal med os"),
            about=_("Kommunens telefon, e-mail og adresse, så der altid er et menneske at spørge."),
            template="front/tiles/contact.html",
            load=_contact,
            simple=True,
        )
    )


def _contact(asking: Asking) -> Context:  # noqa: ARG001 - the kommune stands in the frame
    return {}
