# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig

# After these there may be something to suggest.
_CAUSES = ("vacancies.starred", "journey.profile_changed", "identity.logged_in")


class PlanConfig(AppConfig):
    """Goals, activities and agreements of a citizen."""

    name = "jobunivers.rooms.plan"
    label = "plan"

    def ready(self) -> None:
        """Follow what she does, stand in her week and on her page, and say what is told."""
        from jobunivers.foundation import diary, things, tiles
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.plan import tasks
        from jobunivers.rooms.plan.actions.moving import move
        from jobunivers.rooms.plan.actions.offered import who_plans
        from jobunivers.rooms.plan.queries import diary as week
        from jobunivers.rooms.plan.queries import dossier
        from jobunivers.rooms.plan.queries.requirements import uploads_wanted
        from jobunivers.rooms.plan.queries.tile import TILE
        from jobunivers.rooms.plan.queries.told import register_notices
        from jobunivers.rooms.vacancies import queries as vacancies

        register_notices()
        dossier.offer()
        vacancies.provide_uploads_wanted(uploads_wanted)
        tiles.register(TILE)
        diary.register(diary.Source(week.CODE, move=move, asks=week.asks, reads=week.reads))
        for cause in ("vacancies.application_logged", "vacancies.application_moved"):
            events.subscribe(cause, tasks.follow_application)
        things.provide_holders("plan", who_plans)
        events.subscribe("marketplace.offer_assigned", tasks.follow_suggested_offer)
        events.subscribe("marketplace.offer_completed", tasks.follow_completed_offer)
        events.subscribe("marketplace.completion_taken_back", tasks.follow_completion_taken_back)
        for cause in _CAUSES:
            events.subscribe(cause, tasks.suggest_for)
