# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Shelves for tests of all addresses."""

from typing import Any

from jobunivers.rooms.marketplace import actions
from jobunivers.rooms.marketplace.models import Source
from jobunivers.rooms.marketplace.tests.making import NOW, make_offer


def shelf_objects() -> dict[str, dict[str, Any]]:
    """Return an own shelf with an own offer on it, and a cluster without kommuner."""
    words = actions.ShelfWords(title_da="Egen hylde")
    shelf = actions.save_shelf(key="egen", whose=actions.OWN, entry=words, seen=0, at=NOW)
    offer = make_offer(source=Source.LOCAL, title_da="Eget tilbud")
    actions.place(shelf_key=shelf.key, offer_id=offer.pk, at=NOW)
    cluster = actions.save_cluster(key="klyngen", name="Klyngen", kommuner=[], at=NOW)
    return {
        "shelf": {"key": shelf.key},
        "shelved": {"key": shelf.key, "pk": offer.pk},
        "own_offer": {"pk": offer.pk},
        "cluster": {"key": cluster.key},
    }
