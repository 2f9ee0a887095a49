# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What journey holds: her profile, who told what of it, and her times out of work."""

from collections.abc import Mapping
from typing import Any

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
    staff,
)
from jobunivers.foundation.taxonomy import words as taxonomy
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.journey.models import (
    Absence,
    Competence,
    Education,
    Experience,
    Part,
    Profile,
    Provenance,
    Spell,
    Teller,
    Wish,
)
from jobunivers.rooms.journey.queries import words
from jobunivers.rooms.journey.queries.dossier import AWAY, ENDS

_ROW = {"id": inner(), "municipality": inner()}
_LINE = {**_ROW, "profile": inner()}
_OWN = _("Dig selv eller de kilder, du har hentet fra")
_SEEN = tuple(ADVISING)
_PARTS = {
    Part.EXPERIENCE: _("Et job"),
    Part.EDUCATION: _("En uddannelse"),
    Part.COMPETENCE: _("En kompetence"),
    Part.WISH: _("Et ønske"),
    Part.LANGUAGE: _("Et sprog"),
    Part.LICENCE: _("Kørekort eller bevis"),
    Part.BASICS: _("Hvor du bor, eller hvad du skriver om dig selv"),
}
_TELLERS = {
    Teller.CITIZEN: _("Dig selv"),
    Teller.STAFF: _("En medarbejder i kommunen"),
    Teller.CASE_SYSTEM: _("Kommunens fagsystem"),
}
_SAID = {
    "title": _("Hvad det hed"),
    "words": _("Hvad det hed"),
    "employer": _("Arbejdsgiver"),
    "institution": _("Sted"),
    "started": _("Begyndt"),
    "ended": _("Sluttet"),
    "description": _("Hvad du lavede"),
    "level": _("Niveau"),
    "value": _("Tekst"),
}


def _languages(levels: Mapping[str, str]) -> str:
    named = by(taxonomy.LANGUAGES)
    return ", ".join(f"{named(code)} ({words.level('language', levels[code])})" for code in levels)


def _said(told: Mapping[str, Any]) -> str:
    """Return a source's own words of a line, field by field; links between rows are left out."""
    return ", ".join(f"{_SAID[name]}: {told[name]}" for name in _SAID if told.get(name))


def _settled(names: list[str]) -> str:
    return ", ".join(str(by(_SAID)(name)) for name in names)


hold(
    Holding(
        model=Profile,
        about=About.CITIZEN,
        subject="citizen_id",
        group="profile",
        what=_("Hvor du bor, hvad du søger, og hvad du kan"),
        source=_OWN,
        purpose="journey",
        retention="journey",
        seen_by=_SEEN,
        at="changed_at",
        title=lambda _row: _("Din profil"),
        change="journey:profile",
        fields={
            **_ROW,
            "citizen_id": inner(),
            "summary": free_text(_("Om dig selv")),
            "phone": ordinary(_("Telefon")),
            "postal_code": ordinary(_("Postnummer")),
            "city": ordinary(_("By")),
            "kommune_code": inner(),
            "latitude": ordinary(_("Sted på kortet, breddegrad")),
            "longitude": ordinary(_("Sted på kortet, længdegrad")),
            "max_km": ordinary(_("Så langt vil du rejse, i kilometer")),
            "hours_min": ordinary(_("Timer om ugen, mindst")),
            "hours_max": ordinary(_("Timer om ugen, højst")),
            "wants_remote": ordinary(_("Du vil gerne arbejde hjemme")),
            "languages": ordinary(_("Sprog"), _languages),
            "only_languages": ordinary(_("Vis kun job på mine sprog")),
            "licences": ordinary(_("Kørekort og beviser"), taxonomy.licence_words),
            "lacks_licences": ordinary(
                _("Kørekort og beviser, du ikke har"), taxonomy.licence_words
            ),
            "version": inner(),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=Experience,
        about=About.CITIZEN,
        subject="profile__citizen_id",
        group="profile",
        what=_("Job, du har haft"),
        source=_OWN,
        purpose="journey",
        retention="journey",
        seen_by=_SEEN,
        title=lambda row: str(row.title),
        hers=True,
        change="journey:experience",
        change_takes_pk=True,
        fields={
            **_LINE,
            "title": free_text(_("Hvad jobbet hed")),
            "employer": free_text(_("Arbejdsgiver")),
            "occupation_uri": inner(),
            "started_on": ordinary(_("Begyndt")),
            "ended_on": ordinary(_("Sluttet")),
            "description": free_text(_("Hvad du lavede")),
        },
    ),
    Holding(
        model=Education,
        about=About.CITIZEN,
        subject="profile__citizen_id",
        group="profile",
        what=_("Uddannelser og kurser, du har taget"),
        source=_OWN,
        purpose="journey",
        retention="journey",
        seen_by=_SEEN,
        at="added_at",
        title=lambda row: str(row.title),
        hers=True,
        change="journey:education",
        change_takes_pk=True,
        fields={
            **_LINE,
            "title": free_text(_("Hvad uddannelsen hedder")),
            "institution": free_text(_("Sted")),
            "level": ordinary(_("Niveau"), by(words.EDUCATION_LEVELS)),
            "ended_year": ordinary(_("Færdig i år")),
            "added_at": ordinary(_("Skrevet")),
        },
    ),
    Holding(
        model=Competence,
        about=About.CITIZEN,
        subject="profile__citizen_id",
        group="profile",
        what=_("Kompetencer: det, du kan"),
        source=_OWN,
        purpose="journey",
        retention="journey",
        seen_by=_SEEN,
        at="added_at",
        hers=True,
        change="journey:competences",
        fields={
            **_LINE,
            "skill_uri": inner(),
            "words": free_text(_("Kompetence")),
            "added_at": ordinary(_("Skrevet")),
        },
    ),
    Holding(
        model=Wish,
        about=About.CITIZEN,
        subject="profile__citizen_id",
        group="profile",
        what=_("Stillinger, du ønsker dig"),
        source=_OWN,
        purpose="journey",
        retention="journey",
        seen_by=_SEEN,
        hers=True,
        change="journey:wishes",
        fields={
            **_LINE,
            "occupation_uri": inner(),
            "words": free_text(_("Ønske")),
        },
    ),
    Holding(
        model=Provenance,
        about=About.CITIZEN,
        subject="profile__citizen_id",
        group="consents",
        what=_("Hvem der har fortalt hvad i din profil"),
        source=_("Kilderne, du har hentet fra, og dig selv"),
        purpose="consented",
        retention="journey",
        seen_by=_SEEN,
        at="told_at",
        title=lambda row: f"{words.source(row.source, row.name)}: {by(_PARTS)(row.part)}",
        change="journey:profile",
        fields={
            **_LINE,
            "part": ordinary(_("Om hvad"), by(_PARTS)),
            "line": inner(),
            "source": ordinary(_("Hvem siger det"), by(words.SOURCES)),
            "name": ordinary(_("Filens navn")),
            "reference": inner(),
            "said": free_text(_("Det, kilden siger"), _said),
            "settled": ordinary(_("Det, du selv har bestemt"), _settled),
            "told_at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=Spell,
        about=About.CITIZEN,
        subject="citizen_id",
        group="course",
        what=_("Tider, hvor du har været ledig"),
        source=_("Dig selv, kommunens medarbejdere eller kommunens fagsystem"),
        purpose="case",
        retention="case",
        seen_by=_SEEN,
        at="recorded_at",
        title=lambda _row: _("En tid uden arbejde"),
        fields={
            **_ROW,
            "citizen_id": inner(),
            "began_on": confidential(_("Ledig fra")),
            "ended_on": confidential(_("Ledig til")),
            "end": confidential(_("Hvordan det sluttede: du"), by(ENDS)),
            "told_by": ordinary(_("Fortalt af"), by(_TELLERS)),
            "recorded_at": ordinary(_("Skrevet")),
        },
    ),
    Holding(
        model=Absence,
        about=About.CITIZEN,
        subject="citizen_id",
        group="course",
        what=_("Dage, hvor ingen forventer noget af dig: syg, på ferie eller en aftalt pause"),
        source=_("Dig selv, kommunens medarbejdere eller kommunens fagsystem"),
        purpose="case",
        retention="case",
        seen_by=_SEEN,
        at="recorded_at",
        title=lambda row: by(AWAY)(row.kind),
        fields={
            **_ROW,
            "citizen_id": inner(),
            # That she is ill is health, article 9; nothing says of what.
            "kind": confidential(_("Hvorfor"), by(AWAY)),
            "starts_on": confidential(_("Fra")),
            "ends_on": confidential(_("Til")),
            "told_by": ordinary(_("Fortalt af"), by(_TELLERS)),
            "agreed_with_id": staff(_("Aftalt med")),
            "recorded_at": ordinary(_("Skrevet")),
        },
    ),
)
