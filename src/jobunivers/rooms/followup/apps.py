# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class FollowUpConfig(AppConfig):
    """What staff do for a citizen after having seen her: tasks, notes, letters, invitations."""

    name = "jobunivers.rooms.followup"
    label = "followup"

    def ready(self) -> None:
        """Say what is told, and stand on the pages of staff and in the one view of a citizen."""
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.followup import tasks
        from jobunivers.rooms.followup.queries import offers, others, told

        told.register_notices()
        others.offer_all()
        offers.offer_dossier()
        offers.offer_desk()
        events.subscribe("followup.list_hurried", tasks.send_due)
