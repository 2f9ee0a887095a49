# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """What solutions tell back (xAPI), and what they are told (webhooks)."""

    name = "jobunivers.rooms.evidence"
    label = "evidence"
