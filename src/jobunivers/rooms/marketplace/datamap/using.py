# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of what she keeps, uses and says of offers."""

import time
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    free_text,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.marketplace.models import (
    Act,
    KeptOffer,
    Offer,
    OfferTally,
    OfferUse,
    Rating,
    RatingState,
    UseAct,
    Way,
)
from jobunivers.rooms.marketplace.queries.shelves import title_of

_ROW = {"id": inner(), "municipality": inner()}
_HERS = {**_ROW, "citizen_id": inner()}
_ALONG = ("offer__current",)
_ACTS = {
    Act.SHOWN: _("Du så på det"),
    Act.STARTED: _("Du begyndte"),
    Act.COMPLETED: _("Du blev færdig"),
    Act.ASSIGNED: _("En medarbejder foreslog dig det"),
    Act.STOPPED: _("Du stoppede"),
    Act.TAKEN_BACK: _("Leverandøren tog tilbage, at du blev færdig"),
}
_WAYS = {
    Way.LINK: _("Med et link"),
    Way.OWN: _("Her på siden"),
    Way.OIDC: _("Med login herfra"),
    Way.LTI: _("Med login herfra"),
    Way.CONTACT: _("Ved at skrive eller ringe"),
}
_STATES = {
    RatingState.WAITING: _("Venter på at blive læst"),
    RatingState.SHOWN: _("Vises for andre"),
    RatingState.HIDDEN: _("Vises ikke for andre"),
}


def _title(offer: Offer) -> str:
    return title_of(offer, get_language() or "da")


def _title_by_number(offer_id: int) -> str:
    minute = int(time.monotonic() // 60)
    return _at_hand(current_municipality_id(), offer_id, get_language() or "da", minute)


@lru_cache(maxsize=1024)
def _at_hand(municipality_id: int, offer_id: int, language: str, minute: int) -> str:
    """Return what an offer is called, asked for again each minute; "" when it is gone."""
    del municipality_id, minute  # what the answer depends on
    offer = Offer.objects.select_related("current").filter(pk=offer_id).first()
    return title_of(offer, language) if offer else ""


def _percent(part: float) -> str:
    return f"{part:.0%}".replace("%", " %")


def _act(row: UseAct) -> Promise | str:
    title = _title_by_number(row.offer_id)
    return f"{by(_ACTS)(row.act)}: {title}" if title else by(_ACTS)(row.act)


USING = (
    Holding(
        model=KeptOffer,
        about=About.CITIZEN,
        subject="citizen_id",
        group="learning",
        what=_("Tilbud, du har gemt til senere"),
        source=_("Dig selv"),
        purpose="own",
        retention="journey",
        at="at",
        title=lambda row: _title(row.offer),
        along=_ALONG,
        hers=True,
        change="marketplace:mine",
        fields={
            **_HERS,
            "offer": ordinary(_("Tilbud"), _title),
            "at": ordinary(_("Gemt")),
        },
    ),
    Holding(
        model=OfferUse,
        about=About.CITIZEN,
        subject="citizen_id",
        group="learning",
        what=_("Kurser og værktøjer, du bruger, og hvor langt du er"),
        source=_("Skrevet af siden, når du bruger dem, og af leverandøren"),
        purpose="journey",
        retention="journey",
        seen_by=tuple(ADVISING),
        at="started_at",
        title=lambda row: _title(row.offer),
        along=_ALONG,
        change="marketplace:mine",
        fields={
            **_HERS,
            "offer": ordinary(_("Tilbud"), _title),
            "version": inner(),
            "way": ordinary(_("Hvordan"), by(_WAYS)),
            "started_at": ordinary(_("Begyndt")),
            "last_at": ordinary(_("Sidst brugt")),
            "starts": ordinary(_("Hvor mange gange")),
            "progress": ordinary(_("Så langt er du"), _percent),
            "score": ordinary(_("Resultat"), _percent),
            "completed_at": ordinary(_("Færdig")),
        },
    ),
    Holding(
        model=UseAct,
        about=About.CITIZEN,
        subject="citizen_id",
        group="learning",
        what=_("Hver gang du så på, begyndte på eller blev færdig med et tilbud"),
        source=_("Skrevet af siden, når du bruger det, og af leverandøren"),
        purpose="quality",
        retention="statistics",
        seen_by=tuple(ADVISING),
        at="at",
        title=_act,
        fields={
            **_HERS,
            "offer_id": ordinary(_("Tilbud"), _title_by_number),
            "version": inner(),
            "act": ordinary(_("Hvad der skete"), by(_ACTS)),
            "at": ordinary(_("Hvornår")),
            "key": inner(),
            "takes_back": inner(),
        },
    ),
    Holding(
        model=Rating,
        about=About.CITIZEN,
        subject="citizen_id",
        group="learning",
        what=_("Stjerner, du har givet, og det, du har skrevet om et tilbud"),
        source=_("Dig selv"),
        purpose="quality",
        retention="statistics",
        seen_by=(Role.EDITOR,),
        at="at",
        title=lambda row: _title(row.offer),
        along=_ALONG,
        change="marketplace:mine",
        fields={
            **_HERS,
            "offer": ordinary(_("Tilbud"), _title),
            "offer_version": inner(),
            "stars": ordinary(_("Stjerner")),
            "words": free_text(_("Dine ord")),
            "state": ordinary(_("Hvem kan læse det"), by(_STATES)),
            "hidden_why": free_text(_("Hvorfor det ikke vises")),
            "decided_by_id": staff(_("Besluttet af")),
            "decided_at": ordinary(_("Besluttet")),
            "at": ordinary(_("Hvornår")),
            "version": inner(),
        },
    ),
    Holding(
        model=OfferTally,
        about=About.NOBODY,
        what=_("Hvor mange der bruger hvert tilbud; aldrig hvem"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            **dict.fromkeys(
                (
                    "municipality_code", "offer", "users", "starts", "completions", "ratings",
                    "stars", "counted_at",
                ),
                public(),
            ),
        },
    ),
)  # fmt: skip
