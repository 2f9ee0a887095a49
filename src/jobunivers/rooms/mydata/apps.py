# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class MyDataConfig(AppConfig):
    """Mine data: all that is held of a citizen, to read, take along, correct and delete."""

    name = "jobunivers.rooms.mydata"
    label = "mydata"

    def ready(self) -> None:
        """Say what is told, who answers where, and what holds back deletion."""
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.mydata import tasks
        from jobunivers.rooms.mydata.queries import desk, holding_back
        from jobunivers.rooms.mydata.queries.told import register_notices

        register_notices()
        desk.offer()
        holding_back.offer()
        events.subscribe("mydata.download_asked", tasks.make_download)
