# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class FollowUpConfig(AppConfig):
    """What staff do for a citizen after having seen her: tasks, notes, letters, invitations."""

    name = "jobunivers.rooms.followup"
    label = "followup"
