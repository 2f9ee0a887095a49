# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What webhooks hold: where vendors' systems are told, and what they were told."""

import json

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    hold,
    inner,
    ordinary,
    public,
    secret,
    staff,
)
from jobunivers.rooms.webhooks.models import Attempt, Delivery, Endpoint, Message
from jobunivers.rooms.webhooks.queries.words import KINDS

_KINDS = {
    **KINDS,
    "offer.started": _("Du er begyndt på en løsning"),
    "offer.assigned": _("En medarbejder har foreslået dig en løsning"),
    "offer.withdrawn": _("Du er holdt op eller har taget dit ja tilbage"),
}


def _body(sent: str) -> str:
    """Return what a message said, name by name; as it is when it is no JSON."""
    try:
        told = json.loads(sent)
    except ValueError:
        return sent
    if not isinstance(told, dict):
        return sent
    return "; ".join(f"{name}: {value}" for name, value in told.items())


hold(
    Holding(
        model=Message,
        about=About.CITIZEN,
        subject="citizen_id",
        group="shared",
        what=_("Beskeder til et firmas system om, at du er begyndt eller holdt op"),
        source=_("Skrevet af siden, fordi du sagde ja"),
        purpose="consented",
        retention="journey",
        at="made_at",
        title=lambda row: by(_KINDS)(row.kind),
        fields={
            "id": inner(),
            "municipality": inner(),
            "message_id": inner(),
            "citizen_id": inner(),
            "offer_id": inner(),
            "kind": ordinary(_("Hvad der blev fortalt"), by(_KINDS)),
            "subject": ordinary(_("Dit nummer der")),
            "body": confidential(_("Beskeden, som den blev sendt"), _body),
            "made_at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=Endpoint,
        about=About.NOBODY,
        what=_("Hvor et firmas system får besked"),
        purpose="market",
        retention="forever",
        fields={
            "id": inner(),
            "vendor": inner(),
            "url": public(),
            "kinds": public(),
            "sealed": secret(),
            "sealed_before": secret(),
            "before_until": public(),
            "made_at": public(),
            "changed_at": public(),
            "changed_by_id": staff(_("Sidst ændret af")),
            "off_at": public(),
            "off_why": public(),
            "closed_at": public(),
            "dead_in_a_row": public(),
            "slow_in_a_row": public(),
            "resting_until": public(),
            "version": inner(),
        },
    ),
    Holding(
        model=Delivery,
        about=About.NOBODY,
        what=_("Hvordan det gik med at give firmaers systemer besked; ikke om hvem"),
        purpose="market",
        retention="log",
        at="made_at",
        fields={
            "id": inner(),
            "message_id": inner(),
            "endpoint": inner(),
            "kommune": public(),
            "kind": public(),
            "offer_id": inner(),
            "state": public(),
            "tries": public(),
            "made_at": public(),
            "next_at": public(),
        },
    ),
    Holding(
        model=Attempt,
        about=About.NOBODY,
        what=_("Hvert forsøg på at give besked, og hvad der kom tilbage"),
        purpose="market",
        retention="log",
        at="at",
        fields={
            "id": inner(),
            "delivery": inner(),
            "at": public(),
            "status": public(),
            "ms": public(),
            "trouble": public(),
            "said": public(),
        },
    ),
)
