# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class AuditConfig(AppConfig):
    """A chain over what may not change, sealed each day; looks that are unusual."""

    name = "jobunivers.rooms.audit"
    label = "audit"
