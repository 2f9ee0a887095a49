# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig

# After these, the row of the citizen they are about is made anew within seconds.
_CAUSES = (
    "identity.person_added",
    "identity.logged_in",
    "identity.protected",
    "identity.protection_lifted",
    "journey.spell_began",
    "journey.spell_ended",
    "journey.absence_reported",
    "journey.absence_ended",
    "journey.profile_changed",
    "vacancies.application_logged",
    "vacancies.application_moved",
    "vacancies.application_deleted",
    "vacancies.starred",
    "vacancies.unstarred",
    "plan.goal_added",
    "plan.goal_changed",
    "plan.activity_added",
    "plan.activity_changed",
    "plan.activity_moved_on",
    "plan.agreement_proposed",
    "plan.agreed",
    "plan.agreement_closed",
    "plan.requirements_fixed",
    "entrance.self_test_answered",
    "entrance.self_test_taken_back",
    "entrance.own_wish_said",
    "entrance.meeting_booked",
    "entrance.meeting_moved",
    "entrance.meeting_cancelled",
    "entrance.meeting_held",
    "entrance.meeting_missed",
    "segmentation.moved",
    "segmentation.consultant_assigned",
    "segmentation.objected",
    "segmentation.objection_answered",
    "segmentation.objection_taken_back",
)


class CaseworkConfig(AppConfig):
    name = "jobunivers.rooms.casework"
    label = "casework"

    def ready(self) -> None:
        """Follow what citizens do, and tell the AI register and her what advisers say."""
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.casework import queries, tasks
        from jobunivers.rooms.casework.actions import see_anew
        from jobunivers.rooms.casework.queries import (
            attention_card,
            blocks,
            decided,
            dossier,
            groups,
            manager_blocks,
            told,
            ways,
        )
        from jobunivers.trust import consents, local

        local.provide_figures(queries.MODEL, queries.figures)
        local.provide_remarks(queries.remarks_about)
        decided.offer()
        attention_card.register_card()
        told.register_notices()
        dossier.offer_all()
        groups.register_groups()
        blocks.register_blocks()
        manager_blocks.register_manager_blocks()
        ways.register_ways()
        for cause in _CAUSES:
            events.subscribe(cause, tasks.fill_row_after_event)
        consents.made_anew_by(see_anew)
        events.subscribe("followup.point_answered", tasks.follow_answer)
        events.subscribe("followup.point_answer_undone", tasks.follow_answer_undone)
