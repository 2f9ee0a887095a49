# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is new to her, on her own page."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import tiles
from jobunivers.foundation.notices.queries.own import text_of, unread_question
from jobunivers.foundation.tiles import Asking, Context

UNREAD = "notices.unread"


def register_tiles() -> None:
    """Offer it."""
    tiles.register(
        tiles.Tile(
            code="notices.new",
            name=_("Nyt til dig"),
            about=_("De nyeste beskeder, du ikke har læst."),
            template="notices/tiles/new.html",
            asks=want_unread,
            load=_new,
            wide=True,
        )
    )


def want_unread(asking: Asking) -> None:
    """Want her newest unread notices, and how many there are."""
    asking.wants(UNREAD, partial(unread_question, person_id=asking.citizen_id))


def unread_count(asking: Asking) -> int:
    """Return how many there are."""
    rows = asking.rows(UNREAD)
    return rows[0].unread if rows else 0


def _new(asking: Asking) -> Context | None:
    rows = [(notice, text_of(notice)) for notice in asking.rows(UNREAD)]
    return {"notices": rows} if rows else None
