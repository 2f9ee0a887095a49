# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig

# What makes a citizen's recommendations another answer.
_CAUSES = (
    "journey.profile_changed",
    "vacancies.hidden",
    "vacancies.shown_again",
    "vacancies.application_logged",
    "vacancies.starred",
    "vacancies.unstarred",
    "vacancies.followed",
    "vacancies.unfollowed",
    "tailored.signals_told",
)


class TailoredConfig(AppConfig):
    """Recommendations, and what a citizen's own page shows of them."""

    name = "jobunivers.rooms.tailored"
    label = "tailored"

    def ready(self) -> None:
        """Follow what citizens do, and say in the AI register which models run here."""
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.entrance import queries as entrance
        from jobunivers.rooms.tailored import queries, tasks
        from jobunivers.rooms.tailored.actions import KEPT_MATCHES, erasing, record_shown
        from jobunivers.rooms.tailored.actions.exploring import DESIGN
        from jobunivers.rooms.tailored.actions.first import FirstJobsFinder
        from jobunivers.rooms.tailored.queries import by_use, cards, decided
        from jobunivers.rooms.tailored.queries.signals import register_asks
        from jobunivers.rooms.tailored.queries.tiles import register_tiles
        from jobunivers.rooms.tailored.queries.told import register_notices
        from jobunivers.trust.cards import matching as card

        entrance.provide_first_jobs(FirstJobsFinder())
        decided.offer()
        by_use.offer()
        register_asks()
        erasing.offer()
        register_notices()
        register_tiles(remember=record_shown)
        card.provide(queries.running_model)
        cards.register_cards(design=DESIGN, list_length=KEPT_MATCHES)
        for cause in _CAUSES:
            events.subscribe(cause, tasks.recompute_after_event)
        events.subscribe("plan.activity_moved_on", tasks.recompute_when_done)
        events.subscribe("trust.consent_withdrawn", tasks.forget_after_withdrawal)
        events.subscribe("identity.logged_in", tasks.recompute_after_login)
