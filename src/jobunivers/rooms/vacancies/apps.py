# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class VacanciesConfig(AppConfig):
    """Advertisements, searching them, and what a citizen does with them."""

    name = "jobunivers.rooms.vacancies"
    label = "vacancies"

    def ready(self) -> None:
        """Say what this room tells people."""
        from jobunivers.foundation import things
        from jobunivers.rooms.vacancies.actions import erasing
        from jobunivers.rooms.vacancies.queries.diary import register_days
        from jobunivers.rooms.vacancies.queries.dossier import offer_logs
        from jobunivers.rooms.vacancies.queries.research import offer as offer_research
        from jobunivers.rooms.vacancies.queries.things import KIND
        from jobunivers.rooms.vacancies.queries.tiles import register_tiles
        from jobunivers.rooms.vacancies.queries.tiles_joblog import register_joblog_tiles
        from jobunivers.rooms.vacancies.queries.told import REMINDERS, register_notices
        from jobunivers.rooms.vacancies.queries.told_following import register_following
        from jobunivers.rooms.vacancies.queries.told_joblog import register_joblog

        things.register(KIND)
        offer_research()
        register_notices()
        register_joblog(reminders=REMINDERS)
        register_days()
        offer_logs()
        register_joblog_tiles()
        register_tiles()
        register_following()
        erasing.offer()
