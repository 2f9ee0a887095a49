# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Content that kommuner, KL and the state write: drafts, versions, review, publication."""

    name = "jobunivers.rooms.library"
    label = "library"

    def ready(self) -> None:
        """Open our own content, and make what editors write safe wherever it is shown."""
        from jobunivers.rooms.library.actions import erasing
        from jobunivers.rooms.library.queries import html, ways
        from jobunivers.rooms.marketplace.queries import provide_html

        provide_html(html)
        ways.offer()
        erasing.offer()
