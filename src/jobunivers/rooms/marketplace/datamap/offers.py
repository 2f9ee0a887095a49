# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of vendors and of what they and the kommuner offer."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, inner, public, staff
from jobunivers.rooms.marketplace.models import LinkCheck, Offer, OfferVersion, Vendor

_ROW = {"id": inner(), "municipality": inner()}

OFFERS = (
    Holding(
        model=Vendor,
        about=About.NOBODY,
        what=_("Leverandører på markedspladsen"),
        purpose="market",
        retention="forever",
        fields={
            "id": inner(),
            **dict.fromkeys(
                (
                    "key", "name", "cvr", "about_da", "about_en", "website", "support_email",
                    "support_phone", "fictitious", "joined_at", "changed_at", "closed_at",
                    "version",
                ),
                public(),
            ),
        },
    ),
    Holding(
        model=Offer,
        about=About.NOBODY,
        what=_("Tilbud på markedspladsen og i biblioteket"),
        purpose="market",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(
                (
                    "key", "kind", "source", "vendor", "state", "current", "blocked",
                    "review_on", "created_at", "changed_at", "published_at", "withdrawn_at",
                    "withdrawn_why",
                ),
                public(),
            ),
            "change": inner(),
            "version": inner(),
        },
    ),
    Holding(
        model=OfferVersion,
        about=About.NOBODY,
        what=_("Hvad hvert tilbud siger om sig selv, i alle udgaver"),
        purpose="market",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(
                (
                    "offer", "number", "title_da", "title_en", "summary_da", "summary_en",
                    "about_da", "about_en", "format", "level", "languages", "minutes", "skills",
                    "occupations", "categories", "kommuner", "address", "starts_at", "ends_at",
                    "seats", "way", "url", "contact", "data", "price_da", "statements", "body",
                    "translated", "licence", "written_by", "made_at", "submitted_at",
                    "approved_at", "note",
                ),
                public(),
            ),
            "made_by_id": staff(),
            "approved_by_id": staff(),
        },
    ),
    Holding(
        model=LinkCheck,
        about=About.NOBODY,
        what=_("Om links til tilbud virker"),
        purpose="running",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(
                (
                    "offer", "url", "state", "status", "failures", "failing_since", "checked_at",
                ),
                public(),
            ),
        },
    ),
)  # fmt: skip
