# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room has for a citizen's own page."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import tiles
from jobunivers.foundation.tiles import Asking, Context
from jobunivers.rooms.marketplace.models import Act, Offer, OfferState, UseAct
from jobunivers.rooms.marketplace.queries.own import kept_question, uses_question

_SHORT = 3
_USES, _KEPT, _ACTS = "marketplace.uses", "marketplace.kept", "marketplace.acts"


def register_tiles() -> None:
    """Offer them."""
    tiles.register(
        tiles.Tile(
            code="marketplace.now",
            name=_("Godt for dig lige nu"),
            about=_("Det, du er i gang med, har gemt eller har fået foreslået på markedspladsen."),
            template="marketplace/tiles/now.html",
            asks=_ask,
            load=_load,
        )
    )


def _ask(asking: Asking) -> None:
    her = asking.citizen_id
    asking.wants(_USES, uses_question(her).filter(completed_at=None)[: 2 * _SHORT])
    asking.wants(_KEPT, kept_question(her)[: 2 * _SHORT])
    acts = UseAct.objects.filter(citizen_id=her, act__in=[Act.STARTED, Act.STOPPED, Act.ASSIGNED])
    asking.wants(_ACTS, acts.order_by("-at", "-pk")[:50])


def _load(asking: Asking) -> Context:
    latest: dict[int, str] = {}
    for act in asking.rows(_ACTS):
        latest.setdefault(act.offer_id, act.act)
    stopped = {pk for pk, act in latest.items() if act == Act.STOPPED}
    begun = [use for use in asking.rows(_USES) if use.offer_id not in stopped]
    shown = {use.offer_id for use in begun}
    kept = [one.offer for one in asking.rows(_KEPT) if one.offer_id not in shown]
    return {
        "begun": [use for use in begun if _there(use.offer)][:_SHORT],
        "kept": [offer for offer in kept if _there(offer)][:_SHORT],
        "given": any(act == Act.ASSIGNED for act in latest.values()),
    }


def _there(offer: Offer) -> bool:
    return offer.state == OfferState.APPROVED and not offer.blocked and offer.current is not None
