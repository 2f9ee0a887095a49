# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What identity holds: who can log in, from where, and whose name is kept back."""

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
    secret,
    staff,
)
from jobunivers.identity.forms import KINDS
from jobunivers.identity.models import (
    ADVISING,
    Assurance,
    Person,
    Persona,
    Protection,
    Role,
    Session,
)

_ROW = {"id": inner(), "municipality": inner()}
_ROLES = {
    Role.CITIZEN: _("Borger"),
    Role.ASSISTANT: _("Jobrejseassistent"),
    Role.ADVISER: _("Jobrådgiver"),
    Role.CONSULTANT: _("Personlig jobkonsulent"),
    Role.MANAGER: _("Leder"),
    Role.EDITOR: _("Redaktør"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.NATIONAL: _("Platformens drift"),
    Role.VENDOR: _("Leverandørens medarbejder"),
    Role.OFFICER: _("Databeskyttelse og sikkerhed"),
}
_ASSURANCE = {
    Assurance.LOW: _("Lav"),
    Assurance.SUBSTANTIAL: _("Betydelig"),
    Assurance.HIGH: _("Høj"),
}
_SOURCES = {"staff": _("Kommunens medarbejder")}

hold(
    Holding(
        model=Person,
        about=About.CITIZEN,
        subject="id",
        group="who",
        what=_("Dit navn, og hvad du kan logge ind som"),
        source=_("Kommunen, da du blev oprettet, og dit login"),
        purpose="account",
        retention="case",
        seen_by=(*ADVISING, Role.MANAGER, Role.ADMINISTRATOR),
        at="created_at",
        title=lambda row: str(row.name),
        fields={
            **_ROW,
            "password": secret(),
            "last_login": ordinary(_("Sidst logget ind")),
            "uuid": inner(),
            "name": ordinary(_("Navn")),
            "sort_key": inner(),
            "role": ordinary(_("Du er her som"), by(_ROLES)),
            "born_on": ordinary(_("Født")),
            "is_active": ordinary(_("Du kan logge ind")),
            "created_at": ordinary(_("Oprettet")),
            "protection": confidential(_("Dit navn og din adresse er beskyttet"), by(KINDS)),
        },
    ),
    Holding(
        model=Protection,
        about=About.CITIZEN,
        subject="person_id",
        group="who",
        what=_("Tider, hvor dit navn og din adresse er beskyttet"),
        source=_("Kommunens medarbejdere eller CPR"),
        purpose="security",
        retention="case",
        seen_by=(Role.ADMINISTRATOR,),
        at="set_at",
        title=lambda row: by(KINDS)(row.kind),
        fields={
            **_ROW,
            "person": inner(),
            "kind": confidential(_("Hvilken beskyttelse"), by(KINDS)),
            "since_on": confidential(_("Fra")),
            "until_on": confidential(_("Til")),
            "source": ordinary(_("Hvem siger det"), by(_SOURCES)),
            "reason": free_text(_("Hvorfor")),
            "set_at": ordinary(_("Skrevet")),
            "set_by_id": staff(_("Skrevet af")),
            "lifted_at": confidential(_("Ophævet")),
            "lifted_by_id": staff(_("Ophævet af")),
            "lifted_why": free_text(_("Hvorfor ophævet")),
        },
    ),
    Holding(
        model=Persona,
        about=About.CITIZEN,
        subject="person_id",
        group="who",
        what=_("En opdigtet persons historie, kun i en prøveudgave af siden"),
        source=_("Skrevet til prøveudgaven"),
        purpose="account",
        retention="case",
        title=lambda row: str(row.story_da),
        fields={
            **_ROW,
            "person": inner(),
            "story_da": ordinary(_("Historie på dansk")),
            "story_en": ordinary(_("Historie på engelsk")),
            "assurance": ordinary(_("Hvor sikkert dit login er"), by(_ASSURANCE)),
            "order": inner(),
        },
    ),
    Holding(
        model=Session,
        about=About.CITIZEN,
        subject="person_id",
        group="who",
        what=_("Steder, du er logget ind lige nu"),
        source=_("Skrevet af siden, da du loggede ind"),
        purpose="security",
        retention="short",
        at="expire_date",
        title=lambda _row: _("Et login i en browser"),
        fields={
            "session_key": secret(),
            "session_data": secret(),
            "expire_date": ordinary(_("Gælder til")),
            "person": inner(),
            "handle": inner(),
            "started_at": ordinary(_("Logget ind")),
            "seen_at": ordinary(_("Sidst brugt")),
            "device": ordinary(_("Browser og apparat")),
            "network": ordinary(_("Første del af netadressen")),
        },
        change="identity:sessions",
        hers=True,
    ),
)
