# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class RetentionConfig(AppConfig):
    """How long data is kept: rules, legal holds, notice, deletion and anonymisation."""

    name = "jobunivers.rooms.retention"
    label = "retention"
