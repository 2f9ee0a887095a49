# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """Messages to people, and the ways they leave the house."""

    name = "jobunivers.foundation.notices"
    label = "notices"

    def ready(self) -> None:
        """Register what sending itself has to say, and follow the acts that notices are for."""
        from jobunivers.foundation.events import actions as events
        from jobunivers.foundation.notices import own_types, register, tasks, tiles
        from jobunivers.foundation.notices.queries.health import DELIVERY

        register.sender(
            register.Sender(code=DELIVERY, name=_("Udsendelsen selv"), every=timedelta(minutes=1))
        )
        own_types.register_all()
        tiles.register_tiles()
        register.on_acts(lambda event: events.subscribe(event, tasks.WhenDone(event)))
