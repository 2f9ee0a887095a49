# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What tiles holds: how a person wants her own page."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from jobunivers.foundation.datamap import About, Holding, hold, inner, ordinary
from jobunivers.foundation.tiles.arranging import read
from jobunivers.foundation.tiles.models import Layout
from jobunivers.foundation.tiles.offered import tile_of


def _tiles(kept: Mapping[str, Any]) -> str:
    """Return the tiles of the view she has chosen, in order; those no longer offered left out."""
    return ", ".join(str(tile.name) for code in read(kept).codes if (tile := tile_of(code)))


def _steps(history: Sequence[Any]) -> str:
    return ngettext("%(count)d tidligere side", "%(count)d tidligere sider", len(history)) % {
        "count": len(history)
    }


hold(
    Holding(
        model=Layout,
        about=About.CITIZEN,
        subject="person_id",
        group="who",
        what=_("Hvordan du vil have Min side"),
        source=_("Dig selv"),
        purpose="account",
        retention="journey",
        at="changed_at",
        title=lambda _row: _("Din Min side"),
        change="front:my_page_arrange",
        fields={
            "id": inner(),
            "municipality": inner(),
            "person_id": inner(),
            "version": inner(),
            "arrangement": ordinary(_("Felter"), _tiles),
            "known": inner(),
            "history": ordinary(_("Det, du kan gå tilbage til"), _steps),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
)
