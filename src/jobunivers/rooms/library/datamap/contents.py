# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held beside what the library offers: her place and answers, files and writers."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, inner, ordinary, public
from jobunivers.rooms.library.models import Answer, ContentFile, ReadingPlace, Taken, Writer
from jobunivers.rooms.marketplace.queries import Offer, OfferVersion

_ROW = {"id": inner(), "municipality": inner()}
_HERS = {**_ROW, "citizen_id": inner()}
_ALONG = ("offer__current",)


def _title(offer: Offer) -> str:
    """Return what people see an offer called; its key before it has a version."""
    if offer.current is None:
        return offer.key
    english = offer.current.title_en if get_language() == "en" else ""
    return english or offer.current.title_da


def _version(version: OfferVersion) -> str:
    return version.title_da


CONTENTS = (
    Holding(
        model=ReadingPlace,
        about=About.CITIZEN,
        subject="citizen_id",
        group="learning",
        what=_("Hvor du er nået til i det, du læser"),
        source=_("Skrevet af siden, mens du læser"),
        purpose="own",
        retention="journey",
        at="read_at",
        title=lambda row: _title(row.offer),
        along=_ALONG,
        fields={
            **_HERS,
            "offer": ordinary(_("Læring"), _title),
            "version": inner(),
            "step": ordinary(_("Trin nummer")),
            "read_at": ordinary(_("Sidst læst")),
        },
    ),
    Holding(
        model=Answer,
        about=About.CITIZEN,
        subject="citizen_id",
        group="learning",
        what=_("Dine svar på spørgsmål undervejs"),
        source=_("Dig selv"),
        purpose="own",
        retention="journey",
        at="answered_at",
        title=lambda row: _title(row.offer),
        along=_ALONG,
        fields={
            **_HERS,
            "offer": ordinary(_("Læring"), _title),
            "version": inner(),
            "step": ordinary(_("Trin nummer")),
            "choice": ordinary(_("Svar nummer")),
            "right": ordinary(_("Det var rigtigt")),
            "tries": ordinary(_("Forsøg")),
            "answered_at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=Writer,
        about=About.STAFF,
        subject="person_id",
        group="work",
        what=_("Indhold, du har skrevet i"),
        source=_("Skrevet af siden, da du skrev"),
        purpose="work",
        retention="account",
        fields={
            **_ROW,
            "person_id": inner(),
            "version": public(_("Indhold"), _version),
        },
    ),
    Holding(
        model=ContentFile,
        about=About.NOBODY,
        what=_("Billeder og videoer i bibliotekets indhold"),
        purpose="running",
        retention="forever",
        fields={**_ROW, **dict.fromkeys(("offer", "file"), public())},
    ),
    Holding(
        model=Taken,
        about=About.NOBODY,
        what=_("Hvor bibliotekets indhold er hentet fra"),
        purpose="running",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(("offer", "source", "taken_at"), public()),
            "sha256": inner(),
        },
    ),
)
