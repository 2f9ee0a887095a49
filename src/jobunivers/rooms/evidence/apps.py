# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """What a solution tells back of its use, as xAPI statements under a pseudonym."""

    name = "jobunivers.rooms.evidence"
    label = "evidence"
