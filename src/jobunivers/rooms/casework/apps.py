# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "jobunivers.rooms.casework"
    label = "casework"

    def ready(self) -> None:
        """Tell the AI register how often advisers disagree, and the citizen what they wrote."""
        from jobunivers.rooms.casework import queries
        from jobunivers.trust import local

        local.provide_figures(queries.MODEL, queries.figures)
        local.provide_remarks(queries.remarks_about)
