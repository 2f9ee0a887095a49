# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What trust holds."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    free_text,
    hold,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.identity.models import ADVISING
from jobunivers.trust import consents, words
from jobunivers.trust.models import Consent, Look, ModelFigure, ModelSwitch, OfficerContact


def _asked(row: Consent) -> str:
    names = {(one.source, one.purpose): str(one.name) for one in consents.all_asks()}
    return names.get((row.source, row.purpose), row.source)


hold(
    Holding(
        model=Look,
        about=About.CITIZEN,
        subject="citizen_id",
        group="log",
        what=_("Hver gang en medarbejder har set noget om dig"),
        source=_("Skrevet af siden, hver gang en medarbejder så noget"),
        purpose="security",
        retention="log",
        at="at",
        title=lambda row: by(words.PARTS)(row.part),
        change="trust:who_has_looked",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "viewer_id": staff(_("Hvem så det")),
            "viewer_role": ordinary(_("Som hvad"), by(words.ROLES)),
            "at": ordinary(_("Hvornår")),
            "part": confidential(_("Hvad"), by(words.PARTS)),
            "reason": ordinary(_("Hvorfor"), by(words.REASONS)),
            "note": free_text(_("Medarbejderens ord")),
            "protected": confidential(_("Dit navn var beskyttet")),
        },
    ),
    Holding(
        model=Consent,
        about=About.CITIZEN,
        subject="citizen_id",
        group="consents",
        what=_("Samtykker, du har givet og taget tilbage"),
        source=_("Dig selv"),
        purpose="consented",
        retention="case",
        seen_by=tuple(ADVISING),
        at="given_at",
        title=_asked,
        hers=True,
        change="trust:consents",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "source": ordinary(_("Kilde")),
            "purpose": ordinary(_("Til hvad")),
            "text_version": inner(),
            "text": ordinary(_("Det, du læste")),
            "given_at": ordinary(_("Givet")),
            "given_by_id": staff(_("Givet af")),
            "withdrawn_at": ordinary(_("Taget tilbage")),
            "withdrawn_by_id": staff(_("Taget tilbage af")),
        },
    ),
    Holding(
        model=ModelFigure,
        about=About.NOBODY,
        what=_("Hvor godt modellerne er målt til at virke"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "code": public(),
            "version": public(),
            "name": public(),
            "group": public(),
            "value": public(),
            "low": public(),
            "high": public(),
            "baseline": public(),
            "measured_at": public(),
            "command": public(),
        },
    ),
    Holding(
        model=ModelSwitch,
        about=About.STAFF,
        subject="actor_id",
        group="work",
        what=_("Modeller, du har slået til eller fra"),
        source=_("Dig selv"),
        purpose="security",
        retention="log",
        at="at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "code": public(_("Model")),
            "on": public(_("Slået til")),
            "actor_id": inner(),
            "at": ordinary(_("Hvornår")),
            "reason": free_text(_("Hvorfor")),
        },
    ),
    Holding(
        model=OfficerContact,
        about=About.STAFF,
        subject="changed_by_id",
        group="work",
        what=_("Kontakt om databeskyttelse, du har skrevet"),
        source=_("Dig selv"),
        purpose="security",
        retention="log",
        at="changed_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "name": public(_("Navn")),
            "email": public(_("Mail")),
            "phone": public(_("Telefon")),
            "version": inner(),
            "changed_at": ordinary(_("Skrevet")),
            "changed_by_id": inner(),
        },
    ),
)
