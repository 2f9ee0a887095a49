# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class LaunchingConfig(AppConfig):
    """Solutions are opened with one tap, by OpenID Connect, under a pseudonym for each vendor."""

    name = "jobunivers.rooms.launching"
    label = "launching"

    def ready(self) -> None:
        """Open what is begun by a login, and offer who runs the platform the way to connections."""
        from django.utils.translation import gettext_lazy as _

        from jobunivers.foundation import desk
        from jobunivers.rooms.launching.queries.ways import opener
        from jobunivers.rooms.marketplace.actions import provide_way
        from jobunivers.rooms.marketplace.queries import Way

        provide_way(Way.OIDC, opener())
        desk.offer_way(
            desk.Way(
                code="launching.connections",
                label=_("Tilslutninger"),
                url_name="launching:connections",
                icon="list",
                roles={"national": 92},
            )
        )
