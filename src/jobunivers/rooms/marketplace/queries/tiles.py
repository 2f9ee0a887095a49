# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room has for a citizen's own page."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import tiles
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tiles import Asking, Context
from jobunivers.rooms.marketplace.models import (
    Act,
    KeptOffer,
    Offer,
    OfferState,
    OfferUse,
    UseAct,
)
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
    asking.wants(_USES, _begun(citizen_id=her))
    asking.wants(_KEPT, _saved(citizen_id=her))
    asking.wants(_ACTS, _acts(citizen_id=her))


@prepared
def _begun(*, citizen_id: int) -> QuerySet[OfferUse]:
    return uses_question(citizen_id).filter(completed_at=None)[: 2 * _SHORT]


@prepared
def _saved(*, citizen_id: int) -> QuerySet[KeptOffer]:
    return kept_question(citizen_id)[: 2 * _SHORT]


@prepared
def _acts(*, citizen_id: int) -> QuerySet[UseAct, tuple[int, str]]:
    kinds = [Act.STARTED, Act.STOPPED, Act.ASSIGNED]
    acts = UseAct.objects.filter(citizen_id=citizen_id, act__in=kinds)
    return acts.order_by("-at", "-pk").values_list("offer_id", "act")[:50]


def _load(asking: Asking) -> Context:
    latest: dict[int, str] = {}
    for offer_id, act in asking.rows(_ACTS):
        latest.setdefault(offer_id, act)
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
