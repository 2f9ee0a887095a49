# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class MyDataConfig(AppConfig):
    """Mine data: all that is held of a citizen, to read, take along, correct and delete."""

    name = "jobunivers.rooms.mydata"
    label = "mydata"
