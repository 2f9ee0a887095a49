# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of the introduction: texts for all, and what she has opened of them."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, inner, ordinary, public, staff
from jobunivers.rooms.entrance.models import GuideItem, GuideSeen, VideoPart

_ROW = {"id": inner(), "municipality": inner()}

GUIDE = (
    Holding(
        model=GuideSeen,
        about=About.CITIZEN,
        subject="citizen_id",
        group="who",
        what=_("Hvad du har åbnet af rundvisningen"),
        source=_("Skrevet af siden, da du åbnede det"),
        purpose="account",
        retention="journey",
        at="at",
        change="entrance:tour",
        fields={
            **_ROW,
            "citizen_id": inner(),
            "key": ordinary(_("Del af rundvisningen")),
            "at": ordinary(_("Åbnet")),
        },
    ),
    Holding(
        model=GuideItem,
        about=About.NOBODY,
        what=_("Tekster og videoer i rundvisningen"),
        purpose="work",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(
                (
                    "key", "place", "order", "title_da", "title_en", "text_da", "text_en",
                    "picture", "hidden", "written_by", "review_on", "changed_at", "video_type",
                    "video_bytes", "video_changed_at", "captions_da", "captions_en",
                ),
                public(),
            ),
            "changed_by_id": staff(),
        },
    ),
    Holding(
        model=VideoPart,
        about=About.NOBODY,
        what=_("Videoernes indhold, stykke for stykke"),
        purpose="work",
        retention="forever",
        fields={**_ROW, "item": inner(), "number": inner(), "content": public()},
    ),
)  # fmt: skip
