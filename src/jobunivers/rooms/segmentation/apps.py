# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig

# After what citizens do or say, they are placed anew within seconds.
_CAUSES = (
    "journey.spell_began",
    "journey.spell_ended",
    "journey.absence_reported",
    "journey.absence_ended",
    "journey.profile_changed",
    "vacancies.application_logged",
    "entrance.self_test_answered",
    "entrance.self_test_taken_back",
    "entrance.own_wish_said",
    "entrance.finished",
)


class SegmentationConfig(AppConfig):
    """Which journey a citizen is offered, why, and what would change it."""

    name = "jobunivers.rooms.segmentation"
    label = "segmentation"

    def ready(self) -> None:
        """Follow what citizens do, write to them, and say in the AI register what is used."""
        from jobunivers.foundation import keeping as erasing
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.plan import queries as plan
        from jobunivers.rooms.segmentation import tasks
        from jobunivers.rooms.segmentation.actions import place_anew, striking
        from jobunivers.rooms.segmentation.actions.choosing import who_answers
        from jobunivers.rooms.segmentation.queries import (
            by_use,
            chance_card,
            decided,
            desk,
            dossier,
            for_shelves,
            groups,
            keeping,
            notice_words,
            own,
            policy_card,
            research,
            tiles,
        )
        from jobunivers.rooms.segmentation.queries.her_people import helpers_of
        from jobunivers.rooms.vacancies import queries as vacancies
        from jobunivers.trust import consents, opening
        from jobunivers.trust import decided as choices

        opening.provide_assigned(own.assigned_to)
        notice_words.register_notices()
        groups.register_groups()
        desk.register_desk()
        research.offer()
        erasing.offer_strike("segmentation.proposed", striking.strike)
        tiles.register_tiles()
        decided.offer()
        by_use.offer()
        choices.provide_who_answers(who_answers)
        dossier.offer()
        for_shelves.register_courses()
        for cause in _CAUSES:
            events.subscribe(cause, tasks.segment_after_event)
        consents.made_anew_by(place_anew)

        plan.provide_contacts(helpers_of)
        vacancies.provide_keeping(keeping.keeping_of_the_joblog)

        chance_card.register_card()
        policy_card.register_card()
