# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of shelves: who said what of them; no citizen is in it."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, inner, public, staff
from jobunivers.rooms.marketplace.models import (
    Cluster,
    ClusterMember,
    Shelf,
    ShelfEntry,
    VisionLevel,
)

_ROW = {"id": inner(), "municipality": inner()}

SHELVES = (
    Holding(
        model=VisionLevel,
        about=About.NOBODY,
        what=_("Hvor meget af platformen kommunen har taget i brug, og fra hvornår"),
        purpose="work",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(("level", "from_on", "why", "decided_at"), public()),
            "decided_by_id": staff(),
        },
    ),
    Holding(
        model=Cluster,
        about=About.NOBODY,
        what=_("Kommuner, der fylder hylder sammen"),
        purpose="running",
        retention="forever",
        fields={"id": inner(), **dict.fromkeys(("key", "name"), public())},
    ),
    Holding(
        model=ClusterMember,
        about=About.NOBODY,
        what=_("Hvilke kommuner der hører til en klynge"),
        purpose="running",
        retention="forever",
        fields={"id": inner(), **dict.fromkeys(("cluster", "kommune"), public())},
    ),
    Holding(
        model=Shelf,
        about=About.NOBODY,
        what=_("Hylder på markedspladsen"),
        purpose="work",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(
                (
                    "key", "cluster", "title_da", "title_en", "about_da", "about_en", "order",
                    "hidden", "changed_at", "version",
                ),
                public(),
            ),
            "changed_by_id": staff(),
        },
    ),
    Holding(
        model=ShelfEntry,
        about=About.NOBODY,
        what=_("Hvad der står på hver hylde, og hvorfor"),
        purpose="work",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(
                (
                    "shelf_key", "cluster", "offer", "stance", "order", "courses",
                    "least_version", "starts_on", "ends_on", "why", "decided_at", "version",
                ),
                public(),
            ),
            "decided_by_id": staff(),
        },
    ),
)  # fmt: skip
