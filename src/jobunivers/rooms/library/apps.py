# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Content that kommuner, KL and the state write: drafts, versions, review, publication."""

    name = "jobunivers.rooms.library"
    label = "library"

    def ready(self) -> None:
        """Open our own content."""
        from jobunivers.rooms.library.queries import ways

        ways.offer()
