# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What tenancy holds: the kommuner, and what their pages say of them."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, hold, inner, public
from jobunivers.foundation.tenancy.models import Municipality

hold(
    Holding(
        model=Municipality,
        about=About.NOBODY,
        what=_("Kommuner, deres farver, logo og kontaktoplysninger"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            **dict.fromkeys(
                (
                    "code", "slug", "name", "host", "opened_at", "primary_colour", "accent_colour",
                    "logo", "logo_type", "contact_phone", "contact_email", "contact_address",
                    "headline_da", "headline_en", "welcome_da", "welcome_en", "changed_at",
                ),
                public(),
            ),
        },
    ),
)  # fmt: skip
