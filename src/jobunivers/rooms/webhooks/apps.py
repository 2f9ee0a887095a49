# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """Vendors' systems are told what happened with their solutions, by signed messages."""

    name = "jobunivers.rooms.webhooks"
    label = "webhooks"
