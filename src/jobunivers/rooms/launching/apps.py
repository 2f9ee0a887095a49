# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class LaunchingConfig(AppConfig):
    """Solutions are opened with one tap (OpenID Connect, LTI), each under another number."""

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
        provide_way(Way.LTI, opener())
        desk.offer_way(
            desk.Way(
                code="launching.connections",
                label=_("Tilslutninger"),
                url_name="launching:connections",
                icon="list",
                roles={"national": 92},
            )
        )
        desk.offer_way(
            desk.Way(
                code="launching.pickings",
                label=_("Hent indhold"),
                url_name="launching:pickings",
                icon="download",
                roles={"national": 93, "editor": 64},
            )
        )
