# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What week holds: her own calendar's address. The week itself is other rooms' rows."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, by, hold, inner, ordinary, secret
from jobunivers.rooms.week.models import CalendarFeed, Words
from jobunivers.rooms.week.queries.words import GROUPS, PROGRAMS

_LANGUAGES = {"da": _("Dansk"), "en": _("Engelsk")}
_WORDS = {
    Words.FULL: _("Alt: tekst, sted og link"),
    Words.BUSY: _("Kun at du er optaget"),
}


def _groups(codes: Iterable[str]) -> str:
    return ", ".join(str(by(GROUPS)(code)) for code in codes)


hold(
    Holding(
        model=CalendarFeed,
        about=About.CITIZEN,
        subject="citizen_id",
        group="plan",
        what=_("Adressen til din uge i din egen kalender"),
        source=_("Lavet af siden, da du bad om den"),
        purpose="own",
        retention="journey",
        at="made_at",
        title=lambda _row: _("Din kalenderadresse"),
        hers=True,
        change="week:feed",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "nonce": secret(),
            "words": ordinary(_("Hvad kalenderen viser"), by(_WORDS)),
            "groups": ordinary(_("Hvad der er med"), _groups),
            "language": ordinary(_("Hvilket sprog"), by(_LANGUAGES)),
            "made_at": ordinary(_("Lavet")),
            "digest": inner(),
            "content_since": inner(),
            "fetched_at": ordinary(_("Sidst hentet")),
            "fetched_by": ordinary(_("Hentet af"), by(PROGRAMS)),
        },
    ),
)
