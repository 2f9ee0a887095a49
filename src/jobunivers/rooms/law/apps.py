# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class LawConfig(AppConfig):
    """The law text, and the rules of the field with their dates."""

    name = "jobunivers.rooms.law"
    label = "law"

    def ready(self) -> None:
        """Offer the page of guidance about a citizen."""
        from django.utils.translation import gettext_lazy as _

        from jobunivers.trust import dossier

        dossier.offer_page(
            dossier.Page(
                code="law.guidance", name=_("Vejledning"), url_name="law:citizen", order=60
            )
        )
