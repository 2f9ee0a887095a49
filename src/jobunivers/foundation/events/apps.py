# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "jobunivers.foundation.events"
    label = "events"
