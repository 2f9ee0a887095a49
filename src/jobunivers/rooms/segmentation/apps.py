# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class SegmentationConfig(AppConfig):
    """Which journey a citizen is offered, why, and what would change it."""

    name = "jobunivers.rooms.segmentation"
    label = "segmentation"
