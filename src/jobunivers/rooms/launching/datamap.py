# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What launching holds: numbers for vendors, what she said yes to, receipts, and results."""

from collections.abc import Sequence

from django.utils.translation import get_language
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
from jobunivers.foundation.ui import wording
from jobunivers.rooms.launching.models import (
    AccessToken,
    HandOver,
    LineItem,
    LoginCode,
    LtiLaunch,
    LtiLink,
    LtiSeen,
    LtiToken,
    LtiTool,
    OidcClient,
    Pseudonym,
    Receipt,
    Score,
    SigningKey,
)
from jobunivers.rooms.launching.queries.words import words_of
from jobunivers.rooms.marketplace.queries import Offer

_SITE = _("Skrevet af siden, da du åbnede løsningen")
_ACTIVITIES = {
    "Initialized": _("Begyndt"),
    "Started": _("I gang"),
    "InProgress": _("I gang"),
    "Submitted": _("Afleveret"),
    "Completed": _("Færdig"),
}
_GRADINGS = {
    "FullyGraded": _("Helt bedømt"),
    "Pending": _("Venter på at blive bedømt"),
    "PendingManual": _("Venter på, at et menneske bedømmer det"),
    "Failed": _("Kunne ikke bedømmes"),
    "NotReady": _("Ikke klar til at blive bedømt"),
}


def _data(codes: Sequence[str]) -> str:
    return ", ".join(words_of(codes))


def _offer(offer: Offer) -> str:
    """Return what an offer is called now; one that was never shown, by its key."""
    if offer.current is None:
        return offer.key
    in_english = get_language() == "en" and offer.current.title_en
    return offer.current.title_en if in_english else offer.current.title_da


def _result(row: Score) -> str:
    if row.given is None or row.maximum is None:
        return ""
    return f"{wording.number(row.given)} / {wording.number(row.maximum)}"


hold(
    Holding(
        model=Receipt,
        about=About.CITIZEN,
        subject="citizen_id",
        group="shared",
        what=_("Kvitteringer: hvad et firma har fået at vide om dig, og hvornår"),
        source=_SITE,
        purpose="security",
        retention="case",
        at="at",
        title=lambda row: f"{row.title}, {row.recipient}",
        change="launching:receipts",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "offer_id": inner(),
            "title": ordinary(_("Løsning")),
            "recipient": ordinary(_("Hvem der fik det")),
            "data": ordinary(_("Hvad de fik"), _data),
            "terms": inner(),
            "at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=HandOver,
        about=About.CITIZEN,
        subject="citizen_id",
        group="consents",
        what=_("Dit ja til, at et firma må få noget at vide om dig"),
        source=_("Dig selv"),
        purpose="consented",
        retention="case",
        at="given_at",
        title=lambda row: _offer(row.offer),
        along=("offer__current",),
        hers=True,
        change="launching:receipts",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "offer": ordinary(_("Løsning"), _offer),
            "data": ordinary(_("Hvad de må få"), _data),
            "terms": inner(),
            "given_at": ordinary(_("Du sagde ja")),
            "withdrawn_at": ordinary(_("Du tog det tilbage")),
        },
    ),
    Holding(
        model=Pseudonym,
        about=About.CITIZEN,
        subject="citizen_id",
        group="shared",
        what=_("De numre, firmaer kender dig under. De siger ikke, hvem du er"),
        source=_("Lavet af siden ved et tilfældigt tal"),
        purpose="consented",
        retention="journey",
        at="made_at",
        title=lambda row: row.vendor.name,
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "vendor": ordinary(_("Firma"), lambda vendor: vendor.name),
            "subject": ordinary(_("Dit nummer der")),
            "made_at": ordinary(_("Lavet")),
        },
    ),
    Holding(
        model=Score,
        about=About.CITIZEN,
        subject="citizen_id",
        group="learning",
        what=_("Resultater, en løsning har fortalt om dig"),
        source=_("Firmaet bag løsningen, med dit ja"),
        purpose="consented",
        retention="journey",
        at="at",
        title=lambda row: f"{row.line.label} {_result(row)}",
        fields={
            "id": inner(),
            "municipality": inner(),
            "line": ordinary(_("Hvad resultatet gælder"), lambda line: line.label),
            "citizen_id": inner(),
            "given": confidential(_("Point")),
            "maximum": ordinary(_("Point i alt")),
            "activity": confidential(_("Hvor langt du er"), by(_ACTIVITIES)),
            "grading": ordinary(_("Bedømmelse"), by(_GRADINGS)),
            "told_at": ordinary(_("Fortalt")),
            "at": ordinary(_("Modtaget")),
        },
    ),
    Holding(
        model=LtiLaunch,
        about=About.CITIZEN,
        subject="citizen_id",
        group="shared",
        what=_("At du åbner en løsning: en nøgle, der gælder i få minutter"),
        source=_SITE,
        purpose="security",
        retention="short",
        at="expires_at",
        title=lambda row: _offer(row.offer),
        along=("offer__current",),
        fields={
            "id": inner(),
            "municipality": inner(),
            "digest": secret(),
            "tool": inner(),
            "offer": ordinary(_("Løsning"), _offer),
            "citizen_id": inner(),
            "actor_id": staff(_("Medarbejder")),
            "expires_at": ordinary(_("Gælder til")),
            "used_at": ordinary(_("Brugt")),
            "answered_at": ordinary(_("Besvaret")),
        },
    ),
    Holding(
        model=LoginCode,
        about=About.CITIZEN,
        subject="citizen_id",
        group="shared",
        what=_("At du logger ind i en løsning: en kode, der gælder i ét minut"),
        source=_SITE,
        purpose="security",
        retention="short",
        at="expires_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "digest": secret(),
            "client": inner(),
            "citizen_id": inner(),
            "redirect_uri": ordinary(_("Hvor du kom hen")),
            "scope": inner(),
            "nonce": secret(),
            "challenge": secret(),
            "acr": ordinary(_("Hvor sikkert du var logget ind")),
            "language": ordinary(_("Sprog")),
            "logged_in_at": ordinary(_("Du loggede ind")),
            "expires_at": ordinary(_("Gælder til")),
            "used_at": ordinary(_("Brugt")),
        },
    ),
    Holding(
        model=AccessToken,
        about=About.CITIZEN,
        subject="code__citizen_id",
        group="shared",
        what=_("At en løsning spørger om det, du har sagt ja til: en nøgle, der gælder kort"),
        source=_SITE,
        purpose="security",
        retention="short",
        at="expires_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "digest": secret(),
            "code": inner(),
            "expires_at": ordinary(_("Gælder til")),
            "ended_at": ordinary(_("Lukket før tid")),
        },
    ),
    Holding(
        model=LtiToken,
        about=About.NOBODY,
        what=_("Nøgler, som løsninger selv spørger med"),
        purpose="security",
        retention="short",
        at="expires_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "digest": secret(),
            "tool": inner(),
            "scope": public(),
            "expires_at": public(),
        },
    ),
    Holding(
        model=LtiSeen,
        about=About.NOBODY,
        what=_("Mærker af beskeder fra løsninger, så ingen læses to gange"),
        purpose="security",
        retention="short",
        at="expires_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "digest": secret(),
            "tool": inner(),
            "expires_at": public(),
        },
    ),
    Holding(
        model=LineItem,
        about=About.NOBODY,
        what=_("Det, løsninger giver resultater for"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "tool": inner(),
            "offer": inner(),
            "label": public(),
            "maximum": public(),
            "resource_id": public(),
            "tag": public(),
            "counts": public(),
            "own": public(),
            "made_at": public(),
        },
    ),
    Holding(
        model=OidcClient,
        about=About.NOBODY,
        what=_("Hvordan en løsning er sluttet til med login"),
        purpose="market",
        retention="forever",
        fields={
            "id": inner(),
            "offer": inner(),
            "client_id": public(),
            "secret_hash": secret(),
            "redirect_uris": public(),
            "login_uri": public(),
            "made_at": public(),
            "changed_at": public(),
            "changed_by_id": staff(_("Sidst ændret af")),
        },
    ),
    Holding(
        model=LtiTool,
        about=About.NOBODY,
        what=_("Hvordan en løsning er sluttet til efter LTI"),
        purpose="market",
        retention="forever",
        fields={
            "id": inner(),
            "offer": inner(),
            "client_id": public(),
            "login_uri": public(),
            "launch_uri": public(),
            "redirect_uris": public(),
            "deep_link_uri": public(),
            "keys_uri": public(),
            "keys": public(),
            "asked_at": public(),
            "made_at": public(),
            "changed_at": public(),
            "changed_by_id": staff(_("Sidst ændret af")),
        },
    ),
    Holding(
        model=LtiLink,
        about=About.NOBODY,
        what=_("Hvilken side hos et firma en løsning åbner"),
        purpose="market",
        retention="forever",
        fields={
            "id": inner(),
            "offer": inner(),
            "tool": inner(),
            "url": public(),
            "custom": public(),
        },
    ),
    Holding(
        model=SigningKey,
        about=About.NOBODY,
        what=_("Nøgler, siden skriver under med"),
        purpose="security",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "kid": public(),
            "sealed": secret(),
            "made_at": public(),
        },
    ),
)
