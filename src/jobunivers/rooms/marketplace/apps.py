# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class MarketplaceConfig(AppConfig):
    """One catalogue of solutions and content, and the shelves they stand on."""

    name = "jobunivers.rooms.marketplace"
    label = "marketplace"

    def ready(self) -> None:
        """Say how offers are opened, pointed at, shown to others and told of."""
        from jobunivers.foundation import lessons, things
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.marketplace import tasks
        from jobunivers.rooms.marketplace.actions import erasing
        from jobunivers.rooms.marketplace.queries import dossier, shelf_ways, told
        from jobunivers.rooms.marketplace.queries import lessons as taught
        from jobunivers.rooms.marketplace.queries.opening import provide_own_ways
        from jobunivers.rooms.marketplace.queries.things import KIND
        from jobunivers.rooms.marketplace.queries.tiles import register_tiles
        from jobunivers.rooms.marketplace.queries.ways import offer_ways

        provide_own_ways()
        erasing.offer()
        things.register(KIND)
        lessons.provide(taught.ROOM, taught.lessons)
        told.register_notices()
        register_tiles()
        dossier.offer()
        offer_ways()
        shelf_ways.offer_ways()
        events.subscribe("marketplace.offer_withdrawn", tasks.tell_of_withdrawn)
        events.subscribe("marketplace.offer_taken_down", tasks.tell_of_taken_down)
