# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What evidence holds: what solutions have told of her use of them."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    confidential,
    hold,
    inner,
    ordinary,
    public,
    secret,
    staff,
)
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.evidence.models import (
    DeliveryTally,
    EvidenceKey,
    RefusalTally,
    Statement,
    WaitingStatement,
)
from jobunivers.rooms.evidence.queries.plainly import plainly
from jobunivers.rooms.evidence.queries.words import VERBS

_FIRM = _("Firmaet bag løsningen, med dit ja")


def _verb(iri: str) -> str:
    """Return a verb in words; another one as its sender names it."""
    name = iri.rstrip("/").rsplit("/", 1)[-1]
    return str(VERBS.get(name, name))


hold(
    Holding(
        model=Statement,
        about=About.CITIZEN,
        subject="citizen_id",
        group="learning",
        what=_("Det, en løsning har fortalt om, hvordan du bruger den"),
        source=_FIRM,
        purpose="consented",
        retention="journey",
        seen_by=tuple(sorted(ADVISING)),
        at="said_at",
        title=lambda row: _verb(row.verb),
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "offer_id": inner(),
            "statement_id": inner(),
            "verb": confidential(_("Hvad du gjorde"), _verb),
            "activity": confidential(_("Med hvad")),
            "whole": ordinary(_("Det gælder hele løsningen")),
            "registration": inner(),
            "voids": inner(),
            "said_at": ordinary(_("Hvornår")),
            "stored_at": ordinary(_("Modtaget")),
            "digest": inner(),
            "body": confidential(_("Andet, der blev fortalt"), plainly),
        },
    ),
    Holding(
        model=WaitingStatement,
        about=About.NOBODY,
        what=_("Hvad der er fortalt, men ikke læst af siden endnu"),
        purpose="running",
        retention="forever",
        fields={"id": inner(), "municipality": inner(), "statement_pk": inner()},
    ),
    Holding(
        model=EvidenceKey,
        about=About.NOBODY,
        what=_("Nøgler, som løsninger fortæller med"),
        purpose="market",
        retention="forever",
        fields={
            "id": inner(),
            "offer": inner(),
            "key": public(),
            "secret_hash": secret(),
            "made_at": public(),
            "made_by_id": staff(_("Lavet af")),
            "ends_at": public(),
            "ended_by_id": staff(_("Lukket af")),
        },
    ),
    Holding(
        model=DeliveryTally,
        about=About.NOBODY,
        what=_("Hvor meget løsninger har fortalt på en dag, som tal"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "municipality_code": public(),
            "offer": inner(),
            "day": public(),
            "statements": public(),
            "last_at": public(),
        },
    ),
    Holding(
        model=RefusalTally,
        about=About.NOBODY,
        what=_("Hvor tit noget var galt med det, løsninger sendte, som tal"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "municipality_code": public(),
            "offer": inner(),
            "day": public(),
            "code": public(),
            "place": public(),
            "times": public(),
            "last_at": public(),
        },
    ),
)
