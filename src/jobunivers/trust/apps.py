# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class TrustConfig(AppConfig):
    name = "jobunivers.trust"
    label = "trust"

    def ready(self) -> None:
        """Put the models of the floors below in the AI register, and let their switches hold."""
        from jobunivers.foundation.taxonomy import meaning
        from jobunivers.trust import cards, parts, queries, ways
        from jobunivers.trust.cards import own_title

        cards.register_all()
        parts.offer()
        ways.offer()
        meaning.ask_before_guessing(lambda: queries.is_on(own_title.CODE))
