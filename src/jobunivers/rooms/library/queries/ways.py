# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How content of our own is opened."""

from django.urls import reverse

from jobunivers.rooms.marketplace.actions import Opener, provide_way
from jobunivers.rooms.marketplace.queries import Offer, Way


def offer() -> None:
    """Offer it; said in `apps.py`."""
    provide_way(Way.OWN, Opener(opens=_opened))


def _opened(content: Offer, _key: str) -> str:
    return reverse("library:lesson", args=[content.pk])
